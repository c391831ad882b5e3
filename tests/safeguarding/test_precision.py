"""How often the rules are right, on the labelled sentences and on the project's own content."""

from __future__ import annotations

import pytest
from benchmarks.precision import PREFIX, Row, count, found_in, real_findings, sentences

from tenfold.safeguarding import rules

NAMES = [rule.name.removeprefix(PREFIX) for rule in rules()]


@pytest.fixture(scope="module")
def table() -> dict[str, Row]:
    rows = {name: Row(name) for name in NAMES}
    for wanted, text in sentences():
        count(rows, wanted, found_in(text), text)
    return rows


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_is_right_nineteen_times_in_twenty(name: str, table: dict[str, Row]) -> None:
    assert table[name].precision >= 0.95, table[name].misses


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_finds_nine_in_ten(name: str, table: dict[str, Row]) -> None:
    assert table[name].right >= 4
    assert table[name].recall >= 0.9, table[name].misses


def test_there_are_enough_sentences_of_both_sorts() -> None:
    wanted = [names for names, _ in sentences()]
    assert len(wanted) >= 250
    assert sum(not names for names in wanted) >= 100
    assert {name for names in wanted for name in names} == set(NAMES)


def test_our_own_content_has_no_finding() -> None:
    assert list(real_findings()) == []
