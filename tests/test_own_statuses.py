"""Statuses of an organisation's own (`statuses`): written and shown as its own, counted as ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from mkdocs_plans.changes.change import OwnStatus
from mkdocs_plans.cli import main
from mkdocs_plans.load.own_fields import allowed_by
from mkdocs_plans.model import Status
from mkdocs_plans.model.json_schema import plan_file_schema
from tests.built_site import build
from tests.changes.small_plan import reviewed, teller, with_edit
from tests.render.rendered import page, view
from tests.small_site import CONFIG, TACTIC, all_found_in, read_site, text, write_site

OWN = text(CONFIG) + (
    "      labels: {done: Complete}\n"
    "      statuses:\n        under review: proposed\n        on hold: paused\n        no money: paused\n"
    "        in delivery: active\n"
)


def tactic(status: str, title: str = "Ask") -> str:
    """A tactic of a status."""
    return text(TACTIC).replace("advances: [first-year-retention]", f"status: {status}").replace(
        "title: Ask every candidate the same questions", f"title: {title}"
    )  # fmt: skip


FILES: dict[str, str | bytes] = {
    "hire.md": "---\ntype: strategy\ntitle: Hire\nstatus: in delivery\n---\n",
    **{f"{name}.md": tactic(status, name) for name, status in {
        "a": "under review", "b": "on hold", "c": "no money", "d": "paused", "e": "done",
    }.items()},
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the small site."""
    return write_site(tmp_path_factory.mktemp("site"), FILES, config=OWN)


def run(folder: Path, *args: str) -> tuple[int, str]:
    """Run a command in the site."""
    result = CliRunner(env={"COLUMNS": "200"}).invoke(
        main, [*args, "--config-file", str(folder / "mkdocs.yml")]
    )
    return result.exit_code, result.output


def test_it_chooses_in_lists_and_views(folder: Path) -> None:
    """It lets through those called so alone, where ours lets through all that count as it; a word that is
    neither is told with all that there are, in a page as at the command line.
    """
    code, printed = run(folder, "list", "tactics", "--status", "on hold", "--format", "csv")
    assert (code, [line.split(",")[0] for line in printed.splitlines()[1:]]) == (0, ["b"])
    rows = view(folder, "tactics", "{status: [on hold, done]}").all("tr")[1:]
    assert {one["data-status"] for one in rows} == {"on hold", "done"}
    code, printed = run(folder, "list", "tactics", "--status", "on hald")
    assert (code, "on hold" in printed) == (2, True)


def test_it_counts_as_ours_and_is_written_as_it_was(folder: Path) -> None:
    """In the plan, and in its front matter again."""
    plan = read_site(folder)[0].plan
    found = {one.id: (one.status, one.front_matter().get("status")) for one in plan.plans.values()}
    assert found == {
        "hire": (Status.ACTIVE, "in delivery"), "a": (Status.PROPOSED, "under review"),
        "b": (Status.PAUSED, "on hold"), "c": (Status.PAUSED, "no money"),
        "d": (Status.PAUSED, "paused"), "e": (Status.DONE, "done"),
    }  # fmt: skip
    assert not [one for one in all_found_in(folder) if one.finding.rule == "invalid-value"]


def test_pages_and_terminal_show_its_word(folder: Path) -> None:
    """On the plan's page, in the table with its filter, and in lists, which ours still filter."""
    assert "in delivery" in page(folder, "hire.md").text
    assert "in delivery" in view(folder, "strategies").text
    assert "on hold" in page(folder, "b.md").text
    assert "Complete" in page(folder, "e.md").text
    shown = view(folder, "tactics")
    boxes = [one["value"] for one in shown.all("input", name="status")]
    assert boxes == ["under review", "paused", "no money", "on hold", "done"]
    assert {"on hold", "no money"} <= {one["data-status"] for one in shown.all("tr")}
    assert [one.text for one in view(folder, "tactics", "{status: paused}").all("tr")][1:] != []
    code, printed = run(folder, "list", "tactics", "--status", "paused")
    assert (code, "on hold" in printed, "under review" in printed) == (0, True, False)
    assert "in delivery" in run(folder, "show", "hire")[1]
    assert "on hold" in run(folder, "field", "status")[1]
    assert "on hold" in view(folder, "fields").text


def test_a_built_site_shows_joint_dris_a_team_and_own_statuses(tmp_path: Path) -> None:
    """On the pages that readers open, without a warning of a link that leads nowhere."""
    files = {
        **FILES,
        "people.yml": "ada: {name: Ada Ames}\nben: {name: Ben Bell}\n",
        "recruiting.md": "---\ntype: team\ntitle: Recruiting\nlead: ada\n---\n",
        "hire.md": str(FILES["hire.md"]).replace("status:", "dri: [ada, recruiting]\nstatus:"),
        "b.md": tactic("on hold").replace("dri: recruiting-lead", "dri: [ben, recruiting]"),
    }
    config = OWN + "      joint_dris: true\n      team_dris: true\n      rules: {unknown-person: off}\n"
    site = build(write_site(tmp_path, files, config=config))
    for address, links in [
        ("hire/", {"../people/ada/", "../recruiting/"}),
        ("b/", {"../people/ben/", "../recruiting/"}),
        ("recruiting/", {"../hire/", "../b/", "../people/ada/"}),
        ("people/ben/", {"../../b/"}),
        ("tactics/", {"../people/ben/", "../recruiting/"}),
    ]:
        assert links <= {link["href"] for link in site.page(address).all("a")}
    assert "in delivery" in site.page("hire/").text
    assert "on hold" in site.page("tactics/").text


