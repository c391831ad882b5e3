"""The comments of a YAML file, which are as public as the rest of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

COMMENTS = re.compile(r"(?:^|(?<=[ \t]))#[^\n]*(?:\n[ \t]*#[^\n]*)*", re.MULTILINE)
SIGNS = re.compile(r"^[ \t]*#+!?", re.MULTILINE)


def comments_in(text: str) -> Iterator[tuple[int, str]]:
    """What may be comments, each with where it starts: lines that follow on each other are one.

    Their signs are blanked, so that a sentence can go from one line to the next. What looks like one may still be part
    of a text, such as a heading: whoever finds something in it has to ask where it stands.
    """
    if "#" in text:
        for found in COMMENTS.finditer(text):
            yield found.start(), SIGNS.sub(lambda sign: " " * len(sign.group()), found.group())
