"""An exercise: what it must say, and how its times go together."""

from typing import Any

import pytest
from pydantic import ValidationError
from tests.support.exercises import an_exercise

from tenfold.model.vocabulary import SheetKind


def steps(*minutes: str | None) -> list[dict[str, Any]]:
    return [{"title": "Draw", "body": "Draw.", **({"minutes": each} if each else {})} for each in minutes]


@pytest.mark.parametrize(
    "minutes",
    [
        pytest.param(["20", "25"], id="exactly as long"),
        pytest.param(["20", None], id="one without a time"),
        pytest.param([None], id="none with a time"),
    ],
)
def test_steps_fit_into_the_time_of_the_exercise(minutes: list[str | None]) -> None:
    assert an_exercise(minutes="45", steps=steps(*minutes)).minutes == "45"


def test_steps_that_take_longer_are_refused_with_their_sum() -> None:
    with pytest.raises(ValidationError) as refusal:
        an_exercise(minutes="45", steps=steps("30", None, "16"))
    (broken,) = refusal.value.errors()[0]["ctx"]["broken"]
    assert (broken.field, broken.rule) == ("minutes", "minutes")
    assert broken.message.startswith("the steps take 46 minutes together.")


@pytest.mark.parametrize("minutes", ["0", "1000", "an hour", "1.5", "-5", "٤٥"])
def test_a_time_is_a_whole_number_of_minutes(minutes: str) -> None:
    with pytest.raises(ValidationError, match="minutes are a number from 1 to 999"):
        an_exercise(minutes=minutes)


@pytest.mark.parametrize("field", ["materials", "steps", "sources"])
def test_an_exercise_has_at_least_one_of_each(field: str) -> None:
    with pytest.raises(ValidationError, match="at least 1 item"):
        an_exercise(**{field: []})


@pytest.mark.parametrize("field", ["questions", "notes", "pitfalls", "example", "sheet"])
def test_what_nobody_knows_is_left_out(field: str) -> None:
    assert not getattr(an_exercise(**{field: None}), field)


def test_how_to_use_the_sheet_fits_on_it() -> None:
    assert an_exercise(sheet__how_to="x" * 200).sheet
    with pytest.raises(ValidationError, match="at most 200"):
        an_exercise(sheet__how_to="x" * 201)


@pytest.mark.parametrize("kind", SheetKind)
def test_every_sheet_says_in_a_sentence_what_it_shows(kind: SheetKind) -> None:
    assert kind.meaning.endswith(".")
    assert kind.label
