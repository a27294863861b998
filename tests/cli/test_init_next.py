"""What `plans init` tells an author to do next."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_plans.authoring.starter import Answers
from mkdocs_plans.cli.init_folder import SiteFolder
from mkdocs_plans.cli.init_next import list_next_steps


def test_what_comes_next_begins_where_the_author_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In no environment they make one, for many systems let nothing be installed outside; else not again."""
    monkeypatch.chdir(tmp_path)
    there, answers = SiteFolder(tmp_path / "our plan"), Answers("Ours")
    assert list_next_steps(there, answers, {}) == [
        'cd "our plan"',
        "python3 -m venv .venv",
        ". .venv/bin/activate",
        "pip install -r requirements.txt",
        "mkdocs serve",
    ]
    assert ".venv\\Scripts\\activate" in list_next_steps(there, answers, {}, "nt")
    here = list_next_steps(SiteFolder(tmp_path), answers, {"VIRTUAL_ENV": "/there"})
    assert here == ["pip install -r requirements.txt", "mkdocs serve"]
