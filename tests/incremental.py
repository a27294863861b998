"""`python -m tests.incremental`: random edits of sites, after each of which the site equals a clean build.

The edits follow one another on one site, as an author's do: fields, texts, files that come, go and move,
people, settings, templates, style sheets, another day. What is compared is every file that is published, the
search index and the sitemap among them, and every warning. The tests try a few; a release tries 100.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import logging
import random
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import process_time

from mkdocs.commands import build as mkdocs_build
from mkdocs.exceptions import MkDocsException

from benchmarks.generate import write_site
from mkdocs_plans.plugin.incremental import FOLDER
from tests.built_site import Command, configured
from tests.compiled import compiled_once
from tests.full_site import write_full_site

ROOT = Path(__file__).parents[1]

Chance = random.Random


@dataclass(frozen=True)
class Built:
    """What a build came to: the files that it published, what it logged, and why it stopped."""

    files: dict[str, bytes]
    told: list[str]
    stopped: str = ""
    seconds: float = field(default=0.0, compare=False)


class _Log(logging.Handler):
    """Takes down warnings, and what is said of the pages that were kept."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self.kept = ""

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.WARNING:
            self.told.append(record.getMessage())
        elif "are as they were" in record.getMessage():
            self.kept = record.getMessage()


@contextlib.contextmanager
def _listening() -> Iterator[_Log]:
    logger, log = logging.getLogger("mkdocs"), _Log()
    before = logger.level
    logger.addHandler(log)
    logger.setLevel(logging.INFO)
    try:
        yield log
    finally:
        logger.removeHandler(log)
        logger.setLevel(before)


def built(folder: Path, command: Command, url: str = "") -> tuple[Built, str]:
    """Build a site over what is there; give also what was said of pages that were kept. `url` is where it is
    served.
    """
    stopped, start = "", process_time()
    with _listening() as log, contextlib.chdir(folder):
        try:
            config = configured(folder, command)
            config.site_url = url or config.site_url
            mkdocs_build.build(config, serve_url=(url or "http://127.0.0.1/") if command == "serve" else None)
        except (MkDocsException, SystemExit) as error:
            stopped = str(error)
    seconds = process_time() - start
    return Built(published(folder / "site"), sorted(log.told), stopped, seconds), log.kept


def clean(folder: Path, command: Command, url: str = "") -> Built:
    """Build a site as if it never had been, at the same place, and leave all as it was."""
    with tempfile.TemporaryDirectory(dir=folder.parent) as aside:
        kept = [path for path in (folder / "site", folder / FOLDER) if path.exists()]
        for path in kept:
            path.rename(Path(aside, path.name))
        try:
            return built(folder, command, url)[0]
        finally:
            for path in (folder / "site", folder / FOLDER):
                shutil.rmtree(path, ignore_errors=True)
            for path in kept:
                path.parent.mkdir(parents=True, exist_ok=True)
                Path(aside, path.name).rename(path)


def published(site: Path) -> dict[str, bytes]:
    """Each file of a site, by its path."""
    files = (file for file in sorted(site.rglob("*")) if file.is_file())
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in files}


def difference(one: Built, other: Built) -> list[str]:
    """How two builds differ, if they do."""
    names = [] if one.stopped else sorted(one.files.keys() | other.files.keys())
    found = [name for name in names if one.files.get(name) != other.files.get(name)]
    found += [f"told: {text}" for text in sorted(set(one.told) ^ set(other.told))]
    return found if one.stopped == other.stopped else [*found, f"{one.stopped!r} != {other.stopped!r}"]


# --- edits -------------------------------------------------------------------------------------


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
    edit_settings, change_day, edit_template, edit_style_sheet,
)  # fmt: skip
"""Each kind of edit."""

_OFTEN: Sequence[Edit] = (edit_field, edit_field, edit_field, edit_check_in, edit_body, edit_body)


# --- trying them -------------------------------------------------------------------------------


@dataclass
class Tally:
    """What came of many edits: how many there were, and after which the site wasn't as it should be."""

    done: int = 0
    pages: int = 0
    kept: int = 0
    wrong: list[str] = field(default_factory=list)
    seconds: float = 0.0
    clean_seconds: float = 0.0

    def __str__(self) -> str:
        share = f"{self.kept} of {self.pages} pages as they were"
        took = f"{self.seconds:.1f} s for {self.clean_seconds:.1f} s"
        return "\n".join([f"{self.done} edits: {len(self.wrong)} wrong; {share}; {took}", *self.wrong])


def try_edits(folder: Path, edits: Sequence[Edit], command: Command, chance: Chance, tally: Tally) -> None:
    """Edit a site again and again, and compare after each edit."""
    built(folder, command)
    for edit in edits:
        before = _sources(folder)
        what = f"{folder.name}, {command}, {tally.done}: {edit.__name__}"
        try:
            what += f": {edit(folder, chance)}"
        except (IndexError, StopIteration):  # nothing left to edit so
            continue
        new, kept = built(folder, command)
        old = clean(folder, command)
        tally.done += 1
        tally.seconds, tally.clean_seconds = tally.seconds + new.seconds, tally.clean_seconds + old.seconds
        if found := re.match(r".*?(\d+) of (\d+) pages", kept):
            tally.pages += int(found[2])
            tally.kept += int(found[2]) - int(found[1])
        if differs := difference(new, old):
            tally.wrong.append(f"{what}\n    " + "\n    ".join(differs[:8]))
        if old.stopped:
            _write_back(folder, before)
        logging.getLogger(__name__).info("%s: %s", what, kept or old.stopped)


