"""MkDocs' configuration and the command's own reading of mkdocs.yml give the same site."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_plans.plugin import PlansPlugin, site_config
from mkdocs_plans.settings import find_site
from mkdocs_plans.source import Exclusions
from tests.built_site import configured
from tests.small_site import text, write_site

BASE = "site_name: Makers\ndocs_dir: plans\n"

CONFIGS = {
    "little": "plugins: [plans]\n",
    "a mapping": "plugins: {search: {}, plans: {today: 2026-11-23}}\n",
    "much": """
        theme: {name: material, language: de}
        plugins:
          - plans:
              organization: !ENV [NOT_SET_ANYWHERE, Lanterns]
              rules: {unknown-person: off}
              people: a.yml
        """,
    "exclusions": """
        exclude_docs: |
          # what is over
          /old/

          !/old/kept.md
          *.tmp.md
        draft_docs: next/
        plugins: [plans]
        """,
    "mistakes": """
        plugins:
          - plans: {lables: {}, fiscal_year_start: 13, rules: {unknown-person: warn}, review: }
        """,
    "nothing": "plugins: [{plans: }]\n",
}

PATHS = ("old/a.md", "old/kept.md", "new/old/a.md", "a.tmp.md", "next/a.md", ".a/b.md", "templates/a.md")


@pytest.mark.parametrize("name", CONFIGS)
def test_a_build_and_the_command_read_the_same_settings(name: str, tmp_path: Path) -> None:
    """One schema, one place for a finding, whoever reads the file."""
    folder = write_site(tmp_path, config=BASE + text(CONFIGS[name]))
    config = configured(folder)
    plugin = config.plugins["plans"]
    assert isinstance(plugin, PlansPlugin)
    built, checked = site_config.read_site(config, plugin._options), find_site(folder)
    assert built.settings == checked.settings
    assert built.findings == checked.findings
    assert (built.name, built.language, built.docs_dir, built.config_path) == (
        checked.name,
        checked.language,
        checked.docs_dir,
        checked.config_path,
    )
    for patterns in ("excluded", "drafts"):
        left_out = [
            [path for path in PATHS if Exclusions(getattr(site, patterns)).exclude(path)]
            for site in (built, checked)
        ]
        assert left_out[0] == left_out[1]
