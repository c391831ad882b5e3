"""Docstrings of fields are their descriptions, for messages, forms and schemas alike."""

from __future__ import annotations

import subprocess
import sys

import pytest
from pydantic import BaseModel, ConfigDict

from tenfold.model import CaseStudy
from tenfold.model.base import Record
from tenfold.model.docstrings import docstrings_in, docstrings_of, meaning_of


class Small(Record):
    """A record of two fields."""

    title: str
    """What it is called."""
    other: str = ""
    """Two lines,
    of which the second is indented."""


class Larger(Small):
    """A record that has the fields of another."""

    more: str = ""
    """What it has beside them."""


class AsPydantic(BaseModel):
    """The same fields, read by pydantic."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    title: str
    """What it is called."""
    other: str = ""
    """Two lines,
    of which the second is indented."""


def meanings(model: type[BaseModel]) -> dict[str, str | None]:
    return {name: meaning_of(model, name) for name in model.model_fields}


def test_they_are_what_pydantic_would_have_read() -> None:
    assert meanings(Small) == {name: field.description for name, field in AsPydantic.model_fields.items()}


def test_a_class_keeps_those_of_the_class_that_it_is_made_from() -> None:
    assert meanings(Larger) == {**meanings(Small), "more": "What it has beside them."}
    assert set(docstrings_of(Larger)) == {"more"}


def test_a_field_without_one_has_no_meaning() -> None:
    assert meaning_of(Small, "nothing") == ""


@pytest.mark.usefixtures("programs")
def test_a_class_is_made_ready_when_it_is_first_used() -> None:
    code = "from tenfold.model import CaseStudy; print(CaseStudy.__pydantic_complete__)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert ran.stdout == "False\n"
    assert CaseStudy.model_json_schema()
    assert CaseStudy.__pydantic_complete__


def test_where_there_is_no_source_there_are_none() -> None:
    assert docstrings_in("no_such_module") == {}
    assert docstrings_in("sys") == {}
