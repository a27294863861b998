"""Who owns which plan file, and how it is written for each code host."""

from __future__ import annotations

import datetime
import random
import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pathspec.gitignore import GitIgnoreSpec

from mkdocs_plans.codehost.owners import (
    END,
    HOSTS,
    START,
    Ownership,
    find_owners,
    guess_host,
    list_changes,
    write_into,
    write_lines,
    write_part,
)
from mkdocs_plans.errors import PlansError
from tests.small_site import TODAY, read_site, write_site

GITHUB, GITLAB = HOSTS["github"], HOSTS["gitlab"]

PEOPLE = """
ann: {github: ann-gh, gitlab: ann.gl, email: ann@example.org}
bob: {github: "@Bob", gitlab: bob_gl}
cy: {gitlab: cy}
left: {github: left-gh, until: 2026-11-22}
leaving: {github: leaving-gh, until: 2026-11-23}
address: {github: address@example.org}
lines: {github: "x\\n* @x"}
team: {github: acme/sales, gitlab: acme/sales/north}
ann-too: {github: ANN-gh}
"""


def strategy(dri: str, more: str = "") -> str:
    """A strategy's file."""
    return f"---\ntype: strategy\ntitle: Hire\ndri: {dri}\n{more}---\n"


def tactic(dri: str, of: str = "hire") -> str:
    """A tactic's file."""
    return f"---\ntype: tactic\ntitle: Ask\nstrategy: {of}\ndri: {dri}\n---\n"


def owned(folder: Path, files: Mapping[str, str], host: str = "github") -> Ownership:
    """Who owns the files of a plan, by path below `plans/`."""
    loaded, _ = read_site(write_site(folder, {"people.yml": PEOPLE, **files}))
    return find_owners(loaded.plan, "people.yml", HOSTS[host], TODAY)


# --- who ---------------------------------------------------------------------------------------------


def test_a_tactic_is_owned_by_its_dri_and_its_strategys(tmp_path: Path) -> None:
    """In this order; a strategy by its DRI alone."""
    found = owned(tmp_path, {"hire.md": strategy("ann"), "ask.md": tactic("bob")})
    assert found.owners == {"ask.md": ("@Bob", "@ann-gh"), "hire.md": ("@ann-gh",)}
    assert found.left_out == ()


def test_nobody_is_named_twice(tmp_path: Path) -> None:
    """Not even who has two handles: the hosts take capitals and small letters for the same."""
    files = {"hire.md": strategy("ann"), "ask.md": tactic("ann"), "tell.md": tactic("ann-too")}
    assert owned(tmp_path, files).owners == {
        "hire.md": ("@ann-gh",), "ask.md": ("@ann-gh",), "tell.md": ("@ANN-gh",),
    }  # fmt: skip


def test_each_host_has_its_own_names(tmp_path: Path) -> None:
    """A group may stand in for a person."""
    files = {"hire.md": strategy("ann"), "sell.md": strategy("team")}
    assert owned(tmp_path, files, "gitlab").owners == {
        "hire.md": ("@ann.gl",), "sell.md": ("@acme/sales/north",),
    }  # fmt: skip
    assert owned(tmp_path, files).owners["sell.md"] == ("@acme/sales",)


def test_a_theme_is_owned_by_the_dris_of_its_open_strategies(tmp_path: Path) -> None:
    """In the order in which they are shown; one that is done asks nobody."""
    files = {
        "people.md": "---\ntype: theme\ntitle: People\n---\n",
        "a.md": strategy("bob", "theme: people\nnumber: '2'\n"),
        "b.md": strategy("ann", "theme: people\nnumber: '1'\n"),
        "c.md": strategy("team", "theme: people\nstatus: done\n"),
    }
    assert owned(tmp_path, files).owners["people.md"] == ("@ann-gh", "@Bob")


