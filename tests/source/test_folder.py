"""The files of a plan on disk: those that the site would have, in a fixed order."""

from __future__ import annotations

import contextlib
import os
import socket
from pathlib import Path

import pytest

from mkdocs_plans.source import Exclusions, Folder, read_document, read_yaml_document
from mkdocs_plans.source.folder import MAX_BYTES


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
    asked = Folder(tmp_path / "plans").read("file.md")
    assert asked is not None and asked.finding is not None
    assert asked.data == b""


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


def put_in_the_way(folder: Path, what: str, name: str = "odd.md") -> None:
    """Give something that is no file the name of a file."""
    place = folder / name
    if what == "pipe":
        os.mkfifo(place)
    elif what == "device":
        place.symlink_to("/dev/zero")
    elif what == "socket":
        with socket.socket(socket.AF_UNIX) as one, contextlib.chdir(folder):
            one.bind(place.name)
    else:
        place.symlink_to("even.md")
        (folder / "even.md").symlink_to(name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
@pytest.mark.parametrize("what", ["pipe", "device", "socket", "circle"])
@pytest.mark.parametrize("name", ["odd.md", "odd.png", "odd.yml", "odd"])
def test_what_is_no_file_is_a_finding_and_is_not_read(what: str, name: str, tmp_path: Path) -> None:
    """Reading a pipe or a device would never come to an end, nor would a build that copies it."""
    write(tmp_path, "a.md")
    put_in_the_way(tmp_path, what, name)
    files = {file.path: file for file in Folder(tmp_path).files()}
    assert files["a.md"].finding is None
    found = files[name].finding
    assert found is not None and found.rule == "unreadable-file"
    assert name not in {file.path for file in Folder(tmp_path, Exclusions([name])).files()}
    people = Folder(tmp_path).read(name)
    assert people is not None and people.finding is not None


def test_of_an_endless_file_no_more_is_read_than_a_plan_file_may_hold(tmp_path: Path) -> None:
    """A sparse file of a terabyte takes neither memory nor time."""
    with (tmp_path / "long.md").open("wb") as file:
        file.truncate(10**12)
    (found,) = Folder(tmp_path).files()
    assert len(found.data) == MAX_BYTES + 1
    (finding,) = read_document(found.path, found.data).findings
    assert finding.message == "the file is larger than 5 MB"
    (finding,) = read_yaml_document("people.yml", found.data).findings
    assert finding.message == "the file is larger than 5 MB"


def test_a_folder_that_must_not_be_read_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless the site excludes it: then it isn't entered at all."""
    write(tmp_path, "a.md", "secret/b.md")
    scan = os.scandir

    def refuse(folder: Path) -> object:
        if Path(folder).name == "secret":
            raise PermissionError(13, "Permission denied")
        return scan(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    found = {file.path: file.finding for file in Folder(tmp_path).files()}
    assert found["secret"] is not None
    assert found["secret"].message == "the folder can't be read: Permission denied"
    assert [file.path for file in Folder(tmp_path, Exclusions(["secret/"])).files()] == ["a.md"]


def test_what_is_taken_back_from_an_excluded_folder_is_read(tmp_path: Path) -> None:
    """As MkDocs does: it looks at each file by itself."""
    write(tmp_path, "old/a.md", "old/keep.md")
    folder = Folder(tmp_path, Exclusions(["old/*", "!old/keep.md"]))
    assert [file.path for file in folder.files()] == ["old/keep.md"]


def test_a_plan_that_nobody_reads_by_its_name_is_told(tmp_path: Path) -> None:
    """Another ending, in capitals, and a name that isn't UTF-8; no other file is."""
    plan = b"---\ntype: strategy\ntitle: Lost\n---\n"
    for name in ("a.txt", "b.MD", "c.md.txt"):
        (tmp_path / name).write_bytes(plan)
    (tmp_path / "d.yml").write_bytes(b"type: strategy\ntitle: Lost\n")
    (tmp_path / "notes.txt").write_bytes(b"type: strategy of ours\n")
    (tmp_path / "people.yml").write_bytes(b"ceo: {role: CEO}\n")
    with open(os.fsencode(tmp_path) + b"/caf\xe9.md", "wb") as file:  # noqa: PTH123 - a Path takes no bytes
        file.write(plan)
    found = {file.path: file.finding for file in Folder(tmp_path).files()}
    assert found.keys() == {"a.txt", "b.MD", "c.md.txt", "d.yml", "caf\ufffd.md"}
    assert all(finding and finding.rule == "unreadable-file" for finding in found.values())


def test_a_folder_with_too_much_in_it_is_told_and_not_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A home folder named by mistake: in one folder, or in many; what is excluded isn't entered and counts
    once.
    """
    monkeypatch.setattr("mkdocs_plans.source.folder.MAX_ENTRIES", 6)
    write(tmp_path, "one/a.md", "one/b.md", "two/c.md", "two/d.md")
    assert [file.path for file in Folder(tmp_path).files()][-1] == "two/d.md"
    write(tmp_path, "two/e.md")
    *read, last = Folder(tmp_path).files()
    assert [file.path for file in read] == ["one/a.md", "one/b.md"]
    assert last.finding is not None and "more than 6 files and folders" in last.finding.message
    assert len(list(Folder(tmp_path, Exclusions(["one/"])).files())) == 3
