"""What is wrong, where, and what to do about it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum


class Level(StrEnum):
    """How much a problem weighs: an error stops publication, advice does not."""

    ERROR = "error"
    ADVICE = "advice"


@dataclass(frozen=True)
class Problem:
    """One thing to mend.

    `line` and `column` count from 1; both are 1 when the whole file is meant. `field` is a dotted path in which entries
    of lists count from 1, such as `in_numbers[2].value`; it is empty when no field is meant. `message` says what is
    wrong and `hint` what to do, each a sentence. `rule` is a stable name for machines.
    """

    path: str
    line: int
    column: int
    field: str
    message: str
    hint: str
    rule: str
    level: Level = Level.ERROR
    about: str = ""
    """The id that it speaks of, if it speaks of one."""

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}:{self.column}"
        field = f" {self.field}:" if self.field else ""
        advice = " (advice)" if self.level is Level.ADVICE else ""
        return printable(f"{where}{field} {self.message}{' ' + self.hint if self.hint else ''}{advice}")

    def as_dict(self) -> dict[str, str | int]:
        return asdict(self)


def dotted(path: Sequence[str | int]) -> str:
    """A path as people read it: `in_numbers[2].value`, entries counted from 1."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def printable(text: str) -> str:
    """Text that cannot forge a line of a report or play with a terminal: what does not print is shown as its number."""
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else f"<U+{ord(letter):04X}>" for letter in text)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sorted by file, then line, then column: the order in which somebody would mend them.

    Problems at one place stay in the order in which they were found, which is that of the record's fields.
    """
    return sorted(problems, key=lambda problem: (problem.path, problem.line, problem.column))


def errors(problems: Iterable[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.level is Level.ERROR]


def summary(problems: Sequence[Problem]) -> str:
    """How many problems in how many files, such as "12 problems in 5 files"."""
    wrong = errors(problems)
    advice = len(problems) - len(wrong)
    if not problems:
        return "No problems."
    parts = [f"{counted(len(wrong), 'problem')} in {counted(len({p.path for p in wrong}), 'file')}"] if wrong else []
    if advice:
        parts.append(f"{counted(advice, 'piece')} of advice" if advice == 1 else f"{advice} pieces of advice")
    return ", ".join(parts) + "."


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun: "1 file", "3 files", "2 case studies"."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that somebody most likely meant, or None when none is near."""
    found = difflib.get_close_matches(word.lower(), sorted(choices), n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """ "Did you mean ...?" with a trailing space, or nothing when no choice is near."""
    near = nearest(word, choices)
    return f'Did you mean "{near}"? ' if near else ""
