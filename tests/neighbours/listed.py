"""The plugins beside which ours is tried: their settings, what they need of a site, and what shows that they
did their work there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Files = Mapping[str, str]


@dataclass(frozen=True)
class Neighbour:
    """A plugin: its name in `plugins:`, its package, and its settings.

    `config` are other settings of the site. `files` lie beside `mkdocs.yml`. `menu` are the files that make
    the menu of a site without `nav`. `nav` are entries that a site's own `nav` has for it. `shows` says, by
    file of the built site, what stands there if the plugin did its work. `to_set` is told in the guide.
    `in_example` are its settings in the example site, `example_files` what it needs there.
    """

    name: str
    package: str
    options: Mapping[str, Any] = field(default_factory=dict)
    config: Mapping[str, Any] = field(default_factory=dict)
    files: Files = field(default_factory=dict)
    in_example: Mapping[str, Any] = field(default_factory=dict)
    example_files: Files = field(default_factory=dict)
    menu: Files = field(default_factory=dict)
    nav: tuple[Any, ...] = ()
    shows: Files = field(default_factory=dict)
    takes_out: tuple[str, ...] = ()
    goes_last: bool = False
    needs_nav: bool = False
    takes_nav: bool = True
    to_set: str = "Nothing."

    @property
    def title(self) -> str:
        """The name that the guide has for it."""
        return {"i18n": "static-i18n"}.get(self.name, self.name)

    @property
    def is_of_material(self) -> bool:
        """Whether it comes with the theme."""
        return self.package == "mkdocs-material"


MADE = """
---
type: tactic
title: Made by a program
strategy: grow
advances: [orders]
dri: ada
start: 2026
end: 2027
actions: [{do: Write the program}]
updates: [{date: 2026-11-20, health: on-track}]
---
"""

AWESOME_NAV = """
nav:
  - index.md
  - What we do: tactics/index.md
  - page.md
"""

AWESOME_PAGES = """
nav:
  - index.md
  - tactics
  - page.md
