"""A line added to a text: below its last one, or to a text of one line, which then takes several."""

from __future__ import annotations

import yaml

from mkdocs_plans.edits.nodes import Nodes, Steps
from mkdocs_plans.errors import EditError
from mkdocs_plans.findings import Fix


def line_edits(nodes: Nodes, steps: Steps, line: str) -> Fix:
    """Give the edits that add a line to the text at some steps."""
    node = nodes.at(steps)
    if not isinstance(node, yaml.ScalarNode):
        raise EditError(f"`{steps[-1]}` isn't a text: change it by hand")
    start, end = nodes.start(node), int(node.end_mark.index) + nodes.start(node) - int(node.start_mark.index)
    if node.style == "|":
        written = nodes.text[start:end].rstrip()
        last = written.rpartition("\n")[2]
        indent = last[: len(last) - len(last.lstrip())]
        here = start + len(written)
        return (nodes.edit(here, here, f"\n{indent}{line}"),)
    if node.style == ">" or "\n" in nodes.text[start:end] or not node.value:
        raise EditError(f"`{steps[-1]}` isn't a text in one line, or in lines below `|`: change it by hand")
    here = nodes.text.find("\n", end)
    here = len(nodes.text) if here < 0 else here  # a comment stays behind the key
    return nodes.edit(start, end, "|"), nodes.edit(here, here, f"\n  {node.value}\n  {line}")
