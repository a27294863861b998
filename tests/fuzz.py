"""`python -m tests.fuzz`: mutated plan files and mutated sites, through check, build and diff.

What must hold of each: nothing but a finding or a refusal comes of it, and it takes no more than `MOST`
times as long as what it was made from. What the check lets through is built, and where the build refuses,
the published folder stays as it was. The tests run a few; `--files 20000 --sites 500` is for a release.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime
import random
import re
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from time import process_time

from click.exceptions import Abort
from click.testing import CliRunner
from jinja2 import TemplateError
from mkdocs.exceptions import MkDocsException

from mkdocs_plans.changes import State, Teller, compare
from mkdocs_plans.cli import main as plans
from mkdocs_plans.load import load
from mkdocs_plans.model import VIEW_ARGUMENTS
from mkdocs_plans.outputs.review.text import emit
from mkdocs_plans.render import Renderer
from mkdocs_plans.rules import check
from mkdocs_plans.settings import Site
from tests.built_site import build, configured
from tests.compiled import compiled_once
from tests.damage import REAL_FILES, Memory, damaged

ROOT = Path(__file__).parents[1]

SOURCES = ("tests/sites/smallest", "tests/sites/south-dakota-mines")

DAY = datetime.date(2026, 11, 23)

MOST = 20
"""How many times as long a mutated input may take as the one that it was made from."""

_NAMES = tuple(VIEW_ARGUMENTS)

MOMENT = 0.25
"""Seconds of the processor's time below which no input is slow."""

HOSTILE = (
    "\0", "\ufeff", "\u202e", "\u2028", "\u200b", "\xa0", "\x1b[31m", "\U0001f600", "e\u0301", "9" * 40,
    "1e400", "-0", ".nan", "9999-12-31", "0000-00-00", "2026-02-30", "[" * 200, "{" * 200, "- " * 150,
    "&a [*a]", "*a", "!!python/object", "!ENV X", "<<: *a", "? [a]: b", "|", ">-", "%YAML 9", "---", "...",
    "# x", "a: b: c", "\t", "''", '"', "<!--", "<!-- plans/tactics {", "<!-- plans/tactics {team: [a, b -->",
    "<!-- plans/ -->", "<!-- plans/tactics # x -->", "<script>alert(1)</script>", "](javascript:x)",
    "x" * 5_000, "../../etc", "con", "~", "=1+1", "${{ x }}", "{{ x }}", "../../../x", "/etc/passwd",
    "```yaml", "~~~", "\u2067", "\u00ad", "docs_dir: /", "docs_dir: .", "<!-- plans/ tactics -->",
    "x#y#z", "#", "@a", "null", "yes", "0x10", "1_000", "1.234", "1,5", "\u0663", "\u00bd",
)  # fmt: skip
"""What inputs of attackers, of Word and of other tools hold."""


DATES = (
    "2026-11-23", "2026-11-24", "1900-01-01", "2999-12-31", "1899-12-31", "3000-01-01", "0001-01-01",
    "2026-02-29", "26-1-1", "2026-11", "2026", "2026-Q4", "23.11.2026", "11/12/2026", "2026-11-23T09:00:00Z",
)  # fmt: skip
"""Days at the edges of what a plan may speak of, and other ways to write one."""

NUMBERS = (
    "0", "-0", "-1", "1", "100", "101", "0.0004", "1e9", "1e308", "9" * 25, "9" * 26, "-" + "9" * 30, ".inf",
    "1.280", "4,50", "1.234,50", "0x1F", "0o17", "1_000", "50%", "4,50 \u20ac", "12:30", "10 000", "\u00bc",
)  # fmt: skip
"""Numbers at the edges, and other ways to write one."""

WORDS = (
    "theme", "strategy", "tactic", "team", "vision", "mission", "values", "goals", "actions", "targets",
    "checkins", "readings", "draft", "proposed", "active", "paused", "done", "dropped", "keep", "higher",
    "lower", "on-track", "off-track", "true", "null", "1", "a" * 201, "\u00df", "con", "Anna", "[]", "{}",
)  # fmt: skip
"""Words of ours in the place of others, and ids at the edges."""

_TOKEN = re.compile(rb"(?P<date>\d{4}-\d\d-\d\d)|(?P<number>-?\d+(?:[.,]\d+)?)|(?P<word>[A-Za-z][\w-]*)")


def mutate(data: bytes, chance: random.Random) -> bytes:
    """Damage a text as slips and merges do, put something hostile somewhere into it, or give other values
    to what it has.
    """
    for _ in range(chance.randint(1, 3)):
        data = chance.choice((damaged, _attacked, _revalued))(data, chance)
    return data


