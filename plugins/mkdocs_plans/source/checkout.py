"""A folder as it stood in a git revision, written elsewhere as a checkout has it: with its pictures and
line ends. The working tree and its index stay as they are.
"""

from __future__ import annotations

import posixpath
from pathlib import Path

from mkdocs_plans.errors import ToolError
from mkdocs_plans.source.folder import MARKDOWN
from mkdocs_plans.source.revision import ask_git, place_below

# What a user's own settings would do beside it: write into `.git`, run a hook, leave files out.
_PLAIN = ("-c", "core.splitIndex=false", "-c", "core.hooksPath=/dev/null", "-c", "core.sparseCheckout=false")

_PLAN = "^type: *(mission|vision|values|theme|strategy|tactic|team) *$"


def check_out(folder: Path, commit: str, to: Path) -> Path | None:
    """Write a folder as it stood in a commit below another folder, which is empty; give where it is. None
    where the commit has no such folder, or nothing in it. ToolError where git refuses.
    """
    top = Path(ask_git(folder, "rev-parse", "--show-toplevel").decode().strip())
    place = place_below(top, folder)
    names = ask_git(top, "ls-tree", "-r", "-z", "--name-only", commit, "--", place or ".")
    if not names:
        return None
    index = {"GIT_INDEX_FILE": str(to / "index")}
    ask_git(top, *_PLAIN, "read-tree", commit, variables=index)
    files = to / "files"
    prefix = f"--prefix={files.as_posix()}/"
    ask_git(top, *_PLAIN, "checkout-index", "-f", "-q", "-z", "--stdin", prefix, stdin=names, variables=index)
    return files / place


def plan_folders(folder: Path, commit: str) -> list[str]:
    """The folders in which plan files stood in a commit, from the top of the repository: the outermost ones
    alone.
    """
    endings = (f"*{ending}" for ending in MARKDOWN)
    try:
        top = Path(ask_git(folder, "rev-parse", "--show-toplevel").decode().strip())
        answer = ask_git(top, "grep", "-l", "-z", "-I", "-E", _PLAN, commit, "--", *endings)
    except ToolError:  # none, or that can't be told
        return []
    paths = (name.partition(":")[2] for name in answer.decode("utf-8", "replace").split("\0") if name)
    found: list[str] = []
    for place in sorted({posixpath.dirname(path) for path in paths}):
        if not any(place == above or place.startswith(f"{above}/") or not above for above in found):
            found.append(place)
    return found
