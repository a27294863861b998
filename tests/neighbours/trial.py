"""Two builds of a small site with another plugin before or after ours, and what is wrong with them."""

from __future__ import annotations

import contextlib
import logging
import posixpath
import re
import shutil
import tempfile
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from mkdocs.exceptions import Abort

from tests.built_site import Published, build
from tests.compiled import compiled_once
from tests.markup import Html
from tests.neighbours.listed import Files, Neighbour
from tests.small_site import write_site
from tests.source.test_revision import commit

ROOT = Path(__file__).parents[2]

SMALL: Mapping[str, Any] = {
    "site_name": "Small Makers",
    "docs_dir": "plans",
    "exclude_docs": "people.yml\npart.txt\n",
    "theme": {"name": "material", "font": False},
    "plugins": [{"plans": {"today": "2026-11-23", "rules": {"missing-section": "off"}}}],
}
"""The settings of the small site."""

STRICTEST = {
    "nav": {"omitted_files": "warn", "not_found": "warn", "absolute_links": "warn"},
    "links": {
        "not_found": "warn",
        "anchors": "warn",
        "absolute_links": "warn",
        "unrecognized_links": "warn",
    },
}

NAV = (
    {"Home": "index.md"},
    {
        "Plan": [
            "mission-and-vision.md",
            "strategies/index.md",
            {"What we do": "tactics/index.md"},
            "timeline.md",
            "teams/index.md",
            "scoreboard.md",
        ]
    },
)
"""The menu that the guide shows. The site has no team, so the page of teams isn't there."""

BASE = "/lamps/"
"""Where the site is published on its host."""

GUIDE_NAV = {"Guide": sorted(f"guide/{page.name}" for page in (ROOT / "plans/guide").glob("*.md"))}

OUR_ENTRY, THEIR_ENTRY = "Coverage", "What we do"
"""What stands in the menu that we make, and in the one that the site or another plugin makes."""

FILES: Files = {
    "people.yml": "ada: {name: Ada Ames, email: ada.ames@example.org}\n",
    "mission.md": "---\ntype: mission\nstatement: We light the way home.\n---\n",
    "vision.md": "---\ntype: vision\nstatement: A lantern at every door.\n---\n",
    "grow.md": """
        ---
        type: strategy
        title: Sell abroad
        dri: ada
        start: 2026
        end: 2027
        goals:
          - {id: orders, title: Win orders, measure: Orders, baseline: 0, target: 9, due: 2027}
        updates: [{date: 2026-11-20, health: on-track, readings: {orders: 4}}]
        ---
        """,
    "shop.md": """
        ---
        type: tactic
        title: Open a web shop
        strategy: grow
        advances: [orders]
        dri: ada
        start: 2026
        end: 2027
        actions: [{do: Rent a server}]
        updates: [{date: 2026-11-20, health: on-track}]
        ---
        """,
    "secret/leeds.md": """
        ---
        type: tactic
        title: Close the Leeds office
        strategy: grow
        advances: [orders]
        dri: ada
        start: 2026
        end: 2027
        actions: [{do: Tell nobody}]
        updates: [{date: 2026-11-20, health: on-track}]
        ---
        """,
    "poach.md": """
        ---
        type: tactic
        title: Poach their best
        strategy: grow
        dri: ada
        status: draft
        ---
        """,
    "page.md": (
        "# Our lamps\n\n- All: <!-- plans/tactics -->\n\n"
        "[The goal](grow.md#goal-orders), [the steps](shop.md#plan-actions), [all](tactics/index.md).\n\n"
        "![A lantern](lantern.svg)\n"
    ),
    "lantern.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
}
"""Plan files, one of them a draft, and a page with a view, with links to what we generate."""

_COMMENT = re.compile(r"(<!--|&lt;!--)\s*plans/")

SECRET = "Poach their best"
"""What stands in a draft."""


