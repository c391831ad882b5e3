"""Glossary terms in prose: where they stand in a text."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from tenfold.model import Term

# str.lower() may change the length of a text ("İ"), and with it every place in it; this does not.
SMALL = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


class Found(NamedTuple):
    """A term in a text: from where to where, and its id."""

    start: int
    end: int
    id: str


class TermFinder:
    """Finds the words of a glossary in text. Abbreviations are matched as written, all else in any case."""

    def __init__(self, terms: Mapping[str, Term]) -> None:
        named = [(id, (term.term, term.abbreviation, *term.also)) for id, term in terms.items()]
        self.forms = [(form, is_abbreviation(form), id) for id, forms in named for form in forms if form]
        self.search = AhoCorasick([form.translate(SMALL) for form, _, _ in self.forms])

    def find(self, text: str) -> Iterator[Found]:
        """Every term in a text, the longest at each place, left to right, without overlap."""
        matches = self.search.find_matches_as_indexes(text.translate(SMALL), overlapping=True)
        end = 0
        for number, start, stop in sorted(matches, key=lambda match: (match[1], -match[2], match[0])):
            form, exact, id = self.forms[number]
            if start >= end and is_word(text, start, stop) and (not exact or text[start:stop] == form):
                yield Found(start, stop, id)
                end = stop


def is_abbreviation(form: str) -> bool:
    return sum(letter.isupper() for letter in form) >= 2 and " " not in form


def is_word(text: str, start: int, stop: int) -> bool:
    """Whether a part of a text starts and ends where words do; a hyphen or apostrophe inside a word joins it."""
    before = text[max(start - 2, 0) : start]
    after = text[stop : stop + 2]
    return not (before[-1:].isalnum() or (before[-1:] in ("-", "'") and before[:1].isalnum())) and not (
        after[:1].isalnum() or (after[:1] in ("-", "'") and after[1:].isalnum())
    )
