"""Whether a theory of change holds together: each rule on a theory that breaks it, and on one that does not."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.theories import a_theory

from tenfold.library.logic import Logic, gaps
from tenfold.model import TheoryOfChange
from tenfold.model.theory import PARTS
from tenfold.problems import Level

LETTERS = dict(zip("afmog", PARTS, strict=True))
"""The letter that the ids of a part begin with: activities, factors, mechanisms, outcomes, goals."""
WHOLE = "a-1>f-1 a-1>m-1 f-1>m-1 m-1>o-1 o-1>g-1"


def linked(
    links: str, *, alone: str = "", status: str = "published", text: str = "Fewer suspensions"
) -> TheoryOfChange:
    """A theory of these links, such as "a-1>m-1 m-1>o-1", and of these items that stand alone."""
    targets: dict[str, list[str]] = {}
    for link in links.split():
        start, end = link.split(">")
        targets.setdefault(start, []).append(end)
        targets.setdefault(end, [])
    for id in alone.split():
        targets.setdefault(id, [])
    parts: dict[str, list[dict[str, Any]]] = {part: [] for part in PARTS}
    for id, to in sorted(targets.items()):
        parts[LETTERS[id[0]]].append({"id": f"{id}-item", "text": text, "leads_to": [f"{each}-item" for each in to]})
    return a_theory(**parts, status=status)


def found(theory: TheoryOfChange) -> list[tuple[str, Level]]:
    return [(gap.rule, gap.level) for gap in gaps(theory)]


def test_a_theory_that_holds_together_has_no_gaps() -> None:
    assert found(linked(WHOLE)) == []


@pytest.mark.parametrize(
    "links, alone, rule, level",
    [
        pytest.param(f"{WHOLE} m-1>m-2 m-2>m-1", "", "circle", Level.ERROR, id="a circle of two"),
        pytest.param(f"{WHOLE} g-1>a-1", "", "circle", Level.ERROR, id="from the aim back to the activity"),
        pytest.param(f"{WHOLE} m-1>m-1", "", "circle", Level.ERROR, id="an item that leads to itself"),
        pytest.param(WHOLE, "a-2", "activity_leads_nowhere", Level.ERROR, id="an activity that leads nowhere"),
        pytest.param(
            f"{WHOLE} a-2>m-2 m-2>o-1", "", "activity_without_factor", Level.ADVICE, id="an activity without a factor"
        ),
        pytest.param(f"{WHOLE} m-2>o-1", "", "mechanism_without_activity", Level.ERROR, id="no activity"),
        pytest.param(f"{WHOLE} o-2>g-1", "", "outcome_without_mechanism", Level.ERROR, id="no mechanism"),
        pytest.param(
            f"{WHOLE} a-1>o-2 o-2>g-1", "", "outcome_without_mechanism", Level.ERROR, id="past the mechanisms"
        ),
        pytest.param(WHOLE, "g-2", "aim_without_outcome", Level.ERROR, id="an aim that nothing serves"),
        pytest.param("a-1>f-1 a-1>m-1 m-1>o-1", "", "part_empty", Level.ERROR, id="no aims"),
    ],
)
def test_a_gap_is_told_once(links: str, alone: str, rule: str, level: Level) -> None:
    assert found(linked(links, alone=alone)) == [(rule, level)]


def test_a_gap_says_which_item_where_it_is_and_what_to_do() -> None:
    (gap,) = gaps(linked(WHOLE, alone="g-2"))
    assert gap.where == ("aims", 1)
    assert gap.message == 'no outcome serves the aim "Fewer suspensions".'
    assert gap.hint == "Which result would bring it nearer? Let that lead to it."


def test_a_long_item_is_named_by_its_first_words() -> None:
    theory = linked(WHOLE, alone="g-2", text="one two three four five six seven eight nine rates")
    (gap,) = gaps(theory)
    assert '"one two three four five six seven eight..."' in gap.message


@pytest.mark.parametrize("links", ["a-1>m-1 m-1>o-1 o-1>g-1", f"{WHOLE} a-2>m-2", f"{WHOLE} o-2>g-1"])
def test_in_a_draft_gaps_are_advice(links: str) -> None:
    levels = {level for _, level in found(linked(links, status="draft"))}
    assert levels == {Level.ADVICE}


def test_in_a_draft_too_a_circle_is_an_error() -> None:
    assert ("circle", Level.ERROR) in found(linked(f"{WHOLE} m-1>m-2 m-2>m-1", status="draft"))


@pytest.mark.parametrize(
    "text, told",
    [
        pytest.param("Pupils are happier", True, id="a hope"),
        pytest.param("Staff value restorative practice", True, id="an attitude"),
        pytest.param("Fewer pupils are sent home", False, id="fewer"),
        pytest.param("Attendance rises to 95 per cent", False, id="a number"),
        pytest.param("The gap in reading closes", False, id="a gap that closes"),
    ],
)
def test_an_outcome_that_cannot_be_measured_as_written_is_told(text: str, told: bool) -> None:
    assert found(linked(WHOLE, text=text)) == ([("outcome_not_measurable", Level.ADVICE)] if told else [])


def test_an_indicator_makes_any_outcome_measurable() -> None:
    theory = linked(WHOLE, text="Pupils are happier")
    measured = theory.outcomes[0].model_copy(update={"indicators": a_theory().outcomes[0].indicators})
    assert found(theory.model_copy(update={"outcomes": (measured,)})) == []


def test_more_than_seven_outcomes_are_too_many_to_be_held_to() -> None:
    more = " ".join(f"m-1>o-{n} o-{n}>g-1" for n in range(2, 9))
    assert found(linked(f"{WHOLE} {more}")) == [("many_outcomes", Level.ADVICE)]
    fewer = " ".join(f"m-1>o-{n} o-{n}>g-1" for n in range(2, 8))
    assert found(linked(f"{WHOLE} {fewer}")) == []


def test_the_whole_invented_theory_holds_together() -> None:
    assert [gap for gap in gaps(a_theory()) if gap.level is Level.ERROR] == []


IDS = [f"{letter}-{number}" for letter in LETTERS for number in (1, 2)]


@given(st.sets(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)), max_size=14))
def test_a_chain_is_what_leads_to_an_item_and_what_it_leads_to(pairs: set[tuple[str, str]]) -> None:
    """Against a closure computed step by step."""
    theory = linked(" ".join(f"{a}>{b}" for a, b in sorted(pairs)), alone=" ".join(IDS))
    reach = {(f"{a}-item", f"{b}-item") for a, b in pairs}
    for _ in IDS:
        reach |= {(a, d) for a, b in reach for c, d in reach if b == c}
    logic = Logic(theory)
    for id in logic.items:
        assert logic.chain(id) == {id} | {b for a, b in reach if a == id} | {a for a, b in reach if b == id}
    told = any(gap.rule == "circle" for gap in gaps(theory))
    assert told == any(a == b for a, b in reach)
