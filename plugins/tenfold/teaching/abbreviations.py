"""Abbreviations that a reader meets without being told what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tenfold.model import Term
from tenfold.teaching.passages import Passage
from tenfold.teaching.remark import Remark, remark

CANDIDATE = re.compile(r"(?<![\w&/.-])[A-Z][a-z]?[A-Z&][A-Za-z&]{0,5}(?![\w&-])")
ROMAN = re.compile(r"[IVX]+")
EVERYDAY = frozenset(
    "AD AM BA BBC BC BEd BSc CBE CCTV CD CEO CV DIY DJ DNA DVD EU FAQ FC FM GB GCSE GP HIV HQ ID IQ ISBN IT LGBT MA MBA "
    "MBE MP MSc NHS OBE OK PA PC PDF PE PhD PIN PM QR RAF RE RSPCA TV UK UN UNESCO UNICEF URL USA US USB VAT VIP "
    "BTEC DfE SEN UCL USSR YMCA COVID".split()
)
"""Abbreviations that every head teacher knows, and most of them better than the words they stand for."""
SMALL = frozenset(["a", "an", "and", "for", "in", "of", "on", "or", "the", "to", "with"])


def unexplained(passages: Sequence[Passage], known: frozenset[str]) -> Iterator[Remark]:
    """The first place of each abbreviation that the record nowhere spells out.

    Args:
        passages: those of a whole record.
        known: what is in the glossary, or in a name.
    """
    seen: set[str] = set()
    for passage in passages:
        for found in CANDIDATE.finditer(passage.text):
            short = singular(found.group())
            if short in seen or not is_abbreviation(short) or passage.text.isupper():
                continue
            seen.add(short)
            if short not in known and not any(spelled_out(short, each.text) for each in passages):
                yield not_spelled_out(passage, found.start(), short)


def not_spelled_out(passage: Passage, offset: int, short: str) -> Remark:
    message = f'"{short}" is an abbreviation that is neither spelled out here nor in the glossary.'
    hint = f"Write the whole words, with ({short}) behind them, the first time."
    return remark(passage, offset, "abbreviation", message, hint, about=short)


def singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and word[:-1].isupper() else word


def is_abbreviation(word: str) -> bool:
    capitals = sum(letter.isupper() for letter in word)
    small = sum(letter.islower() for letter in word)
    return capitals >= 2 and small <= 2 and word not in EVERYDAY and not ROMAN.fullmatch(word)


def spelled_out(short: str, text: str) -> bool:
    """Whether a text says what an abbreviation stands for, in brackets or with is, means or stands for."""
    if short not in text:
        return False
    name = re.escape(short)
    if re.search(rf"\(\s*(?:the |an? )?{name}s?\s*[),;]|\b{name}s? \(|\b{name}s?,? (?:stands? for|means?|short for)\b", text):
        return True
    return any(initials_match(short, words) for words in re.findall(rf"\b{name} (?:is|are|was) ([^.;]*)", text)) or any(
        initials_match(short, words) for words in re.findall(rf"([^.;]*)[,:] (?:or|called|known as) {name}\b", text)
    )


def initials_match(short: str, words: str) -> bool:
    """Whether words in a row begin with the letters of an abbreviation."""
    initials = "".join(word[0] for word in re.findall(r"[a-z]+", words.lower()) if word not in SMALL)
    return "".join(filter(str.isalpha, short)).lower() in initials


def known_to(terms: Iterable[Term], names: Iterable[str]) -> frozenset[str]:
    """The abbreviations that a glossary or a name explains."""
    forms = [form for term in terms for form in (term.term, term.abbreviation or "", *term.also)]
    return frozenset(singular(found) for form in (*forms, *names) for found in CANDIDATE.findall(form))
