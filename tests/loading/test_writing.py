"""Records written down are read again as they were."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.support.builders import a_case_study
from tests.support.theories import a_theory

from tenfold.loading.writing import as_yaml
from tenfold.model import CaseStudy, Record, TheoryOfChange


def read_again(record: Record) -> Record:
    return type(record).model_validate(yaml.load(as_yaml(record), Loader=yaml.BaseLoader))


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(a_theory(), id="a theory of change"),
        pytest.param(a_case_study(), id="a case study"),
        pytest.param(a_case_study(title="no: # 'x' \"y\" & *z"), id="signs that YAML knows"),
        pytest.param(a_case_study(title="1:30"), id="what YAML takes for a time"),
    ],
)
def test_a_record_is_the_same_when_it_is_read_again(record: CaseStudy | TheoryOfChange) -> None:
    assert read_again(record) == record


@given(st.text(st.characters(exclude_categories=("C", "Z"), max_codepoint=0x2FFF), min_size=1, max_size=60))
def test_any_text_is_the_same_when_it_is_read_again(text: str) -> None:
    record = a_case_study(title=f"x {text} y")
    assert read_again(record) == record
