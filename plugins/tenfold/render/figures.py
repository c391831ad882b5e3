"""Figures and settings as people read them."""

from __future__ import annotations

import re

from tenfold.model import CaseStudy
from tenfold.model.case_study import Figure
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

PLAIN_NUMBER = re.compile(r"[+-]?\d{1,3}(?:,?\d{3})*(?:\.\d+)?")


def shown(value: str, unit: Unit | None) -> str:
    """A figure with its sign: 94.8 as 94.8%, 120000 pounds as £120,000; words stay as they are."""
    if not PLAIN_NUMBER.fullmatch(value):
        return value if unit is not Unit.PERCENT else re.sub(r"(\d)$", r"\1%", value)
    sign = value[0] if value[0] in "+-" else ""
    whole, _, rest = value.lstrip("+-").replace(",", "").partition(".")
    grouped = f"{int(whole):,}" if len(whole) > 4 else whole
    number = grouped + (f".{rest}" if rest else "")
    return f"{sign}{number}%" if unit is Unit.PERCENT else f"{sign}£{number}" if unit is Unit.POUNDS else sign + number


def bar(figure: Figure) -> tuple[float, float] | None:
    """A percentage and what it is held against, from 0 to 100, if both are plain numbers."""
    other = figure.comparator
    if figure.unit is not Unit.PERCENT or other is None:
        return None
    if not (PLAIN_NUMBER.fullmatch(figure.value) and PLAIN_NUMBER.fullmatch(other.value)):
        return None
    pair = float(figure.value.replace(",", "")), float(other.value.replace(",", ""))
    return pair if all(0 <= number <= 100 for number in pair) else None