def test_a_theme_is_owned_by_those_who_work_directly_under_it(tmp_path: Path) -> None:
    """A tactic that serves no strategy has a theme of its own, as long as it is open."""
    under = "---\ntype: tactic\ntitle: Ask\ntheme: people\ndri: {}\nstatus: {}\n---\n"
    files = {
        "people.md": "---\ntype: theme\ntitle: People\n---\n",
        "hire.md": strategy("ann"),
        "ask.md": under.format("bob", "active"),
        "tell.md": under.format("team", "done"),
    }
    assert owned(tmp_path, files).owners["people.md"] == ("@Bob",)


def test_a_team_is_owned_by_its_lead_and_the_people_file_by_the_leads_at_the_top(tmp_path: Path) -> None:
    """For the people file decides who owns the rest."""
    files = {
        "sales.md": "---\ntype: team\ntitle: Sales\nlead: ann\n---\n",
        "north.md": "---\ntype: team\ntitle: North\nlead: bob\nparent: sales\n---\n",
    }
    assert owned(tmp_path, files).owners == {
        "north.md": ("@Bob",), "people.yml": ("@ann-gh",), "sales.md": ("@ann-gh",),
    }  # fmt: skip


def test_statements_are_left_to_what_is_written_by_hand(tmp_path: Path) -> None:
    """Mission, vision and values are everyone's."""
    files = {
        "mission.md": "---\ntype: mission\nstatement: We help.\n---\n",
        "vision.md": "---\ntype: vision\nstatement: All are helped.\n---\n",
        "values.md": "---\ntype: values\nvalues: [Candour]\n---\n",
    }
    assert owned(tmp_path, files) == Ownership({})


def test_who_cannot_own_is_named_with_what_they_answer_for(tmp_path: Path) -> None:
    """And why; the others own it without them."""
    files = {"hire.md": strategy("cy"), "ask.md": tactic("ann"), "sell.md": strategy("left")}
    found = owned(tmp_path, {**files, "grow.md": strategy("nobody"), "stay.md": strategy("leaving")})
    assert found.owners == {"ask.md": ("@ann-gh",), "stay.md": ("@leaving-gh",)}
    assert [(one.handle, one.why, one.paths) for one in found.left_out] == [
        ("cy", "has no `github` in the people file", ("ask.md", "hire.md")),
        ("left", "was here until 2026-11-22", ("sell.md",)),
        ("nobody", "isn't in the people file", ("grow.md",)),
    ]


@pytest.mark.parametrize("handle", ["address", "lines"])
def test_what_is_no_name_is_never_written(handle: str, tmp_path: Path) -> None:
    """An address is nobody's business, and a text of two lines would make a rule of its own."""
    found = owned(tmp_path, {"hire.md": strategy(handle)})
    assert found.owners == {}
    assert [(one.handle, one.why) for one in found.left_out] == [
        (handle, "has a `github` that is no name on GitHub")
    ]


@pytest.mark.parametrize("name", ["", "@", "-ann", "ann b", "a/b/c", "ann,", "änn", "@@ann", "ann\n"])
def test_what_github_takes_for_a_name(name: str) -> None:
    """Letters, digits and hyphens; of a team, with its organisation's before it."""
    assert GITHUB.name(name) is None
    assert [GITHUB.name(each) for each in ("ann", "@ann-b", "ann_acme", "acme/a_b")] == [
        "@ann", "@ann-b", "@ann_acme", "@acme/a_b",
    ]  # fmt: skip


# --- lines -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "github", "gitlab"),
    [
        ("plans/hire.md", "/plans/hire.md", "/plans/hire.md"),
        ("a b/c  d.md", r"/a\ b/c\ \ d.md", r"/a\ b/c\ \ d.md"),
        ("#1.md", "/?1.md", "/#1.md"),
        ("!a.md", "/!a.md", "/!a.md"),
        ("[a].md", "/?a?.md", r"/\[a\].md"),
        ("a*?.md", "/a??.md", r"/a\*\?.md"),
        ("a\\b.md", "/a?b.md", r"/a\\b.md"),
        ("{a,b}.md", "/{a,b}.md", "/{a,b}.md"),
        ("a\nb\t.md", "/a?b?.md", "/a?b?.md"),
        ("a\u2028\udcff.md", "/a??.md", "/a??.md"),
        ("å 計画.md", r"/å\ 計画.md", r"/å\ 計画.md"),
        ("me@x.org.md", "/me@x.org.md", "/me@x.org.md"),
    ],
)
def test_a_path_is_written_in_the_hosts_syntax(path: str, github: str, gitlab: str) -> None:
    """From the top; what a host can't be told is any one character."""
    assert write_lines({path: ["@ann"]}, GITHUB) == (f"{github} @ann",)
    assert write_lines({path: ["@ann"]}, GITLAB) == (f"{gitlab} @ann",)


