"""What a site or a plan can begin with: the files of a new site, as an organisation's answers make them, and
planning models, each of which is a data file. Nothing is written here.

The files of a new site are templates, laid out as the site is: `init/LANGUAGE/` in each language that there
are texts in, and `hosts/HOST/` for the code host, which is copied as it is. In a name `dot-` stands for the
dot that hidden files begin with, for not every tool packs those.
"""

from __future__ import annotations

import datetime
import re
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from pathlib import Path, PurePosixPath
from typing import Annotated, get_args

import yaml
from dateutil.relativedelta import relativedelta
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from mkdocs_plans.authoring.install_source import FOLDER, InstallSource, from_index
from mkdocs_plans.authoring.layout import fill_template, fill_text, propose_days
from mkdocs_plans.authoring.repository import edit_uri
from mkdocs_plans.edits import FileChange
from mkdocs_plans.errors import ConfigurationError, EditError
from mkdocs_plans.model.dates import fiscal_year, parse_date
from mkdocs_plans.settings import Label, Settings, Site, Word
from mkdocs_plans.spelling import suggest
from mkdocs_plans.wording.formats import Formats
from mkdocs_plans.wording.language import Language
from mkdocs_plans.yaml import Bare, Written, write_inline

PINNED = ("mkdocs", "mkdocs-material")
"""What the site is built with besides this package, as it is installed here."""

REQUIREMENTS = "requirements.txt"
"""Where a new site says what it is built with."""

DOCS_DIR = "plans"
"""The folder of the plan files in a new site."""

HOSTS: Mapping[str, Mapping[str, str]] = {
    "github": {"folder": ".github/workflows", "lock": ".github/plans-requirements.txt"},
    "gitlab": {
        "folder": ".",
        "plans.gitlab-ci.yml": ".gitlab-ci.yml",
        "lock": ".gitlab/plans-requirements.txt",
    },
    "none": {},
}
"""The code hosts: in which folder their files go, which of them has another name there, and where the lock
of what their jobs install goes.
"""

LOCK = "plans-requirements.txt"
"""What jobs that may write install besides this package, held by hashes; `make lock` writes it."""

PIN = from_index().argument
"""What the files for a host install, as they stand in the templates."""

ASIDE = "# Add what else your mkdocs.yml needs here."
"""What is said in those files where they name no requirements file."""

PUBLISHER = "publish.yml"
"""The workflow that publishes the site."""

STATEMENT = "accessibility.md"
"""The accessibility statement, which new sites keep as a draft: nobody has said yet that it is true."""

_PAGES_JOB = re.compile(r"\n(?:#.*\n)*pages:\n(?:.*\n)*")
"""GitLab's job of that purpose, the last one of its file, with what is said above it."""

OPTIONAL = frozenset({"plans-code-scanning.yml", "plans-agreement.yml", "plans-answer.yml"})
"""Files for a host that need what not every organisation has."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What an organisation says of itself. `labels` are its words by our names for them: one, or the
    words for one and for several. `repository` is its address in a browser, `remote` what git
    pushes to, `folder` the site's in it;
    `install` and `requirements` say what its jobs install: this package, and what the site needs besides.
    `publishes` says whether a job of ours puts the site online.
    """

    organization: str
    language: str = "en"
    fiscal_year_start: int = 1
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    host: str = "github"
    repository: str = ""
    remote: str = ""
    site_url: str = ""
    branch: str = "main"
    folder: str = ""
    install: InstallSource = field(default_factory=from_index)
    requirements: str = REQUIREMENTS
    publishes: bool = True

    @property
    def labels_written(self) -> dict[str, Written]:
        """The words as the setting `labels` takes them."""
        return {name: words[0] if len(words) == 1 else list(words) for name, words in self.labels.items()}


@dataclass(frozen=True, slots=True)
class StarterFile:
    """A file of a new site, its path relative to the site's folder: a text, or bytes that are none.
    `is_plan` marks those of the plan.
    """

    path: str
    text: str
    is_plan: bool = False
    data: bytes = b""

    @property
    def content(self) -> bytes:
        """What stands in it."""
        return self.data or self.text.encode()


