"""What comes in from elsewhere: a file of another program → plan files.

Each format has a file: `csv.py` and `excel.py` give sheets, which `rows.py` reads by their columns and a map;
`json.py` and `stratml.py` give plan files. What came in, whatever the format, is an `Incoming`; `writing.py`
makes changes of files of it, and `updating.py` those of files that are there already. Nothing is lost without
being told: what has no field stands in the body, and each such value is a `Lost` with its reason.
"""