@pytest.mark.parametrize(
    ("was", "now", "line", "kept"),
    [
        ("on hold", "no money", "Status: on hold → no money", OwnStatus("no money", Status.PAUSED)),
        ("on hold", "paused", "Status: on hold → Paused", Status.PAUSED),
        ("under review", "in delivery", "Status: under review → in delivery",
         OwnStatus("in delivery", Status.ACTIVE)),
    ],
)  # fmt: skip
def test_a_review_tells_it_as_written(was: str, now: str, line: str, kept: object, tmp_path: Path) -> None:
    """Also where both count as the same of ours."""
    path = "a.md" if was == "under review" else "b.md"
    review = reviewed(tmp_path, FILES, with_edit(path, f"status: {was}", f"status: {now}", FILES), config=OWN)
    (change,) = [one for file in review.plans for one in file.changes]
    assert (str(teller(review).tell(change).line), change.now) == (line, kept)


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("On Hold", "write on hold"),
        ("on hodl", 'did you mean "on hold"?'),
        ("Paused", "write paused"),
        ("In progress", "write active"),
    ],
)
def test_a_slip_is_told_with_the_word_that_is_meant(written: str, hint: str, tmp_path: Path) -> None:
    """Own words are among those that may be written, and are fixed as ours are."""
    folder = write_site(tmp_path, {**FILES, "b.md": tactic(written)}, config=OWN)
    (found,) = [one.finding for one in all_found_in(folder) if one.finding.rule == "invalid-value"]
    assert found.hint == hint
    assert "dropped, under review, on hold, no money, in delivery" in found.message


def test_an_update_writes_it(folder: Path, tmp_path: Path) -> None:
    """Only that line; an unknown one is refused with those that there are."""
    folder = write_site(tmp_path, FILES, config=OWN)
    before = (folder / "plans" / "b.md").read_text()
    assert run(folder, "update", "b", "--status", "no money", "--yes")[0] == 0
    assert (folder / "plans" / "b.md").read_text() == before.replace("on hold", "no money")
    code, printed = run(folder, "update", "b", "--status", "no mony", "--yes")
    assert (code, 'did you mean "no money"?' in printed) == (2, True)
    assert run(folder, "rename", "hire", "hiring", "--yes")[0] == 0
    assert "status: in delivery\n" in (folder / "plans" / "hiring.md").read_text()


def test_an_editor_allows_it(folder: Path) -> None:
    """Where the site does."""
    written = {"type": "tactic", "status": "on hold"}
    assert not Draft202012Validator(plan_file_schema()).is_valid(written)
    allowed = allowed_by(read_site(folder)[1].settings)
    assert Draft202012Validator(plan_file_schema(allowed)).is_valid(written)


@pytest.mark.parametrize(
    ("line", "underlined", "hint"),
    [
        ("on hold: pausd", "pausd", 'did you mean "paused"?'),
        ("on hold: waiting", "waiting", "write one of draft, proposed, active, paused, done, dropped"),
        ("on hold: [paused]", "[paused]", "write one of draft, proposed, active, paused, done, dropped"),
        ("done: active", "done", "choose another word, or show it otherwise by `labels`"),
        ("12: paused", "12", "write a text; put quotes around it"),
        ('" ": paused', '" "', "write a word"),
    ],
)
def test_a_wrong_setting_is_found_where_it_stands(
    line: str, underlined: str, hint: str, tmp_path: Path
) -> None:
    """And the other lines of it hold."""
    config = text(CONFIG) + f"      statuses:\n        {line}\n        frozen: paused\n"
    folder = write_site(tmp_path, {"hire.md": FILES["hire.md"], "b.md": tactic("frozen")}, config=config)
    found = [one for one in all_found_in(folder) if one.finding.rule == "invalid-setting"]
    assert [(one.finding.hint, one.line[one.span.column - 1 : one.span.end_column - 1]) for one in found] == [
        (hint, underlined)
    ]
    assert read_site(folder)[0].plan.tactics["b"].own_status == "frozen"


def test_an_argument_of_a_view_that_is_neither_is_told(tmp_path: Path) -> None:
    """With all that there are; one of the site's own isn't."""
    comments = "<!-- plans/tactics {status: on hold} -->\n\n<!-- plans/tactics {status: on hald} -->\n"
    told = all_found_in(write_site(tmp_path, {**FILES, "index.md": comments}, config=OWN))
    found = [one.finding for one in told if one.finding.rule == "unknown-view"]
    assert [("on hald" in one.message, "on hold" in (one.hint or "")) for one in found] == [(True, True)]
