"""The one schema of the settings under `plugins: - plans:` in mkdocs.yml."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Annotated, Literal, Self, get_args
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from mkdocs_plans.bounds import FIRST_YEAR, LAST_YEAR
from mkdocs_plans.findings import Severity
from mkdocs_plans.settings.verdicts import GRADES, WHOSE_YES, Grade, Verdict
from mkdocs_plans.spelling import did_you_mean


class Label(BaseModel):
    """An organisation's word for one of our things, for one and for several of them; and as it stands after
    numbers such as five, where that is a third form, as in Polish.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    one: str
    many: str
    counted: str = ""


def _plural(word: str, language: str) -> str:
    """The regular English plural; another one is written out as `[one, many]`. Of a word in another language
    none is made up: it stands for one and for several.
    """
    if not word.isascii() or re.split("[-_]", language)[0] != "en":
        return word
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if re.search(r"(s|x|ch|sh)$", word) else "s")


def _refuse(remedy: str) -> PydanticCustomError:
    """Refuse a setting's value; the remedy becomes the finding's hint."""
    return PydanticCustomError("refused", "{remedy}", {"remedy": remedy})


def _paths(value: object) -> object:
    """Take one path or several, of files below the plan's folder."""
    paths = [value] if isinstance(value, str) else value
    if not isinstance(paths, list | tuple) or not all(isinstance(one, str) for one in paths):
        raise _refuse("write a path, such as readings.csv, or a list of them")
    for path in paths:
        if PurePosixPath(path).is_absolute() or ".." in PurePosixPath(path).parts or not path.strip():
            raise _refuse("name files in the folder of the plan, `docs_dir`, such as readings.csv")
    return tuple(str(PurePosixPath(path)) for path in paths)


def _label(value: object, info: ValidationInfo) -> object:
    """Take one word, the words for one and for several, or three of them."""
    if isinstance(value, Label):
        return value
    if isinstance(value, str) and value.strip():
        word, language = value.strip(), (info.context or {}).get("language", "en")
        return {"one": word, "many": _plural(word, language)}
    if (
        isinstance(value, list)
        and 2 <= len(value) <= 3
        and all(isinstance(w, str) and w.strip() for w in value)
    ):
        return dict(zip(("one", "many", "counted"), map(str.strip, value), strict=False))
    raise _refuse("write a word, or two: `[Pillar, Pillars]`")


def _severity(value: object) -> object:
    """Take a severity or `off`, which YAML reads as false where it stands without quotes."""
    if value is False:
        return "off"
    options = (*map(str, Severity), "off")
    if value not in options:
        raise _refuse(did_you_mean(str(value), options) or "write error, warning, notice or off")
    return value


def _day(value: object) -> object:
    """Take a day as YAML reads it, or as text; pydantic alone would take a number for seconds."""
    try:
        day = datetime.date.fromisoformat(str(value))
    except ValueError:
        raise _refuse("write a day, such as 2026-11-23") from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise _refuse(f"write a day of the years {FIRST_YEAR} to {LAST_YEAR}, such as 2026-11-23")
    return day


def _zone(value: object) -> object:
    """Take the name of a time zone, as the tz database has it."""
    name = str(value).strip()
    if not isinstance(value, str) or not name:
        raise _refuse("write a time zone, such as Europe/Berlin")
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise _refuse(_meant_zone(name) or "write a time zone, such as Europe/Berlin") from None
    return name


def _meant_zone(name: str) -> str:
    """The zone that is meant by a city alone, in whatever case, or by a slip of the pen; empty for none."""
    zones = sorted(available_timezones())
    wanted = name.casefold().replace(" ", "_")
    by_city = [zone for zone in zones if wanted in {zone.casefold(), zone.casefold().rpartition("/")[2]}]
    return f'did you mean "{by_city[0]}"?' if len(by_city) == 1 else did_you_mean(name, zones)