"""

SUMMARY = """
- [Home](index.md)
- [What we do](tactics/index.md)
- [Page](page.md)
"""

NEIGHBOURS = (
    Neighbour(
        "awesome-nav",
        "mkdocs-awesome-nav",
        menu={"plans/.nav.yml": AWESOME_NAV},
        takes_nav=False,
        to_set="List the pages you want in `.nav.yml`, and remove `nav` from `mkdocs.yml`.",
    ),
    Neighbour(
        "awesome-pages",
        "mkdocs-awesome-pages-plugin",
        menu={"plans/.pages": AWESOME_PAGES, "plans/tactics/.pages": "title: What we do\n"},
        to_set="List the pages you want in `.pages`. It prefers `plans` after it, and says so otherwise.",
    ),
    Neighbour(
        "literate-nav",
        "mkdocs-literate-nav",
        menu={"plans/SUMMARY.md": SUMMARY},
        to_set="List the pages you want in `SUMMARY.md`.",
    ),
    Neighbour("section-index", "mkdocs-section-index"),
    Neighbour(
        "macros",
        "mkdocs-macros-plugin",
        files={"plans/macros.md": "# Macros\n\nOf {{ config.site_name }}: <!-- plans/tactics -->\n"},
        nav=("macros.md",),
        shows={"macros/index.html": "Of Small Makers"},
    ),
    Neighbour(
        "tags",
        "mkdocs-material",
        files={
            "plans/tagged.md": "---\ntags: [Lamps]\n---\n\n# Tagged\n",
            "plans/tags.md": "# Tags\n\n<!-- material/tags -->\n",
        },
        nav=("tagged.md", "tags.md"),
        shows={"tags/index.html": "Lamps"},
    ),
    Neighbour(
        "blog",
        "mkdocs-material",
        files={
            "plans/blog/index.md": "# News\n",
            "plans/blog/posts/lit.md": (
                "---\ndate: 2026-11-20\n---\n\n# We lit a lamp\n\nAll: <!-- plans/tactics -->\n\n"
                "See [the shop](../../shop.md).\n\n<!-- more -->\n\nThe rest.\n"
            ),
        },
        example_files={"plans/blog/index.md": "# News\n"},  # else it writes one in its first build
        nav=("blog/index.md",),
        shows={
            "blog/index.html": "Open a web shop",
            "blog/2026/11/20/we-lit-a-lamp/index.html": "Open a web",
        },
        to_set="Nothing. Posts and excerpts can contain views.",
    ),
    Neighbour(
        "git-revision-date-localized",
        "mkdocs-git-revision-date-localized-plugin",
        {"enable_creation_date": True, "enable_parallel_processing": False},
        shows={"shop/index.html": "md-source-file"},
        to_set="Nothing. Generated pages have no date.",
    ),
    Neighbour(
        "git-authors",
        "mkdocs-git-authors-plugin",
        files={"plans/by.md": "# By\n\n{{ git_page_authors }}\n"},
        nav=("by.md",),
        shows={"by/index.html": "Ada Author"},
        to_set="Nothing. Generated pages have no authors.",
    ),
    Neighbour(
        "redirects",
        "mkdocs-redirects",
        {"redirect_maps": {"old.md": "tactics/index.md", "older.md": "shop.md#plan-actions"}},
        shows={"old/index.html": "../tactics/", "older/index.html": "../shop/#plan-actions"},
        to_set="Nothing. A redirect can lead to a generated page, such as `tactics/index.md`.",
    ),
    Neighbour(
        "rss",
        "mkdocs-rss-plugin",
        {"length": 100},
        shows={"feed_rss_created.xml": "Open a web shop", "feed_json_created.json": "Our lamps"},
        to_set="Set `site_url`, which feeds need. Generated pages are in no feed.",
    ),
    Neighbour("minify", "mkdocs-minify-plugin", {"minify_html": True, "minify_js": True, "minify_css": True}),
    Neighbour("glightbox", "mkdocs-glightbox", shows={"page/index.html": 'class="glightbox"'}),
    Neighbour(
        "i18n",
        "mkdocs-static-i18n",
        {
            "docs_structure": "suffix",
            "languages": [
                {"locale": "en", "default": True, "name": "English"},
                {"locale": "de", "name": "Deutsch"},
            ],
        },
        in_example={
            "docs_structure": "suffix",
            "languages": [{"locale": "en", "default": True, "name": "E"}],
        },
        files={"plans/page.de.md": "# Was wir tun\n\n<!-- plans/tactics -->\n"},
        shows={"de/tactics/index.html": "Maßnahme", "de/page/index.html": "Open a web shop"},
        to_set="With `docs_structure: folder`, write an `index.md` for each language.",
    ),
    Neighbour(
        "monorepo",
        "mkdocs-monorepo-plugin",
        files={
            "part/mkdocs.yml": "site_name: part\nnav: [{Made: made.md}]\n",
            "part/docs/made.md": MADE,
        },
        nav=({"Part": "!include ./part/mkdocs.yml"},),
        shows={"part/made/index.html": "Write the program", "tactics/index.html": "Made by a program"},
        needs_nav=True,
        to_set="Set `nav`, which it needs. Plan files of the sites that it includes are read too.",
    ),
    Neighbour(
        "gen-files",
        "mkdocs-gen-files",
        {"scripts": ["make.py"]},
        files={
            "make.py": (
                f"import mkdocs_gen_files\nwith mkdocs_gen_files.open('made.md', 'w') as file:\n"
                f"    file.write({MADE.lstrip()!r})\n"
            )
        },
        in_example={"scripts": ["make.py"]},
        example_files={
            "make.py": (
                "import mkdocs_gen_files\nwith mkdocs_gen_files.open('made.txt', 'w') as file:\n"
                "    file.write('')\n"
            )
        },
        shows={"made/index.html": "Write the program", "tactics/index.html": "Made by a program"},
        to_set="Nothing. Plan files that it generates are read too.",
    ),
    Neighbour(
        "exclude",
        "mkdocs-exclude",
        {"glob": ["secret/*", "coverage.md"]},
        takes_out=("Close the Leeds office", "Tell nobody"),
        to_set="Nothing. What it excludes is shown nowhere.",
    ),
    Neighbour(
        "print-site",
        "mkdocs-print-site-plugin",
        shows={"print_page/index.html": "Open a web shop"},
        goes_last=True,
        to_set="List it as the last plugin. It leaves out pages that aren't in the menu.",
    ),
    Neighbour(
        "include-markdown",
        "mkdocs-include-markdown-plugin",
        files={
            "plans/whole.md": '# Whole\n\n{% include-markdown "./part.txt" %}\n',
            "plans/part.txt": "Here: <!-- plans/tactics -->\n",
        },
        nav=("whole.md",),
        shows={"whole/index.html": "Open a web shop"},
        to_set="Nothing. Included text can contain views.",
    ),
    Neighbour(
        "table-reader",
        "mkdocs-table-reader-plugin",
        files={
            "plans/table.md": "# Table\n\n{{ read_csv('lamps.csv') }}\n",
            "plans/lamps.csv": "Lamp,Price\nTall,9\n",
        },
        nav=("table.md",),
        shows={"table/index.html": "<td"},
    ),
    Neighbour(
        "mike",
        "mike",
        config={"extra": {"version": {"provider": "mike"}}},
        shows={"shop/index.html": "mike"},
    ),
    Neighbour("offline", "mkdocs-material", shows={"shop.html": "Open a web shop"}),
    Neighbour(
        "social",
        "mkdocs-material",
        shows={"shop/index.html": "og:image"},
        to_set="Nothing. Generated pages get cards too.",
    ),
    # Material itself has one address that it fetches: the tests use no network.
    Neighbour(
        "privacy",
        "mkdocs-material",
        {"assets_exclude": ["unpkg.com/mermaid@*"]},
        in_example={"assets_exclude": ["unpkg.com/mermaid@*"]},
        to_set="Nothing. The pages of a plan load nothing from other sites.",
    ),
)
