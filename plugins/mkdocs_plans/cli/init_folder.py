"""The folder that `plans init` writes into: what is there, and what becomes of each file."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs_plans.authoring.existing_site import (
    PROJECT,
    add_requirement,
    add_to_installs,
    find_publisher,
    find_requirements,
    has_project,
    list_installed,
    list_plugin_packages,
    workflows,
)
from mkdocs_plans.authoring.install_source import PACKAGE
from mkdocs_plans.authoring.plugin_entry import (
    PEOPLE,
    add_plugin,
    has_plugin,
    keep_people_back,
    list_lines_to_add,
    read_site_config,
)
from mkdocs_plans.authoring.repository import host_of, web_address
from mkdocs_plans.authoring.starter import (
    DOCS_DIR,
    PUBLISHER,
    REQUIREMENTS,
    STATEMENT,
    Answers,
    StarterFile,
)
from mkdocs_plans.cli.hand_in import quoted
from mkdocs_plans.disk import MAX_CONFIG_BYTES, read_file
from mkdocs_plans.edits import FileChange
from mkdocs_plans.errors import EditError, PlansError
from mkdocs_plans.load.plan_file import kind_of
from mkdocs_plans.settings import CONFIG_NAMES, find_docs_dir
from mkdocs_plans.source import (
    Exclusions,
    Folder,
    current_branch,
    default_branch,
    read_document,
    remote_address,
    remote_of,
    top_of,
)

THEME = "material"
"""The theme that the pages are designed for."""


GITLAB_JOBS, GITLAB_OURS, GITLAB_MARK = ".gitlab-ci.yml", ".gitlab/plans.gitlab-ci.yml", "plans"
"""The file that GitLab reads; ours, where an author has that one; and what tells that it has our jobs."""


@dataclass(frozen=True, slots=True)
class SiteFolder:
    """A folder with what it holds of a site: its mkdocs.yml, if any, and what that says; the code host
    that its files are for, if they say; what publishes it, and what it is built with; what git says of it:
    the repository's address in a browser, whether branches can be pushed, the default branch, and the
    folder's place in the repository.
    """

    path: Path
    config_path: Path | None = None
    config: bytes = b""
    name: str = ""
    language: str = "en"
    docs_dir: str = DOCS_DIR
    has_plan: bool = False
    theme: str = THEME
    has_plugin: bool = False
    host: str = ""
    publisher: str = ""
    requirements: str = ""
    has_git: bool = False
    has_remote: bool = False
    repository: str = ""
    site_url: str = ""
    branch: str = "main"
    place: str = ""


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """What becomes of one file: in a word, and as it is written; where an author has to change it by hand,
    what they are told and the lines to add. `why` says why it isn't added.
    """

    path: str
    outcome: str
    change: FileChange | None = None
    advice: str = ""
    lines: tuple[str, ...] = ()
    why: str = ""


def look_into(path: Path) -> SiteFolder:
    """Look at a folder, which may not be there yet. PlansError where it is a file, or its site can't be
    read.
    """
    if path.exists() and not path.is_dir():
        raise PlansError(f"{path} is a file: name a folder")
    config_path = next((path / name for name in CONFIG_NAMES if (path / name).is_file()), None)
    title = path.resolve().name.replace("-", " ").replace("_", " ").strip()
    name = title[:1].upper() + title[1:] or "Our organisation"
    there = _with_git(SiteFolder(path, name=name, host=_host(path)))
    publisher = find_publisher(path) or there.publisher
    there = replace(there, publisher=publisher, requirements=find_requirements(path))
    if config_path is None:
        return replace(there, has_plan=_has_plan(path / DOCS_DIR))
    try:
        data = read_file(config_path, MAX_CONFIG_BYTES)
    except OSError as error:
        raise PlansError(f"{config_path} can't be read: {error.strerror}") from error
    return _with_config(there, config_path, data)


def _with_config(there: SiteFolder, config_path: Path, data: bytes) -> SiteFolder:
    """A folder with what its mkdocs.yml says. PlansError where that can't be read, or leads out of it."""
    config, path = read_site_config(data, config_path.name), there.path
    said_theme, docs_dir = config.get("theme"), str(config.get("docs_dir") or "docs")
    options = said_theme if isinstance(said_theme, dict) else {"name": said_theme}
    if not (path / docs_dir).resolve().is_relative_to(path.resolve()):
        raise PlansError(f"{config_path} has its `docs_dir` outside its folder: add the plugin by hand")
    if (path / docs_dir).exists():
        find_docs_dir(config, config_path.resolve())
    return replace(
        there,
        config_path=config_path,
        config=data,
        name=str(config.get("site_name") or there.name),
        language=str(options.get("language") or "en"),
        docs_dir=docs_dir,
        has_plan=_has_plan(path / docs_dir),
        theme=str(options.get("name") or "mkdocs"),
        has_plugin=has_plugin(config),
        repository=web_address(str(config.get("repo_url") or "")) or there.repository,
        site_url=str(config.get("site_url") or ""),
    )


