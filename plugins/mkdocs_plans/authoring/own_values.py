"""What an author types for the organisation's own fields, read as the check reads it, and written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from mkdocs_plans.authoring.layout import FILE_KEYS, PART_KEYS
from mkdocs_plans.authoring.typed import clean_text, find_id, find_part, read_date, read_number
from mkdocs_plans.edits import Draft
from mkdocs_plans.errors import EditError
from mkdocs_plans.findings import Steps
from mkdocs_plans.load.own_fields import PARTS, by_label
from mkdocs_plans.model import LevelPlan
from mkdocs_plans.model.own_fields import OwnField, read_refusal
from mkdocs_plans.plan import Plan
from mkdocs_plans.settings import Site
from mkdocs_plans.spelling import find_certain_slip, suggest
from mkdocs_plans.yaml import Bare, Written

_PARTS_OF_FILE = ("resources", "goals", "actions", "updates")
"""The lists of a plan file, which stand below what it says of itself."""


def read_own(plan: Plan, site: Site, kind: str, name: str, text: str) -> tuple[str, Written]:
    """The key and the value of an own field of a type of plan file, a goal or an action, which is named by
    its key or its label. EditError where there is none, or it can't hold that.
    """
    fields = plan.own_fields.of(kind)
    key = name if name in fields else by_label(name, fields)
    if key is None:
        hint = suggest(name, fields, "the setting `extra_fields` adds some")
        raise EditError(f'no field of your own for a {kind} is called "{name}": {hint}')
    try:
        value = _written(fields[key], text, plan, site)
        plan.own_fields.read(key, value)
    except PydanticCustomError as error:
        raise _refused(key, error.message(), str((error.context or {}).get("hint", ""))) from None
    except ValidationError as error:
        raise _refused(key, *read_refusal(error)[1:]) from None
    return key, value


def _written(one: OwnField, text: str, plan: Plan, site: Site) -> Written:
    match one.type:
        case "number":
            return Bare(read_number(text, None, site.language))
        case "date":
            return Bare(read_date(text, site.settings.fiscal_year_start, site.language))
        case "person":
            return find_id(clean_text(text).removeprefix("@"), plan.people) or text
        case "list":
            return [clean_text(part) for part in text.split(",") if part.strip()]
        case "choice":
            return find_certain_slip(text, one.choices) or text.strip()
        case "table":
            raise EditError(f"`{one.key}` is a table: write it into the file")
    return clean_text(text)


def _refused(key: str, message: str, hint: str) -> EditError:
    return EditError(": ".join(filter(None, (f"`{key}`", message, hint))))


def write_own(draft: Draft, plan: LevelPlan, said: Mapping[str, str], whole: Plan, site: Site) -> Draft:
    """Write own fields into the file of a plan. Each is named by its key or its label; one of a goal or an
    action stands behind what that is called: `agree-the-guide.sponsor`. EditError as above.
    """
    for name, text in said.items():
        steps, kind, field = _place(plan, name, whole)
        key, value = read_own(whole, site, kind, field, text)
        draft = draft.with_field((*steps, key), value, order_of_keys(steps, whole.own_fields.by_key))
    return draft


def _place(plan: LevelPlan, name: str, whole: Plan) -> tuple[Steps, str, str]:
    """Where a field stands: the way to what has it, which kind of thing that is, and what it is called."""
    part, _, field = name.rpartition(".")
    if not part or name in whole.own_fields.by_key:
        return (), plan.type, name
    key, index, _ = find_part(plan, part)
    return (key, index), PARTS[key][0], field


def order_of_keys(steps: Steps, own: Iterable[str]) -> list[str]:
    """The order of keys where own fields stand behind ours, and before the lists of a plan file."""
    if steps:
        return [*PART_KEYS[str(steps[0])], *own]
    return [*(key for key in FILE_KEYS if key not in _PARTS_OF_FILE), *own, *_PARTS_OF_FILE]
