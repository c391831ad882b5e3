"""The comments of a YAML file, which are as public as the rest of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

SIGNS = re.compile(r"^[ \t]*#+!?", re.MULTILINE)
LINES = re.compile(r"#[^\n]*(?:\n[ \t]*#[^\n]*)*")


def comments_in(text: str) -> Iterator[tuple[int, str]]:
    """What may be comments, each with where it starts: lines that follow on each other are one.

    Their signs are blanked, so that a sentence can go from one line to the next. What looks like one may still be part
    of a text, such as a heading: whoever finds something in it has to ask where it stands.
    """
    at = text.find("#")
    while at >= 0:
        found = LINES.match(text, at) if text[max(0, at - 1) : at] in ("", " ", "\t", "\n") else None
        if found:
            yield at, SIGNS.sub(lambda sign: " " * len(sign.group()), found.group())
        at = text.find("#", found.end() if found else at + 1)
