"""Forms → the files in which a code host looks for them: GitHub's issue forms, GitLab's descriptions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jinja2 import Environment

from mkdocs_plans.authoring.layout import open_templates
from mkdocs_plans.codehost.forms.form import Form
from mkdocs_plans.disk import templates_folder
from mkdocs_plans.yaml import quote

MARK = "Written by `plans forms`"
"""What stands in the first line of each file of ours, so that no other one is written over."""

FORM_HOSTS: Mapping[str, tuple[str, str]] = {
    "github": (".github/ISSUE_TEMPLATE/", ".yml"),
    "gitlab": (".gitlab/issue_templates/", ".md"),
}
"""Where each host looks for forms, and how their names end."""


@dataclass(frozen=True, slots=True)
class FormFile:
    """A file for a host, its path relative to the repository's top."""

    path: str
    text: str


def write_forms(forms: Iterable[Form], host: str) -> list[FormFile]:
    """Write the forms for a host."""
    folder, ending = FORM_HOSTS[host]
    template = _environment().get_template(f"forms/{host}{ending}")
    return [FormFile(f"{folder}{form.name}{ending}", template.render(form=form, mark=MARK)) for form in forms]


def _environment() -> Environment:
    """Every text in YAML stands in quotes: another reader of YAML may take more for a number than ours."""
    made = open_templates(templates_folder())
    made.filters["quoted"] = quote
    return made
