"""Whatever a change makes of a plan file, the review is made."""

from __future__ import annotations

import random

import pytest

from mkdocs_plans.changes import State, Teller, compare
from mkdocs_plans.load import load
from mkdocs_plans.outputs.markdown import LIMIT
from mkdocs_plans.outputs.review import FORMATS, emitter
from mkdocs_plans.rules import check
from tests.damage import REAL_FILES, SITE, SOUND, Memory, damaged


def state(files: dict[str, bytes]) -> State:
    """A plan, loaded and checked."""
    loaded = load(Memory(files), SITE)
    return State(loaded, check(loaded, SITE))


@pytest.mark.parametrize("block", range(4))
def test_a_damaged_plan_is_compared_in_both_directions(block: int) -> None:
    """With what it was, in every format; any exception is a defect."""
    for seed in range(block * 40, block * 40 + 40):
        chance = random.Random(seed)
        data = chance.choice(REAL_FILES)
        before = state({"plan.md": data, "sound.md": SOUND})
        now = state({"plan.md": damaged(data, chance), "sound.md": SOUND})
        for states in ((before, now), (now, before)):
            review = compare(*states)
            say = Teller.of(review.compared, SITE)
            for format_ in FORMATS:
                assert emitter(format_)(review, say, str, LIMIT)


def test_the_order_in_which_files_are_read_does_not_matter() -> None:
    """The same change gives the same report, byte by byte."""
    old = {f"{at}.md": data for at, data in enumerate(REAL_FILES[:40])}
    new = {f"{at + 1}.md": data for at, data in enumerate(REAL_FILES[:40])}
    made = {
        emitter("json")(review, Teller.of(review.compared, SITE), str, LIMIT)
        for files in (old.items(), reversed(list(old.items())))
        for review in [compare(state(dict(files)), state(new))]
    }
    assert len(made) == 1
