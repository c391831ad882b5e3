"""Keeps what was found out of every other message: logs of checks are public, and `"..." is not a date` would print it.

Values are hidden wherever a message, a hint or a field's name repeats them: whole, with other white space, in small
letters, or cut off where a message shortens what it quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from tenfold.problems import Problem
from tenfold.safeguarding.rules import RULES
from tenfold.safeguarding.said import Said, all_said

HIDDEN = "[hidden]"
SHORTEST = 4
"""Signs of a value that may stand at the end of a quotation that was cut off."""
ENDS = r"(?=\.\.\.|[\"')\]]|\Z)"


class Masks:
    """What to hide, in any message about any file."""

    def __init__(self, values: Iterable[str]) -> None:
        wanted = sorted({" ".join(value.split()) for value in values} - {""}, key=lambda value: (-len(value), value))
        self.patterns = [re.compile(pattern_of(value), re.IGNORECASE) for value in wanted]

    def hide(self, problem: Problem) -> Problem:
        """The same problem without what was found."""
        return replace(
            problem,
            path=self.hide_in(problem.path),
            field=self.hide_in(problem.field),
            message=self.hide_in(problem.message),
            hint=self.hide_in(problem.hint),
            about=self.hide_in(problem.about),
        )

    def hide_in(self, text: str) -> str:
        for pattern in self.patterns:
            text = pattern.sub(HIDDEN, text)
        if any(sign.isdigit() or sign == "@" for sign in text):
            text = without_values(text)
        return text


def pattern_of(value: str) -> str:
    """A pattern for a value, whole or cut off at the end of what is quoted."""
    signs = [r"[\s_-]*" if sign.isspace() else re.escape(sign) for sign in value]
    whole = rf"(?<!\w){''.join(signs)}(?!\w)"
    if len(signs) <= SHORTEST:
        return whole
    rest = "".join(f"(?:{sign}" for sign in signs[SHORTEST:]) + ")?" * (len(signs) - SHORTEST)
    return rf"{whole}|(?<!\w){''.join(signs[:SHORTEST])}{rest}{ENDS}"


def without_values(text: str) -> str:
    """A text without what is personal wherever it stands, whether or not it was found in a file."""
    said: Said = all_said(text)
    for start, end in sorted({span for rule in RULES if rule.is_a_value for span in rule.find(said)}, reverse=True):
        text = text[:start] + HIDDEN + text[end:]
    return text
