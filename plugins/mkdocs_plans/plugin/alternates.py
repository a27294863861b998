"""Links in the head of each page to the plan as data, by which feed readers and other programs find it."""

from __future__ import annotations

from html import escape

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from mkdocs_plans.plugin.build import Build
from mkdocs_plans.render import ALTERNATES, alternate_titles

REL = "alternate describedby"
"""Other forms of the plan, which tell of the page. With `alternate` alone, Material's script takes each for
the site in another language, and asks for a sitemap beside it, on every page.
"""


class Alternates:
    """What a site has of these."""

    def __init__(self, build: Build, files: Files) -> None:
        titles = alternate_titles(build.site)
        self._links = [
            (file, f'<link rel="{REL}" type="{type_}" title="{escape(titles[path])}"')
            for path, type_ in ALTERNATES.items()
            if (file := files.get_file_from_path(path))
        ]

    def put_in(self, html: str, page: Page) -> str:
        """A page with the links in its head."""
        lines = [f'{link} href="{file.url_relative_to(page.file)}">\n' for file, link in self._links]
        return html.replace("</head>", f"{''.join(lines)}</head>", 1) if lines else html
