"""Somebody who types: the lines of a conversation, shown on the screen as a terminal would show them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from io import StringIO

INTERRUPTS = "\x03"
"""A line that is not typed: somebody presses the keys that interrupt, with what stands before it not sent."""


class Typist(StringIO):
    """Standard input that types lines one after the other, and shows each as it is read."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__()
        self.lines = list(lines)

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        if not self.lines:
            return ""
        line = self.lines.pop(0)
        if line == INTERRUPTS:
            raise KeyboardInterrupt
        sys.stdout.write(f"{line}\n")
        return f"{line}\n"
