"""How each figure is computed, for readers: the page that the labels of figures lead to."""

from __future__ import annotations

from typing import Any

from mkdocs_plans import figures
from mkdocs_plans.model import Cadence, ViewArguments
from mkdocs_plans.render.presenter import Presenter


def show(page: Presenter, arguments: ViewArguments) -> dict[str, Any]:
    """Give what the text can't know by itself: the thresholds, and how often this site reviews."""
    review = page.site.settings.review
    return {
        "on_track": _points(figures.ON_TRACK_FROM),
        "at_risk": _points(figures.AT_RISK_FROM),
        "strategy_review": page.words.cadence(Cadence(review.strategy)),
        "tactic_review": page.words.cadence(Cadence(review.tactic)),
    }


def _points(pace: int) -> str:
    """A pace as it is shown: `−10`."""
    return f"{pace}".replace("-", "−")
