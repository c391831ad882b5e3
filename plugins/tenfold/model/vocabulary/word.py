"""What a word of a vocabulary is."""

from __future__ import annotations

from enum import StrEnum


class Word(StrEnum):
    """A word of a vocabulary: its value is what files say, its label what people read.

    `also` holds what else people type when they mean it, in small letters: words or phrases, each of which the finder
    takes as a hint. They count with any ending ("exclu" is excluded, exclusion, excluding), unless they end in a space
    ("mat " is no more than that). A hyphen is a space.
    """

    label: str
    meaning: str
    also: tuple[str, ...]

    def __new__(cls, value: str, label: str, meaning: str = "", also: tuple[str, ...] = ()) -> Word:
        word = str.__new__(cls, value)
        word._value_ = value
        word.label = label
        word.meaning = meaning
        word.also = also
        return word
