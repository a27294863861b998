"""How fast the product is beside what it can't do without: `python -m benchmarks`, or `make bench`.

All figures of a run come from that run: a ratio compares two measurements on the same machine, minutes
apart, on the same generated plan.
"""
