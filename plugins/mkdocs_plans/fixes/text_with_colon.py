"""Put quotes around a text that holds a colon, for which YAML can't read the file.

    title: Hire: now        →  title: "Hire: now"

Left alone: a field that isn't text; a text that goes on in the next line, begins with a sign of YAML's,
ends with the colon, or holds what looks like a second field (`title: Hire dri: vp-sales`).
"""

import re
from dataclasses import replace

from mkdocs_plans.findings import Edit, Fix
from mkdocs_plans.fixes.case import Case, Fixer
from mkdocs_plans.fixes.syntax import KEY, goes_on_below, is_plain, read_further, without_comment
from mkdocs_plans.load.cut_texts import TEXTS
from mkdocs_plans.yaml import quote

FIELDS = TEXTS | {"role"}


def fix(case: Case) -> Fix:
    """Put quotes around the text."""
    line = re.match(KEY, case.line)
    if line is None or line["key"] not in FIELDS or goes_on_below(case, len(line["before"])):
        return ()
    text = without_comment(case.line[line.end() :])
    if text is None or not is_plain(text) or not _is_at_colon(case, line.end(), text):
        return ()
    span = replace(case.span, column=line.end() + 1, end_column=line.end() + len(text) + 1)
    return read_further(case, Edit(span, quote(text)))


def _is_at_colon(case: Case, start: int, text: str) -> bool:
    """Whether what YAML stumbles over is a colon within the text."""
    within = case.span.column - 1 - start
    return 0 < within < len(text) - 1 and text[within : within + 2] == ": "


FIXER = Fixer(fix, ("invalid-front-matter",))
