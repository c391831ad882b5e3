"""Glossary terms in prose: where they stand in a text."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from tenfold.model import Term

# Small letters, and a space for everything between words, so that a form with a space before it is found only where a
# word starts. One sign for one sign: str.lower() may change the length of a text ("İ"), and with it every place in it.
BETWEEN = set(string.punctuation + string.whitespace + "\u2018\u201c\u201d\u2013\u2014\u2026\u00a0") - {"-", "'"}
SMALL = dict(zip(string.ascii_uppercase, string.ascii_lowercase, strict=True))
PLAIN = str.maketrans({**SMALL, **dict.fromkeys(BETWEEN, " ")})


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
        self.search = AhoCorasick([f" {form.translate(PLAIN)}" for form, _, _ in self.forms])

    def find(self, text: str) -> Iterator[Found]:
        """Every term in a text, the longest at each place, left to right, without overlap."""
        # The space in front of the text shifts each place by one, as does that in front of each form the other way.
        matches = self.search.find_matches_as_indexes(f" {text.translate(PLAIN)}", overlapping=True)
        end = 0
        for number, start, behind in sorted(matches, key=longest_first) if len(matches) > 1 else matches:
            form, exact, id = self.forms[number]
            stop = behind - 1
            if start >= end and ends_word(text, stop) and (not exact or text[start:stop] == form):
                yield Found(start, stop, id)
                end = stop


def is_abbreviation(form: str) -> bool:
    return sum(letter.isupper() for letter in form) >= 2 and " " not in form


def longest_first(match: tuple[int, int, int]) -> tuple[int, int, int]:
    """The order in which matches count: by their start, the longest first."""
    number, start, stop = match
    return start, -stop, number


def ends_word(text: str, stop: int) -> bool:
    """Whether a word ends at a place; a hyphen or apostrophe inside a word joins it."""
    after = text[stop : stop + 2]
    return not (after[:1].isalnum() or (after[:1] in ("-", "'") and after[1:].isalnum()))
