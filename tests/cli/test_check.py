"""`tenfold check`: what it exits with, what it prints for people and machines, which files it speaks of."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.support.builders import BASE, a_content_folder

from tenfold.cli import main
from tenfold.problems import Level, Problem

OAK = (BASE / "case_studies/oak.yml").read_text(encoding="utf-8")
BROKEN = OAK.replace("phase: primary", "phase: middle")
LONELY = OAK.replace("belonging-first", "hope-first")
UNCITED = (BASE / "sources.yml").read_text(encoding="utf-8") + "elm-report:\n  title: Toast\n  kind: report\n"

Check = Callable[..., tuple[int, str]]
Capture = pytest.CaptureFixture[str]
MonkeyPatch = pytest.MonkeyPatch


@pytest.fixture
def check(tmp_path: Path, monkeypatch: MonkeyPatch, capsys: Capture) -> Check:
    """Run `tenfold check` in a folder of its own; its exit status, and what it printed."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> tuple[int, str]:
        status = main(["check", *arguments])
        return status, capsys.readouterr().out

    return run


def two_broken_files(into: Path) -> Path:
    feature = (BASE / "features/belonging-first.yml").read_text(encoding="utf-8").replace("number: 1", "number: 11")
    return a_content_folder(into, {"case_studies/oak.yml": BROKEN, "features/belonging-first.yml": feature})


def test_good_content_exits_with_0(tmp_path: Path, check: Check) -> None:
    a_content_folder(tmp_path)

    assert check() == (0, "No problems.\n")


def test_an_unknown_id_beside_a_broken_record_of_its_kind_is_said(tmp_path: Path, check: Check) -> None:
    """The nearest id is looked for among records of which some could not be read."""
    sources = (BASE / "sources.yml").read_text(encoding="utf-8") + "elm-report:\n  title: Toast\n  kind: leaflet\n"
    study = OAK.replace("source: oak-report", "source: sunflowers")
    a_content_folder(tmp_path, {"sources.yml": sources, "case_studies/oak.yml": study})
    status, said = check()

    assert status == 1
    assert 'there is no source "sunflowers"' in said


def test_checking_writes_nothing(tmp_path: Path, check: Check) -> None:
    a_content_folder(tmp_path)
    before = sorted(tmp_path.rglob("*"))

    assert check()[0] == 0
    assert sorted(tmp_path.rglob("*")) == before


def test_a_problem_exits_with_1(tmp_path: Path, check: Check) -> None:
    a_content_folder(tmp_path, {"case_studies/oak.yml": BROKEN})
    status, said = check()

    assert status == 1
    assert said.startswith("content/case_studies/oak.yml:7:10 ")
    assert said.endswith("\n1 problem in 1 file.\n")


def test_advice_alone_exits_with_0(tmp_path: Path, check: Check) -> None:
    a_content_folder(tmp_path, {"sources.yml": UNCITED})
    status, said = check()

    assert status == 0
    assert said.endswith("(advice)\n1 piece of advice.\n")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        pytest.param(["nowhere.yml"], "there is no file or folder nowhere.yml.", id="no such file"),
        pytest.param(
            ["content/case_studies/elm.yml"],
            "there is no file or folder content/case_studies/elm.yml.",
            id="no such record",
        ),
        pytest.param(["empty"], "empty holds no content.", id="folder without content"),
    ],
)
def test_what_cannot_be_checked_exits_with_2_and_says_why(
    arguments: list[str], reason: str, tmp_path: Path, monkeypatch: MonkeyPatch, capfd: Capture
) -> None:
    a_content_folder(tmp_path)
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)

    assert main(["check", *arguments]) == 2
    out, said = capfd.readouterr()
    assert out == ""
    assert said.startswith(f"tenfold: {reason}")


@pytest.mark.parametrize("arguments", [[], ["mend"], ["check", "--format", "xml"]])
def test_what_is_no_command_exits_with_2(arguments: list[str], capsys: Capture) -> None:
    with pytest.raises(SystemExit) as end:
        main(arguments)

    assert end.value.code == 2
    assert "usage: tenfold" in capsys.readouterr().err


def test_json_holds_the_problems_of_the_text(tmp_path: Path, check: Check) -> None:
    two_broken_files(tmp_path)
    status, text = check()
    same_status, found = check("--format", "json")

    problems = [Problem(**{**fields, "level": Level(fields["level"])}) for fields in json.loads(found)]
    assert same_status == status == 1
    assert [str(problem) for problem in problems] == text.splitlines()[:-1]
    assert {(problem.line, problem.rule) for problem in problems} == {(7, "enum"), (3, "pattern")}