def owners_of(path: str, written: tuple[str, ...]) -> str:
    """The owners that the last matching line gives; what matches is as in git."""
    for line in reversed(written):
        pattern, owners = re.split(r"(?<!\\) ", line, maxsplit=1)
        if GitIgnoreSpec.from_lines([pattern]).match_file(path):
            return owners
    return ""


NAMES = st.text(st.sampled_from("ab#*?[]\\! x"), min_size=1, max_size=4).map(lambda name: f"p/{name}.md")


@given(st.sets(NAMES, max_size=8))
def test_the_last_line_that_matches_a_file_is_its_own(paths: set[str]) -> None:
    """On GitHub, where a line may match several files; those that are written alike have owners in common."""
    ordered = sorted(paths)
    written = write_lines({path: [f"@{at}"] for at, path in enumerate(ordered)}, GITHUB)
    alike = {path: "".join(map(GITHUB.sign, path)) for path in paths}
    for path in paths:
        own = [f"@{at}" for at, other in enumerate(ordered) if alike[other] == alike[path]]
        assert owners_of(path, written) == " ".join(own)


def test_lines_stand_in_one_order() -> None:
    """Whatever the order of the files; those with wildcards first, for the last one counts."""
    owners = {
        "b.md": ["@b"],
        "a[.md": ["@x"],
        "a].md": ["@y"],
        "a.md": ["@a", "@a"],
        "[[.md": ["@z"],
        "c": [],
    }
    wanted = ("/??.md @z", "/a?.md @x @y", "/a.md @a", "/b.md @b")
    for seed in range(5):
        shuffled = random.Random(seed).sample(list(owners.items()), len(owners))
        assert write_lines(dict(shuffled), GITHUB) == wanted


# --- hosts -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("there", "named", "host"),
    [
        ([], None, "GitHub"),
        (["CODEOWNERS"], None, "GitHub"),
        ([".gitlab-ci.yml"], None, "GitLab"),
        ([".gitlab-ci.yml", "CODEOWNERS"], None, "GitLab"),
        ([".gitlab/CODEOWNERS"], None, "GitLab"),
        ([".github/CODEOWNERS", ".gitlab-ci.yml"], None, "GitHub"),
        ([".github/CODEOWNERS", ".gitlab/CODEOWNERS"], None, "GitHub"),
        ([".github/CODEOWNERS", ".gitlab/CODEOWNERS", ".gitlab-ci.yml"], None, "GitLab"),
        ([".github/CODEOWNERS"], ".gitlab/CODEOWNERS", "GitLab"),
        ([".gitlab-ci.yml"], "/repo/.github/CODEOWNERS", "GitHub"),
    ],
)
def test_the_host_is_told_by_what_is_there(there: list[str], named: str | None, host: str) -> None:
    """The named file before the one that is there, before pipelines."""
    file = PurePosixPath(named) if named else None
    assert guess_host(there.__contains__, file).title == host


# --- our part ----------------------------------------------------------------------------------------

