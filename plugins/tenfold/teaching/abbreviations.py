"""Abbreviations that a reader meets without being told what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tenfold.model import Term
from tenfold.teaching.passages import Passage
from tenfold.teaching.remark import Remark, remark

CANDIDATE = re.compile(r"[A-Z][a-z]?[A-Z&][A-Za-z&]{0,5}(?![\w&-])")
"""What may be one. It starts with a letter, and not with what must not stand before it: that is twice as fast."""
JOINED = frozenset("&/.-_@#")
ROMAN = re.compile(r"[IVX]+")
EVERYDAY_ONES = """
    AA AD ADHD AM BA BBC BC BEd BSc BTEC CBE CC CCTV CD CEO COVID CV DIY DJ DNA DVD DfE EU FAQ FC FM GB GCSE GP HIV HQ
    HTML ID IQ ISBN IT LGBT MA MBA MBE MIT MP MSc NHS OBE OK PA PC PDF PE PIN PM PTA PhD QR RAF RE RSPCA SEN TES TV UCL
    UK UN UNESCO UNICEF URL US USA USB USSR VAT VIP YAML YMCA
"""
EVERYDAY = frozenset(EVERYDAY_ONES.split())
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
        if passage.text.isupper():  # a heading in capitals
            continue
        for found in candidates(passage.text):
            short = singular(found.group())
            if short in seen or not is_abbreviation(short) or in_name(passage.text, found):
                continue
            seen.add(short)
            if short not in known and not any(spelled_out(short, each.text) for each in passages):
                yield not_spelled_out(passage, found.start(), short)


def candidates(text: str) -> Iterator[re.Match[str]]:
    """What looks like an abbreviation and starts a word."""
    for found in CANDIDATE.finditer(text):
        before = text[found.start() - 1 : found.start()]
        if not before.isalnum() and before not in JOINED:
            yield found


IN_NAME_BEHIND = re.compile(r"'?s? [A-Z0-9]\w*[a-z]|-\d| BY\b| \d")
IN_NAME_BEFORE = re.compile(r"(?:[a-z,;] (?:[A-Z]\w+|\d\w*) |\bcalled |\bnamed )\Z")


def in_name(text: str, found: re.Match[str]) -> bool:
    """Whether an abbreviation is a part of a longer name."""
    before = text[max(found.start() - 30, 0) : found.start()]
    return bool(IN_NAME_BEHIND.match(text, found.end()) or IN_NAME_BEFORE.search(before))


def not_spelled_out(passage: Passage, offset: int, short: str) -> Remark:
    if len(short) == 2:  # a report is public: what may be somebody's initials is not repeated
        message = "two letters stand here as an abbreviation that is neither spelled out nor in the glossary."
        hint = "Write the whole words the first time. If they are a pupil's initials, take them out."
        return remark(passage, offset, "abbreviation", message, hint)
    message = f'"{short}" is an abbreviation that is neither spelled out here nor in the glossary.'
    hint = f"Write the whole words, with ({short}) behind them, the first time."
    return remark(passage, offset, "abbreviation", message, hint)


def singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and word[:-1].isupper() else word


def is_abbreviation(word: str) -> bool:
    capitals = sum(letter.isupper() for letter in word)
    small = sum(letter.islower() for letter in word)
    return capitals >= 2 and small <= 2 and word not in EVERYDAY and not ROMAN.fullmatch(word)


MOST_PLACES = 20
"""An abbreviation that is not explained where it stands first is explained soon after, or never."""
REACH = 160


def spelled_out(short: str, text: str) -> bool:
    """Whether a text says what an abbreviation stands for, in brackets or with is, means or stands for."""
    at = text.find(short)
    for _ in range(MOST_PLACES):
        if at < 0:
            return False
        if is_explained(short, text[max(at - REACH, 0) : at], text[at + len(short) : at + len(short) + REACH]):
            return True
        at = text.find(short, at + 1)
    return False


def is_explained(short: str, before: str, after: str) -> bool:
    """Whether the words before and after an abbreviation explain it."""
    if before.endswith(IN_BRACKETS) or EXPLAINED.match(after):
        return True
    said = IS.match(after)
    named = before.endswith((", or ", ": or ", " called ", " known as "))
    return bool(said and initials_match(short, said[1])) or (named and initials_match(short, before))


IN_BRACKETS = ("(", "(the ", "(a ", "(an ", "(or ")
EXPLAINED = re.compile(r"s? \(|s?,? (?:stands? for|means?|short for)\b|, (?:the|The|an?) ")
IS = re.compile(r" (?:is|are|was) ([^.;]*)")


def initials_match(short: str, words: str) -> bool:
    """Whether words in a row begin with the letters of an abbreviation."""
    initials = "".join(word[0] for word in re.findall(r"[a-z]+", words.lower()) if word not in SMALL)
    return "".join(filter(str.isalpha, short)).lower() in initials


def known_to(terms: Iterable[Term], names: Iterable[str]) -> frozenset[str]:
    """The abbreviations that a glossary or a name explains."""
    forms = [form for term in terms for form in (term.term, term.abbreviation or "", *term.also)]
    return frozenset(singular(found) for form in (*forms, *names) for found in CANDIDATE.findall(form))
