"""Tables become plan files: columns by name and by a map, people by name, and a second import by edits."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_plans.errors import EditError
from mkdocs_plans.imports.incoming import Lost
from tests.cli.command import edit
from tests.imports.importing import bring_in
from tests.small_site import CONFIG, STRATEGY, found_in, read_site, text, write_site

GERMAN = CONFIG.replace("material,", "material, language: de,")

MEASURES = """
Nr.;Maßnahme;Handlungsfeld;Verantwortlich;Beginn;Frist;Status;Priorität;Bemerkung zur Finanzierung
1.1;Radwege ausbauen;Mobilität;Ames, Ada;01.02.2026;31.12.2026;laufend;hoch;Aus dem Haushalt
1.2;Ampeln umstellen;Mobilität;"VP Sales; Ben Bo";2026;sobald das Gesetz gilt;erledigt;;
;;;;;;;;
1.3;Parks öffnen;Grün;n. n.;;2027-Q1;irgendwie;mittel;<b>Noch</b> offen
"""


def write(folder: Path, name: str, content: str | bytes) -> Path:
    (folder / name).write_bytes(content if isinstance(content, bytes) else text(content).encode())
    return folder / name


def tactic(folder: Path, name: str) -> str:
    return (folder / f"plans/tactics/{name}.md").read_text("utf-8")


def told(lost: Lost) -> tuple[str, str, str]:
    return lost.name, lost.value, lost.kept


def test_columns_are_found_by_their_german_names(tmp_path: Path) -> None:
    """What is unknown becomes a file or a person; what has no field stands in the text; nothing else is
    wrong with what was written than that the themes are no strategies.
    """
    folder = write_site(tmp_path, config=GERMAN)
    found = bring_in(folder, write(tmp_path, "Maßnahmen.csv", MEASURES))
    assert tactic(folder, "radwege-ausbauen") == text(
        """
        ---
        type: tactic
        number: "1.1"
        title: Radwege ausbauen
        theme: mobilitaet
        dri: ada-ames
        status: active
        start: 2026-02-01
        end: 2026-12-31
        ---

        ## Priorität

        hoch

        ## Bemerkung zur Finanzierung

        Aus dem Haushalt
        """
    )
    lines = tactic(folder, "ampeln-umstellen").splitlines()
    assert {"dri: vp-sales", "contributors: [ben-bo]", "status: done", "start: 2026"} <= set(lines)
    assert "when: sobald das Gesetz gilt" in lines
    assert "&lt;b>Noch" in tactic(folder, "parks-oeffnen")
    assert found.new_people.keys() == {"ada-ames", "ben-bo"}
    assert list(map(told, found.lost)) == [
        ("Priorität", "hoch (and 1 more)", "in the text, under Priorität"),
        ("Bemerkung zur Finanzierung", "Aus dem Haushalt (and 1 more)",
         "in the text, under Bemerkung zur Finanzierung"),
        ("Verantwortlich", "n. n.", "in the text, under Verantwortlich"),
        ("Status", "irgendwie", "in the text, under Status"),
    ]  # fmt: skip
    assert {one.finding.rule for one in found_in(folder)} == {"tactic-without-strategy"}


def test_a_second_import_changes_only_the_lines_that_say_something_else(tmp_path: Path) -> None:
    """What a person added stays: a field, a comment, a section. An empty cell takes nothing away."""
    folder = write_site(tmp_path, config=GERMAN)
    source = write(tmp_path, "Maßnahmen.csv", MEASURES)
    bring_in(folder, source)
    assert not bring_in(folder, source).changes
    file = folder / "plans/tactics/radwege-ausbauen.md"
    edit(file, "end: 2026-12-31\n", "end: 2026  # by the council\noutcome: More people cycle.\n")
    file.write_text(file.read_text("utf-8") + "\n## Our notes\n\nAsk the county.\n", "utf-8")
    before = file.read_text("utf-8")
    assert not bring_in(folder, source).changes
    changed = text(MEASURES).replace("Radwege ausbauen", "Radwege bauen").replace("hoch", "sehr hoch")
    changed = changed.replace("laufend", "").replace("31.12.2026", "30.06.2027")
    assert len(bring_in(folder, write(tmp_path, "Maßnahmen.csv", changed)).changes) == 1
    expected = before.replace("title: Radwege ausbauen", "title: Radwege bauen").replace("hoch", "sehr hoch")
    assert file.read_text("utf-8") == expected.replace("end: 2026  #", "end: 2027-06-30  #")


ASK = """
---
type: tactic
title: Ask every candidate the same questions
strategy: hire
dri: vp-sales
---
"""

ACTIONS = """
tactic,action,owner,due date,status,how sure
Ask every candidate the same questions,Agree on the questions,VP Sales,31 March 2027,done,very
Ask every candidate the same questions,Train the interviewers,recruiting-lead,,open,
Visit fairs,Book a stand,Ada Ames,(see above),,
,Nobody's,,,,
"""


def test_actions_go_into_the_files_that_they_name(tmp_path: Path) -> None:
    """Also a tactic that there is; its own DRI isn't said again. A tactic that nobody knows is begun, and a
    row that names none is told as a whole.
    """
    folder = write_site(tmp_path, {"strategies/hire.md": STRATEGY, "tactics/ask.md": ASK})
    found = bring_in(folder, write(tmp_path, "a.csv", ACTIONS), "actions")
    loaded, _ = read_site(folder)
    ask, visit = loaded.plan.tactics["ask"], loaded.plan.tactics["visit-fairs"]
    assert [(one.do, one.dri, one.due and str(one.due), one.done) for one in ask.actions] == [
        ("Agree on the questions", (), "2027-03-31", "yes"),
        ("Train the interviewers", ("recruiting-lead",), None, None),
    ]
    assert visit.actions[0].when == "(see above)"
    assert "| Agree on the questions | very |" in ask.body
    assert [one.name for one in found.lost] == ["the whole row", "how sure"]
    (tmp_path / "a.csv").write_text(text(ACTIONS).replace("31 March", "30 April"), "utf-8")
    [change] = bring_in(folder, tmp_path / "a.csv", "actions").changes
    assert change.after == (change.before or b"").replace(b"due: 2027-03-31", b"due: 2027-04-30")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_any_programs_csv_is_read(encoding: str, delimiter: str, tmp_path: Path) -> None:
    """Whatever stands between its cells, and in whatever encoding it was saved."""
    lines = f'titel{delimiter}verantwortlich\r\n"Größe{delimiter} ""Maß"""{delimiter}Jörg Müller\r\n'
    folder = write_site(tmp_path)
    bring_in(folder, write(tmp_path, "a.csv", lines.encode(encoding)), "tactics")
    [made] = read_site(folder)[0].plan.tactics.values()
    assert (made.title, made.dri) == (f'Größe{delimiter} "Maß"'.replace("\t", " "), ("jorg-muller",))