def _count(value: object) -> object:
    """Take a whole number from 1; pydantic alone would take `yes` for one."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise _refuse("write a whole number, 1 or more")
    return value


def _headings(value: object) -> object:
    """Take a list of headings, one heading, or none."""
    listed = [] if value is None else [value] if isinstance(value, str) else value
    if not isinstance(listed, list) or not all(isinstance(one, str) and one.strip() for one in listed):
        raise _refuse("write headings: `[Where we stand, Where we want to be]`")
    return [one.strip() for one in listed]


def _cascade(value: object) -> object:
    """Take the one kind of cascade, or none, which YAML reads as false or nothing."""
    if value in (None, False, "okr"):
        return value or None
    raise _refuse("write okr, or leave it out")


def _revision(value: object) -> object:
    """Take a git revision. YAML makes a number or a day of some, and of `off` false."""
    if value is False or value is None:  # a variable of the environment that isn't set
        return ""
    if isinstance(value, bool) or not isinstance(value, (str, int, datetime.date)):
        raise _refuse("write a git revision, such as origin/main, or a day, or leave it empty")
    return str(value).strip()


def _choices(value: object) -> object:
    """Take texts. YAML reads a bare `yes` as true, and nobody could tell what was written."""
    listed = value if isinstance(value, (list, tuple)) else [value]
    if not listed or any(isinstance(one, (bool, dict, list)) or one is None for one in listed):
        raise _refuse('write texts: `[low, high]`; put quotes around "yes" and "no"')
    return tuple(str(one).strip() for one in listed)


def _formats(value: object) -> object:
    """Take a list of formats, one format, or none, which may be written as `no`."""
    if value is None or value is False:
        return ()
    listed = value if isinstance(value, (list, tuple)) else [value]
    for one in listed:
        if one not in DATA_FORMATS:
            hint = f"write some of {', '.join(DATA_FORMATS)}, or `[]`"
            raise _refuse(did_you_mean(str(one), DATA_FORMATS) or hint)
    return tuple(name for name in DATA_FORMATS if name in listed)


def _places(value: object) -> object:
    """Take one name, or a list of them."""
    return (value,) if isinstance(value, str) else value


def _whose(value: object) -> object:
    """Take `concerned`, a handle, a list of these, or `off`, which YAML reads as false."""
    listed = [] if value in (False, "off") else value if isinstance(value, list) else [value]
    names = [one.strip() for one in listed if isinstance(one, str)]
    if len(names) < len(listed) or not all(names):
        raise _refuse("write `concerned`, handles of people such as `[cfo]`, or off")
    return tuple(dict.fromkeys(names))


def _status(value: object) -> object:
    """Take one of our statuses."""
    if value not in get_args(StatusName):
        remedy = did_you_mean(value, get_args(StatusName)) if isinstance(value, str) else ""
        raise _refuse(remedy or f"write one of {', '.join(get_args(StatusName))}")
    return value


StatusName = Literal["draft", "proposed", "active", "paused", "done", "dropped"]
CountField = Annotated[int, BeforeValidator(_count)]
RevisionField = Annotated[str, BeforeValidator(_revision)]
HeadingsField = Annotated[tuple[str, ...], BeforeValidator(_headings)]
LabelField = Annotated[Label, BeforeValidator(_label)]
WhoseField = Annotated[tuple[str, ...], BeforeValidator(_whose)]
SeverityField = Annotated[Severity | Literal["off"], BeforeValidator(_severity)]
StatusNameField = Annotated[StatusName, BeforeValidator(_status)]
ZoneField = Annotated[str, BeforeValidator(_zone)]
DayField = Annotated[datetime.date, BeforeValidator(_day)]
CadenceName = Literal["weekly", "monthly", "quarterly", "half-yearly", "yearly"]
Word = Literal[
    "mission", "vision", "values", "theme", "strategy", "tactic", "team", "person",
    "goal", "action", "resource", "dri", "contributor",
    "draft", "proposed", "active", "paused", "done", "dropped",
]  # fmt: skip


class Reviews(BaseModel):
    """How often an active plan is reviewed, where it doesn't say so itself. Our convention."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    strategy: CadenceName = "quarterly"
    tactic: CadenceName = "monthly"


class Sections(BaseModel):
    """The headings that the text of a plan file must have, by type; none unless the site sets them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    mission: HeadingsField = ()
    vision: HeadingsField = ()
    values: HeadingsField = ()
    theme: HeadingsField = ()
    strategy: HeadingsField = ()
    tactic: HeadingsField = ()
    team: HeadingsField = ()


PlanType = Literal["mission", "vision", "values", "theme", "strategy", "tactic", "team"]
OwnFieldPlace = Literal[PlanType, "goal", "action"]

OWN_FIELDS_ON: tuple[OwnFieldPlace, ...] = get_args(OwnFieldPlace)
"""What may have fields of an organisation's own: all that has a file, and goals and actions."""


DataFormat = Literal["json", "csv", "xlsx", "calendar", "feed", "stratml"]

DATA_FORMATS: tuple[DataFormat, ...] = get_args(DataFormat)
"""The formats in which a site may have its plan as data."""

DataField = Annotated[tuple[DataFormat, ...], BeforeValidator(_formats)]
ChoicesField = Annotated[tuple[str, ...], BeforeValidator(_choices)]
PlacesField = Annotated[tuple[OwnFieldPlace, ...], BeforeValidator(_places)]


