"""What a case study needs, as questions in the order in which people tell it, generated from the model.

Labels and hints are those of the model: a field's title or its name made readable, and its docstring.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from tenfold.model import CaseStudy, Kind, Record
from tenfold.model.base import Markdown, Refers
from tenfold.model.docstrings import meaning_of
from tenfold.model.vocabulary import Word
from tenfold.problems import dotted

Path = tuple[str, ...]


class AnswerKind(StrEnum):
    """How a question is answered."""

    LINE = "line"
    PROSE = "prose"
    WORD = "word"
    ID = "id"
    YES_NO = "yes_no"
    DATE = "date"
    GROUP = "group"


@dataclass(frozen=True)
class Question:
    """One thing to ask.

    `path` leads to the field from the top of the record, without positions in lists: `("in_numbers", "value")`.
    `needed` says that a record cannot do without it (in a group: an entry cannot). `needed_with` names a part of the
    record, such as `("evidence",)`, that is left out or told whole: the answer is needed as soon as the part has any.
    `many` says that there may be several: words, ids, lines or entries of a group, at least `fewest`. A group has
    `questions` of its own. `longest` counts characters.
    """

    path: Path
    label: str
    hint: str
    kind: AnswerKind
    needed: bool = False
    needed_with: Path = ()
    many: bool = False
    fewest: int = 0
    longest: int | None = None
    vocabulary: type[Word] | None = None
    refers: Kind | None = None
    questions: tuple[Question, ...] = ()

    def __hash__(self) -> int:
        """By the path alone: equal questions have the same, and those inside need not be gone through each time."""
        return hash(self.path)

    @property
    def name(self) -> str:
        """The field as messages name it: `setting.phase`."""
        return dotted(self.path)

    @property
    def words(self) -> tuple[Word, ...]:
        """The words to choose from, if it is answered with such."""
        return tuple(self.vocabulary or ())


@dataclass(frozen=True)
class Step:
    """Questions that belong together, with a title and a sentence that says what they are about."""

    id: str
    title: str
    sentence: str
    questions: tuple[Question, ...]


STORY: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    ("who", "Who and where", "Help readers to see at a glance whether yours is a place like theirs.", ("setting",)),
    (
        "situation",
        "What the situation was",
        "Where you started from. Be honest: it is what others recognise.",
        ("challenges", "needs", "context"),
    ),
    (
        "what",
        "What you did",
        "Tell it so that somebody could do it too: who, with whom, how often, for how long.",
        ("practices", "features"),
    ),
    ("how", "How you did it", "Answer what a colleague would ask you over a cup of tea.", ("implementation",)),
    (
        "change",
        "What changed, and how you know",
        "No figures? Then say what people saw. What has a figure needs its source.",
        ("outcomes", "in_numbers", "evidence"),
    ),
    ("takes", "What it takes", "Money, people and time, and one small thing to begin with.", ("effort",)),
    ("voices", "Who was involved", "Pupils, families, staff and partners: what part they had.", ("voices",)),
    (
        "origin",
        "Where it comes from, and consent",
        "So that readers can check it, and so that nobody is shown who does not want to be.",
        ("provenance",),
    ),
    (
        "card",
        "Title and summary",
        "Last, because now you know what you have told.",
        ("title", "summary", "related", "resources", "theory_of_change"),
    ),
)
"""The steps, in the order in which people tell what they did: id, title, sentence, fields."""

EDITORS = (
    "status",
    "safeguarding",
    "withdrawal",
    "aliases",
    "provenance.published",
    "provenance.reviewed",
    "provenance.review_by",
)
"""What the people who publish a case study fill in, not those who tell it."""


@cache
def steps() -> tuple[Step, ...]:
    """What to ask the people who tell a case study, in the order in which they tell it."""
    return tuple(
        Step(id, title, sentence, tuple(each for each in asked(fields) if each.name not in EDITORS))
        for id, title, sentence, fields in STORY
    )


@cache
def editors_step() -> Step:
    """What the people who publish a case study fill in."""
    tops = dict.fromkeys(name.partition(".")[0] for name in EDITORS)
    questions = tuple(each for each in asked(tuple(tops)) if belongs_to_editors(each.name))
    return Step("editors", "For the editors", "Leave this to the people who publish case studies.", questions)


def belongs_to_editors(name: str) -> bool:
    return any(name == each or name.startswith(f"{each}.") for each in EDITORS)


def all_questions() -> tuple[Question, ...]:
    """Every question of every step, those of the editors last."""
    return tuple(question for step in (*steps(), editors_step()) for question in step.questions)


def question_at(path: Path) -> Question | None:
    """The question for a field, also for one inside a group: `("in_numbers", "value")`."""
    return by_path().get(path)


@cache
def by_path() -> dict[Path, Question]:
    """Every question by its path, those inside groups as well."""
    found = {question.path: question for question in all_questions()}
    return found | {inner.path: inner for question in found.values() for inner in question.questions}


def asked(fields: tuple[str, ...]) -> Iterator[Question]:
    """The questions for fields of the case study; a part that stands once is asked field by field."""
    for name in fields:
        yield from flattened(question_of(CaseStudy, name, ()))


@cache
def record_questions(model: type[Record] = CaseStudy) -> tuple[Question, ...]:
    """The same questions as the record has them: in its order, those of a part inside that part."""
    return tuple(question_of(model, name, ()) for name in model.model_fields)


def flattened(question: Question) -> Iterator[Question]:
    """The question itself, or those of the part of a record that it stands for, if there is one such part."""
    inner = tuple(each for part in question.questions for each in flattened(part))
    if question.kind is not AnswerKind.GROUP or question.many:
        yield replace(question, questions=inner)
        return
    yield from (each if question.needed else optional(each, question) for each in inner)


def optional(inner: Question, part: Question) -> Question:
    """A question inside a part that may be left out: needed only with the rest of the part."""
    if inner.needed_with or not inner.needed:
        return inner
    return replace(inner, needed=False, needed_with=part.path)


def question_of(model: type[BaseModel], name: str, within: Path) -> Question:
    info = model.model_fields[name]
    path = (*within, name)
    inner, marks, many, fewest = unwrapped(info)
    kind = kind_of(inner, marks)
    return Question(
        path=path,
        label=info.title or name.replace("_", " ").capitalize(),
        hint=" ".join(meaning_of(model, name).split()),
        kind=kind,
        needed=info.is_required() or fewest > 0,
        many=many,
        fewest=fewest,
        longest=longest(marks) if kind in {AnswerKind.LINE, AnswerKind.PROSE} else None,
        vocabulary=inner if issubclass(inner, Word) else None,
        refers=next((mark.kind for mark in marks if isinstance(mark, Refers)), None),
        questions=parts_of(inner, path) if issubclass(inner, BaseModel) else (),
    )


def parts_of(model: type[BaseModel], path: Path) -> tuple[Question, ...]:
    return tuple(question_of(model, name, path) for name in model.model_fields)


def unwrapped(info: FieldInfo) -> tuple[type, list[Any], bool, int]:
    """What a field holds in the end: the type, what is marked about it, whether there are many and how few may be."""
    annotation: Any = info.annotation
    marks = list(told(info.metadata))
    many, fewest = False, 0
    while not isinstance(annotation, type) or get_origin(annotation) is not None:
        origin, inner = get_origin(annotation), get_args(annotation)
        if origin is tuple:
            many, fewest = True, max((getattr(mark, "min_length", 0) for mark in marks), default=0)
            marks, annotation = [], inner[0]
        elif origin is Annotated:
            marks += told(inner[1:])
            annotation = inner[0]
        elif origin in {Union, UnionType}:
            annotation = next(each for each in inner if each is not type(None))
        else:
            raise TypeError(f"no question is known for {annotation}")
    return annotation, marks, many, fewest


def told(metadata: Any) -> Iterator[Any]:
    """What is marked about a field, that inside `Field(...)` as well."""
    for mark in metadata:
        if isinstance(mark, FieldInfo):
            yield from mark.metadata
        else:
            yield mark


def kind_of(inner: type, marks: list[Any]) -> AnswerKind:
    if issubclass(inner, BaseModel):
        return AnswerKind.GROUP
    if issubclass(inner, Word):
        return AnswerKind.WORD
    if issubclass(inner, bool):
        return AnswerKind.YES_NO
    if issubclass(inner, date):
        return AnswerKind.DATE
    if any(isinstance(mark, Refers) for mark in marks):
        return AnswerKind.ID
    return AnswerKind.PROSE if any(isinstance(mark, Markdown) for mark in marks) else AnswerKind.LINE


def longest(marks: list[Any]) -> int | None:
    return min((found for mark in marks if (found := getattr(mark, "max_length", None)) is not None), default=None)
