"""What `plans init` leaves to the author once they see the site on their own computer: the steps that bring
it to a public address, for the code host that they chose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mkdocs_plans.authoring.starter import Answers
from mkdocs_plans.cli.hand_in import quoted
from mkdocs_plans.cli.init_folder import SiteFolder

Step = Sequence[str]
"""The lines of one step: what to do, and below it what to type."""

NEW = {"github": "https://github.com/new", "gitlab": "https://gitlab.com/projects/new#blank_project"}
"""Where one makes a repository."""

UNKNOWN = "https://HOST/OUR-ORG/PLAN"
"""Stands for a repository's address where it isn't known."""

SERVER = "you@server:/var/www/plan/"
"""Stands for a folder of a web server."""


def list_online_steps(there: SiteFolder, answers: Answers, written: Sequence[str]) -> list[Step]:
    """The steps; a new branch to be merged, where the site was there before and its repository too."""
    repository = answers.repository or _unknown(answers)
    joins = there.config_path is not None and there.has_git
    steps = [
        _commit(there, written, joins=joins),
        *(_push_branch(there) if joins else _push(there, answers)),
        *_publish(answers, repository),
    ]
    return [step for step in steps if step]


def _unknown(answers: Answers) -> str:
    """Stands for the repository's address: on the host where one makes it, as we say."""
    new = NEW.get(answers.host, "")
    return UNKNOWN.replace("https://HOST", "/".join(new.split("/")[:3])) if new else UNKNOWN


def _commit(there: SiteFolder, written: Sequence[str], *, joins: bool) -> Step:
    tops = sorted({re.match(r"(?:\.\./)*[^/]+", path)[0] for path in written})  # type: ignore[index]  # a path has a name
    files = " ".join(map(quoted, tops))
    begin = [] if there.has_git else [f"git init --initial-branch {there.branch}"]
    branch = ["git switch -c add-our-plan"] if joins else []
    message = "Add our plan" if there.config_path else "Begin our plan"
    return ["Commit the files:", *begin, *branch, f"git add {files}", f'git commit -m "{message}"']


def _push_branch(there: SiteFolder) -> Iterator[Step]:
    if there.has_remote:
        yield ["Push the branch, and open a pull request or merge request:", "git push -u origin HEAD"]
    yield ["Once it is merged, the site is published as before, with the plan."]


def _push(there: SiteFolder, answers: Answers) -> Iterator[Step]:
    branch, remote = quoted(there.branch), quoted(answers.remote or f"{_unknown(answers)}.git")
    if there.has_remote:
        yield ["Push them:", f"git push -u origin {branch}"]
        return
    if answers.host == "none" or (answers.remote and not answers.repository):
        yield [
            "Push them to the repository:"
            if answers.remote
            else "Push them to a repository, if you want to share them (without one, go on):",
            f"git remote add origin {remote}",
            f"git push -u origin {branch}",
        ]
        return
    new = NEW[answers.host]
    yield [f"Make an empty repository, without a README or a licence, if there is none yet: {new}"]
    yield [
        "Push the files there:",
        f"git remote add origin {remote}",
        f"git push -u origin {branch}",
    ]
    if not answers.repository:
        yield ["Put its address in mkdocs.yml, in `repo_url` and `edit_uri`, and the site's in `site_url`."]


def _publish(answers: Answers, repository: str) -> Iterator[Step]:
    if not answers.publishes:
        return
    then = [f"The site is then at {answers.site_url}"] if answers.site_url else []
    if answers.host == "github":
        settings, runs = f"{repository}/settings/pages", f"{repository}/actions/workflows/publish.yml"
        yield [
            "Switch Pages on: under “Build and deployment”, choose GitHub Actions as the source.",
            settings,
        ]
        yield ["Choose “Run workflow”. From then on each push publishes the site.", runs, *then]
    elif answers.host == "gitlab":
        yield [
            "Each push publishes the site. GitLab shows its address under Deploy → Pages.",
            f"{repository}/pages",
            "If that isn't the `site_url` in mkdocs.yml, change it there, or switch “Use unique domain” off.",
            *then,
        ]
        yield ["Decide who may read it: Settings → General → Visibility → Pages."]
        yield ["Have it built daily, because figures depend on the day: Build → Pipeline schedules."]
    else:
        yield [
            "Build the site and copy it to a web server, after each change and once a day:",
            "mkdocs build",
            f"rsync -a --delete site/ {SERVER}",
            *then,
        ]
