"""How long a user waits, beside what they would wait for without us: `python -m benchmarks`, or `make bench`.

Whole commands are measured, start and exit included, on the same generated plan. Those of a ratio run in
turn, so that a slow minute of the machine falls on both; a ratio is the median of those of each turn.
"""