def _attacked(data: bytes, chance: random.Random) -> bytes:
    piece = chance.choice(HOSTILE).encode()
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    key, colon, value = lines[at].partition(b": ")
    match chance.randrange(4):
        case 0:
            lines[at] = key + b": " + piece
        case 1:
            lines.insert(at, piece)
        case 2:
            lines[at] = key + colon + piece + value
        case _:
            lines[at] = piece + lines[at]
    return b"\n".join(lines)


def _revalued(data: bytes, chance: random.Random) -> bytes:
    """Put others in the place of one to eight dates, numbers and words of the front matter: what is of
    their kind, or what stands elsewhere in the text.
    """
    for _ in range(chance.randint(1, 8)):
        end = data.find(b"\n---", 4) if data.startswith(b"---") else len(data)
        tokens = list(_TOKEN.finditer(data, 0, max(end, 4)))
        if not tokens:
            return data
        token, other = chance.choice(tokens), chance.choice(tokens)
        pool = {"date": DATES, "number": NUMBERS, "word": WORDS}[str(token.lastgroup)]
        new = other[0] if chance.random() < 0.4 else chance.choice(pool).encode()
        data = data[: token.start()] + new + data[token.end() :]
    return data


@dataclass
class Tally:
    """What came of many inputs: how many there were, what raised, and what took too long."""

    done: int = 0
    raised: list[str] = field(default_factory=list)
    slow: list[str] = field(default_factory=list)
    slowest: float = 0.0

    def count(self, name: str, work: Callable[[], object], usual: float) -> None:
        """Count an input, with what is done to it and how long what it was made from takes.

        What took too long is timed once more, as a full collection of a large process's garbage takes as
        long and falls on any input: slow is what is slow twice.
        """
        self.done += 1
        seconds = timed(work)
        if _is_slow(seconds, usual):
            seconds = min(seconds, timed(work))
        self.slowest = max(self.slowest, seconds / max(usual, MOMENT / MOST))
        if _is_slow(seconds, usual):
            self.slow.append(f"{name}: {seconds:.2f} s for {usual:.3f} s")

    @contextlib.contextmanager
    def trying(self, name: str) -> Iterator[None]:
        """Note what is raised, whatever it is: that is what is looked for."""
        try:
            yield
        except Exception:
            self.raised.append(f"{name}\n{traceback.format_exc(limit=-4)}")

    def __str__(self) -> str:
        found = f"{len(self.raised)} raised, {len(self.slow)} slow ({self.slowest:.1f} x at most)"
        return "\n".join([f"{self.done} inputs: {found}", *self.slow[:20], *self.raised[:20]])


def _is_slow(seconds: float, usual: float) -> bool:
    return seconds > MOST * usual and seconds > MOMENT


def timed(work: Callable[[], object]) -> float:
    """How long something takes, in seconds of the processor's time."""
    start = process_time()
    work()
    return process_time() - start


def try_files(seeds: range) -> Tally:
    """Take mutated plan files through check, fix, diff and the rendering of their pages."""
    with compiled_once():
        return _try_files(seeds)


def _try_files(seeds: range) -> Tally:
    tally = Tally()
    usual: dict[int, float] = {}
    for seed in seeds:
        chance = random.Random(seed)
        at = chance.randrange(len(REAL_FILES))
        if at not in usual:
            usual[at] = min(timed(partial(through, REAL_FILES[at], REAL_FILES[at])) for _ in range(2))
        work = partial(through, mutate(REAL_FILES[at], chance), REAL_FILES[at])
        with tally.trying(name := f"file seed {seed}"):
            tally.count(name, work, usual[at])
    return tally


def _address(path: str) -> str:
    return path.removesuffix(".md") + "/"


def through(data: bytes, before: bytes) -> None:
    """Check a plan file, tell its change, and render all that a site of it has."""
    site = Site(Path("/nowhere/mkdocs.yml"), Path("/nowhere/plans"))
    site = replace(site, settings=site.settings.model_copy(update={"today": DAY}))
    people = b"vp-sales: {name: Vera Price}\n"
    was, now = (
        State(one, check(one, site))
        for one in (load(Memory({"a.md": each}, people), site) for each in (before, data))
    )
    review = compare(was, now)
    emit(review, Teller.of(review.compared, site), str)
    pages = Renderer(now.loaded.plan, site)
    for file in now.loaded.plan.files:
        pages.plan_page(file, _address)
    for name in _NAMES:
        pages.view(name, "", _address)


