"""What a named person accepted: each acceptance is of one passage, and covers nothing that was written later."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tenfold.problems import Level, did_you_mean
from tenfold.safeguarding.rule import Rule
from tenfold.safeguarding.said import Path, Said

CONSONANTS = "bcdfghjkmnpqrstvwxz"
MARK_LENGTH = 8
SHORT = 5
"""Words below which a passage is told apart by the fields beside it as well: a figure is only a number."""
BLANK = "?"
"""What stands in the line to paste where a person has to write something."""

NOT_FILLED = "this sign-off is not filled in."
NOT_FILLED_HINT = "Write why it points at nobody, who decided (role and organisation), and the day."
USELESS = "this sign-off accepts nothing that stands in the file now."
USELESS_HINT = "Delete it. If the passage was changed, look at it again and sign it off anew."
NOBODY_CAN = "nobody can accept a finding of this rule."
NOBODY_HINT = "Delete this sign-off, and take out what was found."


@dataclass(frozen=True)
class Fault:
    """Something wrong with a sign-off, and where."""

    path: Path
    message: str
    hint: str
    level: Level


class Acceptances:
    """The sign-offs of one record, and which of them were needed."""

    def __init__(self, data: Any, known: tuple[Rule, ...]) -> None:
        self.known = {rule.name: rule for rule in known}
        self.entries = [(position, each) for position, each in enumerate(entries_in(data)) if isinstance(each, dict)]
        self.used: set[int] = set()

    @property
    def any(self) -> bool:
        return bool(self.entries)

    def accept(self, rule: Rule, mark: str) -> bool:
        """Whether somebody accepted this passage for this rule."""
        if not rule.acceptable:
            return False
        found = {
            position
            for position, each in self.entries
            if each.get("rule") == rule.name and each.get("passage") == mark and is_filled(each)
        }
        self.used |= found
        return bool(found)

    def begun(self, rule: Rule, mark: str) -> bool:
        """Whether there is a sign-off for a passage and a rule, or one that does not exist, that accepts nothing."""
        named = {each.get("rule") for _, each in self.entries if each.get("passage") == mark}
        return rule.name in named or any(name not in self.known for name in named)

    def faults(self) -> Iterator[Fault]:
        """What is wrong with the sign-offs, once every finding has asked for its own."""
        for position, each in self.entries:
            where: Path = ("safeguarding", "accepted", position)
            name = each.get("rule")
            if not isinstance(name, str):
                continue  # the model says that it is missing
            rule = self.known.get(name)
            if rule is None:
                names = [known.name for known in self.known.values() if known.acceptable]
                hint = did_you_mean(name, names) + f"Rules: {', '.join(names)}."
                yield Fault((*where, "rule"), "no safeguarding rule has this name.", hint, Level.ERROR)
            elif not rule.acceptable:
                yield Fault((*where, "rule"), NOBODY_CAN, NOBODY_HINT, Level.ERROR)
            elif not is_filled(each):
                yield Fault(where, NOT_FILLED, NOT_FILLED_HINT, Level.ERROR)
            elif position not in self.used and isinstance(each.get("passage"), str):
                yield Fault(where, USELESS, USELESS_HINT, Level.ADVICE)


def entries_in(data: Any) -> list[Any]:
    section = data.get("safeguarding") if isinstance(data, dict) else None
    accepted = section.get("accepted") if isinstance(section, dict) else None
    return accepted if isinstance(accepted, list) else []


def is_filled(entry: dict[str, Any]) -> bool:
    """Whether a person wrote why, who and when."""
    values = [entry.get(name) for name in ("reason", "by", "on")]
    return all(isinstance(value, str) and value.strip(" ?.-") for value in values)


def to_paste(rule: Rule, mark: str) -> str:
    """One sign-off as it goes into the record, with blanks where a person has to write."""
    return f'{{rule: {rule.name}, passage: {mark}, reason: "{BLANK}", by: "{BLANK}", on: "{BLANK}"}}'


def mark_of(said: Said, at: int) -> str:
    """The eight letters that stand for the passage around a place: its sentence, in the field that it stands in.

    They change when the sentence does, and stay when an entry moves up or down its list. They only tell whether two
    passages are the same; what it says cannot be read from them.
    """
    piece = said.piece_at(at)
    start, end = said.sentence(at)
    words = said.raw[start:end].strip("\0").split()
    names = ".".join(part for part in piece.path if isinstance(part, str))
    beside = list(texts_in(piece.around)) if len(words) < SHORT and len(piece.path) > 1 else []
    text = unicodedata.normalize("NFC", " ".join([names, *words, *beside]))
    number = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")
    letters = ""
    for _ in range(MARK_LENGTH):
        number, rest = divmod(number, len(CONSONANTS))
        letters += CONSONANTS[rest]
    return letters


def texts_in(around: Any) -> Iterator[str]:
    if isinstance(around, dict):
        yield from (value for value in around.values() if isinstance(value, str))
