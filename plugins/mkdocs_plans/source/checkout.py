"""A folder as it stood in a git revision, written elsewhere as a checkout has it: with its pictures and
line ends. The working tree and its index stay as they are.
"""

from __future__ import annotations

from pathlib import Path

from mkdocs_plans.source.folder import is_utf8
from mkdocs_plans.source.git import ask_git
from mkdocs_plans.source.revision import Revision

# What a user's own settings would do beside it: write into `.git`, run a hook, leave files out.
_PLAIN = ("-c", "core.splitIndex=false", "-c", "core.hooksPath=/dev/null", "-c", "core.sparseCheckout=false")


def check_out(revision: Revision, to: Path) -> Path | None:
    """Write a folder as it stood in a revision below another folder, which is empty; give where it is. None
    where it wasn't there, or nothing was in it. ToolError where git refuses.
    """
    if not revision.has_files:
        return None
    top, place, commit = revision.top, revision.place, revision.commit
    names = ask_git(top, "ls-tree", "-r", "-z", "--name-only", commit, "--", place or ".")
    ours = b"\0".join(name for name in names.split(b"\0") if is_utf8(name.decode("utf-8", "surrogateescape")))
    index = {"GIT_INDEX_FILE": str(to / "index")}
    ask_git(top, *_PLAIN, "read-tree", commit, variables=index)
    files = to / "files"
    prefix = f"--prefix={files.as_posix()}/"
    ask_git(top, *_PLAIN, "checkout-index", "-f", "-q", "-z", "--stdin", prefix, stdin=ours, variables=index)
    return files / place
