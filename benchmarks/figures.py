"""What was measured, the bound that it is held to, and a table of it all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

HEAD = ("", "plans", "ours", "beside", "ratio", "bound", "")


@dataclass(frozen=True, slots=True)
class Figure:
    """One measurement of some work on so many plans: its value, and that of what it is measured by, if any,
    with the ratio of the two. `bound` is what the ratio may not pass, or the value where there is no ratio,
    or what it must reach where that `is_least`; None where it is only to be seen.
    """

    work: str
    plans: int
    value: float
    unit: str
    beside: float | None = None
    ratio: float | None = None
    bound: float | None = None
    is_least: bool = False

    @property
    def holds(self) -> bool:
        """Whether it keeps within its bound."""
        if self.bound is None:
            return True
        return self._measured >= self.bound if self.is_least else self._measured <= self.bound

    @property
    def _measured(self) -> float:
        return self.value if self.ratio is None else self.ratio

    def cells(self) -> tuple[str, ...]:
        """A row of the table."""
        return (
            self.work,
            f"{self.plans:,}",
            _written(self.value, self.unit),
            "" if self.beside is None else _written(self.beside, self.unit),
            "" if self.ratio is None else f"{self.ratio:.2f}",
            *(("", "") if self.bound is None else (self._bound(self.bound), _VERDICT[self.holds])),
        )

    def _bound(self, bound: float) -> str:
        return f"{'≥' if self.is_least else '≤'} {_written(bound, self.unit if self.ratio is None else '')}"


_VERDICT = {True: "holds", False: "BROKEN"}


def _written(value: float, unit: str) -> str:
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:,.{digits}f} {unit}".strip()


def table(figures: Sequence[Figure]) -> str:
    """Write figures as a table of Markdown, which a terminal can show as well."""
    rows = [HEAD, *(figure.cells() for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    rule = ("-" * widths[0], *(f"{'-' * (width - 1)}:" for width in widths[1:-1]), "-" * widths[-1])
    return "\n".join(_line(row, widths) for row in (HEAD, rule, *rows[1:]))


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *numbers, last = zip(row, widths, strict=True)
    cells = [
        first[0].ljust(first[1]),
        *(text.rjust(width) for text, width in numbers),
        last[0].ljust(last[1]),
    ]
    return f"| {' | '.join(cells)} |"