def _with_git(there: SiteFolder) -> SiteFolder:
    """A folder with what git says of it, or of the nearest one above that is there."""
    near = next((one for one in (there.path, *there.path.resolve().parents) if one.is_dir()), there.path)
    top = top_of(near)
    if top is None:
        return there
    repository = web_address(remote_address(near))
    place = os.path.relpath(there.path.resolve(), top.resolve())
    return replace(
        there,
        publisher=find_publisher(top),
        has_git=True,
        has_remote=remote_of(near) is not None,
        repository=repository,
        host=there.host or host_of(repository) or _host(top),
        branch=default_branch(near) or current_branch(near) or "main",
        place="" if place == "." else Path(place).as_posix(),
    )


def plan_files(there: SiteFolder, files: Sequence[StarterFile], answers: Answers) -> list[PlannedFile]:
    """Say of each file what becomes of it. A file that is there is left, but for the plugin and what has it
    installed.
    """
    planned = [planned for file in files for planned in _plan_file(there, file, answers)]
    written = {one.path for one in planned if one.change}
    return [*planned, *_plan_jobs(there, answers, written), *_jobs_at_top(there, answers)]


def _plan_file(there: SiteFolder, file: StarterFile, answers: Answers) -> Iterator[PlannedFile]:
    if file.path in CONFIG_NAMES and there.config_path is not None:
        yield _plan_config(there, there.config_path, answers)
        return
    path = Path(os.path.normpath(there.path.resolve() / file.path))  # the folder may not be there yet
    if file.path == REQUIREMENTS:
        yield _plan_requirements(there, file, answers)
    elif (
        path.name == GITLAB_JOBS and path.is_file() and GITLAB_MARK not in path.read_text("utf-8", "replace")
    ):
        yield from _include_jobs(there, file)
    elif path.exists() or path.is_symlink():
        yield PlannedFile(file.path, "is kept")
    elif path.name == PUBLISHER and not answers.publishes:
        yield PlannedFile(file.path, "skipped", why=_why_not(there))
    elif path.name == STATEMENT and there.config_path is not None:
        yield PlannedFile(file.path, "skipped", why="it is for new sites: yours may have such a statement")
    elif not (file.is_plan and there.has_plan):
        yield PlannedFile(file.path, "new", FileChange(file.path, None, file.content))


def _include_jobs(there: SiteFolder, file: StarterFile) -> Iterator[PlannedFile]:
    """GitLab reads one file: ours stands beside the author's, which has to include it."""
    lines = ("include:", f"  - local: {'/'.join((there.place, GITLAB_OURS)).strip('/')}")
    advice = f"Add this to {file.path}; if that lists `stages:`, they must include `test` and `deploy`:"
    yield PlannedFile(file.path, "is kept", advice=advice, lines=lines)
    if not (there.path / GITLAB_OURS).exists():
        yield PlannedFile(GITLAB_OURS, "new", FileChange(GITLAB_OURS, None, file.content))


def _why_not(there: SiteFolder) -> str:
    if there.publisher:
        return f"{there.publisher} publishes the site"
    return "the site may be published already; --publish adds it"


