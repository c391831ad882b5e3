"""What a reviewer is shown: every file in `cases/reviewing` is one test, as text and as Markdown."""

from pathlib import Path

import pytest
from tests.support.golden import cases_in, read_case

from tenfold.cli import main

CASES = cases_in("reviewing")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_the_sheet_says(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    case = read_case(path)
    case.put_into(tmp_path, monkeypatch)
    [file] = case.files

    status = main(["review", f"content/{file}", "--today", "2026-06-01"])
    text = capsys.readouterr().out
    same = main(["review", f"content/{file}", "--today", "2026-06-01", "--format", "md"])

    said = f"{text}\n--- as Markdown\n\n{capsys.readouterr().out}"
    case.must_say(said)
    assert status == same == ("MEND" in text)


def test_there_are_cases() -> None:
    assert len(CASES) >= 6
