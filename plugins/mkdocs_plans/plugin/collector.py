"""Python's garbage collector, at rest while we work, and kept from what lasts as long as the build."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

# What a build made is left to the system: to take it apart, object by object, costs another tenth.
atexit.register(gc.freeze)


@contextmanager
def loading() -> Iterator[None]:
    """Load modules meanwhile: there is no garbage among them, and all of them stay. Looking for some takes an
    eighth of the time that loading does, and most of it again once they are there.
    """
    with collector_at_rest():
        yield
        gc.freeze()


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Collect nothing meanwhile. What a hook makes is kept to the end of the build, and looking through
    it for garbage again and again costs a tenth of the hook's time and more.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


_SELDOM = 50_000
"""How many more objects there are than before when the collector looks at them; by default 700."""


def collect_seldom() -> None:
    """Have the collector look less often: of what MkDocs makes to convert and write a page little is garbage
    that it would find, and looking costs a twentieth of the build.
    """
    global _threshold  # noqa: PLW0603 - Python has one collector
    if gc.get_threshold()[0] < _SELDOM:
        _threshold = gc.get_threshold()
        gc.set_threshold(_SELDOM, *_threshold[1:])


def collect_as_before() -> None:
    """Leave the collector as it was."""
    if gc.get_threshold()[0] >= _SELDOM:
        gc.set_threshold(*_threshold)


_threshold = gc.get_threshold()


_FEW = 200
"""Plan files, of which there is too little for what follows."""


def set_aside(files: int) -> None:
    """Have the collector pass over all that there is by now: it is needed to the end of the build, and to
    look through it again and again while pages are made costs a tenth of the build. Not for a plan of few
    files, where the next build in the same program would take longer to collect it.
    """
    global _is_set_aside  # noqa: PLW0603 - Python has one collector
    if files > _FEW:
        gc.freeze()
        _is_set_aside = True


_is_set_aside = False


_SOME, _MUCH = 10, 2
"""After how many builds old objects are counted, and how many times as many as after the last look there
are when these are looked through too.
"""

_builds = _old = 0


def rest() -> None:
    """A build of a served site begins: collect what the last one left, which nothing may hold any more, and
    nothing to the end of this one.
    """
    global _builds, _old  # noqa: PLW0603 - Python has one collector
    gc.disable()
    gc.collect(1)  # what was made since the last build began, and not the plan and the answers that stay
    _builds += 1
    if _builds % _SOME == 0 and len(gc.get_objects(2)) > _MUCH * _old:
        gc.collect()
        _old = len(gc.get_objects(2))


def go_on() -> None:
    """It is over: what it made is needed until the next one begins."""
    gc.set_threshold(gc.get_count()[0] + _SELDOM, *_threshold[1:])
    gc.enable()


def take_back() -> None:
    """Collect what an earlier build in the same program set aside."""
    global _is_set_aside  # noqa: PLW0603 - Python has one collector
    if _is_set_aside:
        gc.unfreeze()
        gc.collect()
        _is_set_aside = False
