"""Theories of change at the limits of what one may write, and what a document says of itself in tests."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

from tests.support.theories import a_theory

from tenfold.documents import About
from tenfold.model import TheoryOfChange
from tenfold.model.theory import PARTS
from tenfold.model.vocabulary import Licence

HEBREW = "כל ילד מתקבל בשמו בדלת הכיתה, ב-8.40 בבוקר."
ARABIC = "يُستقبل كل طفل باسمه عند باب الفصل."
MARKUP = "<b>R&D</b> \"quoted\" 'single' ]]> <!-- &amp; --> _x0041_ {{ text }}"
FORMULAS = (
    '=HYPERLINK("https://example.org")',
    "+44",
    "-5 points",
    "@SUM(1)",
    "\uff1d1+1",
    "\uff0b1",
    "\uff0d1",
    "\uff20x",
)
ODD = (HEBREW, ARABIC, MARKUP, *FORMULAS)


def about(**changes: Any) -> About:
    told: dict[str, Any] = {
        "site_name": "Tenfold",
        "address": "https://example.org/theories_of_change/hazel-lane/",
        "licence": Licence.CC_BY,
        "dated": date(2026, 2, 10),
    }
    return About(**(told | changes))


def with_items(texts: dict[str, list[str]]) -> TheoryOfChange:
    """A theory with these texts as its items, each of which leads to that of the same place in the next part."""
    following = dict(pairwise(PARTS))
    items = {
        part: [
            {"id": f"{part[:3]}-{number}", "text": text, "leads_to": links(following.get(part), number, texts)}
            for number, text in enumerate(texts[part])
        ]
        for part in PARTS
    }
    return a_theory(**items)


def links(part: str | None, number: int, texts: dict[str, list[str]]) -> list[str]:
    return [f"{part[:3]}-{number}"] if part and number < len(texts[part]) else []


def every_part(*texts: str) -> TheoryOfChange:
    return with_items({part: list(texts) for part in PARTS})


def forty_items() -> TheoryOfChange:
    """Forty items in each part, each of other words."""
    return with_items(
        {part: [f"{part} {n}: a statement of the usual length, numbered {n}." for n in range(40)] for part in PARTS}
    )


def words_of(part: str, number: int, most: int = 2000) -> str:
    """A text of just so many characters, of words that stand in no other."""
    text = " ".join(f"{part[:3]}{number}w{word}" for word in range(most))[:most]
    return text if not text.endswith(" ") else f"{text[:-1]}x"


def long_items(number: int = 2) -> TheoryOfChange:
    """Items of 2,000 characters in each part."""
    return with_items({part: [words_of(part, each) for each in range(number)] for part in PARTS})
