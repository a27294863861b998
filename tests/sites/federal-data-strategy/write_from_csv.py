"""Write this site's plan files from the Federal Data Strategy's 2020 action plan, a CSV.

Usage: `python write_from_csv.py CSV [DOCS]`. DOCS is `docs/` beside this script unless given.

Each `group` becomes a theme with one strategy, each action a tactic of that strategy, and each
milestone an action of that tactic. `mission.md`, `values.md` and `about.md` don't come from the
CSV: they are written by hand and left alone here.

The CSV's own words are kept. What this script concludes from them, and nothing more:

- Who answers for a milestone: the office named first is its DRI, those after it contribute.
- The DRI of a tactic or a strategy is the office that answers for more than half of its
  milestones. Where no office does, there is none.
- A target date that is no day ("12 months", "(See Above)") is kept as the text of `when`.
- A tactic ends on the day of its last milestone, if the days of all are known. Its start isn't in
  the CSV, and is left out. Strategies run through 2020: it is the action plan of that year.
- Everything is `active`, the plan being in force. The CSV doesn't say which milestones were met.
"""

import csv
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import frontmatter
import yaml

Fields = dict[str, object]

YEAR = 2020
BETWEEN_OFFICES = re.compile(r",? and (?:the )?|, (?:the )?| with ")
ONE_LINE_A_VALUE = sys.maxsize


@dataclass(frozen=True)
class Milestone:
    """One row of the CSV; a field for each of its columns."""

    action: str
    group: str
    title: str
    milestone: str
    text: str
    measure: str
    target_date: str
    first_target_date: str
    responsible: str
    required: str


class PlanDumper(yaml.SafeDumper):
    """YAML as a person would write it."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indent a list below its key."""
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: object) -> bool:
        """Write a value again where it comes again, never a reference to it."""
        return True


def main(arguments: list[str]) -> None:
    """Write the plan files of the CSV, and nothing else."""
    docs = Path(arguments[1]) if arguments[1:] else Path(__file__).parent / "docs"
    for path, text in plan_files(read_milestones(Path(arguments[0]))).items():
        file = docs / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")


def read_milestones(path: Path) -> list[Milestone]:
    """Give the rows of the CSV, in its order."""
    with path.open(encoding="utf-8", newline="") as file:
        return [Milestone(**row) for row in csv.DictReader(file)]


def plan_files(milestones: list[Milestone]) -> dict[str, str]:
    """Give the text of each plan file by its path below the docs folder."""
    files = {"people.yml": yaml_text(people(milestones))}
    for group, of_group in grouped(milestones, lambda milestone: milestone.group).items():
        files[f"themes/{slug(group)}.md"] = theme_page(group, of_group)
        files[f"strategies/{strategy_id(group)}.md"] = strategy_page(group, of_group)
    for title, of_action in grouped(milestones, lambda milestone: milestone.title).items():
        files[f"tactics/{slug(title)}.md"] = tactic_page(title, of_action)
    return files


# The four kinds of file


def people(milestones: list[Milestone]) -> Fields:
    """Give each office a handle, in the order in which the CSV first names them."""
    named = (office for milestone in milestones for office in offices(milestone))
    return {slug(office): {"role": office} for office in named}


def theme_page(group: str, milestones: list[Milestone]) -> str:
    """Give the theme of one group of actions."""
    first, last = milestones[0].action, milestones[-1].action
    statement = f"Actions {first} to {last} of the {YEAR} action plan."
    return page({"type": "theme", "title": group, "statement": statement})


def strategy_page(group: str, milestones: list[Milestone]) -> str:
    """Give the strategy that holds one group of actions."""
    actions = {milestone.action for milestone in milestones}
    return page(
        {
            "type": "strategy",
            "title": f"{group} actions",
            "summary": f"{len(actions)} actions with {len(milestones)} milestones.",
            "theme": slug(group),
            "dri": main_office(milestones),
            "status": "active",
            "start": YEAR,
            "end": YEAR,
        }
    )