@dataclass(frozen=True, slots=True)
class StarterDays:
    """The days in the plan to begin with: near today, so that it looks as a plan under way does."""

    strategy_start: Bare
    strategy_end: Bare
    tactic_start: Bare
    tactic_end: Bare
    done: Bare
    check_in: Bare
    soon: Bare
    next_start: Bare
    next_soon: Bare
    next_end: Bare


def make_starter(
    templates: Path, answers: Answers, today: datetime.date, docs_dir: str = DOCS_DIR
) -> list[StarterFile]:
    """Make all files, those of the code host last."""
    language = choose_text_language(templates, answers.language)
    values = _values(answers, language, today, docs_dir)
    return [
        *_fill_in(templates, f"init/{language}", values, docs_dir),
        *_taken_along(answers.install),
        *_host_files(templates, answers),
    ]


def choose_text_language(templates: Path, language: str) -> str:
    """The language that the starter texts are written in for a site: its own, else English."""
    there = {path.name for path in (templates / "init").iterdir()}
    return next((name for name in (language, language.partition("-")[0]) if name in there), "en")


def propose_starter_days(today: datetime.date) -> StarterDays:
    """Give the days: a strategy of a year that began two months ago, a tactic in its midst."""
    month = today.replace(day=1)
    begun, ahead = month - relativedelta(months=2), month + relativedelta(months=1)
    days = {
        "strategy_start": begun,
        "strategy_end": begun + relativedelta(months=12, days=-1),
        "tactic_start": month - relativedelta(months=1),
        "tactic_end": month + relativedelta(months=3, days=-1),
        "done": today - relativedelta(days=9),
        "check_in": today - relativedelta(days=5),
        "soon": today + relativedelta(days=12),
        "next_start": ahead,
        "next_soon": ahead + relativedelta(days=20),
        "next_end": ahead + relativedelta(months=3, days=-1),
    }
    return StarterDays(**{name: Bare(day.isoformat()) for name, day in days.items()})


def _values(answers: Answers, language: str, today: datetime.date, docs_dir: str) -> Mapping[str, object]:
    given = {"labels": answers.labels_written}
    own = Settings.model_validate(given, context={"language": answers.language}).labels
    return {
        "_": Language(answers.language).gettext,
        "organization": answers.organization,
        "language": answers.language,
        "fiscal_year_start": Bare(answers.fiscal_year_start),
        "year": _year(answers.fiscal_year_start, language, today),
        "labels": answers.labels_written,
        "own": {name: own.get(name, Label(one="", many="")) for name in get_args(Word)},
        "host": answers.host,
        "days": propose_starter_days(today),
        "versions": {name: version(name) for name in PINNED},
        "install": answers.install.requirement,
        "repository": answers.repository,
        "site_url": answers.site_url,
        "edit_uri": edit_uri(
            answers.repository, answers.host, answers.branch, f"{answers.folder}/{docs_dir}"
        ),
        "docs_dir": docs_dir,
    }


def _year(start: int, language: str, today: datetime.date) -> Mapping[str, object]:
    """The financial year of a day, as plan files name it, with its months in words: as an example one from
    July on, where it is the calendar's.
    """
    number = start if start > 1 else 7
    name = fiscal_year(today, number)
    year = parse_date(name, number)
    formats = Formats(Language(language))
    first, last = formats.month(year.first), formats.month(year.last)
    begins = formats.month_names[year.first.month]
    return {"number": number, "name": name, "begins": begins, "first": first, "last": last}


def _fill_in(
    templates: Path, folder: str, values: Mapping[str, object], docs_dir: str
) -> Iterator[StarterFile]:
    for path in _files(templates / folder):
        text = fill_template(templates, f"{folder}/{path}", values)
        is_plan = path.parts[0] == DOCS_DIR
        place = PurePosixPath(docs_dir, *path.parts[1:]) if is_plan else _visible(path)
        yield StarterFile(place.as_posix(), text, is_plan)


def _taken_along(source: InstallSource) -> Iterator[StarterFile]:
    """The file that this package is installed from, if a site has to bring it."""
    if source.file is not None:
        yield StarterFile(f"{FOLDER}/{source.file.name}", "", data=source.file.read_bytes())