@dataclass(frozen=True)
class Trial:
    """A neighbour, whether ours is listed before it, and whether the site has a `nav` of its own. The site is
    a small one, or the example.
    """

    neighbour: Neighbour
    is_before: bool
    has_nav: bool
    is_example: bool = False

    @property
    def name(self) -> str:
        """What is tried, in a few words."""
        order = "before" if self.is_before else "after"
        where = ", in the example" if self.is_example else ""
        return f"plans {order} {self.neighbour.title}, {'with' if self.has_nav else 'without'} nav{where}"

    def problems(self, folder: Path) -> list[str]:
        """Lay out the site, build it strictly, twice, and say what is wrong."""
        self.write(folder)
        said = Warnings()
        with contextlib.chdir(folder), said.noted():  # where git-authors looks for the repository
            try:
                site = build(folder, strict=True)
                wrong = self.wrong_in(site, folder)
                again = build(folder, strict=True)
            except (Exception, SystemExit) as error:
                what = str(error).strip().splitlines()
                return [
                    *said.texts,
                    *([] if isinstance(error, Abort) else [f"{type(error).__name__}: {what[:1]}"]),
                ]
        return [*said.texts, *wrong, *differing(site, again)]

    def write(self, folder: Path) -> None:
        """Lay out the site and commit it."""
        neighbour = self.neighbour
        files: Files = {} if self.is_example else FILES
        write_site(folder, files, config=yaml.safe_dump(self.config(), sort_keys=False))
        if self.is_example:
            shutil.copytree(ROOT / "plans", folder / "plans", dirs_exist_ok=True)
        in_small = {**neighbour.files, **({} if self.has_nav else neighbour.menu)}
        own = neighbour.example_files if self.is_example else in_small
        for path, content in own.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(content.removeprefix("\n"), "utf-8")
        lend_font(folder)
        (folder / ".gitignore").write_text("site\n.cache\n")
        commit(folder)

    def config(self) -> dict[str, Any]:
        """The settings of the site."""
        neighbour = self.neighbour
        site = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8")) if self.is_example else SMALL
        ours = next(one for one in site["plugins"] if "plans" in one)
        theirs = {neighbour.name: dict(neighbour.in_example if self.is_example else neighbour.options)}
        nav = [*NAV, GUIDE_NAV] if self.is_example else [*NAV, "page.md", *neighbour.nav]
        return {
            **site,
            "site_url": f"https://example.org{BASE}",
            "validation": STRICTEST,
            "plugins": ["search", *([ours, theirs] if self.is_before else [theirs, ours])],
            **neighbour.config,
            **({"nav": nav} if self.has_nav else {}),
        }

    def wrong_in(self, site: Published, folder: Path) -> list[str]:
        """What is wrong in the built site."""
        files = site.files
        there = {path.removesuffix("/index.html").removesuffix(".html") for path in site.pages}
        common = [
            *(f"{path} isn't there" for path in sorted(self.plan_pages(folder) - there)),
            *(["people.yml is published"] if "people.yml" in files else ()),
            *(f"a dead link: {link}" for link in dead_links(site)),
            *(f"{path} is described twice" for path in site.pages if site.files[path].count("og:title") > 1),
        ]
        if self.is_example:  # whose guide shows what a view looks like
            return [*common, *(f"{path} has a view left" for path in files if "<!-- plans/" in files[path])]
        hidden = (SECRET, *self.neighbour.takes_out)
        shown = [f"{path} shows {what!r}" for path in files for what in hidden if what in files[path]]
        lacking = [
            f"{path} doesn't show {what!r}"
            for path, what in self.neighbour.shows.items()
            if what not in files.get(path, "")
        ]
        left = [f"{path} has a view left" for path in files if _COMMENT.search(files[path])]
        return [*common, *shown, *lacking, *left, *self.wrong_in_menu(site)]

    def plan_pages(self, folder: Path) -> set[str]:
        """The pages that the plan files of the site should have."""
        texts = {path: path.read_text("utf-8") for path in (folder / "plans").rglob("*.md")}
        shown = [
            path
            for path, said in texts.items()
            if said.startswith("---\ntype: ") and "\nstatus: draft\n" not in said
        ]
        wanted = {path.relative_to(folder / "plans").with_suffix("").as_posix() for path in shown}
        return wanted - ({"secret/leeds"} if self.neighbour.takes_out else set())

    def wrong_in_menu(self, site: Published) -> Iterator[str]:
        """A menu that isn't the one that the site, the neighbour or we make."""
        menu = Html(site.files["index.html"]).part("nav", **{"aria-label": "Navigation"})
        is_ours = not self.has_nav and not self.neighbour.menu
        wanted, unwanted = (OUR_ENTRY, THEIR_ENTRY) if is_ours else (THEIR_ENTRY, OUR_ENTRY)
        if self.neighbour.takes_out and is_ours:
            wanted = "Timeline"
        if wanted not in menu.text:
            yield f"the menu lacks {wanted!r}"
        if unwanted in menu.text:
            yield f"the menu has {unwanted!r}"