def tactic_page(title: str, milestones: list[Milestone]) -> str:
    """Give the tactic that holds one action's milestones."""
    dri = main_office(milestones)
    fields: Fields = {
        "type": "tactic",
        "number": milestones[0].action,
        "title": title,
        "strategy": strategy_id(milestones[0].group),
        "dri": dri,
        "status": "active",
        "end": last_day(milestones),
        "actions": [action_fields(milestone, dri) for milestone in milestones],
    }
    return page(fields, source_table(milestones))


def action_fields(milestone: Milestone, tactic_dri: str | None) -> Fields:
    """Give one milestone as an action, which names its DRI where it isn't the tactic's."""
    dri, *contributors = map(slug, offices(milestone))
    due = day(milestone.target_date)
    return stated(
        {
            "number": milestone.milestone,
            "do": milestone.text,
            "measure": milestone.measure,
            "dri": dri if dri != tactic_dri else None,
            "contributors": contributors,
            "due": due,
            "when": None if due else milestone.target_date,
            "originally": day(milestone.first_target_date),
        }
    )


def source_table(milestones: list[Milestone]) -> str:
    """Give who must do what in the CSV's own words, as a Markdown table."""
    headings = ["Milestone", "Responsible", "Requirement"]
    rows = [[each.milestone, each.responsible, each.required] for each in milestones]
    width = 3 if any(each.required for each in milestones) else 2
    lines = [headings, ["---"] * len(headings), *rows]
    table = "\n".join(f"| {' | '.join(line[:width])} |" for line in lines)
    return f"## In the words of the action plan\n\n{table}"


# What is concluded from the CSV


def offices(milestone: Milestone) -> list[str]:
    """Give the offices that answer for a milestone, the first in charge."""
    return BETWEEN_OFFICES.split(milestone.responsible)


def main_office(milestones: list[Milestone]) -> str | None:
    """Give the handle of the office in charge of more than half of the milestones, if any."""
    in_charge = Counter(offices(milestone)[0] for milestone in milestones)
    office, count = in_charge.most_common(1)[0]
    return slug(office) if count * 2 > len(milestones) else None


def last_day(milestones: list[Milestone]) -> date | None:
    """Give the day of the last milestone, unless the day of one isn't known."""
    days = [day(milestone.target_date) for milestone in milestones]
    known = [each for each in days if each]
    return max(known) if len(known) == len(days) else None


def day(text: str) -> date | None:
    """Read a day such as "September 30, 2020"; None if the text is no such day."""
    try:
        return datetime.strptime(text, "%B %d, %Y").date()
    except ValueError:
        return None


# How it is written


def strategy_id(group: str) -> str:
    """Give the id of a group's strategy, which can't be that of its theme."""
    return f"{slug(group)}-actions"


def slug(text: str) -> str:
    """Give the text as lower-case words joined by hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))


def grouped(milestones: Iterable[Milestone], key: Callable[[Milestone], str]) -> dict[str, list[Milestone]]:
    """Give the milestones by a key, both in the order of the CSV."""
    groups: dict[str, list[Milestone]] = {}
    for milestone in milestones:
        groups.setdefault(key(milestone), []).append(milestone)
    return groups


def stated(fields: Fields) -> Fields:
    """Leave out the fields of which the CSV says nothing."""
    return {key: value for key, value in fields.items() if value not in (None, "", [])}


def page(fields: Fields, body: str = "") -> str:
    """Give a plan file's text: its front matter, then its body."""
    post = frontmatter.Post(body)
    post.metadata.update(stated(fields))
    text = frontmatter.dumps(post, Dumper=PlanDumper, sort_keys=False, width=ONE_LINE_A_VALUE)
    return f"{text}\n"


def yaml_text(fields: Fields) -> str:
    """Give a YAML file's text."""
    return yaml.dump(fields, Dumper=PlanDumper, sort_keys=False, width=ONE_LINE_A_VALUE)


if __name__ == "__main__":
    main(sys.argv[1:])
