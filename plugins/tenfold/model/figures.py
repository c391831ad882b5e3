"""Figures as records hold them: a number, alone or with a few words, what it counts, and the page that it is on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, NamedTuple

from pydantic import AfterValidator, Field

from tenfold.model.base import Broken, Words, straight
from tenfold.model.vocabulary import Unit

NUMBER = r"[+-]?\d{1,3}(?:,?\d{3})*(?:\.\d+)?"
PLAIN_NUMBER = re.compile(NUMBER)
AMOUNT = re.compile(
    rf"(?P<before>(?:[^\d£$€%]*[^\d£$€%\w+-])?)(?<!\bin )(?<!\bsince )(?P<first>{NUMBER})"
    rf"(?:(?P<to> (?:to|and|or) | ?[-\u2013] ?)(?P<last>{NUMBER}))?"
    r"(?P<scale>k|m|bn| thousand| million| billion)?"
    r"(?P<after>\+| (?:or )?(?:more|less|fewer|higher|lower)| (?:a|an|per|each) [^\d£%]+)?"
)
"""One amount, or one from and to, with words around it: "about 24", "94 to 96", "24 or more", "350 a year"."""

SAYS = (
    (Unit.POUNDS, re.compile(r"£|\bpounds?\b", re.IGNORECASE)),
    (Unit.POINTS, re.compile(r"\bpercentage points?\b", re.IGNORECASE)),
    (Unit.PERCENT, re.compile(r"%|\bper ?cent\b", re.IGNORECASE)),
)
"""What says money or a share, wherever in a figure it stands."""
COUNTED = tuple(unit for unit in Unit if unit.label and unit not in {unit for unit, _ in SAYS} | {Unit.SCORE})
PAGE = re.compile(r"(?:pages?|pp?|pgs?)(?:\.\s*|\s+|(?=\d))", re.IGNORECASE)
AGAIN = re.compile(rf"\b{PAGE.pattern}(?=\d)", re.IGNORECASE)
FROM_TO = re.compile(r"(?<![\d-])(\d+)\s*[-\u2010-\u2014]\s*(\d+)(?![\d-])")

FigureText = Annotated[str, AfterValidator(straight), Field(min_length=1, max_length=40)]


class Amount(NamedTuple):
    """A figure in parts: "about 1 to 2 million a year" is about, 1, to, 2, million, a year."""

    before: str
    first: str
    to: str
    last: str
    scale: str
    after: str


def amount_in(text: str) -> Amount | None:
    """The parts of a figure, each empty where it has none, or None when it is not one amount in a few words."""
    found = AMOUNT.fullmatch(text)
    return Amount(**found.groupdict("")) if found else None


def unit_faults(field: str | tuple[str | int, ...], value: str | None, unit: Unit | None) -> Iterator[Broken]:
    """A figure that says its unit beside the field that says it, or that says another.

    The first is no number to compare or to draw, the second means one thing on the page and another to whoever counts.
    What the label alone explains (`unit: other`) may say whatever it likes.
    """
    if value is None or unit is None:
        return
    said = said_in(value)
    if said and said[0] is not unit and unit is not Unit.OTHER:
        other, number = said
        message = (
            f"the figure is in {other.label} and the unit says {unit}. "
            f"Write the number alone, {plain(number)}, and unit: {other} or unit: {unit}, whichever it is."
        )
        yield Broken(field, "unit_other", message)
        return
    alone = without_unit(value, unit)
    if alone == "":
        yield Broken(field, "unit_twice", "there is no number here. Write the number alone, such as 24.")
    elif alone is not None:
        yield Broken(field, "unit_twice", f"the unit says {unit} already. Write the number alone: {plain(alone)}.")


def plain(text: str) -> str:
    """Text that may stand in a message: pydantic takes a brace for one of its own."""
    return text.replace("{", "").replace("}", "")


def without_unit(value: str, unit: Unit) -> str | None:
    """A figure without its unit, or None when it does not name it, or the site could not put its sign back."""
    alone = unit.taken_off(value)
    if alone and unit in (Unit.PERCENT, Unit.POUNDS) and amount_in(alone) is None:
        return None
    return alone.removesuffix(" of") if alone else alone


def said_in(value: str) -> tuple[Unit, str] | None:
    """The unit that a figure names, with the figure without it: 24 for £24 and for 24 pupils."""
    for unit, pattern in SAYS:
        if pattern.search(value) and re.search(r"\d", value):
            alone = " ".join(pattern.sub(" ", value.replace("£", "")).split())
            return unit, alone.partition(" of ")[0]
    for unit in COUNTED:
        alone = value[: -len(unit.label)].rstrip() if value.lower().endswith(unit.label) else ""
        if alone[-1:].isdecimal():
            return unit, alone
    return None


def page_meant(text: str) -> str:
    """The page or pages that somebody names, without the word for it: 36 for "p. 36", "36 to 38" for "pp. 36-38"."""
    first = PAGE.match(text)
    numbers = AGAIN.sub("", text[first.end() :]) if first else text
    return FROM_TO.sub(from_to, numbers).rstrip(". ") or text


def from_to(found: re.Match[str]) -> str:
    """Two numbers with a line between them in words; as they stand where the second is no later page, as in 36-8."""
    first, last = found.groups()
    return f"{first} to {last}" if int(first) < int(last) else found[0]


PageNumber = Annotated[Words, AfterValidator(page_meant)]
"""The page of a source. There is one thing that "p. 36" can mean: it is taken as meant, and records hold one form."""
