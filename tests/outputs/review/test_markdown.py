"""The pull request's comment: what it tells, what it leaves out, what no plan can put in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from mkdocs_plans.changes import Review, State, compare
from mkdocs_plans.outputs.markdown import LIMIT
from mkdocs_plans.outputs.review.markdown import MARKER, emit
from mkdocs_plans.rules import check
from tests.changes.small_plan import PLAN, Files, reviewed, teller, with_edit
from tests.render.eight_plans import change_example, write_example
from tests.small_site import read_site
from tests.wording.test_markdown_text import HOSTILE, REFERENCES

APPROVED = Path(__file__).parents[2] / "snapshots" / "review.md"


def read(folder: Path) -> State:
    """A written site, loaded and checked."""
    loaded, site = read_site(folder)
    return State(loaded, check(loaded, site))


def in_plans(path: str) -> str:
    """A path as a repository names it."""
    return f"plans/{path}"


def report(review: Review, limit: int = LIMIT) -> str:
    """The comment."""
    return emit(review, teller(review), in_plans, limit)


@pytest.fixture(scope="module")
def eight_plans(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The report on a change of eight plans."""
    folder = write_example(tmp_path_factory.mktemp("example") / "site")
    before = read(folder)
    return report(compare(before, read(change_example(folder))))


def test_the_report_on_eight_plans_is_as_approved(eight_plans: str, request: pytest.FixtureRequest) -> None:
    """A whole report, as a reviewer reads it."""
    if request.config.getoption("--update-snapshots"):
        APPROVED.write_text(eight_plans, "utf-8")
    assert eight_plans == APPROVED.read_text("utf-8")


QUESTIONS: dict[str, tuple[str, ...]] = {
    "What will be later than planned until now, and by how much?": (
        "End: 26 Feb 2027 → 30 Sep 2027, 216 days later",
        "due: 31 Dec 2026 → 31 Mar 2027, 90 days later",
        "due: 20 Nov 2026 → 27 Nov 2026, 7 days later",
    ),
    "For when was the CRM promised at first?": ("216 days later; first promised for 18 Dec 2026",),
    "Does a tactic now end after the strategy that it serves?": (
        "Ends 30 Sep 2027, 92 days after what it serves: “Move every open deal into one CRM”",
    ),
    "Which goal does nobody work on any more?": (
        "Nothing advances this any more: “Learn from our own calls” (“Give sales operations a sound base”)",
    ),
    "What is left without anybody who answers for it?": (
        "Nobody answers for this any more: “Train recruiters to interview by the scorecard”",
    ),
    "Which targets are raised, and which lowered?": (
        "target: 80% → 85%, higher",
        "target: 15 fairs → 12 fairs, lower",
    ),
    "Who takes the CRM over, and from whom?": (
        "- **Responsibility**: DRI: CRM Lead → Sales Controller",
        "- **Sales Controller**: Takes on: Tactic “Move every open deal into one CRM”",
    ),
    "What is given up?": ("Taken out (Serves: “Hire 20 more", "Status: Paused → Dropped"),
    "What will cost more?": (r"cost: \$&#8203;38,400 → \$&#8203;46,080, \$&#8203;7,680 more",),
    "Who should agree to the change of the strategy “Hire salespeople who stay”?": (
        "### Who should agree to it",
        "- **VP Sales**: Answers for what changes: Strategy “Hire salespeople who stay”\n",
    ),
}
"""What a reviewer wants to know of that change, and what of the report answers it."""


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_report_answers_what_a_reviewer_asks(question: str, eight_plans: str) -> None:
    """Without a look at the files."""
    assert not [answer for answer in QUESTIONS[question] if answer not in eight_plans]


def test_a_report_without_a_change_says_so(tmp_path: Path) -> None:
    """With the mark that its comment is found by."""
    made = report(reviewed(tmp_path, PLAN, PLAN))
    assert made == f"{MARKER}\n## No change of plan\n\nNothing that the plan says has changed.\n"


def test_a_line_without_end_hides_no_other(tmp_path: Path) -> None:
    """However much one thing changes, what is changed beside it is told, and that something changed."""
    days = ", ".join(f"2026-{month:02}-{day:02}: {day}" for month in range(1, 13) for day in range(1, 29))
    now = with_edit("hire.md", "targets: {2026-06-30: 66}", f"targets: {{{days}}}")
    now = with_edit("hire.md", "dri: vp-sales", "dri: people-partner", now)
    made = report(reviewed(tmp_path, PLAN, now))
    assert "DRI: Ada Reed → People Partner" in made
    assert "left out" not in made
    for limit in (1_000, 600, 300):
        assert "No change of plan" not in report(reviewed(tmp_path / str(limit), PLAN, now), limit)


