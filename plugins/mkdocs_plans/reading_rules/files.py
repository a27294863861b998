"""What is wrong with a file as it is written: plan files, pages, the people file and mkdocs.yml."""

from mkdocs_plans.findings import Severity
from mkdocs_plans.rule import Group, Rule

UNREADABLE_FILE = Rule(
    "unreadable-file",
    Group.READING,
    Severity.ERROR,
    """A file of the plan can't be read.

Plan files are text in UTF-8 of at most 5 MB. Their names end in `.md`, and they lie in the plan's folder
itself: a link to a file outside it isn't followed. Pipes, devices and links to themselves can't be plan
files.

Why it matters: nobody can say what the file contains, and MkDocs stops at text that isn't UTF-8.

Wrong, saved as Latin-1:

    type: theme
    title: Qualité

Right, saved as UTF-8:

    type: theme
    title: Qualité
""",
)

INVALID_FRONT_MATTER = Rule(
    "invalid-front-matter",
    Group.READING,
    Severity.ERROR,
    """The front matter has a mistake in its form, or isn't where MkDocs looks for it.

It begins with `---` on the file's first line, ends with a line `---`, and holds `key: value` lines, indented
with spaces. A file that begins with such lines and the type of a plan lacks the first `---`; one that is a
code block as a whole has two lines too many. All such mistakes in a file are reported in one run.

Why it matters: MkDocs then shows the front matter as text, and the plan is missing from the site.

Wrong:

    type: strategy
    title: Hire: now

Right:

    type: strategy
    title: "Hire: now"
""",
)

DUPLICATE_KEY = Rule(
    "duplicate-key",
    Group.READING,
    Severity.ERROR,
    """A field is given twice.

Only the first one is used.

Why it matters: one of the two values is lost, and nobody sees which.

Wrong:

    type: strategy
    title: Sell abroad
    status: active
    status: paused

Right:

    type: strategy
    title: Sell abroad
    status: paused
""",
)

TEXT_CUT_BY_HASH = Rule(
    "text-cut-by-hash",
    Group.READING,
    Severity.ERROR,
    """A text is cut off at a `#`, or a number is lost by it.

A `#` after a space starts a comment. If a space follows it, or if it comes after a date or a word from a
list, it is accepted as a comment. Before a number, as in `target: #1`, it is reported.

Why it matters: half of the text is lost, and nothing says so.

Wrong:

    type: strategy
    title: Be #1 in the region

Right:

    type: strategy
    title: "Be #1 in the region"
""",
)

TEXT_CUT_BY_COMMA = Rule(
    "text-cut-by-comma",
    Group.READING,
    Severity.ERROR,
    """A text in braces is cut off at a comma.

Between `{` and `}`, a comma separates two fields, so the text after it begins a new one. It is reported if
that field has no colon.

Why it matters: £14,000 becomes £14, and half of a sentence is lost.

Wrong:

    type: tactic
    title: Mend the heating
    strategy: hire-salespeople-who-stay
    resources:
      - {name: Boiler, cost: £14,000}

Right:

    type: tactic
    title: Mend the heating
    strategy: hire-salespeople-who-stay
    resources:
      - {name: Boiler, cost: "£14,000"}
""",
)

UNKNOWN_VIEW = Rule(
    "unknown-view",
    Group.READING,
    Severity.ERROR,
    """A comment asks for a view that doesn't exist, gives it an argument that it doesn't take, or names
something that isn't in the plan.

`<!-- plans/NAME {ARGUMENTS} -->` on a line of its own places a view. A theme, a strategy, a team or a person
that it is filtered by must exist.

Why it matters: the page would have a gap or an empty list where the view should be.

Wrong, in a page:

    # What recruiting works on

    <!-- plans/tactix {team: recruiting} -->

Right, in a page:

    # What recruiting works on

    <!-- plans/tactics {team: recruiting} -->
""",
)

UNEXPANDED_VIEW = Rule(
    "unexpanded-view",
    Group.READING,
    Severity.ERROR,
    """A comment that places a view is left as it is, so the page has no view in its place.

`plans check` finds a comment that is opened and never closed. Building the site finds all others, in every
page that it writes, including comments that a theme or another plugin wrote.

Why it matters: a reader sees nothing where a list of plans should be.

Wrong, in a page:

    # What recruiting works on

    <!-- plans/tactics {team: recruiting}

Right, in a page:

    # What recruiting works on

    <!-- plans/tactics {team: recruiting} -->
""",
)

PEOPLE_FILE_PUBLISHED = Rule(
    "people-file-published",
    Group.READING,
    Severity.NOTICE,
    """The people file holds addresses, and only this plugin keeps it from being published.

A builder that doesn't run this plugin, such as Zensical, copies every file in the folder to the site, except
those that `exclude_docs` in mkdocs.yml names. Write `exclude_docs: people.yml` there, or remove the
addresses.

Why it matters: addresses that people gave for the plan alone would be public.

Wrong, in people.yml:

    ada: {name: Ada Ames, email: ada@example.org}

Right, in people.yml:

    ada: {name: Ada Ames}
""",
)

MISSING_SITE_URL = Rule(
    "missing-site-url",
    Group.AUDIENCE,
    Severity.NOTICE,
    """The site's settings don't say at which address people read it.

Set `site_url` to that address. If the site has none, because you only read it on your own computer, write
`site_url: ""`.

Why it matters: without the address, the site's `sitemap.xml` is empty, so search engines find fewer pages.
Calendars, feeds and tables have no links to your pages. Link previews have no address and no picture. On a
host where the site lies in a folder, the page for unknown addresses has no style.

Wrong, in mkdocs.yml:

    site_name: Merrowby Medical

Right, in mkdocs.yml:

    site_name: Merrowby Medical
    site_url: https://plan.example.org/
""",
)

UNKNOWN_SETTING = Rule(
    "unknown-setting",
    Group.READING,
    Severity.ERROR,
    """The plugin's section in mkdocs.yml has a setting that doesn't exist.

Why it matters: the setting that was meant has no effect.

Wrong, in mkdocs.yml:

    plugins:
      - plans:
          labls: {theme: Pillar}

Right, in mkdocs.yml:

    plugins:
      - plans:
          labels: {theme: Pillar}
""",
)

INVALID_SETTING = Rule(
    "invalid-setting",
    Group.READING,
    Severity.ERROR,
    """A setting in mkdocs.yml can't have this value.

The default is used instead.

Why it matters: the site would follow a setting that nobody chose.

Wrong, in mkdocs.yml:

    plugins:
      - plans:
          fiscal_year_start: July

Right, in mkdocs.yml:

    plugins:
      - plans:
          fiscal_year_start: 7
""",
)
