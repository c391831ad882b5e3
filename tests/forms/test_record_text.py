"""The record file that answers become: read without a fault, in the record's order, and easy to go on with."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from tests.support.builders import BASE, PROJECT, a_case_study
from tests.support.strategies import texts

from tenfold.checking import check_lone_file
from tenfold.forms import as_record_text
from tenfold.loading import yaml_text
from tenfold.loading.gaps import without_gaps
from tenfold.loading.writing import as_yaml
from tenfold.model import CaseStudy

TODAY = date(2026, 2, 28)
REAL = sorted((PROJECT / "content" / "case_studies").glob("*.yml"))


def data_of(text: str) -> Any:
    document = yaml_text.read(text.encode())
    assert document.faults == []
    return without_gaps(document.data, CaseStudy)


def problems(text: str, folder: Path) -> list[str]:
    file = folder / "draft.yml"
    file.write_text(text, encoding="utf-8")
    return [f"{each.field}: {each.message}" for each in check_lone_file(file, None, shown_as="draft.yml")]


def test_an_empty_record_asks_for_what_is_needed_and_for_nothing_else(tmp_path: Path) -> None:
    assert problems(as_record_text({}, today=TODAY), tmp_path) == [
        f"{name}: this field is left empty."
        for name in (
            "title", "summary", "setting.kind", "setting.name", "setting.place", "setting.region", "features",
            "context", "practices[1].title", "practices[1].body", "implementation[1].question",
            "implementation[1].answer", "provenance.sources", "provenance.written_by",
            "provenance.agreed_by_setting", "provenance.licence",
        )
    ]  # fmt: skip


def test_what_is_asked_for_is_all_that_is_needed(tmp_path: Path) -> None:
    """Filling in what an empty record asks for, and nothing else, makes a record."""
    given = yaml.load(as_yaml(a_case_study()), Loader=yaml.BaseLoader)
    wanted = ("title", "summary", "setting", "features", "context", "practices", "implementation", "provenance")
    assert problems(as_record_text({name: given[name] for name in wanted}), tmp_path) == []


def test_an_empty_record_starts_as_a_draft_of_today() -> None:
    data = data_of(as_record_text({}, today=TODAY))
    assert data["status"] == "draft"
    assert data["provenance"] == {"published": "2026-02-28", "reviewed": "2026-02-28", "review_by": "2027-02-28"}


def test_the_29th_of_february_is_looked_at_again_on_the_28th() -> None:
    assert data_of(as_record_text({}, today=date(2028, 2, 29)))["provenance"]["review_by"] == "2029-02-28"


@pytest.mark.parametrize("file", REAL, ids=lambda file: file.stem)
def test_a_real_record_is_the_same_when_it_is_read_again(file: Path) -> None:
    given = yaml_text.read(file.read_bytes()).data
    assert isinstance(given, dict)
    read = data_of(as_record_text(given))
    assert CaseStudy.model_validate(read) == CaseStudy.model_validate(given)
    assert read == given


def test_hints_stand_only_where_something_is_empty() -> None:
    text = as_record_text({"title": "A fair start", "practices": [{"title": "A greeting"}]})
    assert "# Title" not in text
    assert "# Summary (needed): What they did and what came of it" in text
    assert "    # What happens (needed): What happens, who does it" in text
    assert "# Small concrete examples" not in text


def test_text_of_several_lines_stands_as_it_is() -> None:
    text = as_record_text({"context": "Before.\n\n- one\n- two"})
    assert "context: |-\n  Before.\n\n  - one\n  - two\n" in text


def test_yes_no_and_dates_need_no_quotes_and_numbers_keep_theirs() -> None:
    text = as_record_text({"provenance": {"agreed_by_setting": "no", "reviewed": "2026-01-10"},
                           "in_numbers": [{"value": "012"}]})  # fmt: skip
    assert "agreed_by_setting: no\n" in text
    assert "reviewed: 2026-01-10\n" in text
    assert "value: '012'\n" in text


def test_what_could_not_be_placed_stands_at_the_end_as_a_comment() -> None:
    text = as_record_text({}, unplaced=["Our cook\nstatus: published", "---\n\x1b[31m"])
    assert text.endswith("then delete these lines.\n#\n# Our cook\n# status: published\n#\n# ---\n# <U+001B>[31m\n")
    assert data_of(text)["status"] == "draft"


def test_the_order_is_that_of_the_record() -> None:
    found = list(data_of(as_record_text(yaml.load((BASE / "case_studies/oak.yml").read_text(), yaml.BaseLoader))))
    assert found == [name for name in CaseStudy.model_fields if name in found]


@given(texts(), texts())
def test_any_text_is_the_same_when_it_is_read_again(line: str, left_over: str) -> None:
    given = {"title": f"x{line}x", "context": f"x{line}\n\n{line}x", "practices": [{"examples": [f"x{line}x"]}]}
    read = data_of(as_record_text(given, unplaced=[left_over]))
    assert {name: read[name] for name in given} == given
