"""What people write, and what they are told: every file in `cases/loading` is one test."""

from pathlib import Path

import pytest
from tests.support.golden import cases_in, check_says_so

CASES = cases_in("loading")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_check_says(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    check_says_so(path, tmp_path, capsys, monkeypatch)


def test_there_are_cases() -> None:
    assert len(CASES) >= 40
