"""The plan → what a terminal shows: its tables, its tree, all the facts of one thing.

All stands on the typed rows of `rows.py`, and says what the site's pages say: in the site's words and
language, from the same figures.
"""
