"""What is not wrong, but worth somebody's look."""

from pathlib import Path

import pytest
from tests.support.builders import a_case_study, a_content_folder, a_feature, a_library, a_page, a_source, read

from tenfold.checking import check_content
from tenfold.library import findings
from tenfold.model import Record
from tenfold.problems import Level


def found(records: dict[str, Record] | None = None, **more: Record) -> list[tuple[str, str, str]]:
    """The rule, file and field of every finding."""
    return [(finding.rule, finding.path, finding.field) for finding in findings(a_library(records, **more))]


def test_nothing_is_found_where_all_is_used() -> None:
    assert found(oak=a_case_study()) == []


def test_a_source_that_nothing_cites() -> None:
    assert found(oak=a_case_study(), spare=a_source()) == [("uncited_source", "content/spare.yml", "")]


def test_a_link_in_prose_cites_a_source() -> None:
    page = a_page(body="[spare](source:spare)")
    assert found({"toolkit/index": page}, oak=a_case_study(), spare=a_source()) == []


def test_a_feature_that_no_case_study_shows() -> None:
    lonely = a_feature(number="2", short_title="Lonely")
    assert found(oak=a_case_study(), lonely=lonely) == [("feature_without_case", "content/lonely.yml", "")]


def test_a_draft_does_not_show_a_feature() -> None:
    assert [rule for rule, *_ in found(oak=a_case_study(status="draft"))] == ["feature_without_case"]


def test_a_figure_whose_source_the_record_does_not_list_is_named_once() -> None:
    figure = {**read("case_studies/oak.yml")["in_numbers"][0], "source": "spare"}
    oak = a_case_study(in_numbers=[figure, figure])
    assert found(oak=oak, spare=a_source()) == [("unlisted_source", "content/oak.yml", "in_numbers[1].source")]


def test_findings_are_advice() -> None:
    levels = {finding.level for finding in findings(a_library(oak=a_case_study(), spare=a_source()))}
    assert levels == {Level.ADVICE}


def test_nothing_is_said_to_be_left_over_while_a_file_cannot_be_read(tmp_path: Path) -> None:
    folder = a_content_folder(tmp_path, {"case_studies/oak.yml": "title: [", "features/belonging-first.yml": "x: y"})
    assert not [problem for problem in check_content(folder).problems if problem.level is Level.ADVICE]


@pytest.mark.parametrize(
    "broken, elsewhere",
    [
        pytest.param("case_studies/oak.yml", "toolkit/index.md", id="a case study"),
        pytest.param("features/belonging-first.yml", "case_studies/oak.yml", id="a feature"),
        pytest.param("sources.yml", "case_studies/oak.yml", id="a collection"),
    ],
)
def test_a_file_that_cannot_be_read_is_not_said_to_be_missing_as_well(
    broken: str, elsewhere: str, tmp_path: Path
) -> None:
    folder = a_content_folder(tmp_path, {broken: "title: ["})
    assert {problem.path for problem in check_content(folder).problems} == {f"content/{broken}"}

    (folder / broken).unlink()
    assert f"content/{elsewhere}" in {problem.path for problem in check_content(folder).problems}
