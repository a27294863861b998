"""A check-in: what has happened to a plan since, written into its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mkdocs_plans.authoring.layout import FILE_KEYS, PART_KEYS, UPDATE_KEYS
from mkdocs_plans.authoring.typed import clean_text, find_goal, find_part, read_date, read_number
from mkdocs_plans.edits import Draft, value_at
from mkdocs_plans.errors import EditError
from mkdocs_plans.findings import Steps
from mkdocs_plans.model import Action, Date, Goal, LevelPlan, Tactic, number_text, parse_date
from mkdocs_plans.yaml import Bare, Written


@dataclass(frozen=True, slots=True)
class CheckIn:
    """What an author says of a plan.

    `date` is its day, also of what is done. `readings` holds numbers by goal; `done` and `dropped` name
    actions and goals (`done` only those that no reading tells to be reached); `due` gives them new dates.
    `own` holds values of the organisation's own fields, which `own_values.write_own` writes.
    """

    date: str
    health: str | None = None
    readings: Mapping[str, str] = field(default_factory=dict)
    note: str | None = None
    done: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    due: Mapping[str, str] = field(default_factory=dict)
    start: str | None = None
    end: str | None = None
    status: str | None = None
    own: Mapping[str, str] = field(default_factory=dict)

    @property
    def says_nothing(self) -> bool:
        """Whether there is nothing to write but the day."""
        return self == CheckIn(self.date)


def write_check_in(
    draft: Draft, plan: LevelPlan, check_in: CheckIn, fiscal_year_start: int = 1, language: str = "en"
) -> Draft:
    """Write a check-in into a plan's file. EditError, which says why, where that can't be done."""
    writing = _Writing(draft, plan, fiscal_year_start, language)
    writing.set_plan_fields(check_in)
    writing.set_parts(check_in)
    writing.add_update(check_in)
    return writing.draft


class _Writing:
    """The file as far as it is changed."""

    def __init__(self, draft: Draft, plan: LevelPlan, fiscal_year_start: int, language: str) -> None:
        self.draft = draft
        self._plan = plan
        self._fiscal_year_start = fiscal_year_start
        self._language = language

    def set_plan_fields(self, check_in: CheckIn) -> None:
        """Set status and dates. The end that was first promised is kept."""
        if check_in.status is not None:
            self._set(("status",), Bare(check_in.status))
        if check_in.start is not None:
            self._set(("start",), self._date(check_in.start))
        if check_in.end is not None:
            self._postpone((), "end", check_in.end, self._plan.end, self._plan.originally)

    def set_parts(self, check_in: CheckIn) -> None:
        """Set what is done, dropped, or due on another day."""
        for name in check_in.done:
            key, index, part = find_part(self._plan, name)
            if isinstance(part, Goal) and part.target_number is not None and part.is_counted:
                reading = f"{part.id}={number_text(part.target_number)}"
                raise EditError(f"the goal {part.id} has a number: write a reading, as {reading}")
            self._set((key, index, "done" if key == "actions" else "met"), self._date(check_in.date))
        for name in check_in.dropped:
            key, index, _ = find_part(self._plan, name)
            self._set((key, index, "dropped"), self._date(check_in.date))
        for name, due in check_in.due.items():
            key, index, part = find_part(self._plan, name)
            self._postpone((key, index), "due", due, part.due, part.originally)

    def add_update(self, check_in: CheckIn) -> None:
        """Add the dated update, unless the same one is there."""
        item: dict[str, Written] = {"date": self._date(check_in.date)}
        if check_in.health is not None:
            item["health"] = Bare(check_in.health)
        if check_in.readings:
            item["readings"] = self._readings(check_in.readings)
        if check_in.note is not None:
            item["note"] = clean_text(check_in.note)
        there = value_at(self.draft.document, ("updates",))
        if len(item) > 1 and not (isinstance(there, list) and item in there):
            self.draft = self.draft.with_item(("updates",), self._place(str(item["date"])), item, UPDATE_KEYS)

    def _readings(self, said: Mapping[str, str]) -> Mapping[str, Written]:
        goals = {name: find_goal(self._plan, name) for name in said}
        return {
            goals[name].id: Bare(read_number(text, goals[name].unit, self._language))
            for name, text in said.items()
        }

    def _place(self, date: str) -> int:
        """Where an update belongs: the newest first, or last in a file that has them so. Of one day the
        upper one is the newer.
        """
        days = [update.date.last for update in self._plan.updates]
        day = parse_date(date, self._fiscal_year_start).last
        if len(days) > 1 and days == sorted(days) and days[0] != days[-1]:
            return sum(other < day for other in days)
        return next((index for index, other in enumerate(days) if other <= day), len(days))

    def _postpone(self, steps: Steps, key: str, text: str, old: Date | None, first: Date | None) -> None:
        """Set a date; the old one is kept as the first promise, where none is kept yet."""
        date = self._date(text)
        if old is not None and str(old) != date and first is None:
            self._set((*steps, "originally"), Bare(str(old)))
        self._set((*steps, key), date)

    def _set(self, steps: Steps, value: Bare) -> None:
        if value_at(self.draft.document, steps) != value:
            keys = FILE_KEYS if len(steps) == 1 else PART_KEYS[str(steps[0])]
            self.draft = self.draft.with_field(steps, value, keys)

    def _date(self, text: str) -> Bare:
        return Bare(read_date(text, self._fiscal_year_start, self._language))


def list_open_parts(plan: LevelPlan) -> list[Goal | Action]:
    """The actions, and the goals that no reading tells to be reached, that are still open."""
    actions = plan.actions if isinstance(plan, Tactic) else ()
    return [
        *(action for action in actions if action.done is None and action.dropped is None),
        *(goal for goal in plan.goals if not goal.is_settled and not goal.is_counted),
    ]
