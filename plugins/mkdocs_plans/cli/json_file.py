"""What a code host's API answered, kept in a file."""

from __future__ import annotations

import json
from typing import Any, BinaryIO

from mkdocs_plans.errors import PlansError


def read_json_file(file: BinaryIO) -> Any:
    """Read a file as JSON. PlansError where it is none."""
    try:
        return json.load(file)
    except (ValueError, RecursionError) as error:
        raise PlansError(f"{file.name} isn't JSON") from error
