"""The language rules on labelled sentences: none cries wolf, and none sleeps."""

from functools import cache

import pytest
from benchmarks.precision_of_language import BUDGET, RULES, Row, labelled, real_content, rows, said_of

from tenfold.model import CaseStudy
from tenfold.teaching import advise

RECALL = 0.9
each_rule = pytest.mark.parametrize("rule", RULES)


@cache
def by_rule() -> dict[str, Row]:
    return {row.rule: row for row in rows()}


def test_there_is_a_row_for_each_rule() -> None:
    assert list(by_rule()) == list(RULES)


@each_rule
def test_a_rule_is_right_when_it_speaks(rule: str) -> None:
    assert by_rule()[rule].precision >= BUDGET


@each_rule
def test_a_rule_speaks_when_it_should(rule: str) -> None:
    assert by_rule()[rule].recall >= RECALL


def test_there_are_enough_sentences_and_half_of_them_are_fine() -> None:
    sentences = list(labelled())
    fine = [each for each in sentences if not each.rules]

    assert len(sentences) >= 300
    assert len(fine) >= len(sentences) / 3
    assert len({each.text for each in sentences}) == len(sentences)


def test_labels_are_names_of_rules() -> None:
    assert {rule for each in labelled() for rule in each.rules} == set(RULES)


@pytest.mark.parametrize("level", ["3", "4", "5"])
def test_with_a_comparison_group_no_cause_is_too_much(level: str) -> None:
    causes = [each for each in labelled() if "claim_of_cause" in each.rules]
    assert not [each.text for each in causes if "claim_of_cause" in said_of(type(each)(each.rules, level, each.text))]


def test_our_own_case_studies_are_written_as_we_ask_others_to() -> None:
    library = real_content().library
    studies = [entry for entry in library.entries.values() if isinstance(entry.record, CaseStudy)]
    assert [str(problem) for each in advise(studies, library.terms.values()) for problem in each.problems] == []
