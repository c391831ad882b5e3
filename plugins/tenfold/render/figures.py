"""Figures and settings as people read them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tenfold.model import CaseStudy
from tenfold.model.case_study import Figure
from tenfold.model.figures import PLAIN_NUMBER, amount_in
from tenfold.model.vocabulary import Phase, SettingKind, Unit


def setting_kind(case: CaseStudy) -> str:
    """What a setting is, in a few words: "Primary school", "Multi-academy trust"."""
    if case.setting.kind is SettingKind.SCHOOL and case.setting.phase:
        return " and ".join(PHASE_NOUNS.get(phase, f"{phase.label} school") for phase in case.setting.phase)
    return case.setting.kind.label


PHASE_NOUNS = {
    Phase.EARLY_YEARS: "Nursery or early years setting",
    Phase.POST_16: "Sixth form or college",
    Phase.ALTERNATIVE_PROVISION: "Alternative provision",
}


PART = re.compile(r"\b(?:in|of|since) [\d,.]+$")
"""The end of what is no share of a hundred: 1 in 4, 9 of 18, since 2012."""
NUMBERED = re.compile(r"\d|[ivxlc]+\b|[A-Z]-?\d")
SEVERAL = re.compile(r"\w(?:,| to| and) \d")


def pages_shown(pages: Iterable[str]) -> str:
    """Where in a source something stands: "page 36", "pages 33, 36 to 38"; "slide 4" has a word of its own."""
    every = sorted(set(pages), key=by_number)
    numbers = ", ".join(page for page in every if NUMBERED.match(page))
    word = "pages" if SEVERAL.search(numbers) else "page"
    named = (page for page in every if not NUMBERED.match(page))
    return ", ".join((*([f"{word}\N{NO-BREAK SPACE}{numbers}"] if numbers else ()), *named))


def by_number(page: str) -> tuple[int, str]:
    """The order in which one turns pages."""
    first = re.match(r"\d+", page)
    return (int(first[0]) if first else 0), page


def shown(value: str, unit: Unit | None) -> str:
    """A figure with its sign: 94.8 as 94.8%, about 120000 pounds as about £120,000; other words stay as they are."""
    if unit is not Unit.PERCENT and unit is not Unit.POUNDS:
        return number_shown(value) if PLAIN_NUMBER.fullmatch(value) else value
    amount = amount_in(value.replace("%", "") if unit is Unit.PERCENT else value)
    if amount is None:
        bare = unit is Unit.PERCENT and value[-1:].isdecimal() and not PART.search(value)
        return f"{value}%" if bare else value
    pounds, percent = ("£", "") if unit is Unit.POUNDS else ("", "%")
    first, last = (number_shown(number, pounds) for number in (amount.first, amount.last))
    return "".join((amount.before, first, amount.to, last, amount.scale, percent, amount.after))


def number_shown(number: str, before: str = "") -> str:
    """A number with its thousands apart from five digits on, and what stands before its digits; nothing of nothing."""
    if not number:
        return ""
    sign = number[0] if number[0] in "+-" else ""
    whole, _, rest = number.lstrip("+-").replace(",", "").partition(".")
    grouped = f"{int(whole):,}" if len(whole) > 4 else whole
    return f"{sign}{before}{grouped}" + (f".{rest}" if rest else "")


def bar(figure: Figure) -> tuple[float, float] | None:
    """A percentage and what it is held against, from 0 to 100, if both are plain numbers."""
    other = figure.comparator
    if figure.unit is not Unit.PERCENT or other is None:
        return None
    if not (PLAIN_NUMBER.fullmatch(figure.value) and PLAIN_NUMBER.fullmatch(other.value)):
        return None
    pair = float(figure.value.replace(",", "")), float(other.value.replace(",", ""))
    return pair if all(0 <= number <= 100 for number in pair) else None
