"""One answer by itself: what somebody typed, as the record has it, with what `tenfold check` would say of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from pydantic import ValidationError

from tenfold.forms.questions import AnswerKind, Path, Question, record_questions
from tenfold.loading.explain import problems_in
from tenfold.loading.yaml_document import Document
from tenfold.loading.yaml_faults import unseen_characters
from tenfold.model import CaseStudy
from tenfold.model.vocabulary import Word
from tenfold.problems import Problem, dotted

Data = Any
"""Text, a list or fields, as a file holds them."""
BULLET = re.compile(r"\s*(?:[-*+\u2022\u00b7\u2013]|\d{1,2}[.)])\s+")


@dataclass(frozen=True)
class Answered:
    """An answer as the record has it, None when nothing was said, and what is wrong with it."""

    value: Data
    problems: tuple[Problem, ...]


def answer(question: Question, given: Data, *, entry: int = 0, path: str = "your answer") -> Answered:
    """What somebody said to a question, and every problem with it, in the words of `tenfold check`.

    Args:
        question: what was asked.
        given: what was said: text as typed, or data as files have it. Words may be given by their labels. Several
            words or ids are divided by commas or lines, other lists by lines.
        entry: for a question inside a group: which entry of it is meant, from 0.
        path: what the problems name as their file.
    """
    unseen = tuple(
        Problem(path, fault.line, fault.column, question.name, fault.message, fault.hint, fault.rule)
        for fault in (unseen_characters(given) if isinstance(given, str) else ())
    )
    value = as_data(question, given) if isinstance(given, str) else given
    return Answered(value, unseen or tuple(problems_of(question, value, entry, path)))


def problems_of(question: Question, value: Data, entry: int, path: str) -> Iterator[Problem]:
    """What is wrong with a value: a record of nothing else is checked, and what is said of this field is kept."""
    data = lone_record(question.path, value, entry)
    field = exact(question.path, entry)
    try:
        CaseStudy.model_validate(data)
    except ValidationError as error:
        for problem in problems_in(error, CaseStudy, Document(data), path):
            if problem.field == field or problem.field.startswith((f"{field}.", f"{field}[")):
                yield problem


def exact(path: Path, entry: int) -> str:
    """The field as messages name it, with the number of the entry that it stands in."""
    found: list[str | int] = []
    for position, part in enumerate(path, 1):
        found.append(part)
        if position < len(path) and path[:position] in lists():
            found.append(entry)
    return dotted(found)


def lone_record(path: Path, value: Data, entry: int) -> dict[str, Data]:
    """A record with this one value in its place."""
    record: dict[str, Data] = {}
    if value in (None, [], ""):
        put(record, path[:-1], {}, entry=entry)
    else:
        put(record, path, value, entry=entry)
    return record


def put(record: dict[str, Data], path: Path, value: Data, *, entry: int = 0) -> None:
    """Put a value into data at a path; where the path leads into a list of entries, into the entry of that number."""
    place = record
    for position, part in enumerate(path[:-1]):
        place = inside(place, part, entry if path[: position + 1] in lists() else None)
    if path:
        place[path[-1]] = value


def inside(place: dict[str, Data], name: str, entry: int | None) -> dict[str, Data]:
    if entry is None:
        found: dict[str, Data] = place.setdefault(name, {})
        return found
    entries: list[dict[str, Data]] = place.setdefault(name, [])
    entries.extend({} for _ in range(entry + 1 - len(entries)))
    return entries[entry]


@cache
def lists() -> frozenset[Path]:
    """The paths of the fields that hold entries with fields of their own."""
    from_top = list(question_tree())
    return frozenset(each.path for each in from_top if each.kind is AnswerKind.GROUP and each.many)


def question_tree() -> Iterator[Question]:
    waiting = list(record_questions())
    while waiting:
        each = waiting.pop()
        yield each
        waiting += each.questions


def as_data(question: Question, text: str) -> Data:
    """What somebody typed, as a file holds it: words for their labels, a list where several are asked for."""
    text = unicodedata.normalize("NFC", text).strip()
    if not text:
        return None
    if not question.many:
        return one(question, text)
    return [one(question, piece) for piece in pieces(question, text)]


def one(question: Question, text: str) -> str:
    if question.vocabulary is not None:
        return word_meant(text, question.vocabulary) or text
    if question.kind is AnswerKind.YES_NO:
        return {"y": "yes", "n": "no"}.get(text.lower().rstrip("."), text.rstrip("."))
    return text


def pieces(question: Question, text: str) -> Iterator[str]:
    """The parts of an answer that gives several things."""
    divider = r"[\n,;]" if question.kind is AnswerKind.ID else r"\n" if question.vocabulary is None else r"[\n;]"
    for line in re.split(divider, text):
        bare = BULLET.sub("", line, count=1).strip() if BULLET.match(line) else line.strip()
        if not bare:
            continue
        yield from split_words(bare, question.vocabulary) if question.vocabulary else [bare]


def split_words(text: str, vocabulary: type[Word]) -> Iterator[str]:
    """The words in a text that divides them by commas; a label may have commas of its own."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    while parts:
        size = next((n for n in range(len(parts), 0, -1) if word_meant(", ".join(parts[:n]), vocabulary)), 1)
        yield ", ".join(parts[:size])
        parts = parts[size:]


def word_meant(text: str, vocabulary: type[Word]) -> str | None:
    """The word of a vocabulary that somebody named, by itself, by its label, or by both."""
    known = names(vocabulary)
    return next((known[key] for key in (simple(text), simple(before_meaning(text))) if key in known), None)


def before_meaning(text: str) -> str:
    """The start of a line that was copied from a list of words with their meanings."""
    return re.split(r":\s|\s\(", text, maxsplit=1)[0]


@cache
def names(vocabulary: type[Word]) -> dict[str, str]:
    """What somebody may write for each word."""
    found: dict[str, str] = {}
    for word in vocabulary:
        for name in (word.value, word.label, shown(word)):
            if name:
                found.setdefault(simple(name), word.value)
    return found


@lru_cache(maxsize=2_000)
def simple(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.lower()).strip()


def shown(word: Word) -> str:
    """A word as people read it in a list to choose from: its label, with its number where it is one."""
    if word.value.isdecimal():
        return f"{word.value} {word.label}"
    return word.label or word.value.capitalize()


def labels(question: Question) -> Sequence[str]:
    """The words to choose from, as people read them."""
    return [shown(word) for word in question.words]
