"""A figure with its budget, and the table of several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Measured:
    """One figure: what of, at how many case studies, how much, in what, and at most how much it may be."""

    what: str
    cases: int
    value: float
    unit: str
    budget: float | None = None

    @property
    def ok(self) -> bool:
        return self.budget is None or self.value <= self.budget

    def shown(self, value: float | None) -> str:
        """A value with its unit; a ratio, which has none, with two decimals."""
        if value is None:
            return ""
        return f"{value:,.0f} {self.unit}" if self.unit else f"{value:.2f}"


def table(found: Sequence[Measured], counted: str) -> str:
    """A Markdown table of figures.

    Args:
        found: the figures.
        counted: what their sites or folders hold so many of: case studies.
    """
    lines = [f"| what | {counted} | measured | budget | |", "| --- | ---: | ---: | ---: | --- |"]
    for each in found:
        verdict = "" if each.budget is None else "ok" if each.ok else "OVER"
        lines.append(
            f"| {each.what} | {each.cases:,} | {each.shown(each.value)} | {each.shown(each.budget)} | {verdict} |"
        )
    return "\n".join(lines)
