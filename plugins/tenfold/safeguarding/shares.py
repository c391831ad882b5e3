"""A total and a part of it, or a share of a total, that give away a count of one to nine pupils."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from tenfold.safeguarding.counting import BETWEEN, LABELS, NOT_PUPILS, NUMBER, PUPILS, number
from tenfold.safeguarding.rule import Span
from tenfold.safeguarding.said import Said

THE = r"(?:(?:all|the|our|its|their|these|those|his|her|a\s+total\s+of)\s+){0,2}"
TOTAL = rf"(?P<total>{NUMBER}){BETWEEN}\s+{PUPILS}\b{NOT_PUPILS}"
PERCENT = r"(?P<share>[0-9]{1,2}(?:\.[0-9]{1,2})?)\s*(?:%|per\s?cent\b)"
PART = rf"(?P<part>{NUMBER})"

PART_OF = re.compile(rf"\b{PART}\s+(?:out\s+)?of\s+(?P<the>{THE}){TOTAL}")
SHARE_OF = re.compile(rf"(?<![\w.]){PERCENT}\s+of\s+{THE}{TOTAL}")
A_TOTAL = re.compile(rf"(?<![\w.,£$€/-])(?<![0-9]\s){TOTAL}")
DO = (
    r"(?:of\s+(?:them|these|those|whom)\s+)?(?:(?:have|had|has)\s+)?(?:since\s+|now\s+|then\s+|also\s+)?"
    r"(?:were|was|are|had|have|did|went|came|got|left|made|took|said|kept|met|now|still|no longer|returned|[a-z]{2,}ed)\b"
)
PART_LATER = re.compile(rf"(?<![\w.,£$€/-])(?<!year\s){PART}\s+(?:of\s+(?:them|these|those|whom)\b|{DO})")
SHARE_LATER = re.compile(rf"(?<![\w.]){PERCENT}\s+(?:of\s+(?:them|these|those|whom)\b|{DO})")
OF_THESE = re.compile(rf"\bof\s+(?:them|these|those|whom),?\s+{PART}\b(?!\s*(?:%|per|[.,][0-9]))")
NO_SHARE = re.compile(r"\b(?:attendance|absence|scores?|marks?|progress|average|rates?|points|budget|time|cost)\b")
NEAR = 220
"""How far behind its total a part is looked for, within one paragraph."""


def small_shares(said: Said) -> Iterator[Span]:
    """A part of a stated number of pupils, as a number or as a percentage, where the part or the rest is small."""
    found: dict[int, Span] = {}
    small = said.small
    for match in PART_OF.finditer(small):
        if gives_away(match["part"], match["total"]) and not is_saying(match["the"], match["total"]):
            found[match.start()] = match.span()
    for match in SHARE_OF.finditer(small):
        if share_gives_away(match["share"], match["total"]):
            found[match.start()] = match.span()
    for match in A_TOTAL.finditer(small):
        for start, end in parts_of(said, match):
            found.setdefault(start, (start, end))
    yield from (found[start] for start in sorted(found))


def parts_of(said: Said, total: re.Match[str]) -> Iterator[Span]:
    """The parts of a total that are told behind it."""
    if LABELS.search(said.before(total.start(), 40)):
        return
    end = min(said.paragraph(total.start())[1], total.end() + NEAR)
    sentence = said.sentence(total.start())[1]
    for pattern in (PART_LATER, OF_THESE, SHARE_LATER):
        for match in pattern.finditer(said.small, total.end(), end):
            back = re.search(r"\bof\s+(?:them|these|those|whom)\b", match.group())
            if match.start() >= sentence and not back:
                continue
            if between_is_clear(said.small[total.end() : match.start()], bool(back)) and tells(match, total["total"]):
                yield match.span()


def between_is_clear(between: str, back: bool) -> bool:
    """Whether nothing between a total and a part makes the part one of something else."""
    return not NO_SHARE.search(between) and not LABELS.search(between[-40:]) and (back or len(between) < 120)


def tells(match: re.Match[str], total: str) -> bool:
    groups = match.groupdict()
    if groups.get("share"):
        return share_gives_away(groups["share"], total)
    return gives_away(groups["part"], total)


def is_saying(the: str, total: str) -> bool:
    """Whether it is a way of speaking: nine out of ten pupils."""
    return not the.strip() and (number(total) or 0) <= 10


def gives_away(part: str, total: str) -> bool:
    """Whether the part or what is left of the total is one to nine."""
    few, many = number(part), number(total)
    if few is None or many is None or many < 10 or few > many:
        return False
    return 1 <= few <= 9 or 1 <= many - few <= 9


def share_gives_away(share: str, total: str) -> bool:
    """Whether a rounded percentage of a total can only be one to nine pupils, or leave as few."""
    many = number(total)
    if not many:
        return False
    rounding = 0.5 / 10 ** len(share.partition(".")[2])
    low = math.ceil((float(share) - rounding) * many / 100 - 1e-9)
    high = math.floor((float(share) + rounding) * many / 100 + 1e-9)
    return low <= high and ((low >= 1 and high <= 9) or (many - high >= 1 and many - low <= 9))