MAP = """as: tactics
columns: {What: title, Colour: text, Nr: nothing}
set: {status: proposed, summary: 'From {Nr}'}
"""


def test_a_map_says_what_columns_mean(tmp_path: Path) -> None:
    """Beside their names, and what else is written; what it names must be there."""
    folder = write_site(tmp_path)
    map_path = write(tmp_path, "map.yml", MAP)
    source = write(tmp_path, "a.csv", "Nr,What,Colour\n1,Go,red\n")
    assert not bring_in(folder, source, map_path=map_path).lost
    assert tactic(folder, "go") == text(
        """
        ---
        type: tactic
        title: Go
        summary: From 1
        status: proposed
        ---

        ## Colour

        red
        """
    )
    for old, new, said in (
        ("What:", "Whut:", "column `Whut`, .* the columns are Nr, What"),
        ("title", "titel", 'no field of a tactic is called so: did you mean "title"'),
        ("set:", "sett:", '`sett` is nothing that a map has: did you mean "set"'),
        ("{Nr}", "{No}", "column `No`"),
        ("tactics", "things", 'rows can\'t be "things"'),
        ("{What", "[What", "map.yml:2"),
    ):
        map_path.write_text(MAP.replace(old, new), "utf-8")
        with pytest.raises(EditError, match=said):
            bring_in(folder, source, map_path=map_path)


def test_two_columns_of_one_name_and_cells_without_one_are_kept(tmp_path: Path) -> None:
    """The second is called by its number, and what has no name by the column's letter."""
    folder = write_site(tmp_path)
    source = write(tmp_path, "a.csv", "A title above\ntitle,note,note,\nGo,one,two,three\n")
    found = bring_in(folder, source, "tactics")
    assert tactic(folder, "go").endswith("## note\n\none\n\n## note (2)\n\ntwo\n\n## column D\n\nthree\n")
    assert [one.name for one in found.lost] == ["note", "", "note", "note (2)", "column D"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a.xls", "save it as .xlsx"),
        ("a.d", "isn't of a kind that can be imported: .csv, .xlsx, .json, .xml"),
    ],
)
def test_a_file_of_another_kind_is_refused(name: str, said: str, tmp_path: Path) -> None:
    """With the kinds that there are."""
    with pytest.raises(EditError, match=said):
        bring_in(write_site(tmp_path), write(tmp_path, name, "title\nGo\n"))
