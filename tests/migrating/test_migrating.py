"""Files of an older format are brought to ours; nothing else in them changes."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.builders import BASE
from tests.support.migrations import TO_THREE
from tests.support.steady import STEADY

from tenfold.changing.showing import difference
from tenfold.loading import yaml_text
from tenfold.loading.writing import field_as_yaml
from tenfold.migrating import OURS, CannotMigrate, Migrations
from tenfold.model.format import FORMAT

OAK = PurePosixPath("case_studies/oak.yml")
OLD = """\
# Ours, since 2024.
title: A fair start
status: 'published'   # at last
setting:
  name: "Oak"   # the primary, not the nursery

challenges: [attendance, "exclusion"]
in_numbers:
  # The figure that everybody asks for.
  - label: "Late marks: a week"   # not a day
    unit: incidents
  - label: Lates
    unit: pupils
outcomes:
  - statement: Fewer late marks.
    period: 2019 to 2023
    unit: percent
# The end.
"""
NEW = """\
# Ours, since 2024.
title: A fair start
status: 'published'   # at last
setting:
  name: "Oak"   # the primary, not the nursery
  country: England

challenges: [being_there, "exclusion"]
in_numbers:
  # The figure that everybody asks for.
  - what: "Late marks: a week"   # not a day
    unit: events
  - what: Lates
    unit: pupils
outcomes:
  - statement: Fewer late marks.
    first_year: '2019'
    last_year: '2023'
    unit: percent
audience: schools
# The end.
"""


def brought(text: str, path: PurePosixPath = OAK, start: int = 1) -> str:
    return TO_THREE.apply({path: text.encode()}, start).files.get(path, text.encode()).decode()


def test_fields_and_words_change_and_comments_stay_where_they_are() -> None:
    assert brought(OLD) == NEW


def test_what_changed_is_shown_line_by_line() -> None:
    shown = difference(OLD.encode(), brought(OLD).encode(), "content/oak.yml", "content/oak.yml")
    assert "\n-  - label: Lates\n" in shown
    assert "\n+  - what: Lates\n" in shown
    assert "+audience: schools\n" in shown


def test_a_second_time_changes_nothing() -> None:
    assert brought(NEW) == NEW
    assert TO_THREE.apply({OAK: NEW.encode()}, 1).files == {}


def test_a_file_may_start_half_way() -> None:
    assert "label: Lates" in brought(OLD, start=2)
    assert "first_year: '2019'" in brought(OLD, start=2)


def test_the_steps_say_what_they_do() -> None:
    assert [said.split()[0] for said in TO_THREE.apply({}, 1).says] == ["What", "A"]
    assert TO_THREE.apply({}, 3).says == ()


def test_line_breaks_of_windows_stay() -> None:
    assert brought(OLD.replace("\n", "\r\n")) == NEW.replace("\n", "\r\n")


def test_a_collection_is_changed_record_by_record() -> None:
    old = "oak-report:\n  title: X\n  authors:\n    - A\n# half of it\nelm-report:\n  title: Y\n  authors: [B]\n"
    assert brought(old, PurePosixPath("sources.yml")) == old.replace("authors", "by")


def test_a_page_is_changed_above_its_text() -> None:
    old = "---\ntitle: Steps\ndescription: All.\n---\ndescription: is a word here.\n"
    new = "---\ntitle: Steps\nabout: All.\n---\ndescription: is a word here.\n"
    assert brought(old, PurePosixPath("toolkit/steps.md")) == new


@pytest.mark.parametrize("path", ["notes/oak.yml", "about/index.md", "urls.txt", "theories_of_change/oak.yml"])
def test_files_that_are_not_meant_stay(path: str) -> None:
    assert brought(OLD, PurePosixPath(path)) == OLD


@pytest.mark.parametrize("text", ["", "# only a comment\n", "title: x\n---\n", "a page without lines above"])
def test_what_holds_no_fields_is_left_alone(text: str) -> None:
    path = PurePosixPath("toolkit/steps.md")
    assert brought(text, path) == text


@pytest.mark.parametrize("raw", [b"title: [x", b"title: \xff", b"a: *b\nc: &b d\n", b"a: 1\na: 2\n"])
def test_a_file_that_cannot_be_read_is_named_and_not_guessed_at(raw: bytes) -> None:
    with pytest.raises(CannotMigrate, match=r"^line \d+: ") as caught:
        TO_THREE.apply({OAK: raw}, 1)
    assert caught.value.path == OAK


def test_nothing_is_opened_where_nothing_is_to_be_done() -> None:
    assert OURS.apply({OAK: b"\xff"}, FORMAT).files == {}
    assert Migrations(5).apply({OAK: b"\xff"}, 5).files == {}


def test_there_is_a_step_for_each_format_before_ours() -> None:
    assert sorted(OURS.steps) == list(range(1, FORMAT))


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Cn", "Co")), min_size=1).filter(
    lambda text: not yaml_text.decode(text.encode())[1]
)


@STEADY
@given(TEXTS, TEXTS, st.sampled_from(["", "# why\n"]))
def test_whatever_stands_in_a_field_is_what_it_says_afterwards(label: str, period: str, comment: str) -> None:
    figure = field_as_yaml("in_numbers", [{"label": label, "unit": "incidents"}])
    outcome = field_as_yaml("outcomes", [{"period": f"{period} to then", "page": "3"}])
    old = f"{figure}{comment}{outcome}status: published\n"
    new = yaml_text.read(brought(old).encode())

    assert not new.faults
    given, said = yaml_text.read(old.encode()).data, new.data
    assert isinstance(given, dict)
    assert isinstance(said, dict)
    assert [figure["what"] for figure in said["in_numbers"]] == [figure["label"] for figure in given["in_numbers"]]
    first, _, last = given["outcomes"][0]["period"].partition(" to ")
    assert said["outcomes"][0] == {**({"first_year": first} if first else {}), "last_year": last, "page": "3"}
    assert said["audience"] == "schools"


def test_the_base_content_is_migrated() -> None:
    raw = (BASE / OAK).read_bytes()
    after = TO_THREE.apply({OAK: raw}, 1).files[OAK].decode()
    assert "what: Late marks a week" in after
    assert after.endswith("audience: schools\n")
