"""What people write, and what becomes of it: every file in `cases/layout` is one test."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.support.builders import TESTS, a_content_folder
from tests.support.golden import read_case, rewrite

from tenfold.cli import main

CASES = sorted((TESTS / "cases" / "layout").glob("*.txt"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_becomes_of_a_file(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    case = read_case(path)
    (name,) = case.files
    folder = a_content_folder(tmp_path, dict(case.files))
    monkeypatch.chdir(tmp_path)

    main(["fmt", f"content/{name}"])

    became = capsys.readouterr().out + "---\n" + (folder / name).read_text(encoding="utf-8")
    if os.environ.get("TENFOLD_REWRITE"):
        rewrite(path, became)
    else:
        assert became == case.says


def test_there_are_cases() -> None:
    assert len(CASES) >= 12
