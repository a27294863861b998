"""Every field that a plan file and the people file may have, as the model describes it."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_plans.load.own_words import own_statuses
from mkdocs_plans.model.views import Fields as Arguments
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views.view import view
from mkdocs_plans.wording.field_reference import FieldSection, field_sections, own_section


@dataclass(frozen=True, slots=True)
class FieldsView:
    """What the template is given."""

    sections: tuple[FieldSection, ...]


@view(Arguments, found="whole")
def show(page: Presenter, _: Arguments) -> FieldsView:
    """Give what files and their parts may say: what all share first, then each type, then the parts, and last
    what the organisation has of its own.
    """
    own = own_section(page.plan.own_fields)
    return FieldsView((*field_sections(own_statuses(page.site.settings)), *([own] if own else [])))
