"""Glossary terms in prose: where they stand in a text."""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from tenfold.model import Term
from tenfold.render.proper_names import NEAR, inside_a_name

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
    """Finds the words of a glossary in text. Abbreviations are matched as written, all else in any case.

    A term inside a longer name with capitals is not that term: the Oak Inclusion Team is a team. Abbreviations and
    terms that are names themselves count there too, because whoever does not know them needs them explained.
    """

    def __init__(self, terms: Mapping[str, Term]) -> None:
        named = [(id, (term.term, term.abbreviation, *term.also)) for id, term in terms.items()]
        self.forms = [(form, is_abbreviation(form), id) for id, forms in named for form in forms if form]
        self.search = AhoCorasick([f" {form.translate(PLAIN)}" for form, _, _ in self.forms])
        self.own_names = [exact or is_name(form) for form, exact, _ in self.forms]
        written = (*(form for form, _, _ in self.forms), *(term.definition for term in terms.values()))
        self.ordinary = frozenset(word for text in written for word in SMALL_WORD.findall(text))

    def find(self, text: str, around: Callable[[], tuple[str, str]] = lambda: ("", "")) -> Iterator[Found]:
        """Every term in a text, the longest at each place, left to right, without overlap.

        Args:
            text: where to look.
            around: gives what stands in front of the text and behind it in the same paragraph; asked when a name may
                reach beyond the text.
        """
        # The space in front of the text shifts each place by one, as does that in front of each form the other way.
        matches = self.search.find_matches_as_indexes(f" {text.translate(PLAIN)}", overlapping=True)
        end = 0
        for number, start, behind in sorted(matches, key=longest_first) if len(matches) > 1 else matches:
            form, exact, id = self.forms[number]
            stop = behind - 1
            if start >= end and ends_word(text, stop) and (not exact or text[start:stop] == form):
                plain = self.own_names[number] or not text[start].isupper()
                if plain or not self.in_name(text, start, stop, around):
                    yield Found(start, stop, id)
                end = stop

    def in_name(self, text: str, start: int, stop: int, around: Callable[[], tuple[str, str]]) -> bool:
        """Whether a term with a capital, at a place in a text, is inside a longer name."""
        before, after = text[max(0, start - NEAR) : start], text[stop : stop + NEAR]
        if start < NEAR or len(text) < stop + NEAR:
            first, last = around()
            before = (first[-NEAR:] if start < NEAR else "") + before
            after += last[:NEAR] if len(text) < stop + NEAR else ""
        return inside_a_name(text[start:stop], before, after, self.ordinary)


SMALL_WORD = re.compile(r"\b[a-z]+\b")


def is_name(form: str) -> bool:
    """Whether a form is a name by itself, by a capital or a digit behind its first letter: "Progress 8", "EHC plan"."""
    return any(letter.isupper() or letter.isdecimal() for letter in form[1:])


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
