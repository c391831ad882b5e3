"""What maintainers ask for, and what they are told: every file in `cases/changes` is one test.

The section `run` holds the command; what it prints with and without `--dry-run` follows.
"""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from tests.support.golden import cases_in, read_case

from tenfold.cli import main

CASES = cases_in("changes")


def everything_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_a_change_says_and_does(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    case = read_case(path)
    command = shlex.split(case.files.pop("run").decode())
    folder = case.put_into(tmp_path, monkeypatch)
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
    case.must_say(captured.out + captured.err)


def test_there_are_cases() -> None:
    assert len(CASES) >= 15
