"""What people write, and what they are told: every file in `cases/loading` is one test."""

import os
from pathlib import Path

import pytest
from tests.support.builders import TESTS, a_content_folder
from tests.support.golden import read_case, rewrite

from tenfold.cli import main

CASES = sorted((TESTS / "cases" / "loading").glob("*.txt"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_check_says(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    case = read_case(path)
    assert case.title.endswith("."), "a case starts with a sentence that says what it shows"
    a_content_folder(tmp_path, dict(case.files))
    monkeypatch.chdir(tmp_path)

    status = main(["check"])

    said = capsys.readouterr().out
    if os.environ.get("TENFOLD_REWRITE"):
        rewrite(path, said)
    else:
        assert said == case.says
        assert status == (0 if "problem" not in said.splitlines()[-1].replace("No problems", "") else 1)


def test_there_are_cases() -> None:
    assert len(CASES) >= 40
