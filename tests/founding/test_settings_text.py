"""`local.yml` as a new copy gets it: whole, explained, and read back as what was said."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.founding import EVERYTHING, SETTINGS

from tenfold.founding.answers import problems_in
from tenfold.founding.settings_text import is_example, meaning, settings_text
from tenfold.local.copy import read_copy
from tenfold.local.settings import Settings


def read_back(text: str, folder: Path) -> Settings:
    (folder / "local.yml").write_text(text, encoding="utf-8")
    return read_copy(folder).settings


def uncommented(text: str) -> str:
    """The text with every example taken for real."""
    lines = (re.sub(r"^( *)#", r"\1", line) if is_example(line.lstrip()) else line for line in text.splitlines())
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("data", [SETTINGS, EVERYTHING], ids=["the least", "most"])
def test_what_was_said_is_read_back(data: dict[str, Any], tmp_path: Path) -> None:
    assert read_back(settings_text(data), tmp_path) == Settings.model_validate(data)


@pytest.mark.parametrize("data", [SETTINGS, EVERYTHING], ids=["the least", "most"])
def test_every_setting_is_there_and_works_when_its_sign_is_taken_away(data: dict[str, Any], tmp_path: Path) -> None:
    settings = read_back(uncommented(settings_text(data)), tmp_path)

    assert all(getattr(settings, name) for name in Settings.model_fields)
    assert settings.contact is not None
    assert settings.contact.page
    assert settings.promise.decide_days == "20"
    assert settings.hide == ("case:a-case-study", "page:toolkit/a-page")
    assert settings.withhold == ("case:another-one",)
    assert settings.name == data["name"]


def test_each_setting_stands_below_what_it_means() -> None:
    lines = settings_text({}).splitlines()
    for name in Settings.model_fields:
        at = next(number for number, line in enumerate(lines) if line.startswith(f"#{name}:"))
        above = lines[:at][::-1]
        said = next(line for line in above if not line.startswith("# - "))
        assert said == f"# {meaning((name,))}"


def test_the_words_to_choose_from_are_explained() -> None:
    assert "# - iis: IIS. The web server of Windows." in settings_text(SETTINGS).splitlines()


NAMES = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "O'Brien",
            "Kingston & Chelsea",
            "Cyngor Sir Ynys Môn: Llŷn a'r ŵyl",
            "#1 for inclusion",
            "Inclusion: here #now",
            "yes",
            "2026-11-22",
            "1:30",
            "- a list",
            "{{ name }}",
            "<b>&amp;</b>",
            "name: x\nhide: [case:oak]",
            "a\r\nhost: iis",
            "@*&!|>%`",
            "'",
            '"quoted"',
            "C #",
            "null",
            "~",
            "? what",
            "\u2028next",
        ]
    ),
)


@given(name=NAMES, authority=NAMES, team=NAMES, footer=NAMES)
def test_whatever_is_taken_is_read_back(name: str, authority: str, team: str, footer: str) -> None:
    """And what is not taken is refused before anything is written."""
    data = {
        "name": name,
        "authority": authority,
        "contact": {"name": team, "email": "a@b.example"},
        "footer": footer,
    }
    if problems_in(data):
        return
    again = problems_in_text(settings_text(data))
    assert again == Settings.model_validate({key: value for key, value in data.items() if value})


def problems_in_text(text: str) -> Settings:
    """The settings that a text holds, read as the file is."""
    from tenfold.loading import Content  # noqa: PLC0415
    from tenfold.loading.content import validated  # noqa: PLC0415
    from tenfold.loading.yaml_text import read  # noqa: PLC0415

    document = read(text.encode())
    content = Content()
    settings = validated(document, document.data, Settings, content, "local.yml")
    assert not document.faults
    assert not content.problems, content.problems
    assert isinstance(settings, Settings)
    return settings
