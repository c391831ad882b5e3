"""Lines to a person and lines from them. No cursor is moved and nothing is drawn over: a screen reader can follow."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TextIO

from tenfold.problems import printable

WIDTH = 80
BOLD, DIM, PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


class Stopped(Exception):
    """The person wants to stop, or went away. `typed` is what they had begun to type, if anything."""

    def __init__(self, typed: str = "", *, gone: bool = False) -> None:
        super().__init__("stopped")
        self.typed = typed
        self.gone = gone
        """Whether nothing more can be read or shown: the input has ended."""


@dataclass
class Screen:
    """Where questions are shown and answers are read.

    Args:
        given: where answers come from, a line each.
        shown: where questions go.
        colour: whether labels may be bold; they are marked by words all the same.
        width: how long a line may be.
    """

    given: TextIO
    shown: TextIO
    colour: bool = False
    width: int = WIDTH
    lines_read: int = 0

    def say(self, text: str = "", *, indent: str = "", further: str | None = None) -> None:
        """Show a paragraph, wrapped; `further` is what its later lines start with."""
        wrapped = textwrap.wrap(
            printable(text),
            self.width,
            initial_indent=indent,
            subsequent_indent=indent if further is None else further,
            break_long_words=False,
            break_on_hyphens=False,
        )
        self.write("\n".join(wrapped or [""]) + "\n")

    def whole(self, text: str) -> None:
        """Show a line that is not wrapped, because somebody may copy it."""
        self.write(f"{printable(text)}\n")

    def head(self, text: str) -> None:
        """Show a heading on a line of its own."""
        self.write(f"{self.styled(printable(text), BOLD)}\n")

    def listed(self, entries: Sequence[tuple[str, str]]) -> None:
        """Show a list: each entry with its number or sign."""
        across = max((len(sign) for sign, _ in entries), default=0)
        for sign, text in entries:
            self.say(text, indent=f"  {sign:>{across}}  ", further=" " * (across + 4))

    def styled(self, text: str, style: str) -> str:
        return f"{style}{text}{PLAIN}" if self.colour else text

    def write(self, text: str) -> None:
        try:
            self.shown.write(text)
            self.shown.flush()
        except (OSError, ValueError):  # the terminal was closed
            raise Stopped(gone=True) from None

    def line(self, prompt: str = "> ") -> str:
        """What somebody types on one line, without its end.

        Raises:
            Stopped: the input has ended, or somebody pressed the keys that interrupt.
        """
        self.write(prompt)
        try:
            line = self.given.readline()
        except KeyboardInterrupt:
            self.write("\n")
            raise Stopped from None
        except (OSError, ValueError):
            raise Stopped(gone=True) from None
        if not line:
            self.write("\n")
            raise Stopped(gone=True)
        self.lines_read += 1
        return line.rstrip("\r\n")
