"""XML as our formats write it, from texts that may hold anything."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

Element = ET.Element

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 can't hold, however it is written."""


def add(above: Element, name: str, text: str | None = None, **attributes: str) -> Element:
    """Add an element, with a text where there is one."""
    element = ET.SubElement(above, name, {key: _FORBIDDEN.sub("", one) for key, one in attributes.items()})
    if text is not None:
        element.text = _FORBIDDEN.sub("", text)
    return element


def written(root: Element) -> bytes:
    """Write a document, indented."""
    ET.indent(root)
    text = ET.tostring(root, "unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()
