"""Sentences and words of plain text, with where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

WORD = re.compile(r"\w+(?:['\u2019.,/&-]\w+)*")
"""A word, a number or what a hyphen joins."""

END = re.compile(r"[.!?][\"'\u2019\u201d)\]]*\s+(?=[\"'\u2018\u201c(\[]?[A-Z0-9\u00a3])")
SHORT = re.compile(
    r"(?:\b(?:e\.g|i\.e|cf|vs|approx|no|nos|dr|mr|mrs|ms|st|prof|rev|fig|p|pp|vol|ed|eds|ch|jr|sr)|(?-i:\b[A-Z]))\.\Z",
    re.IGNORECASE,
)
"""A full stop behind one of these ends no sentence."""


class Sentence(NamedTuple):
    """A sentence: from where to where it goes, and what it says."""

    start: int
    end: int
    text: str


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text, in their order."""
    start = 0
    for found in END.finditer(text):
        if SHORT.search(text, max(start, found.start() - 6), found.start() + 1):
            continue
        end = found.start() + len(found.group().rstrip())
        yield Sentence(start, end, text[start:end])
        start = found.end()
    if text[start:].strip():
        yield Sentence(start, len(text), text[start:])


def words(text: str) -> list[str]:
    return WORD.findall(text)
