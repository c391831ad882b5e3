"""What a field of a record takes, in words for those who fill it in, derived from the models."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from annotated_types import MaxLen, MinLen
from pydantic import AfterValidator, BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from tenfold.model.base import (
    Kind,
    Markdown,
    Matching,
    Refers,
    a_date,
    an_id,
    each_once,
    listed,
    one_line,
    web_address,
    yes_or_no,
)
from tenfold.model.vocabulary import Word


@dataclass(frozen=True)
class Taken:
    """What a field takes.

    `of` is the type of the value, or of each value where there are `many`. `marks` and `list_marks` are what the models
    say of the value and of the list.
    """

    of: type
    many: bool = False
    marks: tuple[Any, ...] = ()
    list_marks: tuple[Any, ...] = field(default=())

    @property
    def vocabulary(self) -> type[Word] | None:
        """The words that it chooses from."""
        return self.of if issubclass(self.of, Word) else None

    @property
    def record(self) -> type[BaseModel] | None:
        """The class of the fields below it, where it is a group of fields."""
        return self.of if issubclass(self.of, BaseModel) else None

    @property
    def refers(self) -> Kind | None:
        """The kind of record whose id it holds."""
        return next((mark.kind for mark in self.marks if isinstance(mark, Refers)), None)

    @property
    def is_prose(self) -> bool:
        """Whether it is text in paragraphs."""
        return any(isinstance(mark, Markdown) for mark in self.marks)

    @cached_property
    def checks(self) -> tuple[Any, ...]:
        """What the value passes through on its way in."""
        validators = (mark for mark in self.marks if isinstance(mark, (AfterValidator, BeforeValidator)))
        return tuple(each.func for each in validators)

    @property
    def write(self) -> str:
        """What to write, as a sentence."""
        if self.record:
            many = "A list of groups of these fields. Start each group with a hyphen."
            return many if self.many else "These fields, indented below it."
        return self.several if self.many else f"{capital(self.one)}."

    @property
    def several(self) -> str:
        alone = any(each.func is listed for each in self.list_marks if isinstance(each, BeforeValidator))
        start = f"{capital(self.one)}, or a list of several" if alone else f"A list, with {self.one} on each line"
        return f"{start}. Start each line of the list with a hyphen."

    @property
    def one(self) -> str:
        """One value, inside a sentence."""
        if self.vocabulary:
            return "one of the words below"
        if self.refers:
            return f"the id of {a(self.refers.noun)}"
        return next((words for check, words in KNOWN.items() if check in self.checks), self.text)

    @property
    def text(self) -> str:
        if self.is_prose:
            return "text in paragraphs; lists, tables, bold and links are possible"
        if one_line not in self.checks:
            return "a few letters or digits"
        return "one or a few sentences, in one paragraph" if self.longest > SHORT else "a few words, on one line"

    @property
    def longest(self) -> int:
        """How many characters it may have, or 0 where nothing says so."""
        return min((mark.max_length for mark in self.marks if isinstance(mark, MaxLen)), default=0)

    @property
    def limits(self) -> Iterator[str]:
        """What else it keeps to, a sentence each."""
        yield from (check.rule for check in self.checks if isinstance(check, Matching))
        if self.longest:
            yield f"{'Each at' if self.many else 'At'} most {self.longest:,} characters."
        fewest = max((mark.min_length for mark in self.list_marks if isinstance(mark, MinLen)), default=0)
        if fewest:
            yield "At least one." if fewest == 1 else f"At least {fewest}."
        if any(isinstance(mark, AfterValidator) and mark.func is each_once for mark in self.list_marks):
            yield "Nothing twice."


KNOWN = {
    a_date: "a date: year, month and day, as in 2026-11-01",
    yes_or_no: "yes or no",
    web_address: "a whole web address, starting with https://",
    an_id: "an id (small letters, digits and hyphens, as in carr-manor)",
}
"""What kinds of text with a meaning of their own are called."""


SHORT = 200
"""Characters up to which a text is a few words."""


def a(noun: str) -> str:
    """A noun with its article."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def capital(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}"


def taken_by(info: FieldInfo) -> Taken:
    """What a field of a record takes."""
    return within(info.annotation, tuple(info.metadata))


def within(annotation: Any, marks: tuple[Any, ...] = ()) -> Taken:
    """What an annotation takes, with the marks that stand around it."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        return within(inner, (*flat(more), *marks))
    if origin in (Union, UnionType):
        return within(next(each for each in get_args(annotation) if each is not type(None)), marks)
    if origin is tuple:
        return replace(within(get_args(annotation)[0]), many=True, list_marks=marks)
    return Taken(annotation, marks=marks)


def flat(marks: list[Any]) -> Iterator[Any]:
    """The marks of an annotation, those that are wrapped in a field among them."""
    for mark in marks:
        yield from mark.metadata if isinstance(mark, FieldInfo) else (mark,)
