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
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from benchmarks.generate import write_site
from mkdocs_plans.plugin.incremental import FOLDER
from tests.built_site import Command, configured
from tests.compiled import compiled_once
from tests.full_site import write_full_site
from tests.random_edits import Chance, Edit, edits

ROOT = Path(__file__).parents[1]


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


@contextlib.contextmanager
def _nothing_remembered() -> Iterator[None]:
    """Build as in a new process: MkDocs keeps plugins from build to build."""
    plugins = vars(dict(MkDocsConfig._schema)["plugins"])["plugin_cache"]
    kept = dict(plugins)
    plugins.clear()
    try:
        yield
    finally:
        plugins.clear()
        plugins.update(kept)


def clean(folder: Path, command: Command, url: str = "") -> Built:
    """Build a site as if it never had been, at the same place, and leave all as it was."""
    with tempfile.TemporaryDirectory(dir=folder.parent) as aside:
        kept = [path for path in (folder / "site", folder / FOLDER) if path.exists()]
        for path in kept:
            path.rename(Path(aside, path.name))
        try:
            with _nothing_remembered():
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
        said = f"{self.done} edits: {len(self.wrong)} wrong"
        if self.pages:  # of what is served, none are counted
            said += f"; {self.kept} of {self.pages} pages as they were"
            said += f"; {self.seconds:.1f} s for {self.clean_seconds:.1f} s"
        return "\n".join([said, *self.wrong])


def try_edits(folder: Path, chosen: Sequence[Edit], command: Command, chance: Chance, tally: Tally) -> None:
    """Edit a site again and again, and compare after each edit."""
    built(folder, command)
    for edit in chosen:
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


def try_served(folder: Path, chosen: Sequence[Edit], chance: Chance, tally: Tally) -> None:
    """Edit a site while it is served, and fetch all of it after each edit."""
    with _served(folder) as url:
        known: set[str] = set()
        for edit in chosen:
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
            # The first sites have one more where they don't come out even: few edits are not none.
            chosen = edits((given.edits + len(SITES) - 1 - number) // len(SITES), chance)
            try_edits(folder, chosen, "serve" if number % 2 else "build", chance, tally)
        write_full_site(folder := Path(scratch, "served"))
        try_served(folder, edits(given.served, chance), chance, served)
    print(f"{tally}\nserved: {served}")
    sys.exit(bool(tally.wrong or served.wrong))


if __name__ == "__main__":
    main()
