"""What maintainers ask for, and what they are told: every file in `cases/changes` is one test.

The section `run` holds the command; what it prints with and without `--dry-run` follows.
"""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import pytest
from tests.support.builders import TESTS, a_content_folder
from tests.support.golden import read_case, rewrite

from tenfold.cli import main

CASES = sorted((TESTS / "cases" / "changes").glob("*.txt"))


def everything_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_a_change_says_and_does(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    case = read_case(path)
    files = dict(case.files)
    command = shlex.split(files.pop("run").decode())
    folder = a_content_folder(tmp_path, dict(files))
    monkeypatch.chdir(tmp_path)
    before = everything_in(folder)

    shown = main([*command, "--dry-run", "--on", "2026-11-22"])
    assert everything_in(folder) == before, "a dry run writes nothing"
    status = main([*command, "--on", "2026-11-22"])

    captured = capsys.readouterr()
    assert status == shown
    if status:
        assert everything_in(folder) == before
    else:
        assert main(["check"]) == 0
    if os.environ.get("TENFOLD_REWRITE"):
        rewrite(path, captured.out + captured.err)
    else:
        assert captured.out + captured.err == case.says


def test_there_are_cases() -> None:
    assert len(CASES) >= 15
