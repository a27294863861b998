"""All slips of a front matter that YAML can't read, in one go: each is put right as YAML would have it, and
what follows is read on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from mkdocs_plans.source.foreign_forms import (
    backslash,
    block_not_indented,
    checkbox,
    control_sign,
    json_line,
    key_without_colon,
    marked_key,
    note,
    open_bracket,
    second_document,
    table,
    text_behind_block_sign,
    top_level_hyphen,
)
from mkdocs_plans.source.line_slips import (
    ODD,
    curly_quotes,
    fields_in_one_line,
    foreign_bullet,
    lines_with_odd_blanks,
    odd_blank,
    special_sign,
    too_far_left,
    without_tabs,
    wrapped_text,
    wrong_colon,
)
from mkdocs_plans.source.quote_slips import wrong_quotes
from mkdocs_plans.source.slip import (
    KEY_LINE,
    Lines,
    Rewritten,
    Slip,
    above,
    below,
    indentation,
    is_key,
    whole_line,
)
from mkdocs_plans.source.syntax import MISALIGNED, describe_problem
from mkdocs_plans.yaml import Problem, Value, quote, read_yaml

MAX_SLIPS = 20
"""How many are looked for in one file: each takes another reading."""

MAX_ODD = 5
"""From how many lines on those with a word processor's blanks are one slip."""

MAX_LENGTH = 50_000
"""From how many characters on only the first slip is looked for."""

Finder = Callable[[Lines, int], Slip | None]

# The first that knows a line explains it. Those that know its whole form come before those that go by one
# character: `statement: > By 2035`, above more lines, is a block of text and no text that begins with `>`.
_FINDERS: tuple[Finder, ...] = (
    *(control_sign, second_document, wrong_quotes, curly_quotes, fields_in_one_line),
    *(checkbox, json_line, text_behind_block_sign, block_not_indented, open_bracket),
)
_OF_LINE: tuple[Finder, ...] = (
    *(note, table, marked_key, foreign_bullet, wrong_colon, key_without_colon, top_level_hyphen),
)
_LAST: tuple[Finder, ...] = (special_sign, backslash, wrapped_text)


def slips_in(text: str, problem: Problem | None) -> tuple[Slip, ...]:
    """Find the slips of a YAML text, of which YAML told one as `problem`, in the order of their lines."""
    lines = text.split("\n")
    found: list[Slip] = []
    if ODD.search(text):
        found = _odd_blanks(lines, is_read=problem is None)
        for slip in found:
            _rewrite(lines, slip.rewritten)
        problem = _problem("\n".join(lines)) if found else problem
    while problem is not None and len(found) < MAX_SLIPS:
        slip = _slip_at(lines, "\n".join(lines), problem)
        # A line that was put right and still stops YAML has another mistake that nobody here knows: to guess
        # on would report the same line again and again.
        if any(other.line == slip.line for other in found):
            break
        found.append(slip)
        problem = _read_on(lines, slip, problem) if len(text) < MAX_LENGTH else None
    return tuple(sorted(found, key=lambda slip: slip.line)[:MAX_SLIPS])


def _odd_blanks(lines: Lines, *, is_read: bool) -> list[Slip]:
    """The slips with blanks that YAML doesn't know. In a text that can be read they are none where they don't
    make other keys of it.
    """
    found = [slip for at in lines_with_odd_blanks(lines) if (slip := odd_blank(lines, at))]
    found = [_as_one(found)] if len(found) > MAX_ODD else found
    if found and is_read:
        plain = list(lines)
        for slip in found:
            _rewrite(plain, slip.rewritten)
        before, after = (read_yaml("\n".join(each)).values for each in (lines, plain))
        return found if list(_keys(before)) != list(_keys(after)) else []
    return found


def _as_one(slips: Sequence[Slip]) -> Slip:
    """The one slip of a text that was typed elsewhere as a whole, told where it begins."""
    others = f"; {len(slips) - 1} more lines have such characters"
    rewritten = tuple(line for slip in slips for line in slip.rewritten)
    return replace(slips[0], message=slips[0].message + others, rewritten=rewritten)


def _keys(value: Value) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _keys(item)
    elif isinstance(value, dict):
        yield from value
        for item in value.values():
            yield from _keys(item)


