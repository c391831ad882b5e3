"""Keeps what was found out of every other message: logs of checks are public, and `"..." is not a date` would print it.

Values are hidden wherever a message, a hint or a field's name repeats them: whole, with other white space, in small
letters, or cut off where a message shortens what it quotes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tenfold.problems import Problem
from tenfold.safeguarding.rules import RULES
from tenfold.safeguarding.said import GAP, all_said

HIDDEN = "[hidden]"
SHORTEST = 4
"""Signs of a value that are enough to hide, where a message cuts off what it quotes."""
CUT_OFF = (".", '"', "'", ")", "]", "<")
PASSED_OVER = frozenset(" \t\n-_")
"""Signs that may stand in a value or not: a name of a file has hyphens for spaces."""

FEWEST = 2
"""Signs of a value below which it is a number that may stand in any message."""
TELLING_DIGITS = 5

Tree = dict[str, "Tree"]
END = "end of a value"


class Masks:
    """What to hide, in any message about any file.

    The values are kept as trees of signs, so that hiding takes no longer the more there are.
    """

    def __init__(self, values: Iterable[str]) -> None:
        self.as_written: Tree = {}
        self.in_small: Tree = {}
        for value in values:
            if len(value) >= FEWEST:
                plant(self.as_written, value)
                plant(self.in_small, value.lower())

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
        if self.as_written:
            text = "".join(self.parts(text))
        if any(sign.isdigit() or sign == "@" for sign in text):
            text = without_values(text)
        return text

    def parts(self, text: str) -> Iterator[str]:
        """The text in parts, with every value in it replaced."""
        small = text.lower() if len(text.lower()) == len(text) else text
        done, quoted = 0, False
        for start, sign in enumerate(text):
            quoted ^= sign == '"'
            if start < done or sign in PASSED_OVER or text[max(0, start - 1) : start].isalnum():
                continue
            end = end_of_value(self.as_written, text, start)
            if not end:
                end = end_of_value(self.in_small, small, start)
                end = end if quoted or is_telling(text[start:end]) else 0
            if end:
                yield text[done:start] + HIDDEN
                done = end
        yield text[done:]


def plant(tree: Tree, value: str) -> None:
    for sign in value:
        if sign not in PASSED_OVER:
            tree = tree.setdefault(sign, {})
    tree[END] = {}


def is_telling(text: str) -> bool:
    """Whether a value can only be itself; a name in small letters may be a word of ours."""
    return "@" in text or sum(sign.isdigit() for sign in text) >= TELLING_DIGITS


def end_of_value(tree: Tree, text: str, start: int) -> int:
    """Where the longest value ends that starts at a place, whole or cut off; 0 when none does."""
    end, depth = 0, 0
    for at in range(start, len(text) + 1):
        sign = text[at : at + 1]
        if END in tree and not sign.isalnum():
            end = at
        if sign in tree and sign:
            tree, depth = tree[sign], depth + 1
        elif sign not in PASSED_OVER or not sign:
            is_cut = depth >= SHORTEST and (not sign or text.startswith(CUT_OFF, at))
            return at if is_cut else end
    return end


def without_values(text: str) -> str:
    """A text without what is personal wherever it stands, whether or not it was found in a file."""
    said = all_said(text)
    hidden = said.raw
    for start, end in sorted({span for rule in RULES if rule.is_a_value for span in rule.find(said)}, reverse=True):
        hidden = hidden[:start] + HIDDEN + hidden[end:]
    return hidden.removeprefix(GAP)
