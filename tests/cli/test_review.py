"""`tenfold review`: which files it takes, what it exits with, and what it makes of files from elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.support.builders import BASE, a_case_study, a_content_folder
from tests.support.commands import run_tenfold

from tenfold.checking import check_content
from tenfold.cli import main
from tenfold.model import Kind
from tenfold.problems import Problem
from tenfold.reviewing import Case, Mark
from tenfold.reviewing import review as sheet_of
from tenfold.reviewing.safeguarding import safeguarding_lines

OAK = (BASE / "case_studies/oak.yml").read_text(encoding="utf-8")

Review = Callable[..., tuple[int, str, str]]
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def review(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> Review:
    """Run `tenfold review` in a folder of its own; its exit status, what it printed, and what it complained of."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> tuple[int, str, str]:
        status = main(["review", *arguments])
        return status, *capsys.readouterr()

    return run


def test_a_sound_file_exits_with_0(tmp_path: Path, review: Review) -> None:
    a_content_folder(tmp_path)
    status, said, complaint = review("content/case_studies/oak.yml")

    assert (status, complaint) == (0, "")
    assert said.startswith("Review sheet: Oak Primary School\ncontent/case_studies/oak.yml\nNothing stops it; ")


def test_a_file_with_a_problem_exits_with_1(tmp_path: Path, review: Review) -> None:
    a_content_folder(tmp_path, {"case_studies/oak.yml": OAK.replace("phase: primary", "phase: middle")})
    status, said, _ = review("content/case_studies/oak.yml")

    assert status == 1
    assert "1 thing to mend" in said


def test_problems_of_other_files_are_not_on_the_sheet(tmp_path: Path, review: Review) -> None:
    a_content_folder(tmp_path, {"case_studies/elm.yml": "title: x\n"})
    status, said, _ = review("content/case_studies/oak.yml")

    assert status == 0
    assert "elm" not in said


def test_a_file_that_lies_elsewhere_is_reviewed_against_the_content_here(tmp_path: Path, review: Review) -> None:
    a_content_folder(tmp_path)
    (tmp_path / "draft.yml").write_text(OAK, encoding="utf-8")
    status, said, _ = review("draft.yml")

    assert status == 0
    assert "look  oak: the same name and place" in said


def test_a_file_that_would_take_the_place_of_a_published_one_says_so(tmp_path: Path, review: Review) -> None:
    a_content_folder(tmp_path)
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts/oak.yml").write_text(OAK, encoding="utf-8")

    assert "this file would take its place" in review("drafts/oak.yml")[1]
    assert "this file would take its place" not in review("content/case_studies/oak.yml")[1]


def test_a_file_without_any_content_around_it_is_reviewed_by_itself(tmp_path: Path, review: Review) -> None:
    (tmp_path / "draft.yml").write_text(OAK, encoding="utf-8")
    status, said, _ = review("draft.yml")

    assert status == 0
    assert "There is no other case study to compare it with." in said
    assert "There is no content here in which its ids could be looked up." in said
    assert "There is no key feature" not in said


def test_several_files_have_a_sheet_each(tmp_path: Path, review: Review) -> None:
    a_content_folder(tmp_path)
    _, said, _ = review("content/case_studies/oak.yml", "content/toolkit/index.md", "--format", "md")

    assert said.count("## Review sheet: ") == 2


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        pytest.param(["content"], "content is a folder. Name one file", id="a folder"),
        pytest.param(["nowhere.yml"], "there is no file or folder nowhere.yml.", id="no such file"),
        pytest.param(["content/sources.yml"], "content/sources.yml holds many records", id="a collection"),
    ],
)
def test_what_cannot_be_reviewed_exits_with_2_and_says_why(
    arguments: list[str], reason: str, tmp_path: Path, review: Review
) -> None:
    a_content_folder(tmp_path, {"sources.yml": (BASE / "sources.yml").read_text(encoding="utf-8") + MORE})
    status, said, complaint = review(*arguments)

    assert (status, said) == (2, "")
    assert complaint.startswith(f"tenfold: {reason}")


MORE = "elm-report:\n  title: Elm\n  kind: report\n"


@pytest.mark.parametrize("day", ["tomorrow", "2026-13-01", ""])
def test_a_day_that_is_none_exits_with_2(day: str, capsys: Capture) -> None:
    with pytest.raises(SystemExit) as end:
        main(["review", "x.yml", "--today", day])

    assert end.value.code == 2
    assert "is not a day such as 2026-11-01" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("today", "words"),
    [
        ("2026-06-01", "A next review is set."),
        ("2027-02-01", "The review is overdue."),
        ("2026-01-01", "The day of publication has not come yet."),
    ],
)
def test_dates_are_judged_by_the_day_that_is_given(today: str, words: str, tmp_path: Path, review: Review) -> None:
    a_content_folder(tmp_path)
    assert words in review("content/case_studies/oak.yml", "--today", today)[1]


def test_findings_of_safeguarding_stand_in_their_own_part(tmp_path: Path) -> None:
    library = check_content(a_content_folder(tmp_path)).library
    found = Problem(
        "oak.yml", 4, 2, "context", "a telephone number stands here.", "Leave it out.", "safeguarding-phone"
    )
    sheet = sheet_of(Case("oak.yml", library.entries[Kind.CASE, "oak"], library, [found], []), date(2026, 6, 1))
    parts = {section.heading: section.lines for section in sheet.sections}

    assert [line.mark for line in parts["What must be mended"]] == [Mark.GOOD]
    assert parts["Safeguarding"][0].mark is Mark.STOP
    assert "safeguarding-phone" in parts["Safeguarding"][0].text


def test_what_a_named_person_accepted_is_for_the_reviewer_to_judge(tmp_path: Path) -> None:
    library = check_content(a_content_folder(tmp_path)).library
    entry = library.entries[Kind.CASE, "oak"]
    accepted = SimpleNamespace(rule="safeguarding-small-count", by="The designated lead", on=date(2026, 1, 9))
    study = a_case_study().model_copy(update={"safeguarding": SimpleNamespace(accepted=(accepted,))})
    lines = [line.text for line in safeguarding_lines(study, [], entry) if line.mark is Mark.LOOK]

    assert [line.partition(" Do you agree")[0] for line in lines] == [
        "safeguarding-small-count: accepted on 2026-01-09 by The designated lead."
    ]


def test_nothing_in_a_record_is_a_command_to_a_build_log(tmp_path: Path, review: Review) -> None:
    """A log takes a line for a command when it starts with two colons, and long lines are broken anywhere."""
    name = "Oak " + "and so on " * 7 + "::error file=x::no ##[error]no"
    a_content_folder(tmp_path, {"case_studies/oak.yml": OAK.replace("Oak Primary School", f'"{name}"')})
    said = review("content/case_studies/oak.yml")[1]

    assert not [line for line in said.splitlines() if line.strip().startswith(("::", "##["))]


@pytest.mark.usefixtures("programs")
def test_a_terminal_without_the_letters_gets_something_in_their_place(tmp_path: Path) -> None:
    a_content_folder(tmp_path, {"case_studies/oak.yml": OAK.replace("Oak Primary School", "Łódź 日本")})
    ran = run_tenfold(
        "review", "content/case_studies/oak.yml", folder=tmp_path, PYTHONUTF8="0", PYTHONIOENCODING="cp1252"
    )

    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.startswith(b"Review sheet: \\u0141\xf3d\\u017a")
