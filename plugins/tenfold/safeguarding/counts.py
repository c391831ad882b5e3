"""Counts of one to nine pupils: where so few are counted, somebody can tell who they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from tenfold.safeguarding.counting import (
    IN_GENERAL,
    LABELS,
    NO_NEWS,
    PUPILS,
    RATIO,
    SMALL,
)
from tenfold.safeguarding.patterns import lazily
from tenfold.safeguarding.rule import Span
from tenfold.safeguarding.said import Said

ONLY = re.compile(r"\b(?:only|just|exactly|but|solely)\s*+\Z")
SAYING = (
    r"said|told|asked|described|explained|noted|added|reported|called|named|put|wrote|spoke|remembered|replied|"
    r"suggested|commented|shared|recalled|felt|thought|needed|mentioned|observed|reflected|remarked|answered"
)
DID = lazily(
    r"\A(?:\s++(?:with|in|from|on|at|of|who|whose|that|aged)\b[^.;:,]{0,50}?)?(?:\s*+,[^,.;]{1,50},)?"
    rf"\s++(?!(?:{SAYING})\b)(?:(?:also|then|later|never|still|has|had)\s++)?"
    r"(?:was|had|has|left|went|came|got|lost|moved|joined|stayed|returned|ran|took|became|began|fell|chose|made|"
    r"[a-z]{2,}ed)\b"
)
OTHER_THING = r"(?:schools?|classes|areas|families|teachers?|staff|with|in|at|of|for)\b"
CHANGED = lazily(r"\b(?:fell|rose|went|dropped|came|grew|down|up|cut|[a-z]{3,}ed)\b")
TO_NUMBER = lazily(
    rf"(?:number|count|total)s?\s++of\s++(?:(?!{OTHER_THING})[a-z-]+\s++){{0,3}}{PUPILS}\b"
    r"(?![^.;\n]{0,80}\b(?:per|average|each|every)\b)"
    r"(?P<between>[^.;\n]{0,80}?)\b(?:to|was|were|is|are|at|by|of|:|=)\s++(?:just |only |about |around )?"
    rf"(?P<count>{SMALL})\b"
    r"(?!\s*+(?:%|per|in\b(?!\s++(?:19|20|the|that|this|our|au|sp|su))|out\b|[.,][0-9]|times|points?|"
    r"years?|terms?|days?|weeks?|months?|-|million|hundred|thousand|to\b))"
)
LISTED = re.compile(r"[:=|]\s*+(?:[0-9]{1,4}\s*+\|\s*+)?(?P<count>[1-9])\s*+(?=[;,)|\n.\0]|\Z)(?![.,][0-9])")
PUPILS_BEFORE = re.compile(rf"\b{PUPILS}(?:\s++[a-z'-]+){{0,5}}\s*+\Z")
N_EQUALS = lazily(r"n\s*+=\s*+(?P<count>[1-9])\b(?![.,][0-9])")
OTHERS = lazily(r"\b(?:schools?|teachers?|staff|adults?|parents|practitioners|leaders|settings|sencos?|authorities)\b")
OF_THEM = re.compile(r" of\s++(?:them|whom|these|those)\b(?!\s++[a-z]+s\b)")
THEM = re.compile(r"\A\s++of\s++(?:them|whom|these|those)\b")
SMALL_BEFORE = re.compile(rf"(?<![\w.,/£$€%-]){SMALL}\Z")
TABLE_CELL = re.compile(r"\|\s*+(?P<count>[1-9])\s*+(?=\|)")
RATE = lazily(r"%|per\s?cent|\brates?\b|\bper\b|average|score|\bmean\b|ratio|level|stage|year")
LONGEST_ROW = 300
LONGEST_TABLE = 2_000
"""How far above a cell its heading is looked for."""
A_NUMBER = lazily(r"\s*+(?P<count>[1-9])\s*+(?:pupils?|children|child)?\s*+\Z", re.IGNORECASE)


def small_counts(said: Said) -> Iterator[Span]:
    """One to nine pupils, in words, in a table, or as a figure whose unit is pupils.

    Passes over what is no count of real pupils: Year 7, ages, ratios (one in nine), limits and sizes that are meant
    (groups of six, up to four), advice and questions (ask two pupils), what holds in general (one pupil can ...).
    """
    found = {span[0]: span for span in chain(written(said), numbered(said), figures(said), cells(said))}
    yield from (found[start] for start in sorted(found))


def written(said: Said) -> Iterator[Span]:
    for found in said.counted:
        if found.number > 9 or not (found.is_plural or found.number == 1):
            continue
        before, after = said.before(found.start), said.after(found.end, 80)
        if is_a_label(before) or RATIO.search(before) or NO_NEWS.match(before):
            continue
        if found.number == 1 and not counts_one(before, after):
            continue
        if not IN_GENERAL.match(after) and not is_measured_per(before):
            yield found.start, found.end


def is_a_label(before: str) -> bool:
    return bool(LABELS.search(before[-40:])) or before.strip() in {"at", "by"}  # at 8 children come in


def is_measured_per(before: str) -> bool:
    """Whether a number is the other half of a ratio: "one adult to four", "a mentor for every six"."""
    return bool(
        re.search(r"\b(?:adult|teacher|mentor|tutor|coach|member of staff)s?\s++(?:to|for|per|with)\s*+\Z", before)
    )


def counts_one(before: str, after: str) -> bool:
    """Whether "one pupil" is a certain pupil, of whom something is told."""
    return bool(ONLY.search(before) or DID().match(after))


def numbered(said: Said) -> Iterator[Span]:
    """The number behind "the number of pupils was", "pupils excluded:", "n =", and in "three of them"."""
    for start, end in chain(told(said), listed(said), back_to_pupils(said)):
        before = said.before(start)
        is_one = said.small[start:end] in ("1", "one") and not counts_one(before, THEM.sub("", said.after(end)))
        if not is_a_label(before) and not NO_NEWS.match(before) and not (is_one and THEM.match(said.after(end))):
            yield start, end


def told(said: Said) -> Iterator[Span]:
    """The number behind "the number of pupils was"; not a span of numbers: counts from 1 to 9."""
    if not any(clue in said.small for clue in ("number", "count", "total")):
        return
    for found in TO_NUMBER().finditer(said.small):
        if " from " not in found["between"] or CHANGED().search(found["between"]):
            yield found.span("count")


def listed(said: Said) -> Iterator[Span]:
    for found in LISTED.finditer(said.small):
        if PUPILS_BEFORE.search(said.small, max(0, found.start() - 90), found.start()):
            yield found.span("count")


def back_to_pupils(said: Said) -> Iterator[Span]:
    small = said.small
    spans = [found.span("count") for found in N_EQUALS().finditer(small)] if "=" in small else []
    for found in OF_THEM.finditer(small):
        count = SMALL_BEFORE.search(small, max(0, found.start() - 8), found.start())
        spans += [count.span()] if count else []
    yield from (span for span in spans if speaks_of_pupils(said.before(span[0])))


def speaks_of_pupils(before: str) -> bool:
    """Whether the last whom a sentence speaks of are pupils, and no schools or staff."""
    pupils, others = [*re.finditer(PUPILS, before)], [*OTHERS().finditer(before)]
    return bool(pupils) and (not others or pupils[-1].start() > others[-1].start())


def figures(said: Said) -> Iterator[Span]:
    """Figures and outcomes whose unit is pupils."""
    for piece in said.pieces:
        around = piece.around
        if isinstance(around, dict) and piece.path[-1] in ("value", "before", "after"):
            unit = around.get("unit") or unit_above(said, piece.path)
            found = A_NUMBER().match(piece.text) if unit == "pupils" else None
            if found:
                yield piece.start + found.start("count"), piece.start + found.end("count")


def unit_above(said: Said, path: tuple[str | int, ...]) -> str:
    """The unit of the figure that a comparator belongs to."""
    return said.by_path.get((*path[:-2], "unit"), "") if path[-2:-1] == ("comparator",) else ""


def cells(said: Said) -> Iterator[Span]:
    """Cells of a table below a heading that counts pupils, or in a row that does."""
    small = said.small
    if "|" not in small:
        return
    for found in TABLE_CELL.finditer(small):
        first = max(0, found.start() - LONGEST_ROW)
        line = max(small.rfind("\n", first, found.start()) + 1, first)
        row = small[line : found.start()]
        heading = heading_of(small, line, row.count("|"))
        named = re.search(PUPILS, row) or re.search(PUPILS, heading)
        if named and not RATE().search(row.split("|")[1] if row.count("|") else "") and not RATE().search(heading):
            yield found.span("count")


def heading_of(small: str, line: int, column: int) -> str:
    """The heading above a cell, in the first row of its table."""
    first = max(0, line - LONGEST_TABLE)
    start = max(small.rfind("\n\n", first, line), small.rfind("\0", first, line), first - 1)
    rows = [row for row in small[start + 1 : line].split("\n") if row.strip().startswith("|")]
    names = rows[0].split("|") if rows else []
    return names[column + 1] if column + 1 < len(names) else ""
