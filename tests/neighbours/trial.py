"""One build of a small site with another plugin before or after ours, and what is wrong with it."""

from __future__ import annotations

import contextlib
import logging
import posixpath
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
from tests.neighbours.listed import Neighbour
from tests.small_site import write_site
from tests.source.test_revision import commit

OURS = {"plans": {"today": "2026-11-23", "rules": {"missing-section": "off"}}}

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
    "page.md",
)
"""The menu that the guide shows. The site has no team, so the page of teams isn't there."""

ROOT = "/lamps/"
"""Where the site is published on its host."""

OUR_ENTRY, THEIR_ENTRY = "Coverage", "What we do"
"""What stands in the menu that we make, and in the one that the site or another plugin makes."""

FILES: Mapping[str, str] = {
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

SECRET = "Poach their best"
"""What stands in a draft."""


@dataclass(frozen=True)
class Trial:
    """A neighbour, whether ours is listed before it, and whether the site has a `nav` of its own."""

    neighbour: Neighbour
    is_before: bool
    has_nav: bool

    @property
    def name(self) -> str:
        """What is tried, in a few words."""
        order = "before" if self.is_before else "after"
        return f"ours {order} {self.neighbour.title}, {'with' if self.has_nav else 'without'} nav"

    def problems(self, folder: Path) -> list[str]:
        """Lay out the site, build it strictly, and say what is wrong."""
        self.write(folder)
        said = Warnings()
        with contextlib.chdir(folder), said.noted():  # where git-authors looks for the repository
            try:
                site = build(folder, strict=True)
            except (Exception, SystemExit) as error:
                what = str(error).strip().splitlines()
                return [
                    *said.texts,
                    *([] if isinstance(error, Abort) else [f"{type(error).__name__}: {what[:1]}"]),
                ]
        return [*said.texts, *self.wrong_in(site)]

    def write(self, folder: Path) -> None:
        """Lay out the site and commit it."""
        neighbour = self.neighbour
        write_site(folder, FILES, config=yaml.safe_dump(self.config(), sort_keys=False))
        for path, content in {**neighbour.files, **({} if self.has_nav else neighbour.menu)}.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(content.removeprefix("\n"), "utf-8")
        lend_font(folder)
        (folder / ".gitignore").write_text("site\n.cache\n")
        commit(folder)

    def config(self) -> dict[str, Any]:
        """The settings of the site."""
        theirs = {self.neighbour.name: dict(self.neighbour.options)}
        both = [OURS, theirs] if self.is_before else [theirs, OURS]
        nav = {"nav": [*NAV, *self.neighbour.nav]} if self.has_nav else {}
        return {
            "site_name": "Small Makers",
            "site_url": "https://example.org/lamps/",
            "docs_dir": "plans",
            "exclude_docs": "people.yml\npart.txt\n",
            "theme": {"name": "material", "font": False},
            "validation": STRICTEST,
            "plugins": ["search", *both],
            **self.neighbour.config,
            **nav,
        }

    def wrong_in(self, site: Published) -> list[str]:
        """What is wrong in the built site."""
        files, hidden = site.files, self.neighbour.takes_out
        everything = {path.removesuffix("/index.html").removesuffix(".html") for path in site.pages}
        plans = {Path(path).with_suffix("").as_posix() for path, said in FILES.items() if "type: " in said}
        unwanted = {"poach", *(("secret/leeds",) if hidden else ())}
        return [
            *(f"{path} isn't there" for path in sorted(plans - unwanted - everything)),
            *(f"{path} is there" for path in sorted(unwanted & everything)),
            *(f"{path} has a view that isn't expanded" for path in files if "<!-- plans/" in files[path]),
            *(
                f"{path} shows what isn't published: {what}"
                for path, said in files.items()
                for what in (SECRET, *hidden)
                if what in said
            ),
            *(["people.yml is published"] if "people.yml" in files else ()),
            *(
                f"{path} doesn't show {what!r}"
                for path, what in self.neighbour.shows.items()
                if what not in files.get(path, "")
            ),
            *(f"a dead link: {link}" for link in dead_links(site)),
            *self.wrong_in_menu(site),
        ]

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
            base = "" if address.startswith(ROOT) else posixpath.dirname(path)
            target = posixpath.normpath(posixpath.join(base, address.removeprefix(ROOT))) if address else path
            found = next((p for p in (target, f"{target}/index.html") if (site.folder / p).is_file()), "")
            found = "index.html" if target == "." else found
            is_there = found and (
                not anchor or found not in ids or anchor in ids[found] or anchor.startswith("__")
            )
            dead += [] if is_there else [f"{path}: {link['href']}"]
    return dead


def trials_of(neighbour: Neighbour) -> list[Trial]:
    """What is tried of a plugin."""
    return [
        Trial(neighbour, is_before, has_nav)
        for is_before in (True, False)
        for has_nav in (True, False)
        if (neighbour.takes_nav if has_nav else not neighbour.needs_nav)
    ]


def try_neighbour(neighbour: Neighbour) -> list[tuple[str, list[str]]]:
    """Try a plugin; by trial, what is wrong."""
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    found = []
    for trial in trials_of(neighbour):
        with tempfile.TemporaryDirectory() as folder, compiled_once():
            found.append((trial.name, trial.problems(Path(folder))))
    return found
