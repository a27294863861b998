"""What is wrong with a field of the front matter: its key, or its value."""

from mkdocs_plans.findings import Severity
from mkdocs_plans.rule import Group, Rule

INVALID_VALUE = Rule(
    "invalid-value",
    Group.READING,
    Severity.ERROR,
    """A field holds what it can't hold.

A date that doesn't exist, a number in words, a word that isn't on the list, a text where a
list belongs. The value is left out, and the rest of the file is read.

Why it matters: the plan would be shown without what you meant to say.

Wrong:

    type: strategy
    title: Sell abroad
    end: 2026-02-30

Right:

    type: strategy
    title: Sell abroad
    end: 2026-02-28
""",
)

AMBIGUOUS_NUMBER = Rule(
    "ambiguous-number",
    Group.READING,
    Severity.ERROR,
    """A number can be read in two ways.

It has one point or one comma with three digits after it. `1.280` is one thousand two hundred and eighty in
German, Spanish or Dutch, and one point two eight in English and in YAML. The site's language
(`theme.language`) settles it where it can: `1,280` is read as 1280 in an English site, `1.280 €` as 1280 € in
a German one. Where it can't, the number is asked about and left out. The hint says what to write for each
reading.

Why it matters: a figure that is wrong by a factor of a thousand looks right in the file.

Wrong:

    type: tactic
    title: Print the interview guide
    strategy: hire-salespeople-who-stay
    resources:
      - {name: Printing, cost: 1.280 EUR}

Right:

    type: tactic
    title: Print the interview guide
    strategy: hire-salespeople-who-stay
    resources:
      - {name: Printing, cost: 1280 EUR}
""",
)

MISSING_FIELD = Rule(
    "missing-field",
    Group.READING,
    Severity.ERROR,
    """Something has no name, no text or no day, and can't be shown without.

A plan needs a type and a title, a goal a title, an action what to `do`, a check-in a date, a mission a
statement. A file with no type is a page of the site's own, unless it has fields that only plans have.

Why it matters: what has no name can neither be shown nor linked to, and is left out.

Wrong:

    type: strategy
    title: Sell abroad
    goals:
      - id: offices

Right:

    type: strategy
    title: Sell abroad
    goals:
      - id: offices
        title: Open offices abroad
""",
)

UNKNOWN_TYPE = Rule(
    "unknown-type",
    Group.READING,
    Severity.ERROR,
    """The type of a file is none of ours, and is meant for one.

It is a slip of the pen, a plural, or the site's own word for a strategy, a tactic, a theme or a team; or the
file has fields that only plans have. Other values of `type` are other plugins' business, and are left alone.

Why it matters: the file would be a page like any other, and its plan missing from the site.

Wrong:

    type: stategy
    title: Sell abroad

Right:

    type: strategy
    title: Sell abroad
""",
)

DUPLICATE_ID = Rule(
    "duplicate-id",
    Group.READING,
    Severity.ERROR,
    """Two plans, themes, teams or goals have the same id.

Strategies and tactics share their ids; themes and teams have their own; a goal's is unique in its plan.

Why it matters: a link would lead to one of the two by chance.

Wrong:

    type: strategy
    title: Sell in the whole country
    goals:
      - {id: grow, title: Grow in the north}
      - {id: grow, title: Grow in the south}

Right:

    type: strategy
    title: Sell in the whole country
    goals:
      - {id: grow-north, title: Grow in the north}
      - {id: grow-south, title: Grow in the south}
""",
)

INVALID_ID = Rule(
    "invalid-id",
    Group.READING,
    Severity.ERROR,
    """An id isn't lower-case words joined by hyphens.

It becomes a part of links, so it holds no spaces, capitals or accents.

Why it matters: a link to it would break in one place or another.

Wrong:

    type: strategy
    id: Hire People
    title: Hire people

Right:

    type: strategy
    id: hire-people
    title: Hire people
""",
)

MISSPELT_FIELD = Rule(
    "misspelt-field",
    Group.READING,
    Severity.ERROR,
    """A key is a slip of the pen away from one of ours, or is the site's own word for it.

A slip is one letter too many, too few, wrong or in the wrong place; in longer keys more; or no space after
the colon. A site's own words (`labels`) are for its pages: keys are the same in every organisation.

Why it matters: the value would be left out in silence.

Wrong:

    type: strategy
    title: Sell abroad
    sumary: We begin in Norway.

Right:

    type: strategy
    title: Sell abroad
    summary: We begin in Norway.
""",
)

FOREIGN_FIELD = Rule(
    "foreign-field",
    Group.READING,
    Severity.WARNING,
    """A key is what others call one of our fields, in English or in German.

Found are the words of other tools and of everyday speech: `owner` for `dri`, `deadline` for `due`, `kpi` for
`measure`; and what stands in another place here, such as a plan's `budget`, which is a resource. A key that
`extra_fields` names is the organisation's own, and left alone.

Why it matters: the value would be left out in silence, though somebody wrote it down.

Wrong:

    type: strategy
    title: Sell abroad
    owner: vp-sales

Right:

    type: strategy
    title: Sell abroad
    dri: vp-sales
""",
)

UNKNOWN_FIELD = Rule(
    "unknown-field",
    Group.READING,
    Severity.NOTICE,
    """A key is none of ours, nor one that MkDocs, Material or a widespread plugin reads.

Name keys of your organisation's own in the setting `extra_fields`.

Why it matters: it is shown nowhere; perhaps another one was meant.

Wrong:

    type: strategy
    title: Sell abroad
    budget_line: "4711"

Right:

    type: strategy
    title: Sell abroad
""",
)

SEVERAL_DRIS = Rule(
    "several-dris",
    Group.PEOPLE,
    Severity.ERROR,
    """Somebody else is named beside the DRI.

A DRI is the one person who is directly responsible. Others are `contributors`.

Why it matters: where two are responsible, each relies on the other.

Wrong:

    type: strategy
    title: Sell abroad
    dri: [vp-sales, people-partner]

Right:

    type: strategy
    title: Sell abroad
    dri: vp-sales
    contributors: [people-partner]
""",
)
