"""Who owns which plan file, for the `CODEOWNERS` of a code host.

`ownership` says who owns what, by the plan; `lines` writes it in a host's syntax; `written_into` and
`changes` put it into a file of which the rest is somebody's own, and say what would change there.
"""

from mkdocs_plans.owners.hosts import HOSTS, Host, likely_host, lines
from mkdocs_plans.owners.ownership import LeftOut, Ownership, ownership
from mkdocs_plans.owners.part import END, START, changes, part, written_into

__all__ = [
    "END", "HOSTS", "START",
    "Host", "LeftOut", "Ownership",
    "changes", "likely_host", "lines", "ownership", "part", "written_into",
]  # fmt: skip
