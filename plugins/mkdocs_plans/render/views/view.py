"""A view: what can be placed on any page by a comment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

from mkdocs_plans.load.own_words import own_statuses
from mkdocs_plans.model import ViewArguments, make
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views.parts import parts_of

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

A = TypeVar("A", bound=ViewArguments)
G = TypeVar("G", bound="DataclassInstance")

Found = Literal["headings", "whole", "own"]
"""What the site's search finds of a view: its headings, as all else stands on pages of its own; the whole of
it; or what a template of its own gives.
"""


@dataclass(frozen=True, slots=True)
class View(Generic[A]):
    """A view: its arguments, how it makes what its template is given, what of it is found, and whether of a
    large plan it shows nothing but its parts.
    """

    arguments: type[A]
    show: Callable[[Presenter, A], DataclassInstance]
    found: Found = "headings"
    is_parted: bool = False

    @property
    def name(self) -> str:
        """The name by which a comment places it."""
        return self.arguments.view

    @property
    def template(self) -> str:
        """The template that shows it."""
        return f"views/{self.name}.html"

    def given(self, page: Presenter, values: Mapping[str, Any]) -> DataclassInstance:
        """Make what the template is given. Arguments that can't be read count as not given."""
        known = {"statuses": own_statuses(page.site.settings)}
        arguments = make(self.arguments, values, "", context=known).entity or self.arguments()
        parts = parts_of(page, arguments) if self.is_parted else None
        return parts or self.show(page, arguments)


VIEWS: dict[str, View[Any]] = {}
"""All views by name."""


def view(
    arguments: type[A], *, found: Found = "headings", is_parted: bool = False
) -> Callable[[Callable[[Presenter, A], G]], Callable[[Presenter, A], G]]:
    """Register a function as the view that takes these arguments. It gives a dataclass, whose fields are the
    names that the view's template has.
    """

    def register(show: Callable[[Presenter, A], G]) -> Callable[[Presenter, A], G]:
        VIEWS[arguments.view] = View(arguments, show, found, is_parted)
        return show

    return register
