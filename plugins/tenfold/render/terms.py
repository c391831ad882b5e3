"""Glossary terms in prose: the first use of each on a page becomes a link that explains itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tenfold.model import Term

WORD = re.compile(r"[A-Za-z0-9]+(?:['-][A-Za-z0-9]+)*")


class Found(NamedTuple):
    """A term in a text: from where to where, and its id."""

    start: int
    end: int
    id: str


class TermFinder:
    """Finds the words of a glossary in text. Abbreviations are matched as written, all else in any case."""

    def __init__(self, terms: Mapping[str, Term]) -> None:
        self.by_first: dict[str, list[tuple[str, bool, str]]] = {}
        for id, term in terms.items():
            for form in filter(None, (term.term, term.abbreviation, *term.also)):
                first = WORD.search(form)
                if first:
                    exact = is_abbreviation(form)
                    entry = (form if exact else form.lower(), exact, id)
                    self.by_first.setdefault(first.group().lower(), []).append(entry)
        for forms in self.by_first.values():
            forms.sort(key=lambda form: (-len(form[0]), form))

    def find(self, text: str) -> Iterator[Found]:
        """Every term in a text, the longest at each place, left to right, without overlap."""
        lower = text.lower()
        end = 0
        for word in WORD.finditer(lower):
            if word.start() < end:
                continue
            for form, exact, id in self.by_first.get(word.group(), ()):
                stop = word.start() + len(form)
                if (text if exact else lower).startswith(form, word.start()) and ends_word(lower, stop):
                    yield Found(word.start(), stop, id)
                    end = stop
                    break


def is_abbreviation(form: str) -> bool:
    return sum(letter.isupper() for letter in form) >= 2 and " " not in form


def ends_word(text: str, at: int) -> bool:
    return at >= len(text) or not (text[at].isalnum() or (text[at] in "-'" and text[at + 1 : at + 2].isalnum()))
