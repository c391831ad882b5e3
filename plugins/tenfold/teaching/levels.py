"""Whether the level of evidence fits what the record holds: figures before and after, a comparison."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenfold.model import CaseStudy
from tenfold.model.vocabulary import Comparison, EvidenceLevel
from tenfold.teaching.remark import Remark

COMPARISON = re.compile(
    r"\b(?:compar\w+|control (?:group|schools?)|matched|randomi[sz]ed|trial|quasi-experiment\w*|counterfactual"
    r"|difference[- ]in[- ]differences?|other (?:schools|pupils|places|boroughs)|similar (?:schools|pupils|places)"
    r"|replicat\w+|national (?:average|figures?))\b",
    re.IGNORECASE,
)


def before_and_after(case: CaseStudy) -> list[int]:
    """Which outcomes have a figure before and a figure after."""
    return [number for number, each in enumerate(case.outcomes) if each.before is not None and each.after is not None]


def earlier_figures(case: CaseStudy) -> list[int]:
    """Which figures are held against an earlier one."""
    found = enumerate(case.in_numbers)
    return [n for n, each in found if each.comparator and each.comparator.kind is Comparison.EARLIER]


def is_compared(case: CaseStudy) -> bool:
    """Whether the record holds what happened where the practice was not."""
    kinds = {each.comparator.kind for each in case.in_numbers if each.comparator}
    basis = case.evidence.basis if case.evidence else ""
    return bool(kinds & {Comparison.GROUP, Comparison.ELSEWHERE}) or bool(COMPARISON.search(basis))


def level_remarks(case: CaseStudy) -> Iterator[Remark]:
    """Where the level says more than the record, or less."""
    if case.evidence is None:
        return
    level = case.evidence.level
    measured = before_and_after(case)
    if int(level) < int(EvidenceLevel.MEASURED) and measured:
        yield too_modest(level, measured[0])
    if int(level) >= int(EvidenceLevel.MEASURED) and not measured and not earlier_figures(case):
        message = f"level {level} needs figures from before and after, and this record has none."
        hint = "Add before: and after: to an outcome, with unit: and source:. Or choose level 1, which is no shame."
        yield Remark("level_without_figures", message, hint, ("evidence", "level"))
    if int(level) >= int(EvidenceLevel.COMPARED) and not is_compared(case):
        message = f"level {level} needs a comparison, and neither evidence.basis nor a figure names one."
        hint = "Say in evidence.basis who was compared with whom. Without a comparison group, level 2 is right."
        yield Remark("level_without_comparison", message, hint, ("evidence", "level"))


def too_modest(level: EvidenceLevel, outcome: int) -> Remark:
    message = f"there is a figure before and one after in outcomes[{outcome + 1}], and the level is {level}."
    hint = "Level 2 says that a change was measured. If the figures are too weak for it, say why in limitations."
    return Remark("level_below_figures", message, hint, ("evidence", "level"))
