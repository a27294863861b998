"""Edits of a plan, each with the verdict that it must get. `test_verdicts.py` makes a commit of each.

An edit is a file, a text, and the text in its place. A file that loses its whole text is taken out; one that
had none is new.
"""

from __future__ import annotations

from mkdocs_plans.settings import Verdict
from tests.changes.small_plan import ASK, FIND, HIRE, PLAN, Files

PAST, LOWERED, RAISED, COST, RESPONSIBILITY, RECORD, WORDING = map(str, Verdict)

UNSURE = "unsure"
"""A promise that may be lowered: nobody can compare what there was with what there is."""

Edit = tuple[str, str, str]

OVER = "---\ntype: tactic\ntitle: Over\nstrategy: hire\nstatus: done\ndri: vp-people\nend: 2026-03-31\n---\n"

IDEA = (
    "---\ntype: tactic\ntitle: Idea\nstrategy: hire\nstatus: draft\nend: 2026-12-31\n"
    "goals:\n  - {id: more, title: More, baseline: 1, target: 10}\n---\n"
)

TABLE = "plan,goal,date,value,note\nhire,retention,2026-03-31,64,HR\n"

BASE: Files = {
    **PLAN,
    "pause.md": (
        "---\ntype: tactic\ntitle: Pause\nstrategy: hire\nstatus: paused\ndri: vp-people\nend: 2026-12-31\n"
        "goals:\n"
        "  - {id: cash, title: Raise cash, unit: EUR, baseline: 100, target: 500,\n"
        "     originally: 2026-06, due: 2026-12}\n"
        "  - {id: friends, title: Make friends, target: every second neighbour, due: 2026-12}\n"
        "  - {id: quiet, title: Keep quiet, unit: dB, target: 40, keep: at most, dropped: 2026-10-01}\n"
        "  - {id: fairs, title: Visit fairs, unit: fairs, target: 15}\n"
        "actions:\n"
        "  - {do: Ring home, due: 2026-09-01, originally: 2026-08-01, dropped: 2026-09-02}\n"
        "  - {do: Write home, due: 2026-09-01, done: yes}\n"
        "resources:\n"
        "  - {name: Stamps, cost: 1200 EUR}\n"
        "  - {name: Paper, cost: half a day}\n"
        "---\n"
    ),
    "open.md": (
        "---\ntype: tactic\ntitle: Open 12 offices\nsummary: Forty people, and rooms.\nstrategy: grow\n"
        "dri: [vp-sales, vp-people]\nstart: 2026\nend: 2026\n"
        "goals:\n"
        "  - {title: Visit fairs of the trade, unit: fairs, baseline: 0, target: 15}\n"
        "  - {title: Sign ten partners, due: 2026-10}\n"
        "actions:\n"
        "  - {do: Rent a room, dri: [vp-sales, vp-people], due: 2026-05-01}\n"
        "---\n\n## 40 people by June\n\nWe look at 3 streets, and at 7 houses in each.\n"
    ),
    "over.md": OVER,
    "idea.md": IDEA,
    "readings.csv": TABLE,
}  # fmt: skip
"""The plan before each edit: the small one, and what it hasn't."""

CONFIG = """
      joint_dris: true
      statuses: {shelved: dropped, on hold: paused, running: active}
""".lstrip("\n")
"""The settings that it needs."""

GOAL = "    due: 2026-12-31\n  - id: answers"
"""After the goal `retention`."""

CALLS = "  - id: calls\n    title: Pick up the phone\n    unit: rings\n    target: 4\n    keep: at most\n"

POSTS = (
    "  - {id: posts, title: Fill all posts, unit: posts, baseline: 0, target: 20, due: 2026-12-31}\n",
    "- target: '20'\n  due: 2026-12\n  id: \"posts\"\n  unit: posts\n  baseline: 0.0\n"
    "  title: >\n    Fill all\n    posts\n",
)
"""A goal, and the same in another style."""

ACTION = "    due: 2026-05-29\n"

GUIDE = f'  - do: Publish the interview guide\n    number: "2"\n    measure: It is on the shelf.\n{ACTION}'

RENAMED = {name: str(text).replace("vp-sales", "head-of-sales") for name, text in BASE.items()}

