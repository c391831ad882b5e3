"""Answers as they are found in a form, and the data that they become."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tenfold.forms.answers import BULLET, as_data, put
from tenfold.forms.pieces import Filled, Said
from tenfold.forms.questions import AnswerKind, Path, Question, all_questions
from tenfold.forms.wording import flat, template_texts
from tenfold.loading.yaml_faults import UNSEEN
from tenfold.model import Kind
from tenfold.model.base import ID, RESERVED

Entry = dict[Path, list[Said]]
TICKED = re.compile(r"\s*(?:[-*+]\s+)?(?:[\u2611\u2612\u2714\u2713]|\[[xX]\])\s*")
UNTICKED = re.compile(r"\s*(?:[-*+]\s+)?(?:[\u2610\u25a1]|\[ \])")
YES_OR_NO = re.compile(r"(yes|no)\b[\s,.;:\u2013-]*(.*)", re.IGNORECASE | re.DOTALL)
MOST_WORDS = 8
"""Of a name that may be made an id: a longer text is something else."""


class Gathered:
    """What was found for each question, and what belongs to none."""

    def __init__(self) -> None:
        self.entries: dict[Path, list[Entry]] = {}
        self.left: list[tuple[str, str]] = []

    def keep(self, where: str, text: str) -> None:
        """Keep what belongs to no question, with the heading that it stood under."""
        if text.strip() or where:
            self.left.append((where, text.strip()))

    def next_entry(self, group: Question | None) -> None:
        """Start the next entry of a group, unless the last one is still empty."""
        if group is not None:
            found = self.entries.setdefault(group.path, [{}])
            if found[-1]:
                found.append({})

    def start(self, group: Question, question: Question) -> None:
        """Start the next entry if the last one has an answer to this question."""
        if question.path in self.entries.setdefault(group.path, [{}])[-1]:
            self.entries[group.path].append({})

    def add(self, question: Question, inner: Question | None, said: Said) -> None:
        """Add what somebody said, to the last entry if the question is one of a group."""
        found = self.entries.setdefault(question.path, [{}])
        found[-1].setdefault((inner or question).path, []).append(said)

    def add_cell(self, group: Question, question: Question, said: Said) -> None:
        if flat(said.plain) not in template_texts():
            self.add(group, question, said)

    def filled(self, notes: Sequence[str]) -> Filled:
        """All of it as data; what an answer holds beside what was asked for is kept as well."""
        data: dict[str, Any] = {}
        for question in all_questions():
            entries = self.entries.get(question.path, [])
            number = 0
            for entry in entries:
                values = [(each.path, self.value(each, entry)) for each in (question, *question.questions)]
                given = [(path, value) for path, value in values if value not in (None, [])]
                for path, value in given:
                    put(data, path, value, entry=number)
                number += bool(given)
        unplaced = tuple(f"{where}:\n{text}" if where and text else where or text for where, text in self.left)
        return Filled(data, unplaced, tuple(notes))

    def value(self, question: Question, entry: Entry) -> Any:
        said = entry.get(question.path)
        if not said:
            return None
        if question.kind is AnswerKind.PROSE:
            return clean("\n\n".join(each.markdown.strip("\n") for each in said)).strip() or None
        text = clean("\n".join(each.plain for each in said)).strip()
        if question.kind is AnswerKind.ID:
            return self.ids(question, text)
        if question.kind is AnswerKind.YES_NO:
            return self.yes_or_no(question, text)
        if question.vocabulary is not None:
            text = ticked(text)
        elif not question.many:
            text = " ".join(text.split())
        return as_data(question, text)

    def yes_or_no(self, question: Question, text: str) -> str:
        found = YES_OR_NO.fullmatch(ticked(text))
        if found is None:
            return text
        if found[2]:
            self.keep(question.label, found[2])
        return found[1].lower()

    def ids(self, question: Question, text: str) -> Any:
        """The ids that somebody named; what names none is kept for a person to look at."""
        if not text:
            return None
        found: list[str] = []
        for line in lines_of(text) if question.many else [text]:
            ids = [id_in(piece, question) for piece in as_data(question, line)] if question.many else []
            ids = ids if ids and all(ids) else [id_in(line, question)]
            if None in ids:
                self.keep(question.label, line)
            found += [id for id in ids if id is not None]
        return (found or None) if question.many else next(iter(found), None)


def lines_of(text: str) -> list[str]:
    """The lines of a list, without its bullets."""
    return [BULLET.sub("", f" {line}", count=1).strip() for line in text.split("\n") if line.strip()]


def id_in(text: str, question: Question) -> str | None:
    """The id that a text is, or has in brackets at its end, or would have as a name."""
    guess = question.refers is not Kind.SOURCE
    bracketed = re.search(r"\(([a-z0-9-]{3,60})\)\s*$", text)
    made = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") if guess and len(text.split()) <= MOST_WORDS else ""
    for candidate in (text.strip(), text.strip().lower(), bracketed[1] if bracketed else "", made):
        if ID.fullmatch(candidate) and candidate not in RESERVED:
            return candidate
    return None


def ticked(text: str) -> str:
    """What is chosen of a list with boxes to tick; what stands there without a box was written there."""
    return "\n".join(chosen_lines(text.split("\n"))).strip()


def chosen_lines(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        if not UNTICKED.match(line):
            yield TICKED.sub("", line, count=1) if TICKED.match(line) else line


def clean(text: str) -> str:
    """Text without what nobody sees: no hard spaces, no soft hyphens, no marks of direction."""
    spaced = text.replace("\u00a0", " ").replace("\u2028", "\n").replace("\u2029", "\n\n").replace("\t", " ")
    return unicodedata.normalize("NFC", UNSEEN.sub("", spaced))
