"""From a record to a form and back: the same record, whatever kind of file it went through."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from tests.documents.trees import word_tree
from tests.support.forms import REAL, Data, about, as_lists, real, records, there_and_back, with_canonical_prose

from tenfold.forms import as_record_text, read_form
from tenfold.forms.templates import TEMPLATES, form
from tenfold.model import CaseStudy

pytestmark = pytest.mark.usefixtures("archives")

KINDS = [template.kind for template in TEMPLATES]
SLOW = settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],  # a failing record is shown whole: to shrink it takes minutes
)


def as_sent(data: Data, kind: str) -> Data:
    """Answers as a kind of file can say them: Word has prose as it looks, the others as it is written."""
    return with_canonical_prose(data) if kind == "docx" else data


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("file", REAL, ids=lambda file: file.stem)
def test_a_real_case_study_comes_back_as_it_was(file: Path, kind: str) -> None:
    given = real(file.stem)
    found = there_and_back(given, kind)
    assert found.unplaced == ()
    assert found.notes == ()
    assert as_sent(found.data, kind) == as_sent(given, kind)
    assert CaseStudy.model_validate(as_sent(found.data, kind)) == CaseStudy.model_validate(as_sent(given, kind))


@pytest.mark.parametrize("kind", KINDS)
@SLOW
@given(data=records())
def test_any_answers_come_back_as_they_were(kind: str, data: Data) -> None:
    found = there_and_back(data, kind)
    assert found.unplaced == ()
    assert differing(as_sent(found.data, kind), as_sent(data, kind)) == {}


def differing(one: Data, other: Data) -> Data:
    """The fields in which two records differ, with both values: a whole record is too much to read."""
    return {name: (one.get(name), other.get(name)) for name in {**one, **other} if one.get(name) != other.get(name)}


def test_links_and_bold_words_in_a_table_of_a_practice_come_back_from_word() -> None:
    table = "| [When](case:oak) | **What** |\n| --- | --- |\n| *daily* | [x](https://example.org/x) |"
    given = {"practices": [{"title": "Greeting", "body": f"So:\n\n{table}"}]}
    assert there_and_back(given, "docx").data == given


@pytest.mark.parametrize("file", REAL[::4], ids=lambda file: file.stem)
def test_a_word_form_that_was_read_gives_the_same_word_form_again(file: Path) -> None:
    first = form("docx", real(file.stem), about())
    again = form("docx", read_form(first).data, about())
    assert word_tree(again) == word_tree(first)


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_form_says_nothing(kind: str) -> None:
    found = there_and_back({}, kind)
    assert (found.data, found.unplaced, found.notes) == ({}, (), ())


@pytest.mark.parametrize("file", REAL, ids=lambda file: file.stem)
def test_the_record_file_that_a_form_becomes_is_a_form_itself(file: Path) -> None:
    given = real(file.stem)
    assert as_lists(read_form(as_record_text(given).encode()).data) == given
