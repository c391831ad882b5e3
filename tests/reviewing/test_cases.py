"""What a reviewer is shown: every file in `cases/reviewing` is one test, as text and as Markdown."""

import os
from pathlib import Path

import pytest
from tests.support.builders import TESTS, a_content_folder
from tests.support.golden import read_case, rewrite

from tenfold.cli import main

CASES = sorted((TESTS / "cases" / "reviewing").glob("*.txt"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_the_sheet_says(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    case = read_case(path)
    assert case.title.endswith("."), "a case starts with a sentence that says what it shows"
    a_content_folder(tmp_path, dict(case.files))
    monkeypatch.chdir(tmp_path)
    [file] = case.files

    status = main(["review", f"content/{file}", "--today", "2026-06-01"])
    text = capsys.readouterr().out
    same = main(["review", f"content/{file}", "--today", "2026-06-01", "--format", "md"])

    said = f"{text}\n--- as Markdown\n\n{capsys.readouterr().out}"
    if os.environ.get("TENFOLD_REWRITE"):
        rewrite(path, said)
    else:
        assert said == case.says
        assert status == same == ("MEND" in text)


def test_there_are_cases() -> None:
    assert len(CASES) >= 6
