"""What is wrong with a field of the front matter: its key, or its value."""

from mkdocs_plans.findings import Severity
from mkdocs_plans.rule import Group, Rule

INVALID_VALUE = Rule(
    "invalid-value",
    Group.READING,
    Severity.ERROR,
    """A field has a value that it can't have.

For example, a date that doesn't exist, a number in words, a word that isn't on the list, or a text where a
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

It has one point or one comma, followed by three digits. `1.280` is one thousand two hundred and eighty in
German, Spanish or Dutch, and one point two eight in English and in YAML. The site's language
(`theme.language`) decides where it can: `1,280` is read as 1280 in an English site, `1.280 €` as 1280 € in
a German one. Where it can't, the number is reported and left out. The hint says what to write for each
meaning.

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
    """Something lacks its name, its text or its day, and can't be shown without it.

A plan needs a type and a title, a goal a title, an action what to `do`, a check-in a date, a mission a
statement. A file without a type is an ordinary page of the site, unless it has fields that only plans have.

Why it matters: something without a name can be neither shown nor linked to, and is left out.

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
    """A file's type doesn't exist, but one of the plan's types seems to be meant.

It is misspelt, a plural, or the site's own word for a strategy, a tactic, a theme or a team, or the file has
fields that only plans have. Other values of `type` may belong to other plugins, and are left alone.

Why it matters: the file would be a page like any other, and the plan would be missing from the site.

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

Strategies and tactics can't share an id. Nor can two themes, two teams, or two goals of a plan.

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

It becomes part of links, so it can't contain spaces, capitals or accents.

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
    """The name of a field is misspelt, or is the site's own word for it.

A misspelt name has a letter too many, too few, wrong or in the wrong place (in longer names, more than one),
or no space after its colon. A site's own words (`labels`) are for its pages: in the files, fields have the
same names in every organisation.

Why it matters: the value would be left out without a word.

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
    """A field has the name that other tools or people use, in English or in German.

This rule knows the words of other tools and of everyday speech: `owner` for `dri`, `deadline` for `due`,
`kpi` for `measure`. It also finds what belongs in another place, such as a plan's `budget`, which is a
resource. Fields that the setting `extra_fields` names are the organisation's own, and are left alone.

Why it matters: the value would be left out without a word, although somebody wrote it down.

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
    """A field isn't one that this plugin, MkDocs, Material or a widespread plugin reads.

Add fields of your own to the setting `extra_fields`.

Why it matters: the field is shown nowhere, and perhaps another one was meant.

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
    """More than one person is named as the DRI.

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