class Warnings(logging.Handler):
    """Notes what is warned of during a build, by anybody."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Note a warning or an error."""
        self.texts.append(" ".join(record.getMessage().split()))

    @contextlib.contextmanager
    def noted(self) -> Iterator[None]:
        """Listen to MkDocs' log, and to Python's own warnings of plugins."""
        log = logging.getLogger("mkdocs")
        log.addHandler(self)
        try:
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("ignore")
                warnings.simplefilter("always", UserWarning)
                yield
            self.texts += [str(one.message) for one in caught]
        finally:
            log.removeHandler(self)


_TIME = re.compile(
    r"<(?:lastBuildDate|pubDate|lastmod)>.*?</|Build Date UTC : .*|"
    r"datetime=\"[^\"]*\"|\d{4}-\d\d-\d\dT[\d:.+Z-]+"
)
"""Where a page or a feed says when it was built."""


def differing(site: Published, again: Published) -> list[str]:
    """What a second build, of which nothing was changed, gives otherwise."""
    before, after = ({path: _TIME.sub("", said) for path, said in one.files.items()} for one in (site, again))
    return [
        f"{path} differs in a second build"
        for path in sorted({*before, *after})
        if before.get(path) != after.get(path)
    ]


def lend_font(folder: Path) -> None:
    """Put a font of this machine where Material's cards look for one before they fetch it."""
    found = sorted(Path("/usr/share/fonts").rglob("*.ttf"))
    if found:
        target = folder / ".cache/plugin/social/fonts/Roboto/Regular.ttf"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(found[0], target)


def dead_links(site: Published) -> list[str]:
    """The links of all pages that lead nowhere in the site, as `page: link`. The page of print-site isn't
    looked at: it makes anchors of links, of those to pages that it leaves out, too.
    """
    parsed = {path: Html(site.files[path]) for path in site.pages if path != "print_page/index.html"}
    ids = {path: {one["id"] or one["name"] for one in page.elements} for path, page in parsed.items()}
    dead = []
    for path, page in parsed.items():
        for link in page.all("a"):
            address, _, anchor = link["href"].partition("#")
            if ":" in address or not link["href"]:
                continue
            address = address.partition("?")[0]
            base = "" if address.startswith(BASE) else posixpath.dirname(path)
            target = posixpath.normpath(posixpath.join(base, address.removeprefix(BASE))) if address else path
            found = next((p for p in (target, f"{target}/index.html") if (site.folder / p).is_file()), "")
            found = "index.html" if target == "." else found
            is_there = found and (
                not anchor or found not in ids or anchor in ids[found] or anchor.startswith("__")
            )
            dead += [] if is_there else [f"{path}: {link['href']}"]
    return dead


def trials_of(neighbour: Neighbour, *, in_example: bool) -> list[Trial]:
    """What is tried of a plugin."""
    return [
        Trial(neighbour, is_before, has_nav, is_example)
        for is_example in (False, True)[: 1 + in_example]
        for is_before in (True, False)
        for has_nav in (True, False)
        if (neighbour.takes_nav if has_nav else not neighbour.needs_nav)
    ]


def try_neighbour(neighbour: Neighbour, *, in_example: bool) -> list[tuple[Trial, list[str]]]:
    """Try a plugin; by trial, what is wrong."""
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    found = []
    for trial in trials_of(neighbour, in_example=in_example):
        with tempfile.TemporaryDirectory() as folder, compiled_once():
            found.append((trial, trial.problems(Path(folder))))
    return found