EDITS: list[tuple[str, str, str, str]] = [
    # the past
    ("hire.md", "readings: {retention: 74}", "readings: {retention: 73}", PAST),
    ("hire.md", "readings: {retention: 74}\n    ", "", PAST),
    ("readings.csv", "64", "65", PAST),
    ("readings.csv", "HR", "IT", PAST),
    ("readings.csv", "hire,retention,2026-03-31,64,HR\n", "", PAST),
    ("readings.csv", "HR\n", "HR\nhire,answers,2026-03-31,8,\n", RECORD),
    ("hire.md", "Two regions lag.", "Two region lag.", PAST),
    ("hire.md", "health: at-risk", "health: on-track", PAST),
    ("hire.md", "date: 2026-09-30", "date: 2026-10-30", PAST),
    ("hire.md", "  - date: 2026-06-30\n    readings: {retention: 66}\n", "", PAST),
    ("hire.md", "met: 2026-06-12", "met: 2026-05-12", PAST),
    ("hire.md", "    met: 2026-06-12\n", "", PAST),
    ("hire.md", "met: 2026-06-12", "met: yes", PAST),
    ("hire.md", "baseline: 62", "baseline: 50", PAST),
    ("hire.md", "    baseline: 62\n", "", PAST),
    ("ask.md", "originally: 2026-03-31\n", "", PAST),
    ("ask.md", "originally: 2026-03-31", "originally: 2026-06-30", PAST),
    ("ask.md", "done: 2026-01-29", "done: 2026-01-31", PAST),
    ("ask.md", "    done: 2026-01-29\n", "", PAST),
    ("ask.md", "done: 2026-01-29", "dropped: 2026-01-31", PAST),
    ("ask.md", ACTION, "    due: 2026-09-29\n    originally: 2026-08-31\n", PAST),  # it was May
    ("pause.md", "dropped: 2026-10-01", "dropped: 2026-11-01", PAST),
    ("pause.md", "done: yes", "due: 2026-09-02", PAST),
    ("over.md", "status: done", "status: active", PAST),
    ("over.md", OVER, "", PAST),
    # less is promised
    ("hire.md", "target: 80", "target: 75", LOWERED),
    ("hire.md", "target: 80", "target: 60", LOWERED),  # on the other side of the baseline
    ("hire.md", "target: 5\n", "target: 7\n", LOWERED),  # fewer days are better
    ("hire.md", "    target: 4\n", "    target: 6\n", LOWERED),  # to keep at most so many
    ("hire.md", "targets: {2026-06-30: 66}", "targets: {2026-06-30: 64}", LOWERED),
    ("hire.md", "targets: {2026-06-30: 66}", "targets: {2026-09-30: 66}", LOWERED),
    ("hire.md", GOAL, "    due: 2027-03-31\n  - id: answers", LOWERED),
    ("hire.md", GOAL, "    due: 2027-03-31\n    originally: 2026-12-31\n  - id: answers", LOWERED),
    ("hire.md", GOAL, "    when: in time\n  - id: answers", LOWERED),
    ("hire.md", "  - id: calls\n    title: Pick up the phone\n    unit: rings\n    target: 4\n"
     "    keep: at most\n", "", LOWERED),
    ("hire.md", "    keep: at most\n", "    keep: at most\n    dropped: 2026-11-01\n", LOWERED),
    ("hire.md", "status: active", "status: dropped", LOWERED),
    ("hire.md", "status: active", "status: paused", LOWERED),
    ("hire.md", "status: active", "status: done", LOWERED),  # 74 % of 80 were kept
    ("hire.md", "review: quarterly", "review: yearly", LOWERED),
    ("hire.md", "    targets: {2026-06-30: 66}\n", "    targets: {2026-06-30: 66}\n    met: 2026-11-01\n",
     LOWERED),
    ("hire.md", "end: 2026\n", "end: 2027-Q1\n", LOWERED),
    ("ask.md", "end: 2026-06-30", "when: ongoing", LOWERED),
    ("ask.md", ACTION, "    due: 2026-06\n", LOWERED),
    ("ask.md", ACTION, "    when: soon\n", LOWERED),
    ("ask.md", ACTION, "    due: 2026-05-29\n    dropped: 2026-05-20\n", LOWERED),
    ("ask.md", "  - do: Look back over the summer\n    when: after the policy is issued\n", "", LOWERED),
    ("ask.md", "advances: [retention, scorecard]", "advances: [scorecard]", LOWERED),
    ("find.md", FIND, "", LOWERED),
    ("pause.md", "target: 500", "target: 400", LOWERED),
    # it can't be told whether less is promised
    ("hire.md", "unit: days", "unit: weeks", UNSURE),
    ("hire.md", "keep: at most", "keep: at least", UNSURE),
    ("hire.md", "target: 80", "target: most of them", UNSURE),
    ("hire.md", "measure: First-year retention", "measure: Retention after a month", UNSURE),
    ("ask.md", "after the policy is issued", "after the summer", UNSURE),
    ("pause.md", "target: every second neighbour", "target: some neighbours", UNSURE),
    ("pause.md", "target: 15", "target: 12", UNSURE),  # nobody says from where it begins
    ("pause.md", "unit: EUR", "unit: USD", UNSURE),
    ("find.md", "do: Visit ten fairs", "do: Visit 5 fairs", UNSURE),
    ("mission.md", "small makers", "10 small makers", WORDING),
    # more is promised
    ("hire.md", "target: 80", "target: 85", RAISED),
    ("hire.md", GOAL, "    due: 2026-11-30\n  - id: answers", RAISED),
    ("hire.md", "updates:", "  - {title: Ring back, due: 2026-12-31}\nupdates:", RAISED),
    ("hire.md", "targets: {2026-06-30: 66}", "targets: {2026-06-30: 66, 2026-09-30: 75}", RAISED),
    ("ask.md", "  - do: Publish", "  - {do: Read aloud, due: 2026-03-01}\n  - do: Publish", RAISED),
    ("pause.md", "status: paused", "status: active", RAISED),
    ("pause.md", ", dropped: 2026-10-01", "", RAISED),
    ("idea.md", "status: draft", "status: active", RAISED),
    # what it costs
    ("ask.md", "cost: 4800 USD", "cost: 48000 USD", COST),
    ("ask.md", "cost: 4800 USD", "cost: 4800 EUR", COST),
    ("ask.md", "cost: 4800 USD", "cost: half a post", COST),
    ("pause.md", "  - {name: Stamps, cost: 1200 EUR}\n", "", COST),
    # who answers
    ("hire.md", "dri: vp-sales", "dri: vp-people", RESPONSIBILITY),
    ("hire.md", "    dri: people-partner\n", "", RESPONSIBILITY),
    ("ask.md", "    dri: vp-sales", "    dri: vp-people", RESPONSIBILITY),
    ("ask.md", "team: recruiting", "team: sales", RESPONSIBILITY),
    ("ask.md", "depends_on: [train]\n", "", RESPONSIBILITY),
    ("teams/sales.md", "lead: vp-sales", "lead: vp-people", RESPONSIBILITY),
]  # fmt: skip
"""File, text, text in its place, verdict."""

