"""What is measured, and by what."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.figures import Figure
from benchmarks.measure import in_turn, ratio, seconds
from benchmarks.sites import GeneratedSite

BUILD, IN_MENU, AGAIN, INDEX, CHECK, GROWTH = 1.6, 0.35, 0.15, 1.3, 1.4, 1.15
"""Bounds of ratios: a build beside one without us, where no page is in its menu and where all are; a build
over a site that is up to date; the search index; a check beside reading the plan; and the time a plan in a
plan of ten times the size.
"""

MEMORY, PAGE = 1200, 400
"""MB that a build of 10,000 plans may need, and KB of the largest page at 2,000, but those of
all tactics and all goals.
"""

_INDEX = "search/search_index.json"

AT_MOST = 10_000
"""The largest plan that is measured."""

BUILD_WORK = "`mkdocs build` ÷ without us, no page in the menu"
CHECK_WORK = "`plans check` ÷ reading files and YAML"


def build(site: GeneratedSite, times: int) -> Iterator[Figure]:
    """A build beside one without us, its search index, its memory, and a second one."""
    number, is_bound = site.number, site.number in (1000, 3000)
    commands = {"ours": site.build(), "bare": site.build("bare"), "again": site.build(is_clean=False)}
    if number == 1000:
        commands["menu"] = site.build("bare-in-menu")
    runs = in_turn(commands, times)
    ours, bare, again = runs["ours"], runs["bare"], runs["again"]
    took, bound = seconds(ours), BUILD if is_bound else None
    yield Figure(BUILD_WORK, number, took, "s", seconds(bare), ratio(ours, bare), bound)
    if menu := runs.get("menu"):
        work = "`mkdocs build` ÷ without us, all pages in the menu"
        yield Figure(work, number, took, "s", seconds(menu), ratio(ours, menu), IN_MENU)
    work = "second `mkdocs build` ÷ the first"
    yield Figure(work, number, seconds(again), "s", took, ratio(again, ours), AGAIN)
    index, other = (_size(site.built(name) / "search/search_index.json") for name in ("mkdocs", "bare"))
    yield Figure(
        "search index ÷ without us", number, index / 1e6, "MB", other / 1e6, index / other, bound and INDEX
    )
    memory = median(one.memory for one in ours)
    yield Figure("memory of a build", number, memory, "MB", bound=MEMORY if number == AT_MOST else None)


def pages(site: GeneratedSite) -> Iterator[Figure]:
    """The largest page of a built site, but those that list all to filter, and the median one."""
    listed = {site.built() / f"{name}/index.html" for name in ("goals", "tactics")}
    sizes = {path: _size(path) / 1024 for path in site.built().rglob("*.html") if path not in listed}
    largest = max(sizes, key=lambda path: sizes[path])
    work = f"largest page but the tactics': {largest.parent.relative_to(site.built()).as_posix()}"
    yield Figure(work, site.number, sizes[largest], "KB", bound=_page_bound(site))
    yield Figure("page, median", site.number, median(sizes.values()), "KB")


def _page_bound(site: GeneratedSite) -> float | None:
    return PAGE if site.number == 2000 else None


def _size(path: Path) -> int:
    return path.stat().st_size


def check(site: GeneratedSite, times: int) -> Iterator[Figure]:
    """A check beside reading the plan's files and their YAML alone."""
    runs = in_turn({"ours": site.plans("check"), "baseline": site.baseline()}, times)
    ours, other = runs["ours"], runs["baseline"]
    bound = CHECK if site.number == AT_MOST else None
    yield Figure(CHECK_WORK, site.number, seconds(ours), "s", seconds(other), ratio(ours, other), bound)


def commands(site: GeneratedSite, times: int) -> Iterator[Figure]:
    """The other commands that read the plan, beside a check. `diff` tells of twenty changed tactics."""
    site.commit()
    words = {
        "diff": ("diff", "HEAD"),
        "list": ("list",),
        "show": ("show", "tactic-1"),
        "due": ("due",),
    }
    runs = in_turn({"check": site.plans("check")} | {n: site.plans(*w) for n, w in words.items()}, times)
    check = runs.pop("check")
    for name, ours in runs.items():
        took = seconds(ours), "s", seconds(check), ratio(ours, check)
        yield Figure(f"`plans {name}` ÷ `plans check`", site.number, *took)


def shell(site: GeneratedSite, times: int) -> Iterator[Figure]:
    """What a shell waits for."""
    asked = {"_PLANS_COMPLETE": "bash_complete", "COMP_WORDS": "plans show tactic-1", "COMP_CWORD": "2"}
    words = {"`plans`, `--version`": site.plans("--version"), "completion of an id": site.plans(**asked)}
    for name, runs in in_turn(words, times).items():
        yield Figure(name, site.number, seconds(runs), "s")


def growth(figures: list[Figure]) -> Iterator[Figure]:
    """The time a plan at the largest size beside that at a tenth of it."""
    took = {(one.work, one.plans): one.value for one in figures}
    for name in (BUILD_WORK, CHECK_WORK, "`plans diff` ÷ `plans check`"):
        large, small = took.get((name, AT_MOST)), took.get((name, AT_MOST // 10))
        if large and small:
            values = 1000 * large / AT_MOST, "ms", 1000 * small / (AT_MOST // 10)
            work = f"{name.partition(' ÷')[0]}, time a plan ÷ at {AT_MOST // 10:,}"
            yield Figure(work, AT_MOST, *values, large / small / 10, GROWTH)
