"""Templates, compiled once for all sites that a process builds: most of the time that a small site takes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from jinja2 import Environment


@contextmanager
def compiled_once() -> Iterator[None]:
    """Share between environments of one kind what Jinja makes of a text. Templates use no filter of a
    language on a constant, which Jinja would write into it.
    """
    make, kept = Environment.compile, dict[tuple[object, ...], Any]()

    def compiled(environment: Environment, source: Any, *where: Any, **options: Any) -> Any:
        if not isinstance(source, str) or options:
            return make(environment, source, *where, **options)
        key = (type(environment), environment.autoescape, source, *where)
        if key not in kept:
            kept[key] = make(environment, source, *where)
        return kept[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Environment, "compile", compiled)
        yield
