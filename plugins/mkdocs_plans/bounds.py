"""How much a plan may hold: bounds of what a site can be built of, so that the check knows them all."""

FIRST_YEAR, LAST_YEAR = 1900, 2999
"""The years that a plan may speak of. Another year is a slip of the pen; and what is counted from these,
forwards or backwards, stays within the calendar.
"""

MAX_NAME_BYTES = 200
"""How long an id or a handle may be: it becomes the name of a file, which most systems bound at 255 bytes,
and stands there beside an ending.
"""

MAX_TEXT = 20_000
"""How many characters the text of a field may have: titles and names stand in the menu of every page."""

MAX_DEPTH = 50
"""How many strategies may cascade from each other, and how many teams may be parts of each other."""

MAX_ENTRIES = 100_000
"""How many files and folders are looked at below `docs_dir`, which takes one or two seconds, or ten where
most are links: a home folder named by mistake would take minutes.
"""

MAX_PEOPLE = 20_000
"""How many people are read: far more than answer for anything in a plan, and fewer than a directory of all
that a large organisation employs.
"""