def _problem(text: str) -> Problem | None:
    problems = read_yaml(text).problems
    return next((problem for problem in problems if problem.kind == "syntax"), None)


def _rewrite(lines: list[str], rewritten: Rewritten) -> None:
    for number, line in rewritten:
        lines[number] = line


def _read_on(lines: list[str], slip: Slip, problem: Problem) -> Problem | None:
    """Put a slip right in the lines, or put its line out of the way; give what is wrong behind it. What
    doesn't let YAML read on ends the search.
    """
    # libyaml stops at the first thing that it can't read. What it would say of the lines below is only known
    # once this one no longer stops it.
    here = _line_of("\n".join(lines), problem)
    if _tried(lines, slip.rewritten)[0] > here:
        chosen = slip.rewritten
    else:
        chosen = max(_out_of_the_way(lines, slip), key=lambda way: _tried(lines, way)[0])
    line, after = _tried(lines, chosen)
    if line > here:
        _rewrite(lines, chosen)
        return after
    return None


def _tried(lines: Lines, rewritten: Rewritten) -> tuple[float, Problem | None]:
    """In which line YAML stumbles with some rewritten, the one behind the last for none; and over what."""
    tried = list(lines)
    _rewrite(tried, rewritten)
    problem = _problem("\n".join(tried))
    return (len(lines), None) if problem is None else (_line_of("\n".join(tried), problem), problem)


def _out_of_the_way(lines: Lines, slip: Slip) -> Iterator[Rewritten]:
    """Ways to make a line harmless: its value in quotes, its indentation another, all of it a comment."""
    for width in (4, 8, 3) if "\t" in lines[slip.line] else ():
        yield without_tabs(lines, width)
    line = KEY_LINE.fullmatch(lines[slip.line])
    if line is not None:
        yield ((slip.line, lines[slip.line][: line.start("value")] + quote(line["value"])),)
    text = lines[slip.line].strip()
    up = above(lines, slip.line)
    if up is not None:
        columns = {indentation(lines[up]), len(lines[up]) - len(lines[up].lstrip(" -"))}
        yield from (((slip.line, " " * column + text),) for column in sorted(columns, reverse=True))
    yield tuple((at, "#" + lines[at]) for at in (slip.line, *below(lines, slip.line)))


def _line_of(text: str, problem: Problem) -> int:
    return text.count("\n", 0, problem.start)


def _slip_at(lines: Lines, text: str, problem: Problem) -> Slip:
    """The slip that explains what YAML stumbles over."""
    number = _line_of(text, problem)
    number = min(number, len(lines) - 1)
    is_tab = text[problem.start : problem.start + 1] == "\t" or "tab character" in problem.message
    for finder in () if is_tab else _FINDERS:
        if slip := finder(lines, number):
            return slip
    up = above(lines, number)
    # YAML takes a line without a colon for the beginning of a text, reads the next line as its end, and
    # stumbles over that one's colon: what is wrong stands above the line that it names.
    is_from_above = up is not None and (
        indentation(lines[up]) < indentation(lines[number])
        or ("mapping values" in problem.message and not is_key(lines[up]))  # one key of both lines
    )
    near = [number, up] if up is not None and is_from_above else [number]
    for at in () if is_tab else near:
        for finder in _OF_LINE:
            if slip := finder(lines, at):
                return slip
    if up in near[1:] and indentation(lines[up]) == indentation(lines[number]) and not is_key(lines[up]):
        out_of_the_way = ((up, "#" + lines[up]),)
        said = "a field name lacks its colon", "write `key: value`"
        return wrapped_text(lines, up) or Slip(up, *whole_line(lines, up), *said, out_of_the_way)
    start = problem.start - (text.rfind("\n", 0, problem.start) + 1)
    if slip := too_far_left(lines, number):
        return slip
    if is_tab:
        hint = "indent the line with spaces instead"
        return Slip(number, start, start + 1, "a tab can't be used here", hint, without_tabs(lines, 2))
    slip = next((slip for finder in _LAST if (slip := finder(lines, number))), None)
    message, hint = describe_problem(text, problem)
    place = whole_line(lines, number) if message == MISALIGNED else (start, start + 1)
    return slip or Slip(number, *place, message, hint)
