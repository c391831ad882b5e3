"""What people write, and the advice that they are given: every file in `cases/teaching` is one test.

The file that the case changes is named on the command line, as whoever wrote it would do.
"""

from pathlib import Path

import pytest
from tests.support.golden import cases_in, read_case

from tenfold.cli import main

CASES = cases_in("teaching")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_check_says_of_a_file_that_is_named(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    case = read_case(path)
    case.put_into(tmp_path, monkeypatch)

    status = main(["check", *(f"content/{file}" for file in case.files)])

    said = capsys.readouterr().out
    case.must_say(said)
    assert status == ("problem in" in said)


def test_there_are_cases() -> None:
    assert len(CASES) >= 16