class ExtraField(BaseModel):
    """A key of the organisation's own in the front matter: the label to show it under, and what it may hold.

    Without a type any value goes, and without `on` it may stand anywhere.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    label: str = ""
    type: Literal["text", "number", "date", "link", "person", "list", "choice", "table"] | None = None
    choices: ChoicesField = ()
    on: PlacesField = ()

    @model_validator(mode="after")
    def _has_choices(self) -> Self:
        if (self.type == "choice") != bool(self.choices):
            raise _refuse("write `type: choice` together with `choices: [one, other]`")
        return self


def _extra_field(value: object) -> object:
    """Take a label alone. YAML reads the key `on` as true."""
    if isinstance(value, str) and value.strip():
        return {"label": value.strip()}
    if isinstance(value, dict):
        return {("on" if key is True else key): one for key, one in value.items()}
    if isinstance(value, ExtraField):
        return value
    raise _refuse("write a label, or fields as `{label: Budget, type: list}`")


class Settings(BaseModel):
    """What a site may set, with the defaults."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    organization: str | None = Field(None, description="Your name in statements; else the site's name.")
    labels: dict[Word, LabelField] = Field(
        {},
        description="Your own words for ours: `{theme: Pillar, goal: [Objective, Objectives]}`. "
        "A third word stands after numbers such as 5 where a language has one: `[Filar, Filary, Filarów]`.",
    )
    statuses: dict[str, StatusNameField] = Field(
        {},
        description="Statuses of your own, each with the one of ours that it counts as: "
        "`{under review: proposed, on hold: paused}`.",
    )
    fiscal_year_start: Annotated[int, Field(ge=1, le=12)] = Field(
        1, description="The month in which your year begins: with 4, `FY26` is April 2025 to March 2026."
    )
    review: Reviews = Field(Reviews(), description="How often an active plan is reviewed, by its type.")
    sections: Sections = Field(
        Sections(), description="The headings that the text of a plan file must have, by its type."
    )
    rules: dict[str, SeverityField] = Field(
        {}, description="A rule's severity: `{unknown-person: warning, unknown-field: off}`."
    )
    verdicts: dict[Verdict, SeverityField] = Field(
        {},
        description="How grave it is what a change of the plan amounts to: "
        "`{past-rewritten: error, cost: off}`.",
    )
    agreement: dict[Verdict, WhoseField] = Field(
        {},
        description="Whose yes a change needs by what it amounts to: "
        "`{promise-lowered: concerned, cost: [cfo]}`.",
    )
    joint_dris: bool = Field(
        False, description="Whether several may be the DRI of one thing as equals: `dri: [ada, ben]`."
    )
    team_dris: bool = Field(
        False, description="Whether a team may be a DRI, by its id; its lead is asked in its place."
    )
    dri_limit: CountField = Field(
        7, description="Of how many open plans and goals one person may be the DRI before the check says so."
    )
    timezone: ZoneField | None = Field(
        None, description="The time zone whose day it is, as `Europe/Berlin`; else the builder's."
    )
    today: DayField | None = Field(
        None, description="The day to judge by; else the day of the run, in `timezone`."
    )
    cascade: Annotated[Literal["okr"] | None, BeforeValidator(_cascade)] = Field(
        None,
        description="`okr` where your plan is a cascade of objectives and key results. Goals then count as "
        "work, and strategies stand in one tree, in the order of their numbers.",
    )
    extra_fields: dict[str, Annotated[ExtraField, BeforeValidator(_extra_field)]] = Field(
        {},
        description="Keys of your own in the front matter, each with its label: `{sponsor: Sponsor}`. "
        "One may say what it is, and where it stands: `{budget: {label: Budget, type: list, on: [goal]}}`. "
        "Types are text, number, date, link, person, list, choice (with `choices`) and table.",
    )
    data: DataField = Field(
        ("json", "csv", "calendar", "feed"),
        description="What the site publishes of the plan as data, below `data/`: some of json, csv, xlsx, "
        'calendar and feed, or `[]` for nothing. Excel (xlsx) needs `pip install "mkdocs-plans[excel]"`.',
    )
    readings: Annotated[tuple[str, ...], BeforeValidator(_paths)] = Field(
        ("readings.csv",),
        description="The tables of readings, below `docs_dir`: one path, or a list of them. `[]` for none.",
    )
    people: str = Field("people.yml", description="The people file, below `docs_dir`.")
    people_pages: bool = Field(True, description="Whether each person has a page.")
    history: bool = Field(
        False,
        description="Whether the site shows what became of the plan, as git has it: what changed on each "
        "plan's page and in the feed, and every date that moved. It publishes what was written once.",
    )
    history_names: bool = Field(
        False,
        description="Whether the site, `plans log` and `plans slips` name who wrote each change, as git has "
        "it. Addresses are never shown.",
    )
    compare_with: RevisionField = Field(
        "", description="The git revision since which the site marks what changed, as `origin/main`."
    )
    at: RevisionField = Field(
        "",
        description="The day or the git revision whose plan the site shows, as `2026-06-30` or `v1`; "
        "else the files as they are.",
    )

    @property
    def grades(self) -> Mapping[Verdict, Grade]:
        """How grave each verdict is."""
        return {**GRADES, **self.verdicts}

    @property
    def whose_yes(self) -> Mapping[Verdict, tuple[str, ...]]:
        """Whose yes each verdict needs."""
        return {**WHOSE_YES, **self.agreement}
