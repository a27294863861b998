"""The least that any check must do: `python -m benchmarks.baseline FOLDER` reads the plan files of a folder,
and has libyaml read their front matter.
"""

from __future__ import annotations

import gc
import re
import sys
from pathlib import Path

import yaml

_FRONT_MATTER = re.compile(r"---\n(.*?\n)---\n", re.DOTALL)


def main() -> None:
    """Read all, and keep it, as a check does."""
    gc.disable()
    texts = [path.read_text("utf-8") for path in sorted(Path(sys.argv[1]).rglob("*.md"))]
    found = filter(None, map(_FRONT_MATTER.match, texts))
    kept = [yaml.load(one[1], yaml.CSafeLoader) for one in found]
    print(len(kept))


main()
