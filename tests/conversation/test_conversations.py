"""Conversations as they look on the screen: every file in `cases/conversations` is one.

A file starts with a sentence. Then come sessions: `=== types` (what is typed, a line each; `^C` for the keys that
interrupt, `<U+001B>` for a character that nobody sees), what the screen shows (`=== shows`), and in the end the file
that was written (`=== writes NAME`). `=== file NAME` is a file that was there before, `=== command` what is run.
"""

from __future__ import annotations

import os
import re
import shlex
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from tests.support import story
from tests.support.builders import TESTS, a_content_folder
from tests.support.conversations import seen
from tests.support.golden import HEADER
from tests.support.typing import INTERRUPTS, Typist

from tenfold.cli import main, new

PATHS = sorted((TESTS / "cases" / "conversations").glob("*.txt"))
COMMAND = "new case-study"


@dataclass
class Section:
    header: str
    body: str


def sections_of(path: Path) -> tuple[str, list[Section]]:
    title, *parts = HEADER.split(path.read_text(encoding="utf-8"))
    return title, [Section(h, b.removeprefix("\n")) for h, b in zip(parts[::2], parts[1::2], strict=True)]


def typed(body: str) -> list[str]:
    found = []
    for line in body.splitlines():
        found += story.lines() if line == "(the whole story)" else [INTERRUPTS if line == "^C" else seen(line)]
    return found


def play(path: Path, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> str:
    """The file with what is shown and written now."""
    title, sections = sections_of(path)
    content = a_content_folder(folder) if "without content" not in title else folder
    command = COMMAND
    for section in sections:
        kind, _, rest = section.header.partition(" ")
        if kind == "file":
            (folder / rest).parent.mkdir(parents=True, exist_ok=True)
            (folder / rest).write_text(section.body, encoding="utf-8")
        elif kind == "command":
            command = section.body.strip()
        elif kind == "types":
            monkeypatch.setattr("sys.stdin", Typist(typed(section.body)))
            status = main(shlex.split(command))
            said = capsys.readouterr()
        elif kind == "shows":
            section.body = f"{said.out}{said.err}(exit {status})\n"
        else:
            section.body = (folder / rest).read_text(encoding="utf-8")
    assert content.is_dir()
    return title + "".join(f"=== {each.header}\n{each.body}" for each in sections)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_conversation_looks_as_it_is_recorded(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(new, "today", lambda: date(2026, 11, 1))
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)
    found = play(path, tmp_path, capsys, monkeypatch)
    if os.environ.get("TENFOLD_REWRITE"):
        path.write_text(found, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == found


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_what_is_shown_can_be_read_aloud_and_fits_a_narrow_window(path: Path) -> None:
    """No signs that move the cursor or draw, no colours where there is no terminal, no line that runs off."""
    _, sections = sections_of(path)
    for shown in (each.body for each in sections if each.header == "shows"):
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", re.sub(r"^[> ] .*", "", shown, flags=re.MULTILINE))
        assert all(
            len(line) <= 80 for line in shown.splitlines() if not re.match(r"[> ] |tenfold: |Everything|content/", line)
        )


def test_there_are_conversations() -> None:
    assert len(PATHS) >= 8
