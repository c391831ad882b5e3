"""How much room a text takes in Arial, or in what stands in for it: enough to see that nothing runs over.

A point is 1/72 inch. What is measured is a little more than what is needed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

LEADING = 1.2
"""The height of a line, in sizes of its letters."""
SPARE = 1.03
"""What other programs and typefaces may need beyond what is measured."""
THOUSANDTHS = {
    222: "'ijl",
    278: " !,./:;I[\\]ft|",
    333: "-()`r{}",
    389: '"*',
    500: "Jcksvxyz",
    556: "#$0123456789?L_abdeghnopqu",
    584: "+<=>~^",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1015: "@",
}
"""How far letters go in Arial, in thousandths of their size."""
KNOWN = {letter: number / 1000 for number, letters in THOUSANDTHS.items() for letter in letters}


def width(text: str, size: float) -> float:
    """How wide a text is on one line, in points."""
    return size * SPARE * advances(text)


@lru_cache(maxsize=4096)  # the same words are measured again in each size that is tried
def advances(text: str) -> float:
    """How far a text goes, in sizes."""
    return sum(map(advance, text))


@cache
def advance(letter: str) -> float:
    """How far a letter goes, in sizes; for those of other scripts a rough measure."""
    if letter in KNOWN:
        return KNOWN[letter]
    if unicodedata.combining(letter):
        return 0
    if unicodedata.east_asian_width(letter) in "WF":
        return 1
    return 0.78 if letter.isupper() else 0.62


def lines(text: str, size: float, room: float) -> list[str]:
    """A text in lines of so many points, which together are the text; a word longer than a line goes on in the next."""
    found: list[str] = []
    line, used, space = "", 0.0, width(" ", size)
    for number, word in enumerate(text.split(" ")):
        for position, piece in enumerate(broken(word, size, room)):
            gap = " " if number and not position else ""
            needed, apart = width(piece, size), space if gap else 0
            if line and used + apart + needed > room:
                found.append(line + gap)
                line, used = piece, needed
            else:
                line += gap + piece
                used += apart + needed
    return [*found, line]


def broken(word: str, size: float, room: float) -> list[str]:
    """A word in pieces that each fit on a line."""
    if width(word, size) <= room:
        return [word]
    pieces, used = [""], 0.0
    for letter in word:
        needed = width(letter, size)
        if used + needed > room:
            pieces.append("")
            used = 0
        pieces[-1] += letter
        used += needed
    return pieces


def height(text: str, size: float, room: float) -> float:
    """How high a paragraph is, in points, in lines of so many points."""
    return len(lines(text, size, room)) * size * LEADING


def largest(sizes: Sequence[float], text: str, room: tuple[float, float]) -> float:
    """The first of these sizes in which a text fits into a room of width and height, or else the last."""
    return next((size for size in sizes if height(text, size, room[0]) <= room[1]), sizes[-1])


def fits(heights: Iterable[float], room: float) -> bool:
    """Whether all of these fit into a room, one below the other. Nothing is measured after the first that does not."""
    for each in heights:
        room -= each
        if room < 0:
            return False
    return True


def share(needed: Sequence[int], room: int, *, least: int) -> int:
    """How many lines each of several texts may have at most, so that together they have no more than there is room for.

    Args:
        needed: how many lines each would take.
        room: how many there are.
        least: how many each may have in any case.
    """
    most = max(needed, default=least)
    while most > least and sum(min(each, most) for each in needed) > room:
        most -= 1
    return most


def first_lines(text: str, size: float, room: float, most: int) -> str:
    """As much of a text as fits in so many lines, with three dots where something is left out."""
    found = lines(text, size, room)
    return text if len(found) <= most else shortened(text, len("".join(found[:most])))


def shortened(text: str, most: int) -> str:
    """The first words of a text, with three dots where something is left out, in at most so many characters."""
    if len(text) <= most:
        return text
    cut = text[: most - 3]
    words = cut.rsplit(" ", 1)[0] if " " in cut[len(cut) // 2 :] else cut
    return f"{words.rstrip(' ,;:.')}..."
