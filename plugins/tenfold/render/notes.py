"""Local notes on a page: each at its passage where the fragment has room for one there, all others at the top."""

from __future__ import annotations

from collections.abc import Iterator

from tenfold.library import Noted
from tenfold.library.noting import holds
from tenfold.model.walking import Path
from tenfold.prose import parse, plain_text

AT_TOP = "\x00notes\x00"
"""Stands for the notes at the top until the rest of the page is there; no content holds this character."""


class Notes:
    """The local notes on the record that a page is about. Each is given out once."""

    def __init__(self, noted: tuple[Noted, ...] = ()) -> None:
        self.left = list(noted)

    def __bool__(self) -> bool:
        return bool(self.left)

    def at(self, *where: str | int) -> list[Noted]:
        """The notes on what stands at a path or below it."""
        return self.take([each for each in self.left if where and each.anchored.where[: len(where)] == where])

    def rest(self) -> list[Noted]:
        """Those that nobody has asked for."""
        return self.take(self.left)

    def take(self, noted: list[Noted]) -> list[Noted]:
        self.left = [each for each in self.left if each not in noted]
        return noted

    def within(self, text: str, where: Path) -> Iterator[tuple[str, list[Noted]]]:
        """A text of prose in parts, each with the notes that stand behind it."""
        here = [each for each in self.left if each.anchored.where == where]
        ends: dict[int, list[Noted]] = {}
        lines = text.split("\n")
        for each in self.take(here):
            ends.setdefault(end_of_block(text, each.note.words or "") or len(lines), []).append(each)
        done = 0
        for end in sorted({*ends, len(lines)}):
            yield "\n".join(lines[done:end]), ends.get(end, [])
            done = end


def end_of_block(text: str, words: str) -> int:
    """The line behind the block of a text (a paragraph, a whole list, a table) that holds some words, or 0.

    A text with links by reference is not taken apart, because what they lead to may stand anywhere in it.
    """
    if not words or "]:" in text:
        return 0
    lines = text.split("\n")
    for token in parse(text):
        if token.level == 0 and token.map and holds(plain_text("\n".join(lines[slice(*token.map)])), words):
            return token.map[1]
    return 0
