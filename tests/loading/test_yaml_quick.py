"""The quick reader and the careful one agree on every text that the quick one takes."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.support.builders import BASE, PROJECT
from tests.support.strategies import records

from tenfold.loading.gaps import without_gaps
from tenfold.loading.yaml_quick import quick_data
from tenfold.loading.yaml_text import read, read_closely
from tenfold.model import CaseStudy

REAL = sorted([*(PROJECT / "content").rglob("*.yml"), *BASE.rglob("*.yml")])


@given(records())
def test_they_agree_on_data_that_was_dumped(data: object) -> None:
    text = yaml.safe_dump(data, allow_unicode=True)
    quick = quick_data(text)
    assert quick is None or quick.data == read_closely(text).data


@given(st.text("ab: -#\"'>|\n&*!<[]{},?%é", max_size=40))
def test_they_agree_on_whatever_else_somebody_types(text: str) -> None:
    quick, careful = quick_data(text), read_closely(text)
    if quick is not None:
        assert careful.faults == []
        assert quick.data == careful.data


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_they_agree_on_real_records(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    quick = quick_data(text)
    assert quick is not None
    assert quick.data == read_closely(text).data


@given(records())
def test_what_is_said_to_be_complete_has_no_gaps(data: object) -> None:
    quick = quick_data(yaml.safe_dump(data, allow_unicode=True))
    assert quick is None or quick.gaps or without_gaps(quick.data, CaseStudy) == quick.data


@pytest.mark.parametrize("text", ["a:\nb: c", "a: ~", "a:\n  - b:\n    c: d", "- \n- a"])
def test_what_was_left_empty_is_a_gap(text: str) -> None:
    quick = quick_data(text)
    assert quick is not None
    assert quick.gaps


def test_places_are_found_when_they_are_asked_for() -> None:
    document = read(b"setting:\n  name: Oak\n")
    assert document.places is None
    assert document.place(("setting", "name")) == (2, 9)


@pytest.mark.parametrize(
    "text",
    [
        *("a: &x 1", "a: *x", "a: !t x", "a: 1\na: 2", "<<: {a: 1}", "a: 1\n---\nb: 2", "a: x # y", "? [a]\n: b"),
        *('a: "\\u202e"', "a: >-\n  - x\n  - y\n", "[" * 20, "a: [", "", "# only"),
    ],
)
def test_what_needs_a_closer_look_is_left_to_the_other(text: str) -> None:
    assert quick_data(text) is None
