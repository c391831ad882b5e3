"""Clues: the words and digits without which a rule has nothing to find. One pass over a text finds them for all rules.

A pattern that starts anywhere is tried at each sign of a text; most texts hold nothing for most of them. Clues only say
where to look: what a rule finds is what it would find without them, which a property test sees to.
"""

from __future__ import annotations

from enum import StrEnum, auto
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from tenfold.safeguarding.counting import NUMBER_WORDS


class Clue(StrEnum):
    """What a clue is for. Words, because Python counts on a word faster than on a member of a plain Enum."""

    DIGIT = auto()
    NUMBER = auto()
    """A word that a number in words starts with."""
    NAMING = auto()
    """What stands before somebody's name."""
    NEED = auto()
    """A part of the name of a rare need."""
    BIRTH = auto()


NEEDS = """
syndrome disease mutism mute deafblind impairment albinism dystrophy duchenne cystic brittle osteogenesis achondro
dwarfism bifida stomy bullosa hydroceph cochlear blind impaired braille leukaemia cancer brain transplant haemophilia
hiv sclerosis phenylket palsy life-limiting terminal gender schizophrenia psychosis ketogenic tube-fed ventilator
"""
WORDS: dict[Clue, tuple[str, ...]] = {
    Clue.DIGIT: tuple("0123456789"),
    Clue.NUMBER: NUMBER_WORDS,
    Clue.NAMING: ("call", "name", "known as"),
    Clue.NEED: tuple(NEEDS.split()),
    Clue.BIRTH: ("born", "birth", "dob", "d.o", "d o b"),
}


class Place(NamedTuple):
    """Where a clue stands: from, up to."""

    start: int
    end: int


Clues = dict[Clue, list[Place]]


@cache
def search() -> tuple[AhoCorasick, list[Clue]]:
    """What finds all words at once, and what each of them is a clue for."""
    words = [(word, clue) for clue, words in WORDS.items() for word in words]
    return AhoCorasick([word for word, _ in words]), [clue for _, clue in words]


def clues_in(small: str) -> Clues:
    """Every clue in a text of small letters, each kind in the order of the text."""
    automaton, means = search()
    found: Clues = {clue: [] for clue in Clue}
    for number, start, end in automaton.find_matches_as_indexes(whole_letters(small), overlapping=True):
        found[means[number]].append(Place(start, end))
    found[Clue.NUMBER].sort()  # they come in the order of their ends
    return found


def whole_letters(text: str) -> str:
    """A text as long as this, with a sign for each half of a letter: the name of a file may hold one."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode(errors="replace").decode()
    return text
