"""What somebody types in answer to a question: an answer, or a wish to do something else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from tenfold.conversation.screen import Screen, Stopped


class Wish(Enum):
    """What somebody wants instead of answering."""

    HELP = auto()
    BACK = auto()
    NOTHING = auto()
    """Enter alone: keep what is there, or leave the question for later."""
    FORGET = auto()
    EDITOR = auto()


@dataclass(frozen=True)
class Given:
    """An answer, as it was typed."""

    text: str


Reply = Wish | Given

EDITOR = ":e"
SIGNS = {"?": Wish.HELP, "<": Wish.BACK, "": Wish.NOTHING, ":d": Wish.FORGET, EDITOR: Wish.EDITOR}
STOP = ":q"
END = "."
HOW = (
    ("Enter", "leave a question for later; where there is an answer already, keep it"),
    ("?", "more help, with an example"),
    ("<", "back to the question before"),
    (":d", "delete the answer that is there"),
    (EDITOR, "write in your text editor"),
    (":q", "stop. Everything is saved; the same command goes on from there"),
)
"""What can be typed at any question, and what it does."""
HOW_PROSE = "Write as many lines as you like. To end: two empty lines, or a full stop alone on a line."


def one_line(screen: Screen) -> Reply:
    """An answer on one line, or a wish."""
    line = screen.line().strip()
    if line == STOP:
        raise Stopped
    return SIGNS.get(line) or Given(line)


def several_lines(screen: Screen) -> Reply:
    """An answer of several lines, or a wish on the first of them. What was typed before somebody stops is not lost."""
    lines: list[str] = []
    while not is_ended(lines):
        try:
            line = screen.line("> " if not lines else "  ")
        except (Stopped, KeyboardInterrupt) as stopped:
            raise Stopped(typed(lines), gone=getattr(stopped, "gone", False)) from None
        if line.strip() == STOP:
            raise Stopped(typed(lines))
        if not lines and (wish := SIGNS.get(line.strip())):
            return wish
        lines.append(line)
    return Given(typed(lines)) if typed(lines) else Wish.NOTHING


def is_ended(lines: list[str]) -> bool:
    """Whether the last lines say that the text ends."""
    return bool(lines) and (lines[-1].strip() == END or (len(lines) > 1 and not "".join(lines[-2:]).strip()))


def typed(lines: list[str]) -> str:
    """The text of the lines, without what ended it."""
    kept = lines[:-1] if lines and lines[-1].strip() == END else lines
    return "\n".join(line.rstrip() for line in kept).strip("\n")
