"""The Jinja environment over `templates/`: ours alone, with autoescape, and strict about names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, MutableMapping
from contextlib import suppress
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jinja2 import (
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    Template,
)
from jinja2.bccache import Bucket
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from mkdocs_plans.disk import read_config, templates_folder
from mkdocs_plans.errors import ConfigurationError
from mkdocs_plans.model import plain_text
from mkdocs_plans.render.pieces import MOST_ANSWERING, MOST_IN_ROW, MOST_RELATED
from mkdocs_plans.render.places import digits
from mkdocs_plans.wording.foreign import fill_phrase
from mkdocs_plans.wording.html_text import inline, unlinked
from mkdocs_plans.wording.language import Language

_NOTHING = Markup("")


class _Context(Context):
    """Calls what templates call at once: none of it asks for the context of the template, and a page makes
    hundreds of calls. Jinja's own way costs a site of 1,000 plans 4 % of the time of its build.
    """

    def call(self, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        if kwargs:
            kwargs.pop("_loop_vars", None)  # what the context would have been made of
            kwargs.pop("_block_vars", None)
        return __obj(*args, **kwargs)


_escaped = lru_cache(maxsize=10_000)(escape)


def _safe(value: Any) -> str:
    """What a template writes of a value, as Jinja escapes it: what is HTML is taken as it is, and a text is
    escaped once. A site of 1,000 plans has half a million of them.
    """
    if type(value) is Markup:
        return value
    return _escaped(value) if type(value) is str else escape(value)


class _Template(Template):
    """Escapes in our way."""

    @classmethod
    def from_code(cls, *args: Any, **kwargs: Any) -> Template:
        made = super().from_code(*args, **kwargs)
        made.root_render_func.__globals__["escape"] = _safe
        return made


class _Compiled(FileSystemBytecodeCache):
    """Keeps compiled templates from one run to the next, where only this user may write: compiling them takes
    a tenth of the build of a small site. Where that can't be, they are compiled anew.
    """

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


def _compiled() -> BytecodeCache | None:
    try:
        return _Compiled(pattern=f"plans-{version('jinja2')}-%s.cache")
    except (OSError, RuntimeError):
        return None


class _Environment(Environment):
    """Has one dict of globals, which Jinja copies for each template that is included: its own chain of two is
    slow to copy.
    """

    context_class = _Context
    template_class = _Template

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return self.globals if d is None else {**self.globals, **d}


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
        cache_size=-1,  # all templates, without keeping account of which were asked for last
        bytecode_cache=_compiled(),
    )
    environment.globals |= {
        **_sayings(language),
        "most_related": MOST_RELATED,
        "most_in_row": MOST_IN_ROW,
        "most_answering": MOST_ANSWERING,
    }
    environment.filters["inline"] = inline
    environment.filters["unlinked"] = unlinked
    environment.filters["plain"] = plain_text
    environment.filters["digits"] = digits
    environment.filters["small"] = language.small
    environment.filters["capital"] = language.capital
    environment.globals |= {name: _pieces(environment, name) for name in ("badge", "date", "link")}
    environment.globals |= {f"{name}_": _of_some(environment, name) for name in ("changed", "own")}
    return environment


def compile_overrides(language: str, overrides: Path) -> None:
    """Compile all templates of a site's own, so that a slip in one is known before anything is rendered.

    TemplateSyntaxError names file and line; ConfigurationError says which can't be read.
    """
    environment = make_environment(Language(language))
    for path in sorted(overrides.rglob("*.html")):
        try:
            source = read_config(path)
        except ValueError as error:
            raise ConfigurationError(f"{path} can't be read: is it saved as UTF-8?") from error
        except OSError as error:
            raise ConfigurationError(f"{path} can't be read: {error.strerror or error}") from error
        environment.compile(source, path.relative_to(overrides).as_posix(), str(path))


def _pieces(environment: Environment, name: str) -> SimpleNamespace:
    """The macros of a partial of small pieces, which all templates have at hand. A link or a date is shown
    in many places, and is made once.
    """
    return SimpleNamespace(**{key: cache(one) for key, one in _macros(environment, name)})


def _of_some(environment: Environment, name: str) -> SimpleNamespace:
    """Likewise the macros of a partial that most often are given nothing, of which they make nothing."""

    def of_some(macro: Macro) -> Callable[..., str]:
        return lambda some, *args, **kwargs: macro(some, *args, **kwargs) if some else _NOTHING

    return SimpleNamespace(**{key: of_some(one) for key, one in _macros(environment, name)})


def _macros(environment: Environment, name: str) -> Iterator[tuple[str, Macro]]:
    for key, one in vars(environment.get_template(f"partials/{name}.html").module).items():
        if isinstance(one, Macro):
            yield key, one


def _sayings(language: Language) -> dict[str, Callable[..., Markup]]:
    """What templates say things with, as the extension `jinja2.ext.i18n` has it: `_`, `ngettext` and
    `pgettext`. A text is HTML, and the values in it are escaped. Each text is looked up once.
    """
    words = language.words
    text = cache(words.gettext)

    @cache
    def plain(message: str) -> Markup:
        return fill_phrase(text(message), {})

    def gettext(message: str, **values: object) -> Markup:
        return fill_phrase(text(message), values) if values else plain(message)

    def ngettext(one: str, many: str, num: int, **values: object) -> Markup:
        return fill_phrase(words.ngettext(one, many, num), {"num": num, **values})

    def pgettext(context: str, message: str, **values: object) -> Markup:
        return fill_phrase(words.pgettext(context, message), values)

    return {"_": gettext, "gettext": gettext, "ngettext": ngettext, "pgettext": pgettext}
