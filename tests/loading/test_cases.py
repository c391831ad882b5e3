"""What people write, and what they are told: every file in `cases/loading` is one test."""

from pathlib import Path

import pytest
from tests.support.builders import a_content_folder
from tests.support.golden import cases_in, check_says_so, read_case
from tests.support.memory import check_base_with

from tenfold.checking import check_content

CASES = cases_in("loading")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_check_says(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    check_says_so(path, tmp_path, capsys, monkeypatch)


def test_what_check_says_is_the_same_in_memory(tmp_path: Path) -> None:
    """So that many tests need no folder. What is too large is not read from a folder, and has another message."""
    for path in (path for path in CASES if path.stem != "too-large"):
        files = read_case(path).files
        found = check_content(a_content_folder(tmp_path / path.stem, files)).problems
        assert check_base_with(files).problems == found, path.stem


def test_there_are_cases() -> None:
    assert len(CASES) >= 40
