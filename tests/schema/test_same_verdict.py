"""The schema and the check judge alike: whatever the check accepts, an editor accepts; what it refuses, so does an
editor, as far as a schema can say it.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from tests.support.builders import BASE, PROJECT
from tests.support.schemas import UNSAYABLE, as_typed, validator
from tests.support.steady import STEADY

from tenfold.loading.gaps import without_gaps
from tenfold.schema import Shape, shape_of

POOL: list[Any] = [
    *("", " ", "x", "yes", "No", "TRUE", "maybe", "true", "2", "2.5", "0", "-1", "007", "1e3", "94.8", "012345"),
    *("123456", "1234567", "2022", "1899", "2100", "10", "11", "99", "100", "999", "1000", "E12345678", "E1234567"),
    *("2026-11-01", "2026-02-29", "2028-02-29", "1900-02-29", "2000-02-29", "2026-13-01", "0000-01-01", "2026-1-1"),
    *(
        "con",
        "aux-1",
        "carr-manor",
        "a--b",
        "ab",
        "a" * 60,
        "a" * 61,
        "Carr-Manor",
        " carr-manor ",
        "-ab",
        "rsa-toolkit",
    ),
    *(
        "https://example.org/page",
        "http://example.org",
        "example.org",
        "https://example.org/a b",
        "javascript:alert(1)",
    ),
    *("https://example.org/" + "a" * 480, "https://example.org/" + "a" * 481, "https://example.org/£?é=漢#x"),
    *("a" * 40, "a" * 41, "a" * 200, "a" * 201, "a " * 150, "a " * 151, "a  \n  b\n", "a" * 600, "a" * 601, "é" * 200),
    *("\n", "\U0001f388" * 40, "\U0001f388" * 41, " a\n\n b ", "a" * 20_000, "a" * 20_001),
    *("published", "withdrawn", "school", "trust", "primary", "london", "semh", "percent", "pupils", "CC0-1.0", "low"),
    *(None, [], {}, [None], ["x"], ["primary", "primary"], ["primary", "special"], ["london"], [[]], {"x": "y"}),
    *(["carr-manor", "dunraven"], ["carr-manor", "carr-manor"], {"on": "2026-01-01", "reason": "x"}, {"accepted": []}),
]
"""What might stand in a field: right here, wrong there."""


FILES = [(root, path) for root in (BASE, PROJECT / "content") for path in sorted(root.rglob("*.yml"))]
"""Every file with records of the tests and of the real content, each with the folder that it belongs to."""


@cache
def records() -> list[tuple[Shape, Any]]:
    """Every record, as text throughout."""
    return [record_in(*each) for each in FILES]


def record_in(root: Path, path: Path) -> tuple[Shape, Any]:
    shape = shape_of(PurePosixPath(path.relative_to(root).as_posix()))
    assert shape is not None
    return shape, yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)


def short(data: Any) -> Any:
    """A collection with its first entries alone: one is like the other."""
    return dict(list(data.items())[:3])


def places(data: Any, around: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The paths of everything in a record."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else []
    return [place for key, value in inner for place in [(*around, key), *places(value, (*around, key))]]


@dataclass
class Changed:
    """A file in which something was changed: what it was, what it holds now, and what was done to it."""

    shape: Shape
    data: Any = field(repr=False)
    changes: list[Any]


@st.composite
def changed(draw: st.DrawFn) -> Changed:
    """A good file in which up to three things were replaced, left out or added."""
    shape, good = draw(st.sampled_from(records()))
    data = copy.deepcopy(short(good) if shape.collection else good)
    changes: list[Any] = []
    for _ in range(draw(st.integers(1, 3))):
        if not (known := places(data)):
            break
        *around, last = draw(st.sampled_from(known))
        place = data
        for key in around:
            place = place[key]
        new = copy.deepcopy(draw(st.sampled_from(POOL)))
        how = draw(st.sampled_from(["replace", "replace", "replace", "leave out", "add"]))
        changes.append((how, [*around, last], new))
        if how == "leave out":
            del place[last]
        elif how == "add" and isinstance(place, dict):
            place[draw(st.sampled_from([*shape.model.model_fields, "nonsense"]))] = new
        else:
            place[last] = new
    return Changed(shape, data, changes)


def refusals(shape: Shape, data: Any) -> set[str]:
    """The rules by which the check refuses a record; for a collection, those of any of its records."""
    if not shape.collection:
        return broken_by(shape, data)
    return {rule for each in data.values() for rule in broken_by(shape, each)}


def broken_by(shape: Shape, data: Any) -> set[str]:
    try:
        shape.model.model_validate(without_gaps(data, shape.model))
    except ValidationError as error:
        found = error.errors(include_url=False)
        between = {rule for details in found if details["type"] == "rules" for _, rule, _ in details["ctx"]["broken"]}
        return between | {details["type"] for details in found} - {"rules"}
    return set()


def complaints(shape: Shape, data: Any) -> list[str]:
    """What the schema says, but for unknown fields with nothing behind them, which the check passes over."""
    return [error.message for error in validator(shape.name).iter_errors(data) if not is_about_nothing(error)]


def is_about_nothing(error: Any) -> bool:
    known = error.schema.get("properties", {})
    return error.validator == "additionalProperties" and all(
        value is None for name, value in error.instance.items() if name not in known
    )


@pytest.mark.parametrize("root, path", [pytest.param(*each, id=each[1].name) for each in FILES])
def test_every_record_there_is_passes(root: Path, path: Path) -> None:
    shape, data = record_in(root, path)
    assert list(validator(shape.name).iter_errors(data)) == []
    assert list(validator(shape.name).iter_errors(as_typed(data))) == []


@STEADY
@given(changed())
def test_what_the_check_accepts_the_schema_accepts_with_quotes_and_without(found: Changed) -> None:
    shape, data = found.shape, found.data
    if not refusals(shape, data):
        assert complaints(shape, data) == []
        assert complaints(shape, as_typed(data)) == []


@STEADY
@given(changed())
def test_what_the_check_refuses_the_schema_refuses_as_far_as_it_can(found: Changed) -> None:
    shape, data = found.shape, found.data
    if validator(shape.name).is_valid(data):
        assert refusals(shape, data) <= set(UNSAYABLE)
