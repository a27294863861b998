"""Where front matter begins and ends, as MkDocs has it, in a handler for python-frontmatter.

MkDocs (`mkdocs/utils/meta.py`) and python-frontmatter split some files differently: a blank line
before the opening `---`, a `...` at the end, `----`, no final newline. What the site shows is what
MkDocs reads, so its rule holds here, and a file that it would not split is a finding.
"""

from __future__ import annotations

import re
from typing import Any

from frontmatter.default_handlers import YAMLHandler

from mkdocs_plans.yaml import YamlRead, read_yaml

BOUNDARY = re.compile(r"^-{3}[ \t]*\n((?:.*\n)+?)(?:\.{3}|-{3})[ \t]*\n")
"""What MkDocs' own expression finds, for text whose line ends are `\\n`, but a line at a time."""


class FrontMatterHandler(YAMLHandler):
    """Reads one file's front matter and remembers what the reader needs for positions.

    `read` is what the YAML gave, `body_offset` where the body starts in the file's text.
    """

    FM_BOUNDARY = BOUNDARY

    def __init__(self) -> None:
        super().__init__()
        self.read = YamlRead(None)
        self.yaml = ""
        self.yaml_offset = 0
        self.body_offset = 0

    def split(self, text: str) -> tuple[str, str]:
        """Split as MkDocs does; ValueError where MkDocs sees no front matter."""
        match = BOUNDARY.match(text)
        if match is None:
            raise ValueError("no front matter")
        self.yaml, self.yaml_offset = match[1], match.start(1)
        rest = text[match.end() :]
        self.body_offset = match.end() + len(rest) - len(rest.lstrip())
        return match[1], rest

    def load(self, fm: str, **_: object) -> Any:
        """Read the YAML with every scalar as text; dates and numbers are the model's."""
        self.read = read_yaml(fm)
        return self.read.values
