"""Edits of a site as authors make them, each at random: a field, a text, a file that comes, goes or moves,
people, settings, a template, a style sheet, another day.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path

Chance = random.Random


def _plans(folder: Path) -> list[Path]:
    docs = next(each for each in (folder / "plans", folder / "docs") if each.is_dir())
    return sorted(docs.rglob("*.md"))


def _of_type(folder: Path, chance: Chance, *types: str) -> Path:
    found = [path for path in _plans(folder) if _type(path) in types]
    return chance.choice(found)


def _type(path: Path) -> str:
    found = re.search(r"^type: (\w+)", path.read_text("utf-8"), re.MULTILINE)
    return found[1] if found else ""


def _changed(path: Path, pattern: str, new: str) -> None:
    text = path.read_text("utf-8")
    path.write_text(re.sub(pattern, lambda _: new, text, count=1, flags=re.MULTILINE), "utf-8")


def edit_field(folder: Path, chance: Chance) -> str:
    """Give one or more plans another title, DRI, status, end or summary, or take a line away."""
    path = _of_type(folder, chance, "tactic", "strategy", "tactic", "theme", "team", "mission", "vision")
    word = f"{chance.choice(('Ask', 'Bring', 'Call'))} {chance.randrange(1000)}"
    choices = {
        "title": f"title: {word}", "summary": f"summary: {word}.", "statement": f"statement: {word}.",
        "dri": f"dri: {chance.choice(_handles(folder))}", "status": f"status: {chance.choice(_STATUS)}",
        "end": f"end: 2027-0{chance.randint(1, 9)}-15", "number": f'number: "{chance.randrange(30)}"',
    }  # fmt: skip
    text = path.read_text("utf-8")
    name = chance.choice(
        [each for each in choices if re.search(f"^{each}: ", text, re.MULTILINE)] or ["title"]
    )
    line = choices[name] if re.search(f"^{name}: ", text, re.MULTILINE) else "---\nsummary: New."
    _changed(path, rf"^{name}: .*$" if name in text else r"\A---$", line)
    return f"{name} of {path.name}"


_STATUS = ("active", "done", "paused", "proposed", "dropped", "draft")


def _handles(folder: Path) -> list[str]:
    return re.findall(r"^([\w-]+):", _people(folder).read_text("utf-8"), re.MULTILINE) or ["nobody"]


def _people(folder: Path) -> Path:
    return next(folder.glob("*/people.yml"))


def edit_check_in(folder: Path, chance: Chance) -> str:
    """Add a check-in to a plan that has some."""
    found = [
        path for path in _plans(folder) if re.search("^updates:$", path.read_text("utf-8"), re.MULTILINE)
    ]
    path = chance.choice(found)
    health = chance.choice(("on-track", "at-risk", "off-track"))
    line = f"updates:\n  - {{date: 2026-11-{chance.randint(1, 20):02}, health: {health}, note: Said so.}}"
    _changed(path, "^updates:$", line)
    return f"check-in of {path.name}"


def edit_body(folder: Path, chance: Chance) -> str:
    """Write something below a page: a sentence, a heading, a link, or one that leads nowhere."""
    path, other = chance.choice(_plans(folder)), chance.choice(_plans(folder))
    link = Path("../" * (len(path.relative_to(folder).parts) - 2), *other.relative_to(folder).parts[1:])
    new = chance.choice(
        ("More of it.", f"## Heading {chance.randrange(99)}", f"[There]({link.as_posix()})", "[No](no.md)",
         f"[Here]({link.as_posix()}#nowhere)", "<!-- plans/tactics {status: active} -->")
    )  # fmt: skip
    path.write_text(path.read_text("utf-8") + f"\n{new}\n", "utf-8")
    return f"text of {path.name}: {new}"


def edit_own_page(folder: Path, chance: Chance) -> str:
    """Write a page that is no plan, or write in it."""
    path = _plans(folder)[0].parent / "guide" / f"own-{chance.randrange(3)}.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"# Own {chance.randrange(99)}\n\n<!-- plans/scoreboard -->\n", "utf-8")
    return f"page {path.name}"


def rename(folder: Path, chance: Chance) -> str:
    """Give a file another name, and so its plan another id."""
    path = _of_type(folder, chance, "tactic", "strategy", "team")
    path.rename(path.with_name(f"renamed-{chance.randrange(1000)}.md"))
    return f"{path.name} renamed"


def move(folder: Path, chance: Chance) -> str:
    """Put a file into another folder."""
    path = _of_type(folder, chance, "tactic", "strategy", "theme")
    to = path.parent / f"moved-{chance.randrange(3)}" / path.name
    to.parent.mkdir(exist_ok=True)
    path.rename(to)
    return f"{path.name} moved"


def delete(folder: Path, chance: Chance) -> str:
    """Take a file away."""
    path = _of_type(folder, chance, "tactic", "strategy", "tactic", "team", "mission")
    path.unlink()
    return f"{path.name} deleted"


def add(folder: Path, chance: Chance) -> str:
    """Write a new plan file like another one."""
    path = _of_type(folder, chance, "tactic", "strategy", "tactic")
    number = chance.randrange(1000)
    to = path.with_name(f"added-{number}.md")
    to.write_bytes(path.read_bytes())
    _changed(to, "^title: .*$", f"title: Added {number}")
    _changed(to, "^id: .*$", f"id: added-{number}")
    return f"{to.name} added"


def edit_people(folder: Path, chance: Chance) -> str:
    """Add somebody, give somebody another name, or take somebody away."""
    path = _people(folder)
    lines = path.read_text("utf-8").splitlines()
    at = chance.choice([i for i, line in enumerate(lines) if re.match(r"[\w-]+: \{", line)] or [len(lines)])
    if chance.random() < 0.4 or at == len(lines):
        lines.append(f"new-{chance.randrange(1000)}: {{name: New One, role: Clerk}}")
    elif chance.random() < 0.6:
        lines[at] = re.sub(r": \{.*", f": {{name: Renamed {chance.randrange(99)}}}", lines[at])
    else:
        del lines[at]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return "people"


def edit_readings(folder: Path, chance: Chance) -> str:
    """Give a goal a reading in the table of readings, which may be new."""
    goals = [
        (path.stem, goal)
        for path in _plans(folder)
        if _type(path) in {"strategy", "tactic"}
        for goal in re.findall(r"^ +- id: ([\w-]+)$", path.read_text("utf-8"), re.MULTILINE)
    ]
    table = _people(folder).with_name("readings.csv")
    text = table.read_text("utf-8") if table.exists() else "plan,goal,date,value,note\n"
    plan, goal = chance.choice(goals or [("none", "none")])
    row = f"{plan},{goal},2026-0{chance.randint(1, 9)}-1{chance.randint(0, 9)},{chance.randint(1, 99)},HR\n"
    table.write_text(text + row, "utf-8")
    return f"a reading of {plan}"


def edit_settings(folder: Path, chance: Chance) -> str:
    """Change a setting of ours or of MkDocs."""
    config = folder / "mkdocs.yml"
    choice = chance.randrange(5)
    if choice == 0:
        _changed(config, "^site_name: .*$", f"site_name: Named {chance.randrange(99)}")
    elif choice == 1:
        _plugin_setting(config, "labels", f"{{theme: Pillar{chance.randrange(9)}}}")
    elif choice == 2:
        _plugin_setting(config, "people_pages", chance.choice(("true", "false")))
    elif choice == 3:
        _plugin_setting(config, "organization", f"Org {chance.randrange(99)}")
    else:
        _setting(config, "copyright", f"Owned by {chance.randrange(99)}")
    return f"setting {choice}"


def change_day(folder: Path, chance: Chance) -> str:
    """Let another day be today."""
    _plugin_setting(
        folder / "mkdocs.yml", "today", f"2026-{chance.choice((10, 12))}-{chance.randint(1, 28):02}"
    )
    return "day"


def _setting(config: Path, name: str, value: str) -> None:
    text = config.read_text("utf-8")
    text = re.sub(rf"^{name}: .*\n", "", text, flags=re.MULTILINE)
    config.write_text(f"{name}: {value}\n{text}", "utf-8")


def _plugin_setting(config: Path, name: str, value: str) -> None:
    text = re.sub(
        r"^( *- plans: )\{today: (.*)\}$",
        r"\1\n      today: \2",
        config.read_text("utf-8"),
        flags=re.MULTILINE,
    )
    text = re.sub(rf"^      {name}: .*\n", "", text, flags=re.MULTILINE)
    config.write_text(
        re.sub("^( *- plans:) *$", rf"\1\n      {name}: {value}", text, flags=re.MULTILINE), "utf-8"
    )


def edit_template(folder: Path, chance: Chance) -> str:
    """Replace a template of ours, or extend one of the theme's."""
    config = folder / "mkdocs.yml"
    if "custom_dir" not in config.read_text("utf-8"):
        _changed(config, r"^theme: \{", "theme: {custom_dir: overrides, ")
        _changed(config, "^theme: *$", "theme:\n  custom_dir: overrides")
    if chance.random() < 0.5:
        path = folder / "overrides/plans/partials/findings.html"
        text = f"<p>{chance.randrange(99)} {{{{ findings | length }}}}</p>\n"
    else:
        path = folder / "overrides/main.html"
        text = f'{{% extends "base.html" %}}{{% block announce %}}{chance.randrange(99)}{{% endblock %}}\n'
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return f"template {path.name}"


def edit_style_sheet(folder: Path, chance: Chance) -> str:
    """Write in a style sheet of the site's own."""
    _setting(folder / "mkdocs.yml", "extra_css", "[own.css]")
    (_plans(folder)[0].parent / "own.css").write_text(f"p {{ margin: {chance.randrange(99)}px }}\n", "utf-8")
    return "style sheet"


Edit = Callable[[Path, Chance], str]

EDITS: Sequence[Edit] = (
    edit_field, edit_check_in, edit_body, edit_own_page, rename, move, delete, add, edit_people,
    edit_readings, edit_settings, change_day, edit_template, edit_style_sheet,
)  # fmt: skip
"""Each kind of edit."""

OFTEN: Sequence[Edit] = (*EDITS, edit_field, edit_field, edit_field, edit_check_in, edit_body, edit_body)
"""Each kind, as often as authors come to it."""


def edits(number: int, chance: Chance) -> list[Edit]:
    """Choose some."""
    return [chance.choice(OFTEN) for _ in range(number)]
