"""A total and a part of it, or a share of a total, that give away a count of one to nine pupils."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import chain

from tenfold.safeguarding.counting import LABELS, NUMBER, Counted, number
from tenfold.safeguarding.patterns import lazily
from tenfold.safeguarding.rule import Span
from tenfold.safeguarding.said import Said

THE = r"(?:(?:all|the|our|its|their|these|those|his|her|a\s++total\s++of)\s++){0,2}"
PERCENT = r"(?P<share>[0-9]{1,2}(?:\.[0-9]{1,2})?)\s*+(?:%|per\s?cent\b)"
PART = rf"(?P<part>{NUMBER})"

PART_OF = lazily(rf"(?<![\w.,£$€/-]){PART}\s++(?:out\s++)?of\s++(?P<the>{THE})\Z")
SHARE_OF = lazily(rf"(?<![\w.]){PERCENT}\s++of\s++{THE}\Z")
LONGEST = 60
DO = (
    r"(?:of\s++(?:them|these|those|whom)\s++)?(?:(?:have|had|has)\s++)?(?:since\s++|now\s++|then\s++|also\s++)?"
    r"(?:were|was|are|had|have|did|went|came|got|left|made|took|said|kept|met|now|still|no longer|[a-z]{2,}ed)\b"
)
PART_LATER = lazily(rf"(?<![\w.,£$€/-])(?<!year\s){PART}\s++(?:of\s++(?:them|these|those|whom)\b|{DO})")
SHARE_LATER = lazily(rf"(?<![\w.]){PERCENT}\s++(?:of\s++(?:them|these|those|whom)\b|{DO})")
OF_THESE = lazily(rf"\bof\s++(?:them|these|those|whom),?\s++{PART}\b(?!\s*+(?:%|per|[.,][0-9]))")
NO_SHARE = lazily(r"\b(?:attendance|absence|scores?|marks?|progress|average|rates?|points|budget|time|cost)\b")
THEM = lazily(r"\bof\s++(?:them|these|those|whom)\b")
LEAST = 10
"""Totals below that are small counts themselves."""
NEAR = 220
"""How far behind its total a part is looked for, within one paragraph."""


def small_shares(said: Said) -> Iterator[Span]:
    """A part of a stated number of pupils, as a number or as a percentage, where the part or the rest is small."""
    found: dict[int, Span] = {}
    for total in said.counted:
        if total.number >= LEAST and not LABELS.search(said.before(total.start, 40)):
            for start, end in chain(parts_before(said, total), parts_behind(said, total)):
                found.setdefault(start, (start, end))
    yield from (found[start] for start in sorted(found))


def parts_before(said: Said, total: Counted) -> Iterator[Span]:
    """A part that is told with its total: 21 of the 24 pupils, 95 per cent of 40 pupils."""
    start = max(0, total.start - LONGEST)
    part = PART_OF().search(said.small, start, total.start)
    if part and gives_away(part["part"], total.number) and (part["the"].strip() or total.number > 10):
        yield part.start(), total.end
    share = SHARE_OF().search(said.small, start, total.start)
    if share and share_gives_away(share["share"], total.number):
        yield share.start(), total.end


def parts_behind(said: Said, total: Counted) -> Iterator[Span]:
    """The parts of a total that are told behind it: of the 24 pupils who took part, 21 came back."""
    end = said.paragraph_end(total.end, NEAR)
    sentence = said.sentence_end(total.end, NEAR)
    for pattern in (PART_LATER, OF_THESE, SHARE_LATER):
        for match in pattern().finditer(said.small, total.end, end):
            back = bool(THEM().search(match.group()))
            between = said.small[total.end : match.start()]
            if (back or match.start() < sentence) and between_is_clear(between, back) and tells(match, total.number):
                yield match.span()


def between_is_clear(between: str, back: bool) -> bool:
    """Whether nothing between a total and a part makes the part one of something else."""
    return not NO_SHARE().search(between) and not LABELS.search(between[-40:]) and (back or len(between) < 120)


def tells(match: re.Match[str], total: int) -> bool:
    if "share" in match.groupdict():
        return share_gives_away(match["share"], total)
    return gives_away(match["part"], total)


def gives_away(part: str, total: int) -> bool:
    """Whether the part or what is left of the total is one to nine."""
    few = number(part)
    return few is not None and (1 <= few <= 9 or 1 <= total - few <= 9)


def share_gives_away(share: str, total: int) -> bool:
    """Whether a rounded percentage of a total can only be one to nine pupils, or leave as few."""
    rounding = 0.5 / 10 ** len(share.partition(".")[2])
    low = math.ceil((float(share) - rounding) * total / 100 - 1e-9)
    high = math.floor((float(share) + rounding) * total / 100 + 1e-9)
    few, rest = range(low, high + 1), range(total - high, total - low + 1)
    return any(span and span[0] >= 1 and span[-1] <= 9 for span in (few, rest))
