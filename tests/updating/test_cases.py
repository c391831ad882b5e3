"""What somebody with a local copy is told when they update it: every file in `cases/updates` is one test.

The section `run` holds the options of `tenfold local update`. Files below `first/` and `second/` are in the content of
the original before and after; `local.yml` and files below `content/` are theirs. The second bundle is made since the
first, unless the section `since` says `nothing`.
"""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import pytest
from tests.support.builders import TESTS
from tests.support.bundles import a_bundle, files_in
from tests.support.golden import read_case, rewrite
from tests.support.updates import a_copy_folder, content, everything_in

from tenfold.bundling import read_bundle
from tenfold.cli import main

CASES = sorted((TESTS / "cases" / "updates").glob("*.txt"))


def below(files: dict[str, bytes], folder: str) -> dict[str, str | bytes]:
    return {name.removeprefix(f"{folder}/"): raw for name, raw in files.items() if name.startswith(f"{folder}/")}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_an_update_says_and_does(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    case = read_case(path)
    options = shlex.split(case.files.pop("run", b"").decode())
    first = a_bundle(content(tmp_path / "first", below(case.files, "first")))
    alone = case.files.pop("since", b"").strip() == b"nothing"
    since = None if alone else read_bundle(first)
    second = a_bundle(content(tmp_path / "second", below(case.files, "second")), since=since)
    own = {name: raw.decode() for name, raw in case.files.items() if name.startswith("content/")}
    texts = {name.removeprefix("content/"): text for name, text in own.items()}
    swapped = "--swapped" in options
    here, new = (second, first) if swapped else (first, second)
    folder = a_copy_folder(tmp_path / "copy", here, texts, case.files.get("local.yml", b"").decode())
    (tmp_path / "new.zip").write_bytes(new)
    monkeypatch.chdir(folder)
    before = everything_in(folder)
    command = ["local", "update", "../new.zip", *(option for option in options if option != "--swapped")]

    shown = main([*command, "--dry-run"])
    assert everything_in(folder) == before, "a dry run writes nothing"
    in_short = capsys.readouterr().out
    status = main(command)

    captured = capsys.readouterr()
    assert status == shown
    assert captured.err == ""
    after = everything_in(folder)
    if status:
        assert after == before
        assert captured.out == in_short
    else:
        wanted = files_in(new)
        assert {name for name in after if name.startswith("upstream/")} == {f"upstream/{name}" for name in wanted}
        assert {name: after[name] for name in own} == {name: text.encode() for name, text in own.items()}
        assert not [name for name in after if name.startswith(".tenfold-update")]
    if os.environ.get("TENFOLD_REWRITE"):
        rewrite(path, captured.out)
    else:
        assert captured.out == case.says


def test_there_are_cases() -> None:
    assert len(CASES) >= 15