OURS = f"{START}\n/a.md @ann\n{END}".encode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"", OURS + b"\n"),
        (b"* @all", b"* @all\n\n" + OURS + b"\n"),
        (b"* @all\n", b"* @all\n\n" + OURS + b"\n"),
        (b"* @all\r\n", b"* @all\r\n\r\n" + OURS.replace(b"\n", b"\r\n") + b"\r\n"),
        (b"\xff * @all\n\n\n", b"\xff * @all\n\n\n\n" + OURS + b"\n"),
    ],
)
def test_our_part_comes_last_where_there_was_none(before: bytes, after: bytes) -> None:
    """So that it counts before what stands above; with the file's own line breaks."""
    assert write_into(before, ["/a.md @ann"], GITHUB, "CODEOWNERS") == after
    assert write_into(after, ["/a.md @ann"], GITHUB, "CODEOWNERS") == after
    assert list_changes(after, ["/a.md @ann"], GITHUB, "CODEOWNERS") == []


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (b"", b""),
        (b"", b"\n"),
        (b"\xef\xbb\xbf", b"\n"),
        (b"* @all\n# <<< plan\n", b"\n/b.md @b\n\n \n"),
        (b"\xff\n#>>> plans:\n", b"  \n[Docs]\n/docs/ @d"),
    ],
)
def test_the_rest_is_kept_byte_for_byte(above: bytes, below: bytes) -> None:
    """Whatever it is, and wherever our part stands in it."""
    old = above + write_part(["/gone.md @x", "/a.md @y"]) + below
    for host in HOSTS.values():
        assert write_into(old, ["/a.md @ann"], host, "CODEOWNERS") == above + OURS + below


def test_on_gitlab_our_part_belongs_to_no_section() -> None:
    """It comes before the first one, and before the comment that tells of that."""
    before = b"* @all\n# Us.\n\n# The docs\n# and more\n^[Docs][2] @d\n/docs/\n"
    at = before.index(b"# The docs")
    after = write_into(before, ["/a.md @ann"], GITLAB, "CODEOWNERS")
    assert after == before[:at] + b"\n" + OURS + b"\n\n" + before[at:]
    assert write_into(after, ["/a.md @ann"], GITLAB, "CODEOWNERS") == after
    assert write_into(before, ["/a.md @ann"], GITHUB, "CODEOWNERS").startswith(before)


DAMAGED = [
    START, END, f"{END}\n{START}", f"{START}\n{START}\n{END}", f"{START}\n{END}\n{END}",
    f"{START}\n/a.md @x\n#<<< plans\n", f"{OURS.decode()}\n* @all\n{OURS.decode()}",
]  # fmt: skip


@pytest.mark.parametrize("before", DAMAGED)
def test_a_damaged_part_is_left_alone(before: str) -> None:
    """Nobody can tell what in it is ours."""
    for change in (write_into, list_changes):
        with pytest.raises(PlansError, match="CODEOWNERS is left as it is: our part begins with one line"):
            change(before.encode(), ["/a.md @ann"], GITHUB, "CODEOWNERS")


def test_what_is_out_of_date_is_said_by_path() -> None:
    """Who owned it and who does."""
    old = write_part([r"/a\ b.md @ann @bob", "/gone.md @x", "/same.md @s"])
    new = [r"/a\ b.md @bob", "/new.md @n", "/same.md @s"]
    assert list_changes(old, new, GITHUB, "CODEOWNERS") == [
        r"/a\ b.md: @ann @bob → @bob",
        "/gone.md: @x → nobody",
        "/new.md: nobody → @n",
    ]


def test_what_is_out_of_date_in_another_way_is_said() -> None:
    """Lines in another order own the same until two match one file."""
    old = write_part(["/b.md @b", "/a.md @a"])
    assert list_changes(old, ["/a.md @a", "/b.md @b"], GITHUB, "") == [
        "the lines stand in another form or order"
    ]
    assert list_changes(b"* @all\n", [], GITHUB, "") == ["our lines aren't there yet"]


def test_the_day_is_the_sites(tmp_path: Path) -> None:
    """Someone who has left by now was an owner until then."""
    loaded, _ = read_site(write_site(tmp_path, {"people.yml": PEOPLE, "hire.md": strategy("left")}))
    found = find_owners(loaded.plan, None, GITHUB, datetime.date(2026, 11, 22))
    assert found.owners == {"hire.md": ("@left-gh",)}
