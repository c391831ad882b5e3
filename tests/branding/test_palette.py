"""Palettes from any two colours: every pair passes, or the colours are refused with some that pass."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tenfold.branding import Palette, Refused, palette
from tenfold.branding.colours import apart, contrast, lch, mixed, tone
from tenfold.branding.palette import TELLING_APART

COLOURS = st.builds("#{:06x}".format, st.integers(0, 0xFFFFFF))
DARK = st.builds("#{:02x}{:02x}{:02x}".format, *[st.integers(0, 130)] * 3)


def hue_apart(one: str, other: str) -> float:
    turn = abs(lch(one)[2] - lch(other)[2])
    return min(turn, 360 - turn)


def wears(made: Palette) -> None:
    failing = [(each.pair.colour, each.pair.ground, each.scheme) for each in made.measured if not each.passes]
    assert failing == []
    assert made.too_alike == []
    assert len(made.measured) >= 60


@settings(max_examples=15)
@given(colour=COLOURS, accent=COLOURS)
def test_two_colours_pass_everywhere_or_are_refused_with_two_that_do(colour: str, accent: str) -> None:
    try:
        wears(palette(colour, accent))
    except Refused as refused:
        better = {each.field: each.nearest for each in refused.refusals}
        assert set(better) <= {"colour", "accent"}
        wears(palette(better.get("colour", colour), better.get("accent", accent)))


@settings(max_examples=20)
@given(colour=DARK, accent=DARK)
def test_colours_that_pass_are_used_as_they_are_on_light_grounds(colour: str, accent: str) -> None:
    try:
        made = palette(colour, accent)
    except Refused:
        return  # the test above has these
    wears(made)
    assert (made.light["brand"], made.light["spark"], made.light["printed"]) == (colour, accent, colour)


@pytest.mark.parametrize("colour", ["#00543c", "#0057b8", "#8a1c1c", "#5b2a86", "#1d3557"])
def test_the_brand_is_known_again_in_the_dark_by_its_hue(colour: str) -> None:
    made = palette(colour, "#b5431f" if colour != "#8a1c1c" else "#007c80")
    assert hue_apart(colour, made.dark["brand"]) < 8
    assert hue_apart(colour, made.light["deep"]) < 8


def test_two_blues_are_a_brand_of_which_one_still_tells_the_two_in_the_dark() -> None:
    made = palette("#1d3557", "#457b9d")
    assert apart(made.dark["brand"], made.dark["spark"]) >= TELLING_APART


@pytest.mark.parametrize(
    "colour, accent, field, said, hint",
    [
        (
            "#ffd400",
            "#b5431f",
            "colour",
            "#ffd400 on a shaded band has 1.2 to 1, 4.5 is needed (",
            "The nearest that passes: #806900 (4.6 to 1).",
        ),
        (
            "#12505b",
            "#ffd400",
            "accent",
            "#ffd400 on the track of a bar has 1.0 to 1, 3.0 is needed (",
            "The nearest that passes: #907700 (3.0 to 1).",
        ),
    ],
)
def test_a_colour_that_cannot_be_read_is_refused_with_the_nearest(
    colour: str, accent: str, field: str, said: str, hint: str
) -> None:
    with pytest.raises(Refused) as refused:
        palette(colour, accent)
    (only,) = refused.value.refusals
    assert only.message.startswith(said)
    assert (only.field, only.hint) == (field, hint)


def test_both_colours_are_looked_at_in_one_go() -> None:
    with pytest.raises(Refused) as refused:
        palette("#ffd400", "#00ff00")
    assert [each.field for each in refused.value.refusals] == ["colour", "accent"]
    with pytest.raises(Refused) as refused:
        palette("navy", "")
    assert [each.field for each in refused.value.refusals] == ["colour", "accent"]


@pytest.mark.parametrize("accent", ["#12505b", "#14545f", "#0f4a55"])
def test_an_accent_that_one_cannot_tell_from_the_colour_is_refused(accent: str) -> None:
    with pytest.raises(Refused, match="looks too much like #12505b") as refused:
        palette("#12505b", accent)
    (only,) = refused.value.refusals
    assert hue_apart(only.nearest, accent) < 8


def test_the_nearest_is_no_darker_than_it_has_to_be() -> None:
    with pytest.raises(Refused) as refused:
        palette("#ffd400", "#b5431f")
    (only,) = refused.value.refusals
    lighter = tone("#ffd400", lch(only.nearest)[0] + 0.012)
    with pytest.raises(Refused):
        palette(lighter, "#b5431f")


def test_colours_near_those_of_a_group_may_be_worn() -> None:
    wears(palette("#0b6b4f", "#8a4b00"))


def test_the_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert mixed("#000000", 50, "#ffffff") in {"#808080", "#7f7f7f"}


class TestOnPaper:
    @settings(max_examples=20)
    @given(colour=DARK, accent=COLOURS)
    def test_words_can_be_read_in_both_colours_and_on_the_tint(self, colour: str, accent: str) -> None:
        try:
            main, second, tint = palette(colour, accent).on_paper
        except Refused:
            return  # the first test has these
        for ground in ("#ffffff", "#fbf9f4", "#f2eee5"):
            assert contrast(main, ground) >= 4.5
            assert contrast(second, ground) >= 4.5
        assert contrast("#ffffff", main) >= 4.5
        assert contrast("#1d252c", tint) >= 4.5

    def test_an_accent_that_can_be_read_stays_as_it_is(self) -> None:
        assert palette("#00543c", "#8a3a00").on_paper[:2] == ("#00543c", "#8a3a00")

    def test_one_that_cannot_gets_darker(self) -> None:
        accent = palette("#00543c", "#b76300").on_paper.accent
        assert contrast("#b76300", "#f2eee5") < 4.5 <= contrast(accent, "#f2eee5") < 4.8
        assert hue_apart(accent, "#b76300") < 2
