"""Shows a change before it is made, as a unified diff."""

from __future__ import annotations

import difflib

from tenfold.problems import printable


def difference(before: bytes, after: bytes, old: str, new: str) -> str:
    """The lines that change between two versions of a file, with their neighbours.

    Args:
        before: what stands in it now; empty when there is none yet.
        after: what will stand in it; empty when it goes.
        old: what the file is called now.
        new: what it will be called.
    """
    lines = difflib.unified_diff(lines_of(before), lines_of(after), printable(old), printable(new), lineterm="")
    return "".join(f"{line}\n" for line in lines)


def lines_of(raw: bytes) -> list[str]:
    text = raw.decode("utf-8", errors="replace")
    lines = [printable(line) for line in text.split("\n")]
    if lines[-1:] == [""]:
        lines.pop()
    elif lines:
        lines[-1] += " <no line break at the end>"
    return lines
