"""What all records share: frozen, no unknown fields, and kinds of text with a meaning of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
    ANNOTATION = "annotation"
    PAGE = "page"
    NOTE = "note"

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
    Kind.ANNOTATION: "annotation",
    Kind.PAGE: "page",
    Kind.NOTE: "local note",
}


@dataclass(frozen=True)
class Refers:
    """Marks a field that holds the id of a record of this kind."""

    kind: Kind


@dataclass(frozen=True)
class Pointer:
    """Marks a field that names a record of one of these kinds by its kind and id, as links do: `case:carr-manor`."""

    kinds: tuple[Kind, ...]

    def read(self, text: str) -> tuple[Kind, str] | None:
        """The kind and the id that a text names, or None when it names none."""
        kind, _, id = text.partition(":")
        return (Kind(kind), id) if id and kind in self.kinds else None


@dataclass(frozen=True)
class Markdown:
    """Marks a field of prose: paragraphs, lists, tables and links by id, no HTML."""


class Record(BaseModel):
    """A record or a part of one. Nothing changes it after it is loaded, and it holds no field we do not know.

    What a field means is its docstring (`docstrings.meaning_of`). A class is made ready to validate when it is first
    asked to, because a check of one file needs few of them.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", defer_build=True, str_strip_whitespace=True, hide_input_in_errors=True
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
        raise problem_with("date", f"this is not a date. {date_hint(text)}")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise problem_with("date", "there is no such day. Check the month and the day.") from None


def date_hint(text: str) -> str:
    """How to write the day that somebody wrote in another way: 10/1/2026, 10th January 2026."""
    meant = day_meant(text)
    if meant is None:
        return "Write year, month and day with hyphens, such as 2026-11-01."
    return f"Write year, month and day with hyphens: {meant.isoformat()}, if you mean {day_in_words(meant)}."


MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day_in_words(day: date) -> str:
    """A day as people write it: 1 November 2026. In English, whatever the language of the machine."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_meant(text: str) -> date | None:
    """The day that a text most likely means, read as in Britain: the day before the month."""
    parts = re.findall(r"[0-9]+|[A-Za-z]{3,}", re.sub(r"(?<=[0-9])(?:st|nd|rd|th)\b", "", text))
    months = [name[:3].lower() for name in MONTHS]
    numbers = [months.index(part[:3].lower()) + 1 if part[:3].lower() in months else part for part in parts]
    if len(numbers) != 3 or any(isinstance(part, str) and not re.fullmatch(r"[0-9]{1,4}", part) for part in numbers):
        return None
    day, month, year = (int(part) for part in (reversed(numbers) if len(str(numbers[0])) == 4 else numbers))
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def yes_or_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    answer = {"yes": True, "true": True, "no": False, "false": False}.get(str(value).lower())
    if answer is None:
        raise problem_with("yes_or_no", "this is neither yes nor no. Write yes or no.")
    return answer


def web_address(text: str) -> str:
    if not WEB_ADDRESS.fullmatch(text):
        whole = f"https://{text.removeprefix('//')}"
        meant = WEB_ADDRESS.fullmatch(whole) and "@" not in text
        example = f"Write {whole}, if that is the address." if meant else "Write it as in https://example.org/page."
        raise problem_with("web_address", f"this is not a whole web address. {example}")
    return text


def straight(text: str) -> str:
    """A short text that does not stand between the curly quotation marks of a word processor."""
    if CURLY.fullmatch(text):
        message = "curly quotation marks stand around this, and would show on the page. Delete them: no quotation marks"
        raise problem_with("curly_quotes", f"{message} are needed here, or straight ones.")
    return text


CURLY = re.compile("[“”„\u2018\u2019][^“”„\u2018\u2019]*[“”\u2019]")


@dataclass(frozen=True)
class Matching:
    """A check that text matches a pattern as a whole, and says the message when it does not.

    The message starts with what is right, so that others can say it before anything is wrong.
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

    @property
    def rule(self) -> str:
        """What is right, as a sentence: "A school's URN has six digits."."""
        first = self.message.partition(". ")[0]
        return f"{first[0].upper()}{first[1:]}."


def matching(pattern: str, message: str, *, numbers: tuple[int, int] | None = None) -> Matching:
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
Words = Annotated[str, AfterValidator(one_line), AfterValidator(straight), Field(min_length=1, max_length=200)]
Sentence = Annotated[str, AfterValidator(one_line), Field(min_length=1, max_length=600)]
Prose = Annotated[str, Field(min_length=1, max_length=PROSE_LIMIT), Markdown()]
Day = Annotated[date, BeforeValidator(a_date)]
YesNo = Annotated[bool, BeforeValidator(yes_or_no)]
WebAddress = Annotated[str, Field(max_length=500), AfterValidator(web_address)]

Aliases = Annotated[tuple[Id, ...], Once]
"""Ids that a record used to have; their addresses lead to it."""

CaseId = Annotated[Id, Refers(Kind.CASE)]
FeatureId = Annotated[Id, Refers(Kind.FEATURE)]
SourceId = Annotated[Id, Refers(Kind.SOURCE)]
TermId = Annotated[Id, Refers(Kind.TERM)]
TheoryId = Annotated[Id, Refers(Kind.THEORY)]
ResourceId = Annotated[Id, Refers(Kind.RESOURCE)]
