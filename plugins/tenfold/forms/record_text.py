"""Answers as a record file that somebody can go on with by hand: what is still empty says what belongs there."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from tenfold.forms.answers import simple
from tenfold.forms.questions import AnswerKind, Question, belongs_to_editors, record_questions
from tenfold.loading.writing import field_as_yaml
from tenfold.loading.yaml_faults import UNSEEN
from tenfold.model import CaseStudy, Record
from tenfold.model.vocabulary import Status, Word

WIDTH = 110
FIRST_LINES = (
    "A case study, still to be completed. Each line that starts with # is a hint: it is not published.\n"
    "Write each answer behind its colon. For longer text write |- there, and the text on the lines below, indented.\n"
    "What is marked as needed has to be there before this can be published; leave the rest empty if you do not know."
)
LEFT_OVER = "What could not be placed. Nothing of it is lost: move what belongs above, then delete these lines."


def as_record_text(
    answers: Mapping[str, Any],
    *,
    comment: str = FIRST_LINES,
    unplaced: Sequence[str] = (),
    today: date | None = None,
    model: type[Record] = CaseStudy,
) -> str:
    """A record file with these answers, in the order of the record, with a hint for all that is still empty.

    Args:
        answers: data as files have it, whole or in parts; what is not given is left empty, with its hint.
        comment: lines to put at the top.
        unplaced: texts that belong to no field. They stand as a comment at the end.
        today: the day for a new record's dates; without one they are left empty.
        model: what kind of record it is.
    """
    data = {**starting(today), **answers}
    provenance = {**dates(today), **(answers.get("provenance") or {})}
    if provenance:
        data["provenance"] = provenance
    parts = [commented(comment)] if comment else []
    parts += ["\n".join(lines) for each in record_questions(model) if (lines := list(field_lines(each, data, "")))]
    if unplaced:
        parts.append(commented("\n\n".join((LEFT_OVER, *unplaced))))
    return "\n\n".join(parts) + "\n"


def starting(today: date | None) -> dict[str, Any]:
    """What a new record has from the start."""
    return {"status": Status.DRAFT.value} | ({"provenance": dates(today)} if today else {})


def dates(today: date | None) -> dict[str, str]:
    """The dates of a record that is new today: it is looked at again after a year."""
    if today is None:
        return {}
    again = date(today.year + 1, today.month, min(today.day, 28) if today.month == 2 else today.day)
    return {"published": str(today), "reviewed": str(today), "review_by": str(again)}


def field_lines(question: Question, data: Mapping[str, Any], indent: str, *, hints: bool = True) -> Iterator[str]:
    """The lines of a field, with its hint if it is empty."""
    value = data.get(question.path[-1])
    if not is_given(value):
        yield from empty_lines(question, indent, hints=hints)
    elif question.kind is AnswerKind.GROUP:
        yield from group_lines(question, value, indent, hints=hints)
    else:
        yield from indented(field_as_yaml(question.path[-1], value), indent)


def group_lines(question: Question, value: Any, indent: str, *, hints: bool) -> Iterator[str]:
    """The lines of a part of a record that has something in it."""
    yield f"{indent}{question.path[-1]}:"
    if question.many:
        for entry in value:
            yield from entry_lines(question, entry, indent, hints=False)
        return
    found = value if isinstance(value, Mapping) else {}
    for each in question.questions:
        yield from field_lines(each, found, f"{indent}  ", hints=hints)


@cache
def empty_lines(question: Question, indent: str, *, hints: bool) -> tuple[str, ...]:
    """The lines of a field that is still to be filled in. Kept, because a draft is written anew with every answer."""
    if question.kind is AnswerKind.GROUP:
        return tuple(empty_group(question, indent)) if hints else ()
    if not question.needed and (not hints or belongs_to_editors(question.name)):
        return ()
    return (*hint_lines(question, indent), f"{indent}{question.path[-1]}:")


def empty_group(question: Question, indent: str) -> Iterator[str]:
    """The lines of a part of a record, or of one entry of it, to fill in."""
    if belongs_to_editors(question.name) or only_for_editors(question):
        return
    yield from hint_lines(question, indent)
    yield f"{indent}{question.path[-1]}:"
    if question.many:
        yield from entry_lines(question, {}, indent, hints=True)
        return
    for each in question.questions:
        yield from empty_lines(each, f"{indent}  ", hints=True)


def only_for_editors(question: Question) -> bool:
    return all(belongs_to_editors(each.name) for each in question.questions)


def entry_lines(question: Question, entry: Mapping[str, Any], indent: str, *, hints: bool) -> Iterator[str]:
    """The lines of an entry of a list: the first field behind a hyphen, the others below it."""
    inner = f"{indent}    "
    lines = [line for each in question.questions for line in field_lines(each, entry, inner, hints=hints)]
    first = next((at for at, line in enumerate(lines) if not line.lstrip().startswith("#")), None)
    for at, line in enumerate(lines):
        if first is None or at > first:
            yield line
        else:
            yield f"{indent}  {'- ' if at == first else ''}{line.lstrip()}"


def is_given(value: Any) -> bool:
    if isinstance(value, Mapping):
        return any(is_given(each) for each in value.values())
    if isinstance(value, (list, tuple)):
        return any(is_given(each) for each in value)
    return value not in (None, "")


def hint_lines(question: Question, indent: str) -> Iterator[str]:
    needed = " (needed)" if question.needed else ""
    texts = [f"{question.label}{needed}: {question.hint}"]
    if question.words:
        several = " Several are possible, a line with a hyphen each." if question.many else ""
        texts.append(f"Words: {', '.join(map(written, question.words))}.{several}")
    if question.refers is not None:
        texts.append(f"The {'ids' if question.many else 'id'} of a {question.refers.noun}.")
    for text in texts:
        start = f"{indent}# "
        yield from textwrap.wrap(text, WIDTH, initial_indent=start, subsequent_indent=start)


def written(word: Word) -> str:
    """A word as files have it, with its label where that says more."""
    return word.value if simple(word.value) == simple(word.label) else f"{word.value} ({word.label or word.meaning})"


def indented(text: str, indent: str) -> Iterator[str]:
    for line in text.rstrip("\n").split("\n"):
        yield f"{indent}{line}" if line else ""


def commented(text: str) -> str:
    """A text as lines of comment: nothing in it is read, whatever it says."""
    seen = UNSEEN.sub(lambda found: f"<U+{ord(found.group()):04X}>", text)
    return "\n".join(f"# {line}".rstrip() for line in seen.splitlines())
