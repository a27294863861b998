"""What was published before stays until the new site is whole: without MkDocs, in a folder."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from mkdocs_plans.plugin.kept_site import KeptSite, stamp_of

BEFORE = {"index.html": "before", "plan/index.html": "before", ".nojekyll": ""}
PARTLY = {"index.html": "half", "new/index.html": "half"}


def write(folder: Path, files: dict[str, str]) -> None:
    """Write files below a folder."""
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(content)


def read(folder: Path) -> dict[str, str]:
    """All files below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Publish a site, in a folder that holds nothing else."""
    write(tmp_path / "site", BEFORE)
    return tmp_path / "site"


def beside(site: Path) -> list[str]:
    """What stands in the folder above the site, and what is hidden in the site."""
    return sorted(path.name for path in (*site.parent.iterdir(), *site.glob(".*")) if path != site)


def test_a_new_site_takes_the_place_of_the_old_one(site: Path) -> None:
    """And nothing of the old one is left, but for what is hidden, which MkDocs leaves too."""
    kept = KeptSite()
    kept.begin(site)
    assert read(site) == {".nojekyll": ""}
    write(site, PARTLY)
    kept.end()
    assert read(site) == PARTLY | {".nojekyll": ""}
    assert beside(site) == [".nojekyll"]


def test_a_build_that_fails_leaves_the_old_site(site: Path) -> None:
    """Byte by byte, whatever the build wrote meanwhile; and it can be tried again."""
    kept = KeptSite()
    for _ in range(2):
        kept.begin(site)
        write(site, PARTLY)
        assert kept.put_back()
        assert read(site) == BEFORE
        assert beside(site) == [".nojekyll"]
    assert not kept.put_back()


@pytest.mark.parametrize("there", [True, False])
def test_a_first_build_that_fails_leaves_nothing(there: bool, tmp_path: Path) -> None:
    """Half a site is never published by mistake."""
    site = tmp_path / "site"
    if there:
        site.mkdir()
    kept = KeptSite()
    kept.begin(site)
    write(site, PARTLY)
    kept.put_back()
    assert read(tmp_path) == {}


def test_builds_within_a_build_belong_to_it(site: Path) -> None:
    """A site in several languages is built once for each: what fails in one of them fails all."""
    kept = KeptSite()
    for last in (kept.end, kept.put_back):
        kept.begin(site)
        write(site, PARTLY)
        kept.begin(site)
        assert "new/index.html" in read(site)
        last()
        assert "new/index.html" in read(site)
        kept.put_back()
        assert read(site) == BEFORE


def test_a_build_that_was_broken_off_is_put_back_at_the_end(site: Path) -> None:
    """However deep in it that was."""
    kept = KeptSite()
    kept.begin(site)
    kept.begin(site)
    write(site, PARTLY)
    assert kept.put_back(is_all_over=True)
    assert read(site) == BEFORE


def test_a_killed_build_is_put_back_by_the_next_one(site: Path) -> None:
    """Which begins with the site as it was, in case it fails itself."""
    KeptSite().begin(site)
    write(site, PARTLY)
    kept = KeptSite()
    kept.begin(site)
    kept.put_back()
    assert read(site) == BEFORE
    assert beside(site) == [".nojekyll"]


@pytest.mark.parametrize("moves", range(4))
def test_a_build_that_is_killed_while_it_moves_loses_nothing(
    moves: int, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At whatever step, on the way out and on the way back."""
    rename, left = Path.rename, [moves]

    def rename_or_die(self: Path, target: Path) -> Path:
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        return rename(self, target)

    for is_on_the_way_back in (False, True):
        kept = KeptSite()
        if is_on_the_way_back:
            kept.begin(site)
            write(site, PARTLY)
        left[0] = moves
        with monkeypatch.context() as patched:
            patched.setattr(Path, "rename", rename_or_die)
            with contextlib.suppress(KeyboardInterrupt):
                kept.put_back() if is_on_the_way_back else kept.begin(site)
        after = KeptSite()
        after.begin(site)
        after.put_back()
        assert read(site) == BEFORE


def test_a_site_that_cannot_be_moved_is_left(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All of it stands where it stood."""
    rename = Path.rename

    def rename_but_one(self: Path, target: Path) -> Path:
        if self == site / "plan":
            raise OSError(16, "Device or resource busy", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", rename_but_one)
    with pytest.raises(OSError, match="busy"):
        KeptSite().begin(site)
    assert read(site) == BEFORE
    assert beside(site) == [".nojekyll"]


def test_a_site_behind_a_link_is_kept_within(tmp_path: Path) -> None:
    """The folder above may be on another disk."""
    write(tmp_path / "elsewhere/site", BEFORE)
    site = tmp_path / "site"
    site.symlink_to(tmp_path / "elsewhere/site")
    kept = KeptSite()
    kept.begin(site)
    write(site, PARTLY)
    assert [path.name for path in tmp_path.iterdir()].count(".site-before-this-build") == 0
    kept.put_back()
    assert read(site) == BEFORE


def test_what_stands_is_neither_written_nor_deleted(site: Path) -> None:
    """Folders that stand as a whole, and files in those that don't; the rest of the old site goes."""
    write(site, {"plan/old.html": "gone", "whole/in/index.html": "before"})
    inode = (site / "plan/index.html").stat().st_ino
    kept = KeptSite()
    kept.begin(site)
    assert kept.stamp("plan/index.html") == stamp_of(f"{site.parent}/.site-before-this-build/plan/index.html")
    assert kept.let_stand({"plan/index.html", "whole/in/index.html"})
    write(site, {"index.html": "after"})
    kept.end()
    after = {"index.html": "after", "plan/index.html": "before", "whole/in/index.html": "before"}
    assert read(site) == after | {".nojekyll": ""}
    assert (site / "plan/index.html").stat().st_ino == inode
    assert beside(site) == [".nojekyll"]


@pytest.mark.parametrize("is_killed", [False, True])
def test_what_stands_is_put_back_with_the_rest(is_killed: bool, site: Path) -> None:
    """By the build that fails, or by the one after it where that was killed."""
    write(site, {"plan/old.html": "before"})
    before, kept = read(site), KeptSite()
    kept.begin(site)
    kept.let_stand({"plan/index.html"})
    write(site, PARTLY | {"plan/old.html": "half"})
    if is_killed:
        kept = KeptSite()
        kept.begin(site)
    kept.put_back()
    assert read(site) == before
    assert beside(site) == [".nojekyll"]


def test_nothing_stands_where_something_was_written_before(site: Path) -> None:
    """By whatever plugin: it may be newer."""
    kept = KeptSite()
    kept.begin(site)
    write(site, PARTLY)
    assert not kept.let_stand({"plan/index.html"})
