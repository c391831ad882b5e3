"""What all records share: frozen, no unknown fields, and kinds of text with a meaning of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, NamedTuple, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

ID = re.compile(r"[a-z0-9](?:[a-z0-9]|-(?!-)){1,58}[a-z0-9]")
RESERVED = frozenset(
    ["con", "prn", "aux", "nul"] + [f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)]
)
WEB_ADDRESS = re.compile(r'https?://[A-Za-z0-9.-]+\.[a-z]{2,}(?::[0-9]+)?(?:[/?#][^\s<>"\\^`{|}]*)?')
PROSE_LIMIT = 20_000


class Kind(StrEnum):
    """The kinds of thing that others point at. The value is the prefix of a link in prose: `case:carr-manor`."""

    CASE = "case"
    FEATURE = "feature"
    FRAMEWORK = "framework"
    SOURCE = "source"
    TERM = "term"
    THEORY = "theory"
    RESOURCE = "resource"
    EXERCISE = "exercise"
    PAGE = "page"

    @property
    def noun(self) -> str:
        return NOUNS[self]


NOUNS = {
    Kind.CASE: "case study",
    Kind.FEATURE: "key feature",
    Kind.FRAMEWORK: "framework",
    Kind.SOURCE: "source",
    Kind.TERM: "glossary term",
    Kind.THEORY: "theory of change",
    Kind.RESOURCE: "resource",
    Kind.EXERCISE: "exercise",
    Kind.PAGE: "page",
}


@dataclass(frozen=True)
class Refers:
    """Marks a field that holds the id of a record of this kind."""

    kind: Kind


@dataclass(frozen=True)
class Markdown:
    """Marks a field of prose: paragraphs, lists, tables and links by id, no HTML."""


class Record(BaseModel):
    """A record or a part of one. Nothing changes it after it is loaded, and it holds no field we do not know."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True, str_strip_whitespace=True, hide_input_in_errors=True
    )


def problem_with(kind: str, message: str, *, within: tuple[str | int, ...] = ()) -> PydanticCustomError:
    """A refusal in words for people; the loader shows them as they stand.

    Args:
        kind: a short name for the rule, such as `date`.
        message: what is wrong and what to do, two sentences.
        within: which part of the value is meant, such as the position in a list.
    """
    return PydanticCustomError(kind, message, {"within": within})


class Broken(NamedTuple):
    """A rule between the fields of a record that is not kept: at which field to show it, its name, what to say."""

    field: str | tuple[str | int, ...]
    rule: str
    message: str


class Ruled(Record):
    """A record with rules between its fields. All that are broken are reported together."""

    def broken_rules(self) -> Iterator[Broken]:
        """The rules that the record breaks."""
        yield from ()

    @model_validator(mode="after")
    def keep_rules(self) -> Self:
        broken = tuple(self.broken_rules())
        if broken:
            raise PydanticCustomError("rules", "rules between fields are broken", {"broken": broken})
        return self


def one_line(text: str) -> str:
    return " ".join(text.split())


def an_id(text: str) -> str:
    if text in RESERVED:
        raise problem_with("id", "Windows keeps this name for itself. Choose another.")
    if not ID.fullmatch(text):
        message = "this is not an id. Use 3 to 60 small letters, digits and single hyphens, such as carr-manor."
        raise problem_with("id", message)
    return text


def a_date(value: object) -> date:
    if isinstance(value, date):
        return value
    text = str(value)
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        message = "this is not a date. Write year, month and day with hyphens, such as 2026-11-01."
        raise problem_with("date", message)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise problem_with("date", "there is no such day. Check the month and the day.") from None


def yes_or_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    answer = {"yes": True, "true": True, "no": False, "false": False}.get(str(value).lower())
    if answer is None:
        raise problem_with("yes_or_no", "this is neither yes nor no. Write yes or no.")
    return answer


def web_address(text: str) -> str:
    if not WEB_ADDRESS.fullmatch(text):
        raise problem_with("web_address", "this is not a whole web address. Write it as in https://example.org/page.")
    return text


@dataclass(frozen=True)
class Matching:
    """A check that text matches a pattern as a whole, and says the message when it does not.

    `numbers` are the lowest and the highest number that matches, if any does: an editor takes text without quotes for
    a number, and zeros in front of it for nothing.
    """

    pattern: str
    message: str
    numbers: tuple[int, int] | None = None

    def __call__(self, text: str) -> str:
        if not re.fullmatch(self.pattern, text, re.ASCII):
            raise problem_with("pattern", self.message)
        return text


def matching(pattern: str, message: str, *, numbers: tuple[int, int] | None = None) -> Callable[[str], str]:
    """A check that text matches a pattern as a whole, and says the message when it does not."""
    return Matching(pattern, message, numbers)


def each_once(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """A list in which nothing stands twice."""
    seen: set[Any] = set()
    for position, value in enumerate(values):
        if value in seen:
            message = f'"{value}" stands in this list twice. Delete one of them.'
            raise problem_with("twice", message.replace("{", "").replace("}", ""), within=(position,))
        seen.add(value)
    return values


def listed(value: Any) -> Any:
    """One value where several are possible counts as a list of one."""
    return (value,) if isinstance(value, str) else value


Id = Annotated[str, AfterValidator(an_id)]
Once = AfterValidator(each_once)
"""Marks a list in which nothing may stand twice."""
Words = Annotated[str, AfterValidator(one_line), Field(min_length=1, max_length=200)]
Sentence = Annotated[str, AfterValidator(one_line), Field(min_length=1, max_length=600)]
Prose = Annotated[str, Field(min_length=1, max_length=PROSE_LIMIT), Markdown()]
Day = Annotated[date, BeforeValidator(a_date)]
YesNo = Annotated[bool, BeforeValidator(yes_or_no)]
WebAddress = Annotated[str, Field(max_length=500), AfterValidator(web_address)]

CaseId = Annotated[Id, Refers(Kind.CASE)]
FeatureId = Annotated[Id, Refers(Kind.FEATURE)]
SourceId = Annotated[Id, Refers(Kind.SOURCE)]
TermId = Annotated[Id, Refers(Kind.TERM)]
TheoryId = Annotated[Id, Refers(Kind.THEORY)]
ResourceId = Annotated[Id, Refers(Kind.RESOURCE)]
