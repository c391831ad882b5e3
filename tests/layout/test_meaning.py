"""Layout changes nothing but the layout: not what is said, not one comment; and doing it twice changes nothing more."""

from __future__ import annotations

import re
import unicodedata

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.support.builders import BASE, PROJECT
from tests.support.oddly import odd_texts
from tests.support.steady import STEADY
from tests.support.strategies import Data, hostile_bytes, records

from tenfold.layout import lay_out
from tenfold.loading import yaml_text
from tenfold.model import CaseStudy


def laid_twice(raw: bytes) -> bytes:
    """What becomes of a text that can be read, after it was held that a second time changes nothing."""
    laid = lay_out(raw, CaseStudy, shown_as="oak.yml")
    assert laid.problems == ()
    assert lay_out(laid.raw, CaseStudy, shown_as="oak.yml").raw == laid.raw
    return laid.raw


def said_by(raw: bytes) -> object:
    document = yaml_text.read(raw)
    assert document.faults == []
    return document.data


@STEADY
@given(odd_texts())
def test_what_a_text_says_stays_and_so_does_every_comment(written: tuple[str, list[str]]) -> None:
    text, comments = written
    before = yaml_text.read(text.encode())
    if before.faults:
        assert lay_out(text.encode(), CaseStudy, shown_as="oak.yml").raw == text.encode()
        return
    laid = laid_twice(text.encode())

    assert said_by(laid) == before.data
    for comment in comments:
        assert laid.decode().count(comment) == 1, comment
    assert b"\r" not in laid
    assert laid.endswith(b"\n")


@STEADY
@given(records())
def test_what_a_record_says_stays(data: dict[str, Data]) -> None:
    raw = yaml.dump(data, allow_unicode=True, sort_keys=False).encode()

    assert said_by(laid_twice(raw)) == said_by(raw)


@STEADY
@given(hostile_bytes())
def test_bytes_from_strangers_are_laid_out_or_left_as_they_are(raw: bytes) -> None:
    document = yaml_text.read(raw)
    if document.faults or not isinstance(document.data, dict):
        laid = lay_out(raw, CaseStudy, shown_as="oak.yml")
        assert laid.raw == raw
        assert laid.problems
    else:
        assert said_by(laid_twice(raw)) == document.data


@pytest.mark.parametrize("path", sorted((PROJECT / "content/case_studies").glob("*.yml")), ids=lambda path: path.stem)
def test_a_real_record_written_without_care_says_the_same_when_it_is_laid_out(path: object) -> None:
    """Everything in double quotes on lines of 40, which is as far from the layout as a record can be."""
    data = yaml_text.read((PROJECT / str(path)).read_bytes()).data
    raw = yaml.dump(data, allow_unicode=False, sort_keys=True, default_style='"', width=40).encode()

    assert said_by(laid_twice(raw)) == data


def test_letters_are_composed_as_the_reader_composes_them() -> None:
    oak = (BASE / "case_studies/oak.yml").read_text(encoding="utf-8").replace("Anytown", "Łódźé")
    laid = laid_twice(unicodedata.normalize("NFD", oak).encode())

    assert "place: Łódźé\n" in laid.decode()


SECTIONS = re.split(r"^(?=[a-z])", (BASE / "case_studies/oak.yml").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]


@STEADY
@given(st.permutations(SECTIONS), st.data())
def test_a_comment_stays_above_what_it_stood_above(sections: list[str], data: st.DataObject) -> None:
    """Whatever the order in which somebody wrote the fields."""
    lines = "".join(sections).splitlines()
    chosen = data.draw(st.sets(st.integers(0, len(lines) - 1), max_size=8))
    below: dict[str, str] = {}
    written: list[str] = []
    for number, line in enumerate(lines):
        if number in chosen:
            below[f"# remark {number}."] = line
            written.append(line[: len(line) - len(line.lstrip())] + f"# remark {number}.")
        written.append(line)
    became = laid_twice("\n".join(written).encode()).decode().splitlines()

    for remark, line in below.items():
        place = next(number for number, each in enumerate(became) if each.strip() == remark)
        assert became[place + 1] == line
