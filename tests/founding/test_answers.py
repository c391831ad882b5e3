"""What is wrong with answers, all of it at once and in the words of the questions."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.founding import PNG

from tenfold.founding.answers import settings_of, trouble_with, troubles
from tenfold.founding.questions import BY_NAME, QUESTIONS
from tenfold.local.settings import Settings

LEAST = {"name": "Inclusion", "authority": "Exampleton", "upstream": "x.zip"}


def said(answers: dict[str, str]) -> list[str]:
    return [str(trouble) for trouble in troubles(answers, whole=True)]


def test_the_least_that_is_needed_is_in_order() -> None:
    assert said(LEAST) == []
    assert settings_of(LEAST) == {"name": "Inclusion", "authority": "Exampleton"}


def test_everything_that_is_wrong_is_said_at_once() -> None:
    found = said({"colour": "blue", "host": "mars", "address": "here", "complaints": "Us", "contact_email": "nope"})
    assert [line.partition(":")[0] for line in found] == [
        *("--name", "--authority", "--address", "--host", "--colour"),
        *("--contact", "--contact-email", "--complaints", "--upstream"),
    ]


@pytest.mark.parametrize(
    "more, says",
    [
        ({"contact": "Team"}, "--contact: nobody can reach them like this. Give at least one of --contact-email,"),
        ({"contact_email": "a@b.example"}, "--contact: this is missing. Who answers questions about this copy?"),
        ({"contact": "T", "contact_phone": "ring us"}, "--contact-phone: this is not a phone number."),
        ({"contact": "T", "contact_page": "www.x.example"}, "--contact-page: this is not a whole web address."),
        ({"accent": "#12"}, "--accent: this is not a colour."),
        ({"font": "comic"}, '--font: "comic" is not one of the words for font.'),
        ({"name": "x" * 61}, "--name: "),
        ({"logo": "nowhere.png"}, '--logo: There is no file "nowhere.png" there.'),
    ],
)
def test_each_mistake_is_told_by_its_option(more: dict[str, str], says: str) -> None:
    (found,) = said({**LEAST, **more})
    assert found.startswith(says)


def test_a_logo_that_is_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"<svg onload='x'>")
    (found,) = said({**LEAST, "logo": str(tmp_path / "logo.png")})
    assert found.startswith("--logo: ")


def test_a_logo_is_described_by_who_publishes_it_unless_somebody_says_more(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(PNG)
    answers = {**LEAST, "logo": str(tmp_path / "logo.png")}
    assert said(answers) == []
    assert settings_of(answers)["brand"] == {"logo": "brand/logo.png", "logo_alt": "Exampleton"}
    assert settings_of({**answers, "logo_alt": "Two oaks"})["brand"]["logo_alt"] == "Two oaks"


def test_our_own_colours_are_not_set_and_one_of_yours_brings_the_other() -> None:
    assert "brand" not in settings_of({**LEAST, "colour": "#12505b", "accent": "#b5431f"})
    assert settings_of({**LEAST, "colour": "#003366"})["brand"] == {"colour": "#003366", "accent": "#b5431f"}


def test_an_answer_is_judged_alone() -> None:
    """A name without a way to reach it is not wrong while the way has not been asked for."""
    assert trouble_with(BY_NAME["contact"], "Team", LEAST) is None
    assert trouble_with(BY_NAME["contact_email"], "a@b.example", {**LEAST, "contact": "Team"}) is None
    assert trouble_with(BY_NAME["name"], "a\u200bb", LEAST) is not None
    assert trouble_with(BY_NAME["name"], "Inclusion", {"colour": "blue"}) is None


def test_every_question_has_a_place_in_the_settings() -> None:
    for question in QUESTIONS:
        if question.path:
            assert question.path[0] in Settings.model_fields
            assert question.name.split("_")[0] in question.path[0] or question.path[0] == "brand"
