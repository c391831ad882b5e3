"""Kinds of text with a meaning of their own: what each takes, to the letter, and what it does not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from tenfold.model.base import Day, Id, Sentence, WebAddress, Words, YesNo, day_in_words, day_meant
from tenfold.model.case_study import Gss, Phases, Urn
from tenfold.model.reference import Year
from tenfold.model.vocabulary import Phase


def taken(kind: Any, text: object) -> Any:
    return TypeAdapter(kind).validate_python(text)


@pytest.mark.parametrize(
    ("kind", "written", "read"),
    [
        pytest.param(Id, "oak", "oak", id="id of three letters"),
        pytest.param(Id, "a1-b2-c3", "a1-b2-c3", id="id with hyphens and digits"),
        pytest.param(Id, "a" * 60, "a" * 60, id="id of sixty letters"),
        pytest.param(Id, "console", "console", id="id that starts like a reserved one"),
        pytest.param(Words, "two\n  lines", "two lines", id="words on two lines"),
        pytest.param(Sentence, "x" * 600, "x" * 600, id="sentence of 600 characters"),
        pytest.param(Day, "2024-02-29", date(2024, 2, 29), id="leap day"),
        pytest.param(YesNo, "Yes", True, id="yes"),
        pytest.param(YesNo, "no", False, id="no"),
        pytest.param(YesNo, "false", False, id="false"),
        pytest.param(WebAddress, "https://example.org", "https://example.org", id="address of a site"),
        pytest.param(WebAddress, "http://a-b.example.org:80/c?d=e#f", "http://a-b.example.org:80/c?d=e#f", id="page"),
        pytest.param(Urn, "012345", "012345", id="URN that starts with 0"),
        pytest.param(Gss, "E08000003", "E08000003", id="GSS code"),
        pytest.param(Year, "1999", "1999", id="year of the last century"),
        pytest.param(Phases, "primary", (Phase.PRIMARY,), id="one word for a list"),
    ],
)
def test_takes(kind: Any, written: str, read: object) -> None:
    assert taken(kind, written) == read


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        pytest.param(Id, "ab", id="id of two letters"),
        pytest.param(Id, "a" * 61, id="id of 61 letters"),
        pytest.param(Id, "-oak", id="id that starts with a hyphen"),
        pytest.param(Id, "oak-", id="id that ends with a hyphen"),
        pytest.param(Id, "oak--elm", id="id with two hyphens"),
        pytest.param(Id, "oak_elm", id="id with an underscore"),
        pytest.param(Id, "oak\n", id="id with a line break"),
        pytest.param(Id, "öak", id="id with an umlaut"),
        pytest.param(Id, "com1", id="id that Windows keeps"),
        pytest.param(Words, " \n ", id="words of spaces"),
        pytest.param(Words, "x" * 201, id="words of 201 characters"),
        pytest.param(Sentence, "x" * 601, id="sentence of 601 characters"),
        pytest.param(Day, "2023-02-29", id="leap day of another year"),
        pytest.param(Day, "2024-2-9", id="date without zeros"),
        pytest.param(Day, "20240209", id="date without hyphens"),
        pytest.param(Day, "٢٠٢٤-٠٢-٠٩", id="date in Arabic digits"),
        pytest.param(YesNo, "y", id="y"),
        pytest.param(YesNo, "", id="no answer"),
        pytest.param(WebAddress, "//example.org", id="address without a scheme"),
        pytest.param(WebAddress, "ftp://example.org", id="address of files"),
        pytest.param(WebAddress, "https://localhost/x", id="address of this machine"),
        pytest.param(WebAddress, "https://user@example.org", id="address with a user"),
        pytest.param(WebAddress, 'https://example.org/"onload', id="address with a quotation mark"),
        pytest.param(WebAddress, "https://example.org\\x", id="address with a backslash"),
        pytest.param(WebAddress, "https://example.org/a b", id="address with a space"),
        pytest.param(Urn, "1234567", id="URN of seven digits"),
        pytest.param(Urn, "١٢٣٤٥٦", id="URN in Arabic digits"),
        pytest.param(Gss, "W06000015", id="GSS code of Wales"),
        pytest.param(Year, "1899", id="year too long ago"),
    ],
)
def test_refuses(kind: Any, written: str) -> None:
    with pytest.raises(ValidationError):
        taken(kind, written)


def test_a_day_in_words_is_written_as_in_britain_and_means_that_day() -> None:
    days = [date(2026, month, 1) for month in range(1, 13)]
    assert day_in_words(days[10]) == "1 November 2026"
    assert [day_meant(day_in_words(day)) for day in days] == days
