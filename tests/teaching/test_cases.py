"""What people write, and the advice that they are given: every file in `cases/teaching` is one test.

The file that the case changes is named on the command line, as whoever wrote it would do.
"""

import os
from pathlib import Path

import pytest
from tests.support.builders import TESTS, a_content_folder
from tests.support.golden import read_case, rewrite

from tenfold.cli import main

CASES = sorted((TESTS / "cases" / "teaching").glob("*.txt"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_check_says_of_a_file_that_is_named(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    case = read_case(path)
    assert case.title.endswith("."), "a case starts with a sentence that says what it shows"
    a_content_folder(tmp_path, dict(case.files))
    monkeypatch.chdir(tmp_path)

    status = main(["check", *(f"content/{file}" for file in case.files)])

    said = capsys.readouterr().out
    if os.environ.get("TENFOLD_REWRITE"):
        rewrite(path, said)
    else:
        assert said == case.says
        assert status == ("problem in" in said)


def test_there_are_cases() -> None:
    assert len(CASES) >= 16
