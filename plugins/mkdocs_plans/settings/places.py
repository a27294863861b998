"""Where a setting stands, and what is wrong with it, in words."""

from __future__ import annotations

import json
import os
from itertools import islice
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic_core import ErrorDetails

from mkdocs_plans.findings import Finding, Route, Span
from mkdocs_plans.reading_rules.files import INVALID_SETTING, UNKNOWN_SETTING
from mkdocs_plans.rule import Rule
from mkdocs_plans.settings.config_file import NO_OPTIONS, route_to_options, texts
from mkdocs_plans.settings.schema import ExtraField, Reviews, Sections, Settings, Word
from mkdocs_plans.settings.verdicts import Verdict
from mkdocs_plans.spelling import did_you_mean
from mkdocs_plans.yaml import Positions, read_yaml

_REMEDIES = {
    "string_type": "write a text",
    "dict_type": "write `key: value` lines",
    "model_type": "write `key: value` lines",
    "int_parsing": "write the number of a month, 1 to 12",
    "int_type": "write the number of a month, 1 to 12",
    "greater_than_equal": "write the number of a month, 1 to 12",
    "less_than_equal": "write the number of a month, 1 to 12",
}
"""What to do about a value that pydantic refuses, by its name for the error."""


_NAMES: dict[str, tuple[str, ...]] = {
    "review": tuple(Reviews.model_fields),
    "sections": tuple(Sections.model_fields),
    "labels": get_args(Word),
    "extra_fields": tuple(ExtraField.model_fields),
    **dict.fromkeys(("verdicts", "agreement"), tuple(map(str, Verdict))),
}
"""The names that may stand in a setting."""


class Places:
    """Says where a setting stands: in mkdocs.yml, or in the file that it inherits the plugin from."""

    def __init__(self, config_path: Path, docs_dir: Path) -> None:
        for path, text in texts(config_path):
            values = read_yaml(text).values
            self._path = Path(os.path.relpath(path, docs_dir)).as_posix()
            self._prefix = route_to_options(values or {})
            self._positions = Positions(text, text, 0) if values else None
            if self._prefix != NO_OPTIONS:
                break

    def finding(self, detail: ErrorDetails) -> Finding:
        """Put what pydantic refuses into words."""
        steps = tuple(step for step in detail["loc"] if step != "[key]")
        if steps[0] == "statuses" and detail["loc"][-1] == "[key]":
            message = f"a status can't be {_shown(detail['input'])}"
            route = (steps[0], str(steps[-1]))
            return self.at(INVALID_SETTING, message, route, "write a text; put quotes around it", part="key")
        if detail["type"] == "extra_forbidden" or detail["loc"][-1] == "[key]":
            return self._unknown(steps)
        setting = ".".join(map(str, steps))
        message = f"the setting `{setting}` can't be {_shown(detail['input'])}"
        said = detail["msg"][:1].lower() + detail["msg"][1:]
        if detail["type"] == "literal_error":
            said = "write " + detail["ctx"]["expected"].replace("'", "")
        return self.at(INVALID_SETTING, message, steps, _REMEDIES.get(detail["type"], said))

    def _unknown(self, steps: tuple[str | int, ...]) -> Finding:
        key, known = str(steps[-1]), _NAMES.get(str(steps[0]), tuple(Settings.model_fields))
        where = "the plugin `plans`" if len(steps) == 1 else f"`{'.'.join(map(str, steps[:-1]))}`"
        hint = did_you_mean(key, known) or f"there are {', '.join(known)}"
        return self.at(UNKNOWN_SETTING, f"`{key}` isn't a setting of {where}", steps, hint, part="key")

    def at(
        self,
        rule: Rule,
        message: str,
        steps: tuple[str | int, ...],
        hint: str,
        part: Literal["value", "key"] = "value",
    ) -> Finding:
        """Make a finding for the setting that these steps lead to."""
        route = Route(self._prefix + steps, part)
        span = self._positions.locate(route) if self._positions else Span()
        return rule.finding(message, self._path, span, hint)


_LONGEST_SHOWN = 80
"""How many characters of a wrong value a finding repeats."""


def _shown(value: Any) -> str:
    """A value as JSON, cut where it is long: aliases may make it endless to write, or hold itself."""
    pieces = json.JSONEncoder(check_circular=False, default=str).iterencode(value)
    text = "".join(piece[: _LONGEST_SHOWN + 1] for piece in islice(pieces, _LONGEST_SHOWN + 1))
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"
