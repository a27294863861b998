"""What is measured, and by what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from benchmarks.figures import Figure
from benchmarks.measure import Run, in_turn, ratio, seconds
from benchmarks.sites import GeneratedSite

BUILD, IN_MENU, AGAIN, SAVE, INDEX = 1.6, 0.35, 0.15, 0.10, 1.3
"""Bounds of ratios: a build beside one without us, where no page is in its menu and where all are; a build
over a site that is up to date; one after a save, while the site is served; and the search index.
"""

CHECK, READ, GROWTH = 1.4, 1.3, 1.15
"""Likewise: a check beside reading the plan's files; other commands beside that; and the time a plan in a
plan of ten times the size.
"""

MEMORY, PAGE = 1200, 400
"""MB that a build of 10,000 plans may need, and KB of the largest page at 2,000, but those of
all tactics and all goals.
"""

SAVES = 3
"""How often at least each kind of save is made: the first one of all is slower than those that an author
then waits for.
"""

_INDEX = "search/search_index.json"

AT_MOST = 10_000
"""The largest plan that is measured."""

BUILD_WORK = "`mkdocs build` ÷ without us, no page in the menu"
CHECK_WORK = "`plans check` ÷ reading files and YAML"
DIFF_WORK = "`plans diff` ÷ `plans check`"


def build(site: GeneratedSite, times: int) -> Iterator[Figure]:
    """A build beside one without us, its search index, its memory, and a second one."""
    number = site.number
    commands = {"ours": site.build(), "bare": site.build("bare"), "again": site.build(is_clean=False)}
    if number == 1000:
        commands["menu"] = site.build("bare-in-menu")
    runs = in_turn(commands, times)
    ours, bare, again = runs["ours"], runs["bare"], runs["again"]
    took, bound = seconds(ours), _bound(site, BUILD, 1000, 3000)
    yield Figure(BUILD_WORK, number, took, "s", seconds(bare), ratio(ours, bare), bound)
    if menu := runs.get("menu"):
        work = "`mkdocs build` ÷ without us, all pages in the menu"
        yield Figure(work, number, took, "s", seconds(menu), ratio(ours, menu), IN_MENU)
    work = "second `mkdocs build` ÷ the first"
    yield Figure(work, number, seconds(again), "s", took, ratio(again, ours), _bound(site, AGAIN, 1000, 3000))
    index, other = (_size(site.built(name) / "search/search_index.json") for name in ("mkdocs", "bare"))
    yield Figure(
        "search index ÷ without us", number, index / 1e6, "MB", other / 1e6, index / other, bound and INDEX
    )
    memory = median(one.memory for one in ours)
    yield Figure("memory of a build", number, memory, "MB", bound=_bound(site, MEMORY, AT_MOST))


def saves(site: GeneratedSite, times: int) -> Iterator[Figure]:
    """What an author waits for after a save, beside the first build, while the site is served."""
    took = site.saves(max(times, SAVES))
    (clean,) = took.pop("clean")
    for kind, runs in took.items():
        again = median(runs)
        work = f"saved {kind} under `mkdocs serve` ÷ the first build"
        yield Figure(work, site.number, again, "s", clean, again / clean, _bound(site, SAVE, 1000, 3000))


def _bound(site: GeneratedSite, bound: float, *sizes: int) -> float | None:
    """A bound that holds at some sizes."""
    return bound if site.number in sizes else None


def pages(site: GeneratedSite) -> Iterator[Figure]:
    """The largest page of a built site, but those that list all to filter, and the median one."""
    listed = {site.built() / f"{name}/index.html" for name in ("goals", "tactics")}
    sizes = {path: _size(path) / 1024 for path in site.built().rglob("*.html") if path not in listed}
    largest = max(sizes, key=lambda path: sizes[path])
    work = f"largest page but the tactics': {largest.parent.relative_to(site.built()).as_posix()}"
    yield Figure(work, site.number, sizes[largest], "KB", bound=_bound(site, PAGE, 2000))
    yield Figure("page, median", site.number, median(sizes.values()), "KB")


def _size(path: Path) -> int:
    return path.stat().st_size


def check(site: GeneratedSite, times: int) -> Iterator[Figure]:
    """A check beside reading the plan's files and their YAML alone."""
    runs = in_turn({"ours": site.plans("check"), "baseline": site.baseline()}, times)
    yield Figure(
        CHECK_WORK, site.number, *_beside(runs["ours"], runs["baseline"]), _bound(site, CHECK, AT_MOST)
    )


def commands(site: GeneratedSite, times: int) -> Iterator[Figure]:
    """The other commands that read the plan: `diff`, which tells of twenty changed tactics, beside a check,
    and the others beside reading alone.
    """
    site.commit()
    words = {"diff": ("diff", "HEAD"), "list": ("list",), "show": ("show", "tactic-1"), "due": ("due",)}
    ours = {name: site.plans(*each) for name, each in words.items()}
    runs = in_turn({"check": site.plans("check"), "read": site.baseline(), **ours}, times)
    check, read = runs.pop("check"), runs.pop("read")
    took = _beside(runs.pop("diff"), check)
    yield Figure(DIFF_WORK, site.number, *took)
    for name, each in runs.items():
        work = f"`plans {name}` ÷ reading files and YAML"
        yield Figure(work, site.number, *_beside(each, read), _bound(site, READ, AT_MOST))


def _beside(ours: Sequence[Run], others: Sequence[Run]) -> tuple[float, str, float, float]:
    return seconds(ours), "s", seconds(others), ratio(ours, others)


def shell(site: GeneratedSite, times: int) -> Iterator[Figure]:
    """What a shell waits for."""
    asked = {"_PLANS_COMPLETE": "bash_complete", "COMP_WORDS": "plans show tactic-1", "COMP_CWORD": "2"}
    words = {"`plans`, `--version`": site.plans("--version"), "completion of an id": site.plans(**asked)}
    for name, runs in in_turn(words, times).items():
        yield Figure(name, site.number, seconds(runs), "s")


def growth(figures: list[Figure]) -> Iterator[Figure]:
    """The time a plan at the largest size beside that at a tenth of it."""
    took = {(one.work, one.plans): one.value for one in figures}
    for name in (BUILD_WORK, CHECK_WORK, DIFF_WORK):
        large, small = took.get((name, AT_MOST)), took.get((name, AT_MOST // 10))
        if large and small:
            values = 1000 * large / AT_MOST, "ms", 1000 * small / (AT_MOST // 10)
            work = f"{name.partition(' ÷')[0]}, time a plan ÷ at {AT_MOST // 10:,}"
            yield Figure(work, AT_MOST, *values, large / small / 10, GROWTH)
