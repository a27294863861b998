"""How each figure is computed, for readers: the page that the labels of figures lead to."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_plans import figures
from mkdocs_plans.model import Cadence
from mkdocs_plans.model.views import Figures as Arguments
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views.view import view


@dataclass(frozen=True, slots=True)
class FiguresView:
    """The thresholds of health as points, and how often plans are reviewed, in words."""

    on_track: str
    at_risk: str
    strategy_review: str
    tactic_review: str
    is_okr: bool


@view(Arguments, found="whole")
def show(page: Presenter, _: Arguments) -> FiguresView:
    """Give what the text can't know by itself: the thresholds, and how often this site reviews."""
    review = page.site.settings.review
    return FiguresView(
        on_track=_points(figures.ON_TRACK_FROM),
        at_risk=_points(figures.AT_RISK_FROM),
        strategy_review=page.words.cadence(Cadence(review.strategy)),
        tactic_review=page.words.cadence(Cadence(review.tactic)),
        is_okr=page.plan.is_okr,
    )


def _points(pace: int) -> str:
    """A pace as it is shown: `−10`."""
    return f"{pace}".replace("-", "−")
