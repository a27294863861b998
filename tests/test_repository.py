"""The repository keeps its word: its commands, its pins, its reasons, and no trace of a machine."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PYPROJECT = (ROOT / "pyproject.toml").read_text("utf-8")
LOCK = (ROOT / "requirements-dev.txt").read_text("utf-8")
PROJECT: dict[str, Any] = tomllib.loads(PYPROJECT)

# Written so that they don't match themselves.
REGISTRY_HOSTS = r"pypi[.]org|python[h]osted|npmjs[.](org|com)|debian[.]org"
MACHINE_PATHS = r"(?<![\w.-])/(root|work|home/\w+|Users/\w+)/"


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_the_commands_that_a_page_names_are_there(page: str) -> None:
    """A reader who types `make` and a word from the page gets what it says."""
    named = set(re.findall(r"\bmake ([a-z]+)\b", code_of((ROOT / page).read_text("utf-8"))))
    assert named
    assert named <= make_targets()


def test_make_lists_each_target() -> None:
    """`make help` says of each thing to do what it does."""
    [phony] = re.findall(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert make_targets() == set(phony.split())


def test_contributing_draws_the_storeys_that_lint_holds() -> None:
    """Row by row from the top, so that nobody builds by a picture that the contract refuses."""
    [contract] = (one for one in PROJECT["tool"]["importlinter"]["contracts"] if one["type"] == "layers")
    held = [set(layer.split(" | ")) for layer in contract["layers"]]
    picture = (ROOT / "CONTRIBUTING.md").read_text("utf-8").split("```\n")
    [house] = (part for part in picture if part.startswith("plugin/"))
    rows = (re.match(r"(\w+(?:/|\.py) *)+", line) for line in house.splitlines())
    drawn = [set(re.findall(r"(\w+)(?:/|\.py)", row[0])) for row in rows if row]
    assert drawn == held


@pytest.mark.parametrize("pattern", [REGISTRY_HOSTS, MACHINE_PATHS], ids=["host", "path"])
def test_no_file_names_where_it_was_made(pattern: str) -> None:
    """What is published holds on any machine: it names no registry and no machine's folders."""
    found = [f"{path}: {line}" for path, line in lines() if re.search(pattern, line)]
    assert not found


def test_no_merge_is_left_half_done() -> None:
    """A text with both sides of a merge in it, and the marks between them, is no text."""
    marks = re.compile(r"[<]{7} |[>]{7} |={7}$")
    assert not [f"{path}: {line}" for path, line in lines() if marks.match(line)]


def test_git_has_all_that_the_package_is_made_of() -> None:
    """A clone has each template that a checkout has: none has a name that git is told to ignore."""
    command = ["git", "ls-files", "--others", "--ignored", "--exclude-standard", "plugins", "templates"]
    ignored = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    made = ("__pycache__", ".egg-info")
    assert not [path for path in ignored.splitlines() if not any(part in path for part in made)]


def test_the_picture_of_the_house_shows_each_room() -> None:
    """A contributor finds every module of the package in the one picture, and none that is gone."""
    picture = (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("## The house")[2].split("```")[1]
    shown = set(re.findall(r"(?<!\S)([a-z_]+)(?:/|\.py)(?!\S)", picture)) - {"templates"}
    rooms = {path.stem for path in (ROOT / "plugins/mkdocs_plans").iterdir() if path.suffix in ("", ".py")}
    assert shown == {room for room in rooms if not room.startswith("__")}


def test_each_dependency_says_why() -> None:
    """A reason stands beside each one, so that it can be dropped when the reason is gone."""
    unexplained = [
        requirement
        for requirement in requirements()
        if not re.search(rf'^ *"{re.escape(requirement)}", +# \S', PYPROJECT, re.MULTILINE)
    ]
    assert not unexplained


TYPE_CHECKERS_OWN = "_typeshed"
"""Names for types that every type checker brings along, and that are never imported in a run."""


def test_what_the_package_imports_is_required() -> None:
    """No import, however deep in a function, rests on what happens to be installed."""
    extras = (text for texts in PROJECT["project"]["optional-dependencies"].values() for text in texts)
    texts = (*PROJECT["project"]["dependencies"], *extras)
    required = {canonicalize_name(Requirement(text).name) for text in texts}
    providers = packages_distributions()
    foreign = imported() - set(sys.stdlib_module_names) - {"mkdocs_plans", TYPE_CHECKERS_OWN}
    provided = {name: set(map(canonicalize_name, providers.get(name, []))) for name in foreign}
    assert not {name for name, packages in provided.items() if not packages & required}


def test_each_dependency_is_pinned() -> None:
    """The pins are those of pyproject.toml: `make lock` was run after it was changed."""
    pinned = pins()
    loose = [text for text in requirements() if not is_pinned(Requirement(text), pinned)]
    assert not loose


def test_each_pin_has_a_hash() -> None:
    """Pip installs the files that were pinned, and no others of the same version."""
    assert len(re.findall(r"^\S+==.*\\\n +--hash=sha256:", LOCK, re.MULTILINE)) == len(
        re.findall(r"^[^\s#]", LOCK, re.MULTILINE)
    )


def test_the_changelog_has_a_place_for_what_changes() -> None:
    """What is at work is said under Unreleased, else under the version that it is released as."""
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    version = re.escape(PROJECT["project"]["version"])
    assert re.search(rf"^## \[(Unreleased|{version})\]", changelog, re.MULTILINE)


def code_of(markdown: str) -> str:
    """Give what stands as code in a page: its blocks and its spans."""
    return "\n".join(re.findall(r"^```.*?^```|`[^`\n]+`", markdown, re.MULTILINE | re.DOTALL))


def make_targets() -> set[str]:
    """Give the targets that `make help` lists."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    return set(re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE))


def lines() -> Iterator[tuple[str, str]]:
    """Give the lines of each text file that git has, or would add, with the file's path."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for path in filter(None, listed.split("\0")):
        content = (ROOT / path).read_bytes() if (ROOT / path).is_file() else b""
        if b"\0" not in content:
            yield from ((path, line) for line in content.decode("utf-8", "replace").splitlines())


def imported() -> set[str]:
    """Give the first word of each module that the package imports, anywhere."""
    found = set()
    for path in (ROOT / "plugins").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {name.name.partition(".")[0] for name in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.partition(".")[0])
    return found


def requirements() -> list[str]:
    """Give what pyproject.toml requires, to run and to develop."""
    groups: dict[str, list[str]] = PROJECT["dependency-groups"]
    return [
        *PROJECT["project"]["dependencies"],
        *(text for group in groups.values() for text in group),
    ]


def pins() -> dict[str, list[str]]:
    """Give the versions that are pinned, by the name of the package."""
    found: dict[str, list[str]] = {}
    for name, version in re.findall(r"^([\w.\-]+)==([^\s;]+)", LOCK, re.MULTILINE):
        found.setdefault(canonicalize_name(name), []).append(version)
    return found


def is_pinned(requirement: Requirement, pinned: dict[str, list[str]]) -> bool:
    """Say whether a package is pinned, and only to versions that are asked for."""
    versions = pinned.get(canonicalize_name(requirement.name), [])
    return bool(versions) and all(requirement.specifier.contains(each) for each in versions)
