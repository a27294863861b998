"""The folder that `plans init` writes into: what is there, and what becomes of each file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mkdocs_plans.authoring.plugin_entry import (
    PEOPLE,
    add_plugin,
    has_plugin,
    keep_people_back,
    list_lines_to_add,
    read_site_config,
)
from mkdocs_plans.authoring.starter import DOCS_DIR, Answers, StarterFile
from mkdocs_plans.disk import MAX_CONFIG_BYTES, read_file
from mkdocs_plans.edits import FileChange
from mkdocs_plans.errors import EditError, PlansError
from mkdocs_plans.load.plan_file import kind_of
from mkdocs_plans.settings import CONFIG_NAMES, find_docs_dir
from mkdocs_plans.source import Exclusions, Folder, read_document

THEME = "material"
"""The theme that the pages are designed for."""

REQUIREMENTS, PACKAGE = "requirements.txt", "mkdocs-plans"
"""Where a site pins what it is built with, and what must be among it."""


@dataclass(frozen=True, slots=True)
class SiteFolder:
    """A folder with what it holds of a site: its mkdocs.yml, if any, and what that says; the code host
    that its files are for, if they say.
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


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """What becomes of one file: in a word, and as it is written; where an author has to change it by hand,
    what they are told and the lines to add.
    """

    path: str
    outcome: str
    change: FileChange | None = None
    advice: str = ""
    lines: tuple[str, ...] = ()


def look_into(path: Path) -> SiteFolder:
    """Look at a folder, which may not be there yet. PlansError where it is a file, or its site can't be
    read.
    """
    if path.exists() and not path.is_dir():
        raise PlansError(f"{path} is a file: name a folder")
    config_path = next((path / name for name in CONFIG_NAMES if (path / name).is_file()), None)
    title = path.resolve().name.replace("-", " ").replace("_", " ").strip()
    name = title[:1].upper() + title[1:] or "Our organisation"
    if config_path is None:
        return SiteFolder(path, name=name, has_plan=_has_plan(path / DOCS_DIR), host=_host(path))
    try:
        data = read_file(config_path, MAX_CONFIG_BYTES)
    except OSError as error:
        raise PlansError(f"{config_path} can't be read: {error.strerror}") from error
    config = read_site_config(data, config_path.name)
    said_theme, docs_dir = config.get("theme"), str(config.get("docs_dir") or "docs")
    options = said_theme if isinstance(said_theme, dict) else {"name": said_theme}
    language, theme = str(options.get("language") or "en"), str(options.get("name") or "mkdocs")
    if not (path / docs_dir).resolve().is_relative_to(path.resolve()):
        raise PlansError(f"{config_path} has its `docs_dir` outside its folder: add the plugin by hand")
    if (path / docs_dir).exists():
        find_docs_dir(config, config_path.resolve())
    said = str(config.get("site_name") or name)
    has_plan = _has_plan(path / docs_dir)
    there = has_plugin(config)
    return SiteFolder(path, config_path, data, said, language, docs_dir, has_plan, theme, there, _host(path))


def plan_files(there: SiteFolder, files: Sequence[StarterFile], answers: Answers) -> list[PlannedFile]:
    """Say of each file what becomes of it. A file that is there is left, but for the plugin."""
    return [planned for file in files for planned in _plan_file(there, file, answers)]


def _plan_file(there: SiteFolder, file: StarterFile, answers: Answers) -> Iterator[PlannedFile]:
    if file.path in CONFIG_NAMES and there.config_path is not None:
        yield _plan_config(there, there.config_path, answers)
        return
    path = there.path / file.path
    if file.path == REQUIREMENTS and path.is_file() and PACKAGE not in path.read_text("utf-8", "replace"):
        line = next(line for line in file.text.splitlines() if line.startswith(PACKAGE))
        yield PlannedFile(file.path, "by hand", advice=f"Add this to {file.path}:", lines=(line,))
    elif path.exists() or path.is_symlink():
        yield PlannedFile(file.path, "is kept")
    elif not (file.is_plan and there.has_plan):
        yield PlannedFile(file.path, "new", FileChange(file.path, None, file.text.encode()))


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
