"""Whatever goes wrong in a hook of ours is one line that says what to do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from mkdocs_plans.errors import ToolError
from mkdocs_plans.plugin.failures import explain_failures
from mkdocs_plans.render.environment import compile_overrides, make_environment
from mkdocs_plans.wording.language import Language


def said_of(error: Exception) -> str:
    """What a hook that raises an error says."""

    @explain_failures
    def on_env() -> None:
        raise error

    with pytest.raises(PluginError) as raised:
        on_env()
    assert "\n" not in str(raised.value)
    return str(raised.value)


def test_a_fault_of_ours_says_what_to_report() -> None:
    """What it was, where, and how to see all of it."""
    said = said_of(KeyError("grow"))
    assert said.startswith("plans: plans itself failed (KeyError in failures.py:")
    assert said.endswith(", on_env: 'grow'). Please report this, with what `mkdocs build --verbose` shows")


def test_what_we_know_is_said_as_it_is() -> None:
    """An error that says itself what to do, and one of MkDocs'."""
    assert said_of(ToolError("git is missing")) == "plans: git is missing"
    assert said_of(PluginError("plans: no")) == "plans: no"
    assert said_of(PermissionError(13, "Permission denied", "site/a")) == "plans: site/a: Permission denied"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("<p>\n{{ today.iso }\n</p>", "2: unexpected '}'"),
        ("\n\n{% if %}", "3: Expected an expression, got 'end of statement block'"),
        ("{{ 1|nosuch }}", "1: No filter named 'nosuch'."),
        ("{% endfor %}", "1: Encountered unknown tag 'endfor'."),
    ],
)
def test_a_slip_in_a_sites_own_template_names_file_and_line(
    source: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before anything is rendered."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "theme/plans"
    (folder / "partials").mkdir(parents=True)
    (folder / "partials/as_of.html").write_text(source)
    with pytest.raises(PluginError) as raised:
        explain_failures(compile_overrides)("en", folder)
    assert str(raised.value) == f"plans: theme/plans/partials/as_of.html:{said}"


def test_a_name_that_a_sites_own_template_has_not_names_file_and_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When it is rendered."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.html").write_text("<p>\n{{ nobody }}\n</p>")
    template = make_environment(Language("en"), tmp_path).get_template("own.html")
    with pytest.raises(PluginError) as raised:
        explain_failures(template.render)()
    assert str(raised.value) == "plans: own.html:2: 'nobody' is undefined"


@pytest.mark.parametrize("kind", ["pipe", "device", "folder"])
def test_a_template_that_is_no_file_is_named(kind: str, tmp_path: Path) -> None:
    """And isn't waited for: a pipe may have no other end, and a device none at all."""
    file = tmp_path / "a.html"
    match kind:
        case "pipe":
            os.mkfifo(file)
        case "device":
            file.symlink_to("/dev/zero")
        case _:
            file.mkdir()
    with pytest.raises(PluginError, match=r"a\.html can't be read: "):
        explain_failures(compile_overrides)("en", tmp_path)


def test_a_template_that_is_no_text_is_named(tmp_path: Path) -> None:
    """Not the codec."""
    (tmp_path / "a.html").write_bytes(b"\xff\xfe")
    with pytest.raises(PluginError, match=r"a\.html can't be read: is it saved as UTF-8\?"):
        explain_failures(compile_overrides)("en", tmp_path)
