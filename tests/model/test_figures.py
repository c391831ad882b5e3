"""Figures and pages as people write them, and as records hold them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.steady import STEADY

from tenfold.model.figures import page_meant, unit_faults
from tenfold.model.vocabulary import Unit
from tenfold.render.figures import shown


@pytest.mark.parametrize(
    "written, held",
    [
        pytest.param("36", "36", id="the number"),
        *(
            pytest.param(text, "36", id=text)
            for text in ("p. 36", "p.36", "p 36", "p36", "P. 36", "pg. 36", "page 36", "Page 36", "36.")
        ),
        *(
            pytest.param(text, "36 to 38", id=text)
            for text in (
                "pp. 36-38",
                "pp. 36\u201338",
                "pp 36-38",
                "pages 36\u201338",
                "pages 36 to 38",
                "36-38",
                "36 \u2013 38",
            )
        ),
        pytest.param("pages 36 and 38", "36 and 38", id="two"),
        pytest.param("p. 36, p. 38", "36, 38", id="two, each with the word"),
        pytest.param("p. iv", "iv", id="Roman"),
        pytest.param("p. A3", "A3", id="of an annex"),
        pytest.param("2-8", "2 to 8", id="a later page"),
        pytest.param("36-8", "36-8", id="no later page"),
        pytest.param("1-2-3", "1-2-3", id="no two numbers"),
        *(pytest.param(text, text, id=text) for text in ("slide 4", "Table 2", "PDF page 36", "photo 3", "page", "p.")),
    ],
)
def test_a_page_is_taken_as_meant(written: str, held: str) -> None:
    assert page_meant(written) == held


@STEADY
@given(
    st.lists(
        st.sampled_from(["p", "pp", "page", "s", ".", " ", "3", "36", "38", "-", "\u2013", ",", "iv", "and"]),
        max_size=8,
    )
)
def test_a_page_that_was_taken_as_meant_stays(pieces: list[str]) -> None:
    held = page_meant("".join(pieces).strip())
    assert page_meant(held) == held or held.startswith(("p", "P"))
    assert held or not "".join(pieces).strip()


def faults(value: str, unit: Unit) -> list[str]:
    return [fault.message for fault in unit_faults("value", value, unit)]


WHICHEVER = (
    "the figure is in {} and the unit says {}. Write the number alone, {}, and unit: {} or unit: {}, whichever it is."
)


@pytest.mark.parametrize(
    "value, says, unit, number",
    [
        pytest.param("£24", Unit.POUNDS, Unit.PERCENT, "24", id="pounds as a share"),
        pytest.param("about £24", Unit.POUNDS, Unit.PERCENT, "about 24", id="with a word"),
        pytest.param("£350 to £900", Unit.POUNDS, Unit.PUPILS, "350 to 900", id="from and to"),
        pytest.param("24 pounds", Unit.POUNDS, Unit.STAFF, "24", id="in words"),
        pytest.param("24%", Unit.PERCENT, Unit.PUPILS, "24", id="a share as a number of pupils"),
        pytest.param("24% of pupils", Unit.PERCENT, Unit.PUPILS, "24", id="a share of pupils"),
        pytest.param("24 per cent", Unit.PERCENT, Unit.POUNDS, "24", id="a share as money"),
        pytest.param("24%", Unit.PERCENT, Unit.POINTS, "24", id="a share as a difference"),
        pytest.param("24 percentage points", Unit.POINTS, Unit.PERCENT, "24", id="a difference as a share"),
        pytest.param("24 pupils", Unit.PUPILS, Unit.PERCENT, "24", id="pupils as a share"),
        pytest.param("over 90 schools", Unit.SCHOOLS, Unit.PERCENT, "over 90", id="schools as a share"),
        pytest.param("2 Years", Unit.YEARS, Unit.MONTHS, "2", id="years as months"),
    ],
)
def test_a_figure_that_says_another_unit(value: str, says: Unit, unit: Unit, number: str) -> None:
    assert faults(value, unit) == [WHICHEVER.format(says.label, unit, number, says, unit)]
    for other in (says, unit):
        assert faults(number, other) == []


@pytest.mark.parametrize(
    "value, unit, number",
    [
        pytest.param("24%", Unit.PERCENT, "24", id="a sign"),
        pytest.param("24 per cent", Unit.PERCENT, "24", id="words"),
        pytest.param("about 24%", Unit.PERCENT, "about 24", id="with a word"),
        pytest.param("94\u201396%", Unit.PERCENT, "94\u201396", id="from and to"),
        pytest.param("£24", Unit.POUNDS, "24", id="pounds"),
        pytest.param("£1.2 million", Unit.POUNDS, "1.2 million", id="millions"),
        pytest.param("£350 to 900", Unit.POUNDS, "350 to 900", id="one pound sign for two"),
        pytest.param("£24 per pupil", Unit.POUNDS, "24 per pupil", id="for each"),
        pytest.param("24 pupils", Unit.PUPILS, "24", id="pupils"),
        pytest.param("half of pupils", Unit.PUPILS, "half", id="a part in words"),
        pytest.param("24 percentage points", Unit.POINTS, "24", id="a difference"),
    ],
)
def test_a_figure_that_says_its_unit_twice(value: str, unit: Unit, number: str) -> None:
    assert faults(value, unit) == [f"the unit says {unit} already. Write the number alone: {number}."]
    assert faults(number, unit) == []
    if unit in (Unit.PERCENT, Unit.POUNDS):
        assert ("%" if unit is Unit.PERCENT else "£") in shown(number, unit)


@pytest.mark.parametrize("value, unit", [("£", Unit.POUNDS), ("%", Unit.PERCENT), ("pupils", Unit.PUPILS)])
def test_a_unit_without_a_number(value: str, unit: Unit) -> None:
    assert faults(value, unit) == ["there is no number here. Write the number alone, such as 24."]


@pytest.mark.parametrize(
    "value, unit",
    [
        pytest.param("24", Unit.PERCENT, id="the number"),
        pytest.param("about 24", Unit.PERCENT, id="with a word"),
        pytest.param("94 to 96", Unit.PERCENT, id="from and to"),
        pytest.param("lowest locally", Unit.PERCENT, id="words"),
        pytest.param("about £75,000", Unit.POUNDS, id="a sign among words"),
        pytest.param("£350 to £900", Unit.POUNDS, id="two signs"),
        pytest.param("£24 for a half day", Unit.POUNDS, id="where the site could not put the sign back"),
        pytest.param("24%", Unit.OTHER, id="the label says what is counted"),
        pytest.param("£24", Unit.OTHER, id="and may say pounds"),
        pytest.param("9 hours", Unit.OTHER, id="or hours"),
        pytest.param("half of schools", Unit.PERCENT, id="another unit without a number"),
        pytest.param("9 of 18", Unit.SCHOOLS, id="a part"),
        pytest.param("24 children", Unit.PUPILS, id="another word for it"),
    ],
)
def test_a_figure_that_may_stand(value: str, unit: Unit) -> None:
    assert faults(value, unit) == []
