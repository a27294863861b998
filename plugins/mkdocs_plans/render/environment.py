"""The Jinja environment over `templates/`: ours alone, with autoescape, and strict about names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined

from mkdocs_plans.render.formats import inline
from mkdocs_plans.render.language import Language

_PACKAGE = Path(__file__).resolve().parent.parent


def templates_folder() -> Path:
    """The folder of our templates: within the package when it is installed from a wheel, at the top
    of the repository in a checkout.
    """
    installed = _PACKAGE / "templates"
    return installed if installed.is_dir() else _PACKAGE.parent.parent / "templates"


class _Environment(Environment):
    """Looks into a dict before it asks for an attribute: nearly all that templates are given are dicts,
    and Jinja's own order raises and catches an error for each.
    """

    def getattr(self, obj: Any, attribute: str) -> Any:
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


def make_environment(language: Language, overrides: Path | None = None) -> Environment:
    """Make the environment, whose `_`, `ngettext` and `pgettext` write in a language. A file in
    `overrides` (a site's `custom_dir/plans/`) takes the place of ours of the same name.
    """
    folders = [folder for folder in (overrides, templates_folder()) if folder is not None]
    environment = _Environment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # an environment lives for one build
        extensions=["jinja2.ext.i18n"],
    )
    words = language.words
    environment.install_gettext_callables(  # type: ignore[attr-defined]  # the extension adds it
        words.gettext, words.ngettext, newstyle=True, pgettext=words.pgettext
    )
    environment.filters["inline"] = inline
    environment.filters["small"] = language.small
    return environment
