"""The files of a plan on disk: those that the site would have, in a fixed order."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_plans.source import Exclusions, Folder


def write(root: Path, *paths: str) -> None:
    """Write files that hold their own paths."""
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(path)


def test_markdown_files_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    """Whatever the order on disk; other files aren't plans."""
    write(tmp_path, "b.md", "a/z.md", "a.md", "a/b/c.markdown", "notes.txt")
    files = list(Folder(tmp_path).files())
    assert [file.path for file in files] == ["a/b/c.markdown", "a/z.md", "a.md", "b.md"]
    assert [file.data.decode() for file in files] == [file.path for file in files]


def test_what_mkdocs_excludes_is_left_out(tmp_path: Path) -> None:
    """Hidden files and /templates/ always, then the site's own patterns, exceptions included."""
    write(tmp_path, ".hidden/a.md", "templates/a.md", "deep/templates/a.md", "old/a.md", "old/keep.md")
    folder = Folder(tmp_path, Exclusions(["old/*", "!old/keep.md"]))
    assert [file.path for file in folder.files()] == ["deep/templates/a.md", "old/keep.md"]


def test_a_link_out_of_the_folder_is_a_finding_and_not_followed(tmp_path: Path) -> None:
    """Neither a file nor a folder outside becomes part of the plan."""
    write(tmp_path, "outside/secret.md", "plans/a.md")
    (tmp_path / "plans/file.md").symlink_to(tmp_path / "outside/secret.md")
    (tmp_path / "plans/folder").symlink_to(tmp_path / "outside")
    files = {file.path: file for file in Folder(tmp_path / "plans").files()}
    assert set(files) == {"a.md", "file.md", "folder"}
    for path in ("file.md", "folder"):
        finding = files[path].finding
        assert finding is not None
        assert finding.rule == "unreadable-file"
        assert files[path].data == b""
    assert Folder(tmp_path / "plans").read("file.md") is None


def test_links_within_the_folder_are_followed_and_end(tmp_path: Path) -> None:
    """A folder that holds a link to itself is walked once."""
    write(tmp_path, "plans/a/one.md")
    (tmp_path / "plans/a/round").symlink_to(tmp_path / "plans")
    (tmp_path / "plans/two.md").symlink_to(tmp_path / "plans/a/one.md")
    assert [file.path for file in Folder(tmp_path / "plans").files()] == ["a/one.md", "two.md"]


def test_a_link_to_nowhere_is_a_finding(tmp_path: Path) -> None:
    """A broken link doesn't end the run."""
    (tmp_path / "gone.md").symlink_to(tmp_path / "nothing.md")
    (file,) = Folder(tmp_path).files()
    assert file.finding is not None
    assert file.finding.rule == "unreadable-file"


@pytest.mark.parametrize("path", ["people.yml", "no/such.yml"])
def test_a_file_that_is_not_there_is_nothing(path: str, tmp_path: Path) -> None:
    """The people file is optional."""
    assert Folder(tmp_path).read(path) is None
