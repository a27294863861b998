"""Every view that a page may place, as the classes of their arguments describe them."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_plans.model import VIEW_ARGUMENTS
from mkdocs_plans.model.views import ViewsList as Arguments
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views.view import view


@dataclass(frozen=True, slots=True)
class ViewEntry:
    """A view: its name, what it shows, and the names of what it takes."""

    name: str
    about: str
    arguments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ViewsView:
    """What the template is given."""

    views: tuple[ViewEntry, ...]


@view(Arguments)
def show(_page: Presenter, _: Arguments) -> ViewsView:
    """Give the views in the order of the model."""
    return ViewsView(
        tuple(
            ViewEntry(name, " ".join((arguments.__doc__ or "").split()), tuple(arguments.model_fields))
            for name, arguments in VIEW_ARGUMENTS.items()
        )
    )