def test_json_of_good_content_is_an_empty_list(tmp_path: Path, check: Check) -> None:
    a_content_folder(tmp_path)

    assert check("--format", "json") == (0, "[]\n")


@pytest.mark.parametrize(
    ("paths", "files"),
    [
        pytest.param([], ["case_studies/oak.yml", "features/belonging-first.yml"], id="nothing named"),
        pytest.param(["content"], ["case_studies/oak.yml", "features/belonging-first.yml"], id="all content"),
        pytest.param(["."], ["case_studies/oak.yml", "features/belonging-first.yml"], id="the folder around it"),
        pytest.param(["content/features"], ["features/belonging-first.yml"], id="a folder"),
        pytest.param(["content/case_studies/oak.yml"], ["case_studies/oak.yml"], id="a file"),
        pytest.param(["content/case_studies/../case_studies/oak.yml"], ["case_studies/oak.yml"], id="a way round"),
        pytest.param(["content/toolkit"], [], id="a folder without problems"),
        pytest.param(
            ["content/case_studies", "content/case_studies/oak.yml"], ["case_studies/oak.yml"], id="a file named twice"
        ),
    ],
)
def test_a_path_limits_the_report_to_what_is_in_it(
    paths: list[str], files: list[str], tmp_path: Path, check: Check
) -> None:
    two_broken_files(tmp_path)
    status, said = check(*paths)

    places = [line.partition(":")[0] for line in said.splitlines() if re.match(r"\S+:\d+:\d+ ", line)]
    assert places == [f"content/{file}" for file in files]
    assert status == bool(files)


def test_a_file_is_not_taken_for_one_whose_name_starts_the_same(tmp_path: Path, check: Check) -> None:
    a_content_folder(tmp_path, {"case_studies/oak-hill.yml": BROKEN})
    (tmp_path / "content/case_studies/oak").mkdir()

    assert check("content/case_studies/oak") == (0, "No problems.\n")


def test_a_file_of_the_content_may_be_named_from_inside(tmp_path: Path, monkeypatch: MonkeyPatch, check: Check) -> None:
    folder = two_broken_files(tmp_path)
    monkeypatch.chdir(folder / "case_studies")
    status, said = check("oak.yml")

    assert status == 1
    assert said.splitlines()[0].startswith(f"{folder.as_posix()}/case_studies/oak.yml:7:10 ")


def test_a_file_that_lies_elsewhere_is_checked_by_itself(tmp_path: Path, check: Check) -> None:
    (tmp_path / "elm.yml").write_text(BROKEN, encoding="utf-8")
    status, said = check("elm.yml")

    assert status == 1
    assert said.startswith("elm.yml:7:10 setting.phase")


def test_a_file_that_lies_elsewhere_may_mention_what_nobody_can_look_up(tmp_path: Path, check: Check) -> None:
    (tmp_path / "elm.yml").write_text(LONELY, encoding="utf-8")

    status, said = check("elm.yml")

    assert (status, said.splitlines()[0]) == (0, "No problems.")


def test_a_file_beside_the_content_may_mention_only_what_is_in_it(tmp_path: Path, check: Check) -> None:
    a_content_folder(tmp_path)
    (tmp_path / "elm.yml").write_text(LONELY, encoding="utf-8")
    status, said = check("elm.yml")

    assert status == 1
    assert 'there is no key feature "hope-first"' in said


def test_a_file_beside_the_content_is_not_blamed_for_the_content(tmp_path: Path, check: Check) -> None:
    two_broken_files(tmp_path)
    (tmp_path / "elm.yml").write_text(OAK, encoding="utf-8")

    status, said = check("elm.yml")

    assert (status, said.splitlines()[0]) == (0, "No problems.")


def test_a_file_that_lies_elsewhere_is_taken_for_what_its_fields_look_like(tmp_path: Path, check: Check) -> None:
    feature = (BASE / "features/belonging-first.yml").read_text(encoding="utf-8")
    (tmp_path / "draft.yml").write_text(feature.replace("group: all_pupils\n", ""), encoding="utf-8")
    status, said = check("draft.yml")

    assert status == 1
    assert said.splitlines()[0].startswith('draft.yml:1:1 group: "group" is missing.')


def test_a_folder_called_features_does_not_make_a_project_content(tmp_path: Path, check: Check) -> None:
    """Many projects have one that holds something else."""
    (tmp_path / "features").mkdir()
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts/elm.yml").write_text(OAK, encoding="utf-8")

    status, said = check("drafts/elm.yml")

    assert (status, said.splitlines()[0]) == (0, "No problems.")