def try_sites(seeds: range) -> Tally:
    """Take mutated sites (plan files, people file, settings, views) through the commands and a build."""
    tally = Tally()
    with tempfile.TemporaryDirectory() as scratch:
        for source in SOURCES:
            folder = Path(scratch) / Path(source).name
            shutil.copytree(ROOT / source, folder)
            commit(folder)
            usual = min(timed(partial(use, folder)) for _ in range(2))
            for seed in seeds:
                if seed % len(SOURCES) != SOURCES.index(source):
                    continue
                touched = mutate_site(folder, random.Random(seed))
                work = partial(use, folder, has_sound_settings="mkdocs.yml" not in touched)
                name = f"site seed {seed} ({source}: {', '.join(touched)})"
                with tally.trying(name):
                    tally.count(name, work, usual)
                git(folder, "checkout", "--quiet", ".")
                git(folder, "clean", "--quiet", "-fd")
    return tally


def mutate_site(folder: Path, chance: random.Random) -> list[str]:
    """Mutate one to three files of a site; give their names."""
    files = [
        file
        for file in sorted(folder.rglob("*"))
        if file.suffix in {".md", ".yml"} and ".git" not in file.parts
    ]
    chosen = {folder / "mkdocs.yml", *folder.glob("docs/people.yml")} if chance.random() < 0.4 else set()
    chosen = {chance.choice(sorted(chosen))} if chosen else set()
    chosen |= set(chance.sample(files, chance.randint(1, 2)))
    for file in sorted(chosen):
        data = file.read_bytes()
        if file.suffix == ".md" and chance.random() < 0.3:
            data += f"\n<!-- plans/{chance.choice(_NAMES)} {{{chance.choice(HOSTILE)}: x}} -->\n".encode()
        file.write_bytes(mutate(data, chance))
    return [file.name for file in sorted(chosen)]


def use(folder: Path, *, has_sound_settings: bool = True) -> None:
    """Check, show, compare and build a site. AssertionError where a command failed by itself, where the
    build refused what the check had let through, or left the published folder otherwise than it was.
    """
    checked = run(folder, "check")
    for command in ("check --diff", "list", "due", "diff HEAD", "list goals"):
        run(folder, *command.split())
    published = kept(folder / "site")
    try:
        with contextlib.chdir(folder):
            if has_sound_settings or is_taken(folder):
                build(folder)
    except TemplateError:  # of the theme's, which breaks on some settings of its own: ours would be told
        if has_sound_settings:
            raise
        assert kept(folder / "site") == published, "the published folder changed"
    except (MkDocsException, Abort, SystemExit) as refusal:
        assert not (has_sound_settings and checked == 0), f"check passed, build refused: {refusal}"
        assert kept(folder / "site") == published, f"the published folder changed: {refusal}"


def is_taken(folder: Path) -> bool:
    """Whether MkDocs takes a site's settings, which breaks on some before it asks us, and has our plugin."""
    try:
        return any(name.endswith("plans") for name in configured(folder).plugins)
    except (MkDocsException, Abort, SystemExit):
        raise
    except Exception as error:
        if any("mkdocs_plans" in frame.filename for frame in traceback.extract_tb(error.__traceback__)):
            raise
        return False


def run(folder: Path, *command: str) -> int:
    """Run a command of ours in a folder and give its status; AssertionError where it failed by itself."""
    with contextlib.chdir(folder):
        result = CliRunner().invoke(plans, command)
    assert result.exit_code in {0, 1, 2}, (command, result.exit_code)
    assert "plans itself failed" not in result.stderr, (command, result.stderr)
    return result.exit_code


def kept(site: Path) -> dict[str, tuple[int, int]]:
    """What a published folder holds: each file's size, and when it was written."""
    found = ((file, file.stat()) for file in sorted(site.rglob("*")) if file.is_file())
    return {str(file): (stat.st_size, stat.st_mtime_ns) for file, stat in found}


def commit(folder: Path) -> None:
    """Make a folder a repository with all its files."""
    git(folder, "init", "--quiet")
    (folder / ".gitignore").write_text("site/\n")
    git(folder, "add", "--all")
    git(
        folder, "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--quiet", "--message", "All"
    )


def git(folder: Path, *arguments: str) -> None:
    """Run git in a folder."""
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True)


def main() -> None:
    """Try as many inputs as are asked for; exit status 1 where one raised or was slow."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--files", type=int, default=2_000, help="how many mutated plan files")
    parser.add_argument("--sites", type=int, default=50, help="how many mutated sites")
    parser.add_argument("--first", type=int, default=0, help="the seed to begin with")
    asked = parser.parse_args()
    tallies = {
        "plan files": try_files(range(asked.first, asked.first + asked.files)),
        "sites": try_sites(range(asked.first, asked.first + asked.sites)),
    }
    for name, tally in tallies.items():
        print(f"{name}: {tally}")
    sys.exit(any(tally.raised or tally.slow for tally in tallies.values()))


if __name__ == "__main__":
    main()
