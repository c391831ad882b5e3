"""How wide words are in the site's typeface, and where lines of them end: a drawing has to know before a browser does.

The widths are those of Atkinson Hyperlegible Next at its weights 400 and 700, read once with fontTools: for each weight
`instantiateVariableFont(TTFont("vendor/atkinson-hyperlegible-next.woff2"), {"wght": weight})`, then the advance in
`hmtx` of the glyph that `cmap` names for each character from space to tilde. The font has 1,000 units to the em.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

REGULAR = (
    *(280, 286, 301, 651, 592, 919, 731, 160, 299, 299, 485, 606, 210, 362, 210, 387, 648, 407, 548, 576, 614, 588),
    *(598, 510, 615, 595, 210, 210, 553, 628, 553, 480, 778, 626, 613, 645, 669, 569, 552, 694, 694, 392, 512, 631),
    *(541, 824, 693, 714, 592, 724, 614, 592, 558, 690, 593, 856, 623, 575, 607, 317, 387, 344, 552, 372, 243, 525),
    *(566, 485, 564, 538, 314, 558, 550, 252, 245, 492, 262, 845, 550, 548, 566, 574, 349, 471, 326, 540, 461, 684),
    *(481, 449, 460, 344, 237, 344, 555),
)
BOLD = (
    *(312, 303, 390, 765, 610, 969, 725, 210, 335, 335, 485, 595, 271, 373, 272, 440, 659, 440, 579, 600, 624, 607),
    *(626, 537, 624, 571, 272, 272, 569, 612, 569, 547, 781, 678, 643, 658, 688, 597, 566, 718, 701, 424, 561, 663),
    *(552, 858, 717, 746, 629, 756, 650, 610, 607, 686, 644, 886, 685, 650, 618, 340, 440, 344, 582, 400, 288, 552),
    *(596, 510, 596, 563, 365, 593, 571, 300, 259, 555, 318, 882, 571, 576, 596, 599, 376, 508, 376, 567, 530, 740),
    *(539, 521, 505, 381, 254, 381, 537),
)
"""In thousandths of the size, from space to tilde."""

FIRST, LAST = " ", "~"
FULL_WIDTH, UNKNOWN = 1000, 760
"""What a character of the East and an emoji take, and one that the typeface lacks: more than most fonts give it."""

LEAST, MARGIN = 290, 1.09
"""Lines are filled as if their letters were wider, narrow ones above all: so that those of a fallback font stay in
their box, even the wide ones of DejaVu Sans."""

PIECE = re.compile(r"(\s*)(\S+?(?:(?=\s|$)|(?<=\w[/\u2013\u2014-])(?=[^\W\d])))")
"""What stays together on a line: a word, or a part of one up to a hyphen, dash or stroke between letters."""
JOINER = "\u200d"


@lru_cache(maxsize=4_000)
def advance(char: str, *, bold: bool = False) -> int:
    """The width of a character in thousandths of the size; a letter with an accent is as wide as the letter."""
    if not FIRST <= char <= LAST:
        if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
            return 0
        if unicodedata.east_asian_width(char) in {"W", "F"}:
            return FULL_WIDTH
        char = unicodedata.normalize("NFD", char)[0]
    return max(LEAST, (BOLD if bold else REGULAR)[ord(char) - ord(FIRST)]) if FIRST <= char <= LAST else UNKNOWN


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text is in a size, with the margin for fallback fonts, in the unit of the size."""
    return sum(advance(char, bold=bold) for char in text) * size / 1000 * MARGIN


def wrapped(text: str, *, size: float, room: float, bold: bool = False) -> tuple[str, ...]:
    """A text in lines no wider than the room. Nothing is left out but the spaces at which lines end.

    Args:
        text: words on one line.
        size: of the letters.
        room: for a line, in the unit of the size. Only a letter that is wider than the room by itself runs over.
        bold: whether the letters are.
    """
    lines: list[str] = []
    line, used = "", 0.0
    for space, piece, wide in pieces(text, size, room, bold=bold):
        gap = width(space, size, bold=bold) if line else 0.0
        if line and used + gap + wide > room:
            lines.append(line)
            line, used = piece, wide
        else:
            line += space + piece if line else piece
            used += gap + wide
    return (*lines, line) if line else ()


def pieces(text: str, size: float, room: float, *, bold: bool) -> Iterator[tuple[str, str, float]]:
    """What stays together on a line, with the space before it and its width; what is wider than a line, in parts."""
    for space, piece in PIECE.findall(text):
        wide = width(piece, size, bold=bold)
        if wide <= room:
            yield space, piece, wide
            continue
        before = space
        for part in parts(piece, size, room, bold=bold):
            yield before, part, width(part, size, bold=bold)
            before = ""


def parts(word: str, size: float, room: float, *, bold: bool) -> Iterator[str]:
    """A word as parts that fit into the room each, full ones first."""
    part, used = "", 0.0
    for cluster in clusters(word):
        wide = width(cluster, size, bold=bold)
        if part and used + wide > room:
            yield part
            part, used = "", 0.0
        part += cluster
        used += wide
    yield part


def clusters(word: str) -> Iterator[str]:
    """The characters of a word, each with the accents and joiners that belong to it."""
    cluster = ""
    for char in word:
        if cluster and advance(char) > 0 and not cluster.endswith(JOINER):
            yield cluster
            cluster = ""
        cluster += char
    if cluster:
        yield cluster


def leftward(text: str) -> bool:
    """Whether a text is read from right to left: whether its first letter is."""
    kinds = (unicodedata.bidirectional(char) for char in text)
    return next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L") != "L"
