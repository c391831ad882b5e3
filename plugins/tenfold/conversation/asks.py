"""What is asked next, and what came before: a question, and for one inside a group the entry that it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tenfold.forms import AnswerKind, Question, Step, put, steps

Answers = dict[str, Any]


@dataclass(frozen=True)
class Ask:
    """One thing to ask: the question, the step it belongs to, and the group and entry it is about, if it is."""

    step: int
    question: Question
    group: Question | None = None
    entry: int = 0

    @property
    def opens_entry(self) -> bool:
        """Whether it is the first question about an entry of a group: without an answer there is no such entry."""
        return self.group is not None and self.question is self.group.questions[0]


def asks(answers: Answers) -> list[Ask]:
    """Everything to ask, in order: of a group as many entries as there are, and the start of one more."""
    return [ask for number, step in enumerate(steps()) for ask in asks_of(number, step, answers)]


def asks_of(number: int, step: Step, answers: Answers) -> Iterator[Ask]:
    for question in step.questions:
        if question.kind is not AnswerKind.GROUP:
            yield Ask(number, question)
            continue
        entries = entries_of(answers, question)
        for entry in range(len(entries)):
            yield from (Ask(number, each, question, entry) for each in question.questions)
        yield Ask(number, question.questions[0], question, len(entries))


def entries_of(answers: Answers, group: Question) -> list[Any]:
    found = value_at(answers, group.path)
    return found if isinstance(found, list) else []


def value_at(data: Any, path: tuple[str, ...]) -> Any:
    """What stands at a path of fields, or None."""
    for part in path:
        data = data.get(part) if isinstance(data, Mapping) else None
    return data


def value_of(answers: Answers, ask: Ask) -> Any:
    """The answer that there is so far, or None."""
    if ask.group is None:
        return value_at(answers, ask.question.path)
    entries = entries_of(answers, ask.group)
    inner = ask.question.path[len(ask.group.path) :]
    return value_at(entries[ask.entry], inner) if ask.entry < len(entries) else None


def is_given(value: Any) -> bool:
    return value not in (None, "", [], {})


def keep(answers: Answers, ask: Ask, value: Any) -> None:
    """Take an answer into the answers, or take it out when it is None; an entry left without any goes as well."""
    if value is not None:
        put(answers, ask.question.path, value, entry=ask.entry)
        return
    if not is_given(value_of(answers, ask)):
        return
    put(answers, ask.question.path, None, entry=ask.entry)
    if ask.group is not None:
        entries = entries_of(answers, ask.group)
        entries[:] = [each for each in entries if any(is_given(value) for value in each.values())]


def is_needed(answers: Answers, ask: Ask) -> bool:
    """Whether the record cannot do without an answer: by itself, or because of others that there are."""
    question = ask.question
    if ask.group is not None and ask.entry >= len(entries_of(answers, ask.group)):
        return question is ask.group.questions[0] and ask.entry < ask.group.fewest
    if question.needed:
        return True
    if not question.needed_with:
        return False
    within = len(ask.group.path) if ask.group else 0
    around: Any = entries_of(answers, ask.group)[ask.entry] if ask.group else answers
    part = value_at(around, question.needed_with[within:])
    return isinstance(part, Mapping) and any(is_given(value) for value in part.values())


def still_open(answers: Answers) -> list[Ask]:
    """What is needed before the case study can be published, and has no answer yet."""
    return [ask for ask in asks(answers) if is_needed(answers, ask) and not is_given(value_of(answers, ask))]


def name_of(ask: Ask) -> str:
    """A question as people speak of it: its label, and for one inside a group the entry it is about."""
    if ask.group is None:
        return ask.question.label
    if ask.opens_entry:
        return ask.group.label
    return f"{ask.group.label} {ask.entry + 1}: {ask.question.label.lower()}"


def place_of(ask: Ask, everything: list[Ask]) -> int:
    """Where a question stands; for one of an entry that is gone, where the next entry of its group would start."""
    if ask in everything:
        return everything.index(ask)
    return max((at for at, each in enumerate(everything) if each.group == ask.group and each.opens_entry), default=0)
