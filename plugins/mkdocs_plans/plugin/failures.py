"""Whatever goes wrong in a hook of ours, in one line: what it is, where, and what to do."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from jinja2 import TemplateSyntaxError
from mkdocs.exceptions import Abort, BuildError, ConfigurationError, PluginError

from mkdocs_plans.disk import templates_folder
from mkdocs_plans.errors import PlansError
from mkdocs_plans.plugin.log import LOG

P = ParamSpec("P")
T = TypeVar("T")

_PACKAGE = Path(__file__).resolve().parent.parent


def explain_failures(hook: Callable[P, T]) -> Callable[P, T]:
    """Have a hook raise nothing but what MkDocs tells in one line; `--verbose` shows all of it."""

    @wraps(hook)
    def run(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return hook(*args, **kwargs)
        except (BuildError, Abort, ConfigurationError):
            raise
        except PlansError as error:
            raise PluginError(f"plans: {error}") from error
        except Exception as error:  # whatever it is: MkDocs would end in a traceback
            LOG.debug("What went wrong, in full:", exc_info=True)
            raise PluginError(f"plans: {_explain(error, hook.__name__.lstrip('_'))}") from error

    return run


def _explain(error: Exception, hook: str) -> str:
    what = " ".join(str(error).split()) or type(error).__name__
    frames = traceback.extract_tb(error.__traceback__)
    if isinstance(error, TemplateSyntaxError) and error.filename and not _is_ours(error.filename):
        return f"{_shown(error.filename)}:{error.lineno}: {what}"
    written = [frame for frame in frames if _is_template(frame.filename)]
    if written and not _is_ours(written[-1].filename):
        return f"{_shown(written[-1].filename)}:{written[-1].lineno}: {what}"
    if isinstance(error, OSError):
        return f"{error.filename or 'a file'}: {error.strerror or what}"
    ours = [frame for frame in frames if _is_ours(frame.filename)]
    where = f" in {Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else ""
    return (
        f"plans itself failed ({type(error).__name__}{where}, {hook}: {what}). "
        "Please report this, with what `mkdocs build --verbose` shows"
    )


def _is_template(filename: str) -> bool:
    """Whether a frame is a template's: Jinja names their files, and Python's end in `.py`."""
    return Path(filename).is_absolute() and Path(filename).suffix != ".py"


def _is_ours(filename: str) -> bool:
    path = Path(filename).resolve()
    return path.is_relative_to(_PACKAGE) or path.is_relative_to(templates_folder())


def _shown(filename: str) -> str:
    return Path(os.path.relpath(filename)).as_posix()