def hostile(text: str) -> Files:
    """The plan with a text wherever a plan may hold one."""
    quoted = "'" + "".join(sign for sign in text if sign.isprintable()).replace("'", "''") + "'"
    now = with_edit("find.md", "title: Find people at fairs", f"title: {quoted}")
    now = with_edit("find.md", "Visit ten fairs, due", f"{quoted}, due", now)
    now = with_edit("find.md", "outcome: Twenty signed.", f"outcome: {quoted}\nnumber: {quoted}", now)
    now = with_edit("find.md", "dri: people-partner", f"dri: {quoted}", now)
    now = with_edit("find.md", "strategy: grow", f"strategy: {quoted}", now)
    now = with_edit("hire.md", "measure: First-year retention", f"measure: {quoted}", now)
    now = with_edit("hire.md", "unit: percent", f"unit: {quoted}", now)
    now = with_edit("hire.md", "note: Two regions lag.", f"note: {quoted}", now)
    now = with_edit("people.yml", "github: partner", f"github: {quoted}, name: {quoted}", now)
    now = with_edit("people.yml", "vp-people: {role: VP People", f"vp-people: {{role: {quoted}", now)
    return with_edit("hire.md", "## Where we stand", f"## {' '.join(text.split())[:5_000]}", now)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_plan_forges_anything_in_the_report(text: str, tmp_path: Path) -> None:
    """Headings, lists, bold and code of ours are all that the report is made of."""
    made = report(reviewed(tmp_path, PLAN, hostile(text)))
    assert made.startswith(MARKER + "\n")
    assert made.count("<") == 1 + 4 * made.count("<details><summary>")
    ours = {"heading", "paragraph", "bullet_list", "list_item", "strong", "em"}
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = [one for token in markdown.parse(made) for one in (token, *(token.children or ()))]
    kinds = {one.type.removesuffix("_open").removesuffix("_close") for one in tokens}
    assert kinds <= ours | {"inline", "text", "text_special", "softbreak", "code_inline", "html_block"}
    assert sum(one.type == "html_block" for one in tokens) == 1
    for one in tokens:
        assert not (one.type in {"text", "text_special"} and REFERENCES.search(one.content)), one.content
    headings = [tokens[at + 1].content for at, one in enumerate(tokens) if one.type == "heading_open"]
    assert set(headings) <= {*HEADINGS, *with_numbers(headings)}


HEADINGS = (
    "What it means for the plan as a whole",
    "People",
    "Who should agree to it",
    "Who should know of it",
)


WITH_NUMBERS = re.compile(
    r"(Newly|No longer) found by the check: \d+ findings?"
    r"|(Past rewritten|Promise (lowered|raised)|Cost|Responsibility|Record|Wording): \d+ plan files?"
    r"|This change [a-z ,0-9]+"
)


def with_numbers(headings: list[str]) -> list[str]:
    """The headings that hold a count."""
    return list(filter(WITH_NUMBERS.fullmatch, headings))


@pytest.mark.parametrize("limit", [1_000, 2_000, 5_000])
def test_a_report_that_is_too_long_leaves_whole_lines_out_and_says_how_many(
    limit: int, tmp_path: Path
) -> None:
    """What is left is what stood there, the weightiest first; nothing is cut within a line."""
    tactic = PLAN["find.md"]
    assert isinstance(tactic, str)
    many = {f"t{at}.md": tactic.replace("Find people", f"Find {at} people") for at in range(60)}
    review = reviewed(tmp_path, PLAN, {**PLAN, **many})
    whole, short = report(review), report(review, limit)
    assert len(short) <= limit < len(whole)
    assert short.startswith(MARKER)
    *lines, last = short.strip().split("\n")
    assert set(lines) <= set(whole.split("\n"))
    items = [sum(line.startswith("- ") for line in text.split("\n")) for text in (whole, short)]
    number = items[0] - items[1]
    said = f"*{number} lines are left out because there is no room here: `plans diff` shows all of them.*"
    assert last == said
    assert len(short) > limit - 600  # no more is left out than must be


def test_every_section_keeps_its_first_line_in_a_short_report(tmp_path: Path) -> None:
    """Who must agree is told, however much changes."""
    folder = write_example(tmp_path / "site")
    before = read(folder)
    short = report(compare(before, read(change_example(folder))), 2_500)
    for section in ("What it means for the plan as a whole", "Promise lowered: ", "Who should agree to it"):
        assert f"### {section}" in short


def test_a_name_on_a_code_host_calls_nobody(tmp_path: Path) -> None:
    """It stands in code: the comment is written in the name of someone who may call anyone."""
    now = with_edit("find.md", "outcome: Twenty signed.", "outcome: Thirty signed.")
    assert "- **People Partner** (GitHub `@partner`): Answers for what changes: Tactic" in report(
        reviewed(tmp_path, PLAN, now)
    )
