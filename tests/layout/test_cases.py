"""What people write, and what becomes of it: every file in `cases/layout` is one test."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.golden import cases_in, read_case

from tenfold.cli import main

CASES = cases_in("layout")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_becomes_of_a_file(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    case = read_case(path)
    (name,) = case.files
    folder = case.put_into(tmp_path, monkeypatch)

    main(["fmt", f"content/{name}"])

    became = capsys.readouterr().out + "---\n" + (folder / name).read_text(encoding="utf-8")
    case.must_say(became)


def test_there_are_cases() -> None:
    assert len(CASES) >= 12
