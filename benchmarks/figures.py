"""What was measured, the bound that it is held to, and a table of it all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value. `bound` is what it may not pass; None where it is only to be seen."""

    name: str
    value: float
    unit: str = ""
    bound: float | None = None
    digits: int = 2

    @property
    def holds(self) -> bool:
        """Whether the value keeps within its bound."""
        return self.bound is None or self.value <= self.bound

    def row(self) -> tuple[str, str, str, str]:
        """Name, value, bound, and whether it holds."""
        if self.bound is None:
            return self.name, self._written(self.value), "", ""
        return self.name, self._written(self.value), self._written(self.bound), _VERDICT[self.holds]

    def _written(self, value: float) -> str:
        return f"{value:.{self.digits}f} {self.unit}".strip()


_VERDICT = {True: "holds", False: "BROKEN"}


def table(figures: Sequence[Figure]) -> str:
    """Write figures in columns, the numbers flush right."""
    rows = [("", "measured", "at most", ""), *(figure.row() for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = (f"{n:<{widths[0]}}  {v:>{widths[1]}}  {b:>{widths[2]}}  {w}" for n, v, b, w in rows)
    return "\n".join(line.rstrip() for line in lines)