HARMLESS: list[tuple[str, str, str]] = [
    ("hire.md", "title: Hire people who stay", "title: Hire people who remain"),
    ("hire.md", "Choose with care.", "Choose twice."),
    ("hire.md", 'number: "1"', 'number: "1-A"'),
    ("hire.md", "theme: people", "theme: customers"),
    ("hire.md", "updates:\n",
     "updates:\n  - {date: 2026-11-01, health: off-track, readings: {retention: 70}}\n"),
    ("hire.md", "readings: {retention: 74}", "readings: {retention: 74, answers: 4}"),
    ("hire.md", "title: Answer every letter", "title: Answer each letter"),
    ("hire.md", "  - id: scorecard", "  - id: one-scorecard"),
    ("hire.md", "One in three leaves within a year.", "Many leave within a year."),
    ("hire.md", "target: 80", "target: 80.0"),
    ("hire.md", GOAL, "  - id: answers"),  # due with its plan, as before
    ("hire.md", "baseline: 9\n    due: 2026-12-31", "baseline: 9\n    due: 2026-12"),
    ("hire.md", "unit: percent", 'unit: "%"'),
    ("hire.md", "unit: rings", "unit: Ring"),
    ("hire.md", "measure: First-year retention", "measure: First year retention"),
    ("ask.md", ACTION, "    due: 2026-05-29\n    done: 2026-05-20\n"),
    ("ask.md", ACTION, "    due: 2026-05-29\n    originally: 2026-05-01\n"),
    ("ask.md", "do: Publish the interview guide", "do: Print the interview guide"),
    ("ask.md", "url: https://example.org", "url: https://example.com"),
    ("ask.md", "  - Interview guide\n", "  - Interview guide\n  - A quiet room\n"),
    ("pause.md", "done: yes", "done: 2026-08-31"),
    ("over.md", "end: 2026-03-31", "end: 2026-03"),
    ("idea.md", "target: 10", "target: 2"),
    ("idea.md", IDEA, ""),
    ("values.md", "We look twice.", "We look."),
    ("people.yml", "name: Ada Reed", "name: Ada Reid"),
    ("people.yml", "role: VP People", "role: VP People, until: 2026-12-31"),
]  # fmt: skip
"""What nobody needs to look at twice: file, text, text in its place."""

