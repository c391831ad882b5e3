"""What there is to choose from: words of a vocabulary, or records by their ids, each with a number to type."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tenfold.forms import Question
from tenfold.library import Library
from tenfold.model import Kind

MOST = 15
"""A longer list is not shown: words of its titles find what is meant."""


@dataclass(frozen=True)
class Choice:
    """One thing to choose: the number or sign to type, what a file says, what people read."""

    sign: str
    value: str
    label: str
    meaning: str = ""

    @property
    def text(self) -> str:
        return f"{self.label}: {self.meaning}" if self.meaning else self.label


def choices(question: Question, library: Library) -> tuple[Choice, ...]:
    """What can be chosen in answer to a question, in order; nothing for one that is answered freely."""
    if question.vocabulary is not None:
        digits = all(word.value.isdecimal() for word in question.words)
        return tuple(
            Choice(word.value if digits else str(number), word.value, word.label or word.value, word.meaning)
            for number, word in enumerate(question.words, 1)
        )
    if question.refers is None:
        return ()
    ids = sorted(library.ids[question.refers])
    return tuple(Choice(str(number), id, title(question.refers, id, library)) for number, id in enumerate(ids, 1))


def title(kind: Kind, id: str, library: Library) -> str:
    found = library.title(kind, id) if (kind, id) in library.entries else ""
    return f"{found} ({id})" if found and found != id else id


def chosen(text: str, question: Question, offered: Sequence[Choice]) -> str:
    """An answer in which the numbers of choices are replaced by what they stand for."""
    by_sign = {choice.sign: choice.value for choice in offered}
    parts = re.split(r"([\s,;]+)", text)
    if by_sign and all(part.isdecimal() for part in parts[::2] if part):
        return ", ".join(by_sign.get(part, part) for part in parts[::2] if part)
    if not question.many:
        return by_title(text, offered) if question.refers is not None else text
    pieces = [piece.strip() for piece in re.split(r"[,;]", text)]
    return ", ".join(by_sign.get(piece, piece) for piece in pieces if piece)


def by_title(text: str, offered: Sequence[Choice]) -> str:
    """The id of the only record whose title has all the words that were typed; otherwise what was typed."""
    if any(text == choice.value for choice in offered):
        return text
    found = matching(text, offered)
    return found[0].value if len(found) == 1 else text


def matching(text: str, offered: Sequence[Choice]) -> list[Choice]:
    """The choices whose texts have all the words that were typed."""
    words = set(re.findall(r"[a-z0-9]+", text.lower()))
    return [choice for choice in offered if words and words <= set(re.findall(r"[a-z0-9]+", choice.text.lower()))]


def shown(answer: object, offered: Sequence[Choice]) -> str:
    """An answer that is there already, as people read it."""
    labels = {choice.value: choice.label for choice in offered}
    values = answer if isinstance(answer, list) else [answer]
    return ", ".join(labels.get(str(value), str(value)) for value in values)
