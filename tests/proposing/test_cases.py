"""What an officer is told who proposes something: every file in `cases/proposing` is one test.

The section `run` holds what follows `tenfold local propose`; `local.yml` more settings; `upstream/PATH` a file of the
original, all others files of the copy's content. `show` lists files of the proposal to print after what is said.
"""

import os
import shlex
from pathlib import Path

import pytest
from tests.support.builders import TESTS
from tests.support.copies import a_copy
from tests.support.golden import Case, read_case, rewrite
from tests.support.proposals import everything_in

from tenfold.cli import main

CASES = sorted((TESTS / "cases" / "proposing").glob("*.txt"))


def put_up(folder: Path, case: Case) -> tuple[list[str], list[str]]:
    """Make the copy of a case; the command, and the files to show."""
    files = dict(case.files)
    command = shlex.split(files.pop("run").decode())
    shown = files.pop("show", b"").decode().split()
    a_copy(folder, files.pop("local.yml", b"").decode())
    for path, raw in files.items():
        below = "upstream/content" if path.startswith("upstream/") else "content"
        file = folder / below / path.removeprefix("upstream/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(raw)
    return command, shown


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_is_said_of_a_proposal(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    case = read_case(path)
    assert case.title.endswith("."), "a case starts with a sentence that says what it shows"
    copy, out = tmp_path / "copy", tmp_path / "out"
    command, shown = put_up(copy, case)
    out.mkdir()
    monkeypatch.chdir(copy)
    before = everything_in(copy)

    status = main(["local", "propose", *command, "--out", "../out/proposal"])

    captured = capsys.readouterr()
    assert everything_in(copy) == before, "nothing in the copy is changed"
    assert status == (0 if "Nothing was sent" in captured.out else 1 if captured.out else 2)
    assert bool(status) != (out / "proposal").is_dir()
    said = captured.out + captured.err
    for name in [] if status else shown:
        said += f"--- {name}\n{(out / 'proposal' / name).read_text(encoding='utf-8')}"
    if os.environ.get("TENFOLD_REWRITE"):
        rewrite(path, said)
    else:
        assert said == case.says


def test_there_are_cases() -> None:
    assert len(CASES) >= 15
