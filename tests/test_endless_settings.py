"""Settings that unfold without end, hold themselves, or are as long as they get."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_plans.settings import Settings, read_settings
from tests.test_settings import about_settings, site_with

BOMB = "".join(
    f"  {name}: &{name} [{', '.join([before] * 9)}]\n"
    for before, name in zip(["x", *(f"*{name}" for name in "abcdefghi")], "abcdefghij", strict=True)
)
"""A few lines whose last list holds more than three thousand million values."""


@pytest.mark.parametrize("setting", ["labels", "people", "today", "rules", "dri_limit", "fields", "nonsense"])
@pytest.mark.parametrize("value", ["*j", "{theme: *j}", "[*j]"])
def test_a_setting_that_unfolds_without_end_is_a_finding(setting: str, value: str, tmp_path: Path) -> None:
    """Whatever stands there, and however deep: nothing is made of it."""
    folder = site_with(tmp_path, f"extra:\n{BOMB}plugins:\n  - plans: {{{setting}: {value}}}\n")
    (found,) = about_settings(folder)
    assert f"`{setting}` holds more than can be read" in found.finding.message


def test_a_setting_that_holds_itself_is_a_finding(tmp_path: Path) -> None:
    """MkDocs hands it over as it is."""
    labels: dict[str, object] = {}
    labels["theme"] = labels
    settings, (found,) = read_settings({"labels": labels}, site_with(tmp_path, "") / "mkdocs.yml", tmp_path)
    assert settings == Settings()
    assert "or itself" in found.message


@pytest.mark.parametrize("value", [["x" * 5_000], list(range(500)), {"a": {"b": ["c"] * 500}}])
def test_a_long_value_is_repeated_in_part(value: object, tmp_path: Path) -> None:
    """Enough of it to know it again."""
    _, (found,) = read_settings({"people": value}, site_with(tmp_path, "") / "mkdocs.yml", tmp_path)
    assert len(found.message) < 150
    assert found.message.endswith("…")
