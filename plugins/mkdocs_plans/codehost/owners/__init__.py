"""Who owns which plan file, for the `CODEOWNERS` of a code host.

`find_owners` says who owns what, by the plan; `write_lines` writes it in a host's syntax; `write_into` and
`list_changes` put it into a file of which the rest is somebody's own, and say what would change there.
"""

from mkdocs_plans.codehost.owners.hosts import HOSTS, Host, guess_host, write_lines
from mkdocs_plans.codehost.owners.ownership import LeftOut, Ownership, find_owners
from mkdocs_plans.codehost.owners.part import END, START, list_changes, write_into, write_part

__all__ = [
    "END",
    "HOSTS",
    "START",
    "Host",
    "LeftOut",
    "Ownership",
    "find_owners",
    "guess_host",
    "list_changes",
    "write_into",
    "write_lines",
    "write_part",
]  # fmt: skip
