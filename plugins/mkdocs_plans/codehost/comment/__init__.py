"""One comment of ours on a pull request or merge request, kept up to date.

keep ── Thread ── GitHubThread, GitLabThread ── Api ── the host's HTTP interface
"""

from mkdocs_plans.codehost.comment.api import HostError
from mkdocs_plans.codehost.comment.github import GitHubThread
from mkdocs_plans.codehost.comment.gitlab import GitLabThread
from mkdocs_plans.codehost.comment.thread import Outcome, Target, Thread, keep

HOSTS: dict[str, type[GitHubThread] | type[GitLabThread]] = {"github": GitHubThread, "gitlab": GitLabThread}
"""The code hosts by the name that `--host` takes."""

__all__ = ["HOSTS", "GitHubThread", "GitLabThread", "HostError", "Outcome", "Target", "Thread", "keep"]
