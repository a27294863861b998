"""`python -m benchmarks.lighthouse`: what Lighthouse says of our pages, beside a page of Material alone.

Needs Node.js; Lighthouse itself is fetched from npm into `.cache/lighthouse`. A site of 500 plans and a
bare one are served from this machine, compressed as hosts compress them; each page is looked at three
times in turn, as Lighthouse looks at pages by default: on a slow phone. Scores are out of 100.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.figures import Figure, table
from benchmarks.generate import write_site
from tests.browser import OPTIONS, ensure
from tests.pages.sites import Quiet, build, served, write_bare

ROOT = Path(__file__).resolve().parents[1]
TOOL = ROOT / ".cache/lighthouse"
VERSION = "12.8.2"

PLANS = 500
RUNS = 3
MAY_BE_BELOW = 3
"""Points that a page of ours may be below the bare one."""

BARE = "bare/"
CATEGORIES = ("performance", "accessibility")

_BARE = {"site_name": "Bare", "theme": {"name": "material", "font": False}}


def main() -> None:
    """Measure, print a table, and exit with 1 where a page is too far below the bare one."""
    if not (TOOL / "node_modules").exists():
        TOOL.mkdir(parents=True, exist_ok=True)
        command = ["npm", "install", "--silent", "--no-fund", "--no-audit", f"lighthouse@{VERSION}"]
        subprocess.run(command, cwd=TOOL, check=True)
    with tempfile.TemporaryDirectory(prefix="plans-lighthouse-") as folder:
        pages = _write(Path(folder))
        with served(Path(folder) / "built", _Compressing) as host:
            scores = _scores(host, pages)
    figures = list(_figures(pages, scores))
    print(table(figures))
    sys.exit(not all(figure.holds for figure in figures))


def _write(folder: Path) -> dict[str, str]:
    """Build both sites; give the addresses of the pages by their names."""
    (folder / "ours").mkdir()
    write_site(folder / "ours", PLANS, 1)
    build(folder / "ours", folder / "built/ours")
    build(write_bare(folder / "bare", _BARE), folder / "built/bare")
    strategy = min((folder / "built/ours/strategies").glob("*/*/index.html")).parent
    return {
        "bare page of Material": BARE,
        "home": "ours/",
        "a strategy": f"{strategy.relative_to(folder / 'built').as_posix()}/",
        "tactics": "ours/tactics/",
        "timeline": "ours/timeline/",
    }


def _scores(host: str, pages: dict[str, str]) -> dict[tuple[str, str], list[float]]:
    found: dict[tuple[str, str], list[float]] = defaultdict(list)
    for _ in range(RUNS):
        for address in pages.values():
            for category, score in _looked_at(f"{host}/{address}"):
                found[address, category].append(score)
    return found


def _looked_at(url: str) -> Iterator[tuple[str, float]]:
    """What one run of Lighthouse says of a page, by category."""
    flags = " ".join(["--headless=new", "--no-sandbox", *(f"'{option}'" for option in OPTIONS)])
    command = [
        str(TOOL / "node_modules/.bin/lighthouse"), url, "--quiet", "--output=json",
        f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={flags}",
    ]  # fmt: skip
    environment = {**os.environ, "CHROME_PATH": ensure()}
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    report = json.loads(done.stdout)
    for category in CATEGORIES:
        yield category, 100 * report["categories"][category]["score"]


def _figures(pages: dict[str, str], scores: dict[tuple[str, str], list[float]]) -> Iterator[Figure]:
    """For each page and category the points below the bare page; medians of the runs."""
    for category in CATEGORIES:
        bare = median(scores[BARE, category])
        for name, address in pages.items():
            score = median(scores[address, category])
            bound = None if address == BARE else MAY_BE_BELOW
            work = f"{name}, {category} {score:.0f}: below the bare page by"
            yield Figure(work, PLANS, bare - score, "", bound=bound)


class _Compressing(Quiet):
    """Serves text compressed, as hosts do."""

    def do_GET(self) -> None:  # noqa: N802 - the name by which http.server calls it
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if file.suffix not in {".html", ".css", ".js", ".json", ".svg"} or not file.exists():
            super().do_GET()
            return
        body = gzip.compress(file.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


if __name__ == "__main__":
    main()