SLIPPERY: list[tuple[str, str, list[Edit]]] = [
    # in another file, or beside much else
    ("a target lowered as its file is moved", LOWERED,
     [("hire.md", HIRE, ""), ("strategies/hire.md", "", HIRE.replace("target: 80", "target: 75"))]),
    ("a later end as a file gets another name, and so the plan another id", LOWERED,
     [("ask.md", ASK, ""), ("ask-everyone.md", "", ASK.replace("end: 2026-06-30", "end: 2026-09-30"))]),
    ("a goal moved to another plan, with a looser limit", LOWERED,
     [("hire.md", CALLS, ""),
      ("grow.md", "goals:\n", "goals:\n" + CALLS.replace("target: 4", "target: 6"))]),
    ("an action moved to another plan, and due later", LOWERED,
     [("ask.md", GUIDE, ""),
      ("train.md", "actions:\n", "actions:\n" + GUIDE.replace("05-29", "09-29"))]),
    ("a limit loosened as the goals are put in another order", LOWERED,
     [("hire.md", CALLS, ""),
      ("hire.md", "goals:\n", "goals:\n" + CALLS.replace("target: 4", "target: 6"))]),
    ("a target lowered as the goal is written in another style", LOWERED,
     [("grow.md", POSTS[0], POSTS[1].replace("'20'", "'15'"))]),
    ("a goal retitled and retargeted at once", LOWERED,
     [("hire.md", "title: Answer every letter\n    unit: days\n    target: 5",
       "title: Write back soon\n    unit: days\n    target: 8")]),
    ("a goal without an id retitled and retargeted at once", LOWERED,
     [("open.md", "title: Visit fairs of the trade, unit: fairs, baseline: 0, target: 15",
       "title: Be seen at fairs of the trade, unit: fairs, baseline: 0, target: 5")]),
    ("a goal exchanged for another one", LOWERED,
     [("open.md", "title: Visit fairs of the trade, unit: fairs, baseline: 0, target: 15",
       "title: Read the papers, unit: papers, baseline: 0, target: 150")]),
    ("a day that becomes a quarter", LOWERED, [("ask.md", "end: 2026-06-30", "end: 2026-Q3")]),
    ("a tactic made into a theme", LOWERED, [("find.md", "type: tactic", "type: theme")]),
    # what was promised first
    ("a first promise taken out as the plan is renamed", PAST,
     [("ask.md", "title: Ask everyone the same questions", "title: Ask everyone alike"),
      ("ask.md", "originally: 2026-03-31\n", "")]),
    ("a first promise taken out as the end moves on", PAST,
     [("ask.md", "end: 2026-06-30\noriginally: 2026-03-31\n", "end: 2026-09-30\n")]),
    ("a first promise taken out as the file is moved", PAST,
     [("ask.md", ASK, ""), ("tactics/ask.md", "", ASK.replace("originally: 2026-03-31\n", ""))]),
    # numbers to hold, and other units
    ("a number to hold that is only to be reached", UNSURE, [("hire.md", "    keep: at most\n", "")]),
    ("a target in thousands", UNSURE,
     [("pause.md", "unit: EUR, baseline: 100, target: 500", "unit: kEUR, baseline: 100, target: 0.4")]),
    ("baseline, target and unit in another measure", PAST,
     [("hire.md", "unit: days\n    target: 5\n    baseline: 9",
       "unit: hours\n    target: 120\n    baseline: 216")]),
    ("a step on the way moved to a later day", LOWERED,
     [("hire.md", "targets: {2026-06-30: 66}", "targets: {2026-12-30: 66}")]),
    # promises in texts
    ("another number in the title of a plan", UNSURE, [("open.md", "Open 12 offices", "Open 8 offices")]),
    ("another number in words in the title of a goal", UNSURE,
     [("open.md", "Sign ten partners", "Sign five partners")]),
    ("a number gone from the summary", UNSURE, [("open.md", "Forty people", "Some people")]),
    ("another number in words in the outcome", UNSURE, [("find.md", "Twenty signed.", "Ten signed.")]),
    ("an outcome that promises less, without a number", UNSURE,
     [("ask.md", "Every panel scores the same.", "Most panels score the same.")]),
    ("a goal without a target that promises less", UNSURE,
     [("hire.md", "One scorecard everywhere", "One scorecard almost everywhere"),
      ("hire.md", "One scorecard almost everywhere", "A scorecard almost everywhere")]),
    ("another number in a heading of the text", UNSURE, [("open.md", "## 40 people", "## 30 people")]),
    ("a heading with a number taken out", UNSURE, [("open.md", "## 40 people by June\n", "")]),
    # statuses of the organisation's own
    ("a plan given up by a status of one's own", LOWERED, [("hire.md", "status: active", "status: shelved")]),
    ("a plan paused by a status of one's own", LOWERED, [("hire.md", "status: active", "status: on hold")]),
    ("a plan that is only a draft again, with a lower target", LOWERED,
     [("hire.md", "status: active", "status: draft"), ("hire.md", "target: 80", "target: 60")]),
    # who answers, and who is who
    ("an action of two moved on", LOWERED, [("open.md", "due: 2026-05-01", "due: 2026-08-01")]),
    ("one of two who answer taken out", RESPONSIBILITY,
     [("open.md", "grow\ndri: [vp-sales, vp-people]", "grow\ndri: vp-sales")]),
    ("a handle taken over by somebody else", RESPONSIBILITY,
     [("people.yml", "name: Ada Reed", "name: Boris Young")]),
    ("a handle that another account speaks for", RESPONSIBILITY,
     [("people.yml", "github: ada", "github: mallory")]),
    ("a handle that no account speaks for any more", RESPONSIBILITY,
     [("people.yml", "github: ada, ", "")]),
    ("a plan that serves another strategy", RESPONSIBILITY,
     [("train.md", "strategy: hire\nadvances: [answers, retention]",
       "strategy: grow\nadvances: [hire#answers, hire#retention]")]),
    # the past, in a table
    ("a reading put on another day", PAST,
     [("readings.csv", "hire,retention,2026-03-31", "hire,retention,2026-04-30")]),
    ("a reading edited among others that are new", PAST,
     [("readings.csv", "64,HR\n", "65,HR\nhire,retention,2026-09-29,73,\nhire,answers,2026-03-31,8,\n")]),
    # costs
    ("a cost moved into words", COST, [("ask.md", "cost: 4800 USD", "cost: as before")]),
    ("a cost ten times as high, written otherwise", COST,
     [("pause.md", "cost: 1200 EUR", 'cost: "12,000 EUR"')]),
    # what can't be read any more
    ("a plan whose type nobody knows", UNSURE, [("find.md", "type: tactic", "type: tactik")]),
    ("a plan that can't be read", UNSURE, [("find.md", "advances: [posts]", "advances: [posts")]),
]  # fmt: skip
"""Edits that could pass for less than they are: what it is, its verdict, and what is edited."""

