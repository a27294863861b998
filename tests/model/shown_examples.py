"""What may be written in a field that is shown behind a label, by its type."""

from __future__ import annotations

from typing import Any

EXAMPLES: dict[str, Any] = {
    "text": "4711-B", "number": "3", "date": "2026-03-31", "link": "https://example.org/a",
    "list": ["A", "B"],
}  # fmt: skip
