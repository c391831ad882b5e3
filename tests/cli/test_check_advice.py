"""`tenfold check` and advice: shown for files that are named, counted for whole folders, never a reason to fail."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.support.builders import BASE, a_content_folder
from tests.support.commands import run_python

from tenfold.cli import main

OAK = (BASE / "case_studies/oak.yml").read_text(encoding="utf-8")
BLAMING = OAK.replace("context: The school stands", "context: Naughty pupils stand")
PAGE = "---\ntitle: Doors\ndescription: For naughty pupils.\n---\nAnd for hard to reach families.\n"
COUNT = "And {} on wording in {}: tenfold check FILE shows it, or tenfold check --advice."

Check = Callable[..., tuple[int, str]]


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Check:
    """Run `tenfold check` in a folder of its own; its exit status, and what it printed."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> tuple[int, str]:
        status = main(["check", *arguments])
        return status, capsys.readouterr().out

    return run


@pytest.fixture
def blaming(tmp_path: Path) -> Path:
    """Content in which a case study and a page get advice: one piece, and two."""
    return a_content_folder(tmp_path, {"case_studies/oak.yml": BLAMING, "toolkit/doors.md": PAGE})


@pytest.mark.usefixtures("blaming")
@pytest.mark.parametrize("paths", [[], ["content"], ["."]])
def test_over_a_folder_advice_is_counted_in_the_last_line(paths: list[str], check: Check) -> None:
    assert check(*paths) == (0, f"No problems.\n{COUNT.format('3 pieces of advice', '2 files')}\n")


def test_one_piece_of_advice_is_one_piece(blaming: Path, check: Check) -> None:
    assert check("content/case_studies")[1].splitlines()[-1] == COUNT.format("1 piece of advice", "1 file")


@pytest.mark.usefixtures("blaming")
def test_with_advice_all_of_it_is_shown(check: Check) -> None:
    status, said = check("--advice")

    assert status == 0
    assert [line.split(" ")[0] for line in said.splitlines()] == [
        "content/case_studies/oak.yml:14:10",
        "content/toolkit/doors.md:3:18",
        "content/toolkit/doors.md:5:9",
        "3",
    ]


@pytest.mark.usefixtures("blaming")
def test_a_file_that_is_named_shows_its_own_advice_and_the_rest_is_nobodys_concern(check: Check) -> None:
    status, said = check("content/case_studies/oak.yml")

    assert status == 0
    assert "doors.md" not in said
    assert said.splitlines()[1] == "1 piece of advice."
    assert said.splitlines()[2].startswith("content/case_studies/oak.yml: ")


@pytest.mark.usefixtures("blaming")
def test_a_file_and_a_folder_side_by_side(check: Check) -> None:
    said = check("content/case_studies/oak.yml", "content/toolkit")[1].splitlines()

    assert said[0].startswith("content/case_studies/oak.yml:14:10 ")
    assert said[-1] == COUNT.format("2 pieces of advice", "1 file")


def test_while_something_is_wrong_the_rest_is_not_counted(tmp_path: Path, check: Check) -> None:
    a_content_folder(tmp_path, {"toolkit/doors.md": PAGE, "case_studies/oak.yml": OAK.replace("primary", "middle")})
    assert check()[1].splitlines()[-1] == "1 problem in 1 file."


def test_only_case_studies_have_a_score(blaming: Path, check: Check) -> None:
    assert "of 100" not in check("content/toolkit/doors.md")[1]


def test_each_case_study_that_is_named_has_its_score(tmp_path: Path, check: Check) -> None:
    a_content_folder(tmp_path, {"case_studies/elm.yml": OAK})
    said = check("content/case_studies/oak.yml", "content/case_studies/elm.yml")[1].splitlines()

    assert [line.partition(":")[0] for line in said if "of 100" in line] == [
        "content/case_studies/elm.yml",
        "content/case_studies/oak.yml",
    ]


@pytest.mark.usefixtures("blaming")
def test_json_carries_all_advice(check: Check) -> None:
    status, found = check("--format", "json")
    problems = json.loads(found)

    assert status == 0
    assert [(each["level"], each["rule"], each["line"]) for each in problems] == [
        ("advice", "deficit_language", 14),
        ("advice", "deficit_language", 3),
        ("advice", "deficit_language", 5),
    ]


@pytest.mark.usefixtures("blaming")
def test_json_of_a_file_carries_its_score(check: Check) -> None:
    problems = json.loads(check("--format", "json", "content/case_studies/oak.yml")[1])
    [score] = [each for each in problems if each["rule"] == "completeness"]

    assert score["level"] == "advice"
    assert "of 100 for completeness" in score["message"]
    assert score["hint"].startswith("Add a question")


def test_a_draft_on_a_desktop_gets_advice_too(tmp_path: Path, check: Check) -> None:
    (tmp_path / "draft.yml").write_text(BLAMING, encoding="utf-8")
    status, said = check("draft.yml")

    assert status == 0
    assert said.startswith("draft.yml:14:10 context: ")
    assert "draft.yml: " in said


def test_a_draft_beside_content_knows_its_glossary(tmp_path: Path, check: Check) -> None:
    a_content_folder(tmp_path)
    (tmp_path / "draft.yml").write_text(
        OAK.replace("Every adult", "The SENCO, the EWO and each adult"), encoding="utf-8"
    )
    said = check("draft.yml")[1]

    assert '"EWO"' in said
    assert '"SENCO"' not in said


def test_a_hostile_file_gets_no_traceback(tmp_path: Path, check: Check) -> None:
    hostile = {
        "bomb": "a: &a [x]\nb: *a\n",
        "list": "- a\n- b\n",
        "nul": "title: \x00\n",
        "deep": "[" * 50,
        "empty": "",
    }
    for name, text in hostile.items():
        (tmp_path / f"{name}.yml").write_text(text, encoding="utf-8")
        status, said = check(f"{name}.yml")
        assert status == 1, name
        assert "Traceback" not in said


@pytest.mark.usefixtures("programs")
def test_the_same_advice_comes_in_the_same_bytes(blaming: Path) -> None:
    command = ["-m", "tenfold", "check", "--advice"]
    runs = [run_python(command, blaming.parent, PYTHONHASHSEED=seed) for seed in ("1", "2")]

    assert runs[0].stdout == runs[1].stdout
    assert runs[0].stdout.count(b"\n") == 4