def _host_files(templates: Path, answers: Answers) -> Iterator[StarterFile]:
    folder, names = templates / "hosts" / answers.host, HOSTS[answers.host]
    if not names or not folder.is_dir():
        return
    yield StarterFile(names["lock"], (templates / "hosts" / LOCK).read_text("utf-8"))
    for path in _files(folder):
        if path.name not in OPTIONAL:
            up = "../" * len(PurePosixPath(answers.folder).parts)
            place = PurePosixPath(up + names["folder"], names.get(path.as_posix(), path))
            yield StarterFile(place.as_posix(), _for_site((folder / path).read_text("utf-8"), answers))


def _for_site(text: str, answers: Answers) -> str:
    """A file for a host, with what this site's jobs install, and its default branch."""
    text = text.replace(f"--no-deps {PIN}", f"--no-deps {answers.install.written}")
    if answers.folder and answers.host == "github":
        within = f"defaults:\n  run:\n    working-directory: {write_inline(answers.folder)}\n"
        text = text.replace("permissions: {}\n", f"permissions: {{}}\n\n{within}", 1)
    if answers.folder and answers.host == "gitlab":
        enter = f"cd {shlex.quote(answers.folder)}"
        text = text.replace("  before_script:\n", f"  before_script:\n    - {write_inline(enter)}\n")
    text = text.replace("branches: [main]", f"branches: [{write_inline(answers.branch)}]")
    if not answers.publishes:
        text = _PAGES_JOB.sub("", text)
    if not answers.requirements:
        return text.replace(PIN, answers.install.written)
    aside = f"# {answers.requirements} names what the site needs."
    return text.replace(PIN, f"-r {answers.requirements}").replace(ASIDE, aside)


def _files(folder: Path) -> list[PurePosixPath]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return sorted(PurePosixPath(path.relative_to(folder).as_posix()) for path in found)


def _visible(path: PurePosixPath) -> PurePosixPath:
    """The path with the dots that its parts should begin with."""
    return PurePosixPath(*(f".{part[4:]}" if part.startswith("dot-") else part for part in path.parts))


NonEmptyText = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
ModelPath = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)*\.md$")]


class PlanningModel(BaseModel):
    """A way of planning: what it is, when to choose it, its words where they aren't ours (as the setting
    `labels` has them), and the files that a plan by it begins with, by their paths relative to `docs_dir`.
    Their texts are templates, which are given `days.Days`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: NonEmptyText
    summary: NonEmptyText
    choose: NonEmptyText
    labels: dict[Word, NonEmptyText] = {}
    files: Annotated[dict[ModelPath, str], Field(min_length=1)]


def read_models(folder: Path) -> Mapping[str, PlanningModel]:
    """Read the models of a folder by their names, those of their files. ConfigurationError where one of
    them isn't what a model must be.
    """
    models = {path.stem: _read(path) for path in sorted(folder.glob("*.yml"))}
    simplest_first = sorted(models, key=lambda name: (len(models[name].files), name))
    return {name: models[name] for name in simplest_first}


def _read(path: Path) -> PlanningModel:
    try:
        return PlanningModel.model_validate(yaml.safe_load(path.read_text("utf-8")))
    except (OSError, yaml.YAMLError, ValidationError) as error:
        said = re.sub(r"\s+", " ", str(error))
        raise ConfigurationError(f"{path} is no planning model: {said}") from error


def find_model(models: Mapping[str, PlanningModel], name: str) -> PlanningModel:
    """Find a model. EditError where there is none of that name."""
    if name not in models:
        raise EditError(f'there is no planning model "{name}": {suggest(name, models, "")}')
    return models[name]


def lay_out_model(model: PlanningModel, site: Site, templates: Path) -> list[FileChange]:
    """Make the files of a model. EditError where one is there already."""
    there = [path for path in model.files if (site.docs_dir / path).exists()]
    if there:
        said = "begin single files by `plans new strategy` and `plans new tactic`"
        raise EditError(f"{', '.join(there)} in {site.docs_dir.name} would be overwritten: {said}")
    values = asdict(propose_days(site.today, site.settings.fiscal_year_start))
    return [
        FileChange(path, None, fill_text(templates, text, values).encode())
        for path, text in model.files.items()
    ]