def _sources(folder: Path) -> dict[Path, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    made = folder / "site", folder / FOLDER
    return {file: file.read_bytes() for file in files if not any(map(file.is_relative_to, made))}


def _write_back(folder: Path, before: dict[Path, bytes]) -> None:
    for file in _sources(folder):
        file.unlink()
    for file, content in before.items():
        file.write_bytes(content)


@contextlib.contextmanager
def _served(folder: Path) -> Iterator[str]:
    """Serve a site as an author does; give its address once it is there."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address]
    server = subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True)
    assert server.stderr is not None
    for line in server.stderr:
        if "Serving on" in line:
            break
    threading.Thread(target=server.stderr.read, daemon=True).start()
    try:
        yield f"http://{address}/"
    finally:
        server.terminate()
        server.wait()


def _fetched(url: str) -> bytes | None:
    """What a server gives, without the program that loads a page anew; None where there is nothing."""
    try:
        with urllib.request.urlopen(url, timeout=120) as answer:
            content: bytes = answer.read()
    except urllib.error.HTTPError:
        return None
    content = gzip.decompress(content) if url.endswith(".gz") else content
    return re.sub(rb"<script>[^<]*livereload\([^<]*</script>", b"", content)


def try_served(folder: Path, edits: Sequence[Edit], chance: Chance, tally: Tally) -> None:
    """Edit a site while it is served, and fetch all of it after each edit."""
    with _served(folder) as url:
        known: set[str] = set()
        for edit in edits:
            seen = int(_fetched(f"{url}livereload/0/0") or 0)
            try:
                what = f"{folder.name}, {tally.done}: {edit.__name__}: {edit(folder, chance)}"
            except (IndexError, StopIteration):  # nothing left to edit so
                continue
            wanted = clean(folder, "serve", url).files
            known |= wanted.keys()
            differs = ["the site wasn't built again"]
            while differs and (now := int(_fetched(f"{url}livereload/{seen}/0") or 0)) > seen:
                seen = now
                differs = [path for path in sorted(known) if not _is_served(url, path, wanted.get(path))]
            tally.done += 1
            logging.getLogger(__name__).info("%s: %s", what, ", ".join(differs) or "as it should be")
            if differs:
                tally.wrong.append(f"{what}\n    " + "\n    ".join(differs[:8]))


def _is_served(url: str, path: str, wanted: bytes | None) -> bool:
    if wanted is not None and path.endswith(".gz"):
        wanted = gzip.decompress(wanted)
    return _fetched(url + urllib.parse.quote(path)) == wanted


def write_example(folder: Path) -> None:
    """Write the example organisation's site."""
    shutil.copytree(ROOT / "plans", folder / "plans")
    shutil.copy(ROOT / "mkdocs.yml", folder)


def write_mines(folder: Path) -> None:
    """Write a university's site."""
    shutil.copytree(ROOT / "tests/sites/south-dakota-mines", folder, dirs_exist_ok=True)


SITES: Sequence[Callable[[Path], object]] = (
    write_example, lambda folder: write_site(folder, 60), write_full_site, write_mines,
)  # fmt: skip


def main() -> None:
    """Try as many edits as are asked for; exit status 1 where a site wasn't as it should be."""
    parser = argparse.ArgumentParser(prog="python -m tests.incremental", description=__doc__)
    parser.add_argument("--edits", type=int, default=100, help="how many edits with a build after each")
    parser.add_argument("--served", type=int, default=20, help="how many under `mkdocs serve`")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quiet", action="store_true", help="say nothing of each edit")
    given = parser.parse_args()
    logging.basicConfig(level=logging.WARNING, format="%(message)s", stream=sys.stderr)
    logging.getLogger("mkdocs").propagate = False
    logging.getLogger(__name__).setLevel(logging.WARNING if given.quiet else logging.INFO)
    tally, served, chance = Tally(), Tally(), random.Random(given.seed)
    with tempfile.TemporaryDirectory() as scratch, compiled_once():
        for number, write in enumerate(SITES):
            folder = Path(scratch, f"site-{number}")
            folder.mkdir()
            write(folder)
            edits = [chance.choice((*EDITS, *_OFTEN)) for _ in range(given.edits // len(SITES))]
            try_edits(folder, edits, "serve" if number % 2 else "build", chance, tally)
        write_full_site(folder := Path(scratch, "served"))
        try_served(folder, [chance.choice(EDITS) for _ in range(given.served)], chance, served)
    print(f"{tally}\nserved: {served}")
    sys.exit(bool(tally.wrong or served.wrong))


if __name__ == "__main__":
    main()
