"""Asking for a new copy as it looks on the screen: every file in `cases/founding/conversations` is a conversation.

A file starts with a sentence. Then comes what is typed, a line each (`^C` for the keys that interrupt), and what the
screen shows.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from tests.support.builders import BASE, TESTS
from tests.support.bundles import a_bundle
from tests.support.golden import HEADER
from tests.support.typing import INTERRUPTS, Typist

from tenfold.cli import main
from tenfold.founding import below

PATHS = sorted((TESTS / "cases" / "founding" / "conversations").glob("*.txt"))


@pytest.fixture(scope="module")
def bundle() -> bytes:
    return a_bundle(BASE)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_conversation_looks_as_it_is_recorded(
    path: Path, bundle: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(below, "found_here", lambda _: None)
    (tmp_path / "bundle.zip").write_bytes(bundle)
    title, _, typed, _, _ = HEADER.split(path.read_text(encoding="utf-8"))
    lines = [INTERRUPTS if line == "^C" else line for line in typed.removeprefix("\n").splitlines()]
    monkeypatch.setattr("sys.stdin", Typist(lines))

    status = main(["local", "init", "inclusion"])

    said = capsys.readouterr()
    found = f"{title}=== types{typed}=== shows\n{said.out}{said.err}(exit {status})\n"
    if os.environ.get("TENFOLD_REWRITE"):
        path.write_text(found, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == found
    assert (tmp_path / "inclusion/local.yml").is_file() is ("gets a folder" in title)
    assert len(list(tmp_path.iterdir())) == 1 + ("gets a folder" in title)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_what_is_shown_can_be_read_aloud_and_fits_a_narrow_window(path: Path) -> None:
    shown = HEADER.split(path.read_text(encoding="utf-8"))[-1]
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", shown)
    assert all(len(line) <= 80 for line in shown.splitlines() if not line.startswith(("> ", "tenfold: ")))