UNCHANGED: list[tuple[str, list[Edit]]] = [
    ("a file moved to a folder", [("hire.md", HIRE, ""), ("strategies/hire.md", "", HIRE)]),
    ("a file with another name, and so a plan with another id",
     [("over.md", OVER, ""), ("gone-by.md", "", OVER)]),
    ("a theme moved to a folder",
     [("people.md", str(PLAN["people.md"]), ""), ("themes/people.md", "", str(PLAN["people.md"]))]),
    ("goals in another order", [("hire.md", CALLS, ""), ("hire.md", "goals:\n", "goals:\n" + CALLS)]),
    ("a goal in another style", [("grow.md", *POSTS)]),
    ("another line end", [("find.md", FIND, FIND.replace("\n", "\r\n"))]),
    ("the columns of a table in another order",
     [("readings.csv", TABLE, "note,value,date,plan,goal\nHR,64,2026-03-31,hire,retention\n")]),
    ("a status of one's own that means the same", [("hire.md", "status: active", "status: running")]),
    ("a number in figures in the place of words", [("open.md", "Sign ten partners", "Sign 10 partners")]),
    ("an outcome that says more",
     [("ask.md", "Every panel scores the same.", "Every panel scores the same, and says why.")]),
    ("other numbers in the text", [("open.md", "3 streets, and at 7", "4 streets, and at 5")]),
    ("another heading", [("hire.md", "## Where we stand", "## Where we are")]),
    ("a handle that an account speaks for at last",
     [("people.yml", "role: VP People", "role: VP People, github: vera")]),
    ("a handle that is called otherwise everywhere",
     [(name, str(BASE[name]), text) for name, text in RENAMED.items() if text != BASE[name]]),
]  # fmt: skip
"""Edits that could pass for more than they are: what it is, and what is edited."""