def _plan_requirements(there: SiteFolder, file: StarterFile, answers: Answers) -> PlannedFile:
    """The line that installs this package, where a site says what it is built with."""
    line = answers.install.requirement
    if name := there.requirements:
        before = (there.path / name).read_bytes()
        try:
            after = add_requirement(before, line)
        except EditError as error:
            return PlannedFile(name, "by hand", advice=f"{name} is left as it is: {error}.", lines=(line,))
        change = FileChange(name, before, after) if after != before else None
        return PlannedFile(name, "changed" if change else "is kept", change)
    if there.config_path is None or there.has_plugin:
        return PlannedFile(file.path, "new", FileChange(file.path, None, file.content))
    if has_project(there.path):
        return PlannedFile(PROJECT, "by hand", advice=f"Add this in {PROJECT}, beside mkdocs:", lines=(line,))
    installed = [word for _, text in workflows(there.path) for word in list_installed(text)]
    if installed:
        written = "\n".join((*file.text.splitlines()[:2], *dict.fromkeys(installed), line, ""))
        return PlannedFile(file.path, "new", FileChange(file.path, None, written.encode()))
    packages = list_plugin_packages(read_site_config(there.config, file.path))
    more = "".join(f"{name}=={version}\n" for name, version in packages.items() if version)
    unknown = tuple(name for name, version in packages.items() if not version)
    advice = f"Add the packages of these plugins to {file.path}, for they aren't installed here:"
    change = FileChange(file.path, None, file.content + more.encode())
    return PlannedFile(file.path, "new", change, advice if unknown else "", unknown)


def _plan_jobs(there: SiteFolder, answers: Answers, written: Collection[str]) -> Iterator[PlannedFile]:
    """Have the jobs that install MkDocs by name install this package too."""
    for name, text in workflows(there.path) if not there.has_plugin else ():
        try:
            changed = add_to_installs(text, answers.install.written)
        except EditError as error:
            advice = f"{name} is left as it is: {error}. Have it install this too:"
            yield PlannedFile(name, "by hand", advice=advice, lines=(answers.install.argument,))
            continue
        if changed != text and name not in written:
            yield PlannedFile(name, "changed", FileChange(name, text.encode(), changed.encode()))


def _jobs_at_top(there: SiteFolder, answers: Answers) -> Iterator[PlannedFile]:
    """Jobs at the top of the repository that install MkDocs by name: nobody but the author knows whether they
    build the site in this folder.
    """
    parts = Path(there.place).parts if there.config_path and not there.has_plugin else ()
    up, top = "../" * len(parts), there.path.resolve().joinpath(*("..",) * len(parts)).resolve()
    for name, text in workflows(top) if parts else ():
        if list_installed(text) and PACKAGE not in text:
            advice = f"{up}{name} installs MkDocs. Where it builds this site, have it install this, too:"
            what = f"-r {answers.requirements}" if answers.requirements else quoted(answers.install.argument)
            line = f"(cd {quoted(there.place)} && pip install {what})"
            yield PlannedFile(up + name, "by hand", advice=advice, lines=(line,))


def _plan_config(there: SiteFolder, path: Path, answers: Answers) -> PlannedFile:
    if there.has_plugin:
        return PlannedFile(path.name, "is kept")
    try:
        changed = add_plugin(there.config, answers, path.name)
    except EditError as error:
        advice = (
            f"{path.name} is left as it is: {error}.\nAdd this, and the plugin beside your other plugins:"
        )
        return PlannedFile(path.name, "by hand", advice=advice, lines=tuple(list_lines_to_add(answers)))
    advice = ""
    try:
        changed = keep_people_back(changed, path.name)
    except EditError as error:
        advice = f"{error}.\nAdd this to `exclude_docs`, so that no other builder publishes the people file:"
    change = FileChange(path.name, there.config, changed)
    return PlannedFile(path.name, "changed", change, advice, (PEOPLE,) if advice else ())


def _host(path: Path) -> str:
    """The code host that there are files for; nothing where there are none."""
    if (path / ".gitlab-ci.yml").is_file():
        return "gitlab"
    return "github" if (path / ".github").is_dir() else ""


def _has_plan(docs_dir: Path) -> bool:
    """Whether a folder holds a plan file."""
    if not docs_dir.is_dir():
        return False
    files = Folder(docs_dir, Exclusions(())).files()
    return any(file.finding is None and kind_of(read_document(file.path, file.data), {}) for file in files)
