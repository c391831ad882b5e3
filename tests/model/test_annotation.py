"""Annotations, and the parts of case studies that they name."""

import pytest
from pydantic import ValidationError
from tests.support.builders import a_case_study, an_annotation

from tenfold.model.annotation import Note
from tenfold.model.walking import value_at


@pytest.mark.parametrize(
    "part, where",
    [
        pytest.param("title", ("title",), id="a field"),
        pytest.param("setting.phase", ("setting", "phase"), id="a field below another"),
        pytest.param("practices[2]", ("practices", 1), id="an entry, counted from 1"),
        pytest.param("practices[12].examples[3]", ("practices", 11, "examples", 2), id="an entry of an entry"),
        pytest.param("in_numbers[1].comparator.label", ("in_numbers", 0, "comparator", "label"), id="deep"),
    ],
)
def test_a_part_is_a_path(part: str, where: tuple[str | int, ...]) -> None:
    assert Note(part=part, title="A part", works="It does.").where == where


@pytest.mark.parametrize("part", ["", "practices[0]", "practices[]", "practices[1", ".title", "title.", "a b", "Title"])
def test_what_is_no_name_of_a_part_is_refused(part: str) -> None:
    with pytest.raises(ValidationError):
        Note(part=part, title="A part", works="It does.")


@pytest.mark.parametrize(
    "where, value",
    [
        pytest.param(("title",), "A fair start for every pupil", id="a field"),
        pytest.param(("in_numbers", 0, "comparator", "value"), "60", id="deep"),
        pytest.param((), None, id="the record itself"),
    ],
)
def test_a_value_is_found_at_its_path(where: tuple[str | int, ...], value: str | None) -> None:
    case = a_case_study()
    assert value_at(case, where) == (case if value is None else value)


@pytest.mark.parametrize(
    "where, lost",
    [
        pytest.param(("titel",), ("titel",), id="no such field"),
        pytest.param(("practices", 4, "title"), ("practices", 4), id="no such entry"),
        pytest.param(("title", "more"), ("title", "more"), id="below a text"),
        pytest.param(("practices", "title"), ("practices", "title"), id="a list has no fields"),
        pytest.param(("evidence", 0), ("evidence", 0), id="a group has no entries"),
        pytest.param(("model_fields",), ("model_fields",), id="what the class has, and no record"),
    ],
)
def test_what_is_not_there_is_named_as_far_as_one_comes(
    where: tuple[str | int, ...], lost: tuple[str | int, ...]
) -> None:
    with pytest.raises(KeyError) as error:
        value_at(a_case_study(), where)
    assert error.value.args[0] == lost


def test_an_annotation_needs_a_note() -> None:
    with pytest.raises(ValidationError):
        an_annotation(notes=[])
