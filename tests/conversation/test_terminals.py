"""`tenfold new` in a process of its own: at a terminal, through a pipe, without any input, in other encodings."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from tests.support.builders import a_content_folder
from tests.support.commands import environment

pytestmark = pytest.mark.usefixtures("programs")

COMMAND = [sys.executable, "-m", "tenfold", "new", "case-study", "willow"]
FILE = "content/case_studies/willow.yml"
PATIENCE = 120
"""Seconds after which a terminal that says nothing is given up; nothing depends on how long it takes."""
TAKE_THE_TERMINAL = """
import fcntl, os, signal, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
command = os.fork() or os.execv(sys.argv[1], sys.argv[1:])
for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    signal.signal(number, signal.SIG_IGN)
print("ended with", os.waitstatus_to_exitcode(os.waitpid(command, 0)[1]), flush=True)
signal.pause()
"""
"""Makes the terminal the one that a process is controlled from, so that its keys send signals; then runs a command.

It stays until it is killed: with whom a terminal belongs to goes what nobody has read of it yet.
"""


class Terminal:
    """A terminal with `tenfold new` in it, and somebody who types."""

    def __init__(self, handle: int, process: subprocess.Popen[bytes]) -> None:
        self.handle = handle
        self.process = process
        self.shown = ""

    def wait_for(self, text: str) -> None:
        """Read what is shown until a text stands in it; what stood before that is put aside."""
        until = time.monotonic() + PATIENCE
        while text not in self.shown:
            assert time.monotonic() < until, f"{text!r} was never shown, only {self.shown!r}"
            if select.select([self.handle], [], [], 1)[0]:
                try:
                    self.shown += os.read(self.handle, 4096).decode(errors="replace")
                except OSError:
                    raise AssertionError(f"{text!r} was never shown, only {self.shown!r}") from None
        self.shown = self.shown.partition(text)[2]

    def type(self, line: str) -> None:
        os.write(self.handle, f"{line}\n".encode())

    def press(self, key: bytes) -> None:
        os.write(self.handle, key)


@contextmanager
def a_terminal(folder: Path, command: Sequence[str] = COMMAND, **more: str) -> Iterator[Terminal]:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", TAKE_THE_TERMINAL, *command],
        cwd=folder,
        env=environment(**{"TERM": "xterm", "EDITOR": "", "VISUAL": ""} | more),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    try:
        yield Terminal(ours, process)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        with suppress(OSError):
            os.close(ours)


def piped(given: bytes, folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "tenfold", "new", "case-study", *(arguments or ("willow",))]
    return subprocess.run(command, cwd=folder, env=environment(**more), input=given, capture_output=True, check=False)


def test_answers_are_typed_and_stopped_with_the_keys_that_interrupt(tmp_path: Path) -> None:
    a_content_folder(tmp_path)
    with a_terminal(tmp_path) as terminal:
        terminal.wait_for("Kind of setting")
        terminal.wait_for("> ")
        terminal.type("school")
        terminal.wait_for("Name of the setting")
        terminal.wait_for("> ")
        terminal.type("Willow Lane Café")
        terminal.wait_for("Phase")
        terminal.wait_for("> ")
        terminal.press(b"\x03")
        terminal.wait_for("tenfold new case-study willow")
        terminal.wait_for("ended with 0")

    assert "name: Willow Lane Café" in (tmp_path / FILE).read_text(encoding="utf-8")


def up_to_the_context(terminal: Terminal) -> None:
    for label, line in (
        ("Kind of setting", "school"),
        ("Name of the setting", "Willow Lane"),
        ("Phase", "primary"),
        ("Place", ""),
        ("Region", ""),
        ("Local authority", ""),
        ("GSS code", ""),
        ("URN", ""),
        ("Website", ""),
        ("Size", ""),
        ("Challenges", ""),
        ("Needs", ""),
    ):
        terminal.wait_for(label)
        terminal.wait_for("> ")
        terminal.type(line)
    terminal.wait_for("Context")
    terminal.wait_for("> ")


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM], ids=["the terminal is closed", "shut down"])
def test_what_was_typed_so_far_is_saved_when_the_process_is_told_to_end(number: signal.Signals, tmp_path: Path) -> None:
    a_content_folder(tmp_path)
    with a_terminal(tmp_path) as terminal:
        up_to_the_context(terminal)
        terminal.type("Pupils came late.")
        terminal.wait_for("\n  ")
        if number is signal.SIGHUP:
            os.close(terminal.handle)  # as when somebody closes the window
            terminal.process.wait(PATIENCE)
        else:
            os.killpg(terminal.process.pid, number)
            terminal.wait_for("ended with")

    assert "context: Pupils came late." in (tmp_path / FILE).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "more, bold",
    [
        pytest.param({}, True, id="a terminal"),
        pytest.param({"NO_COLOR": "1"}, False, id="somebody who wants no colour"),
        pytest.param({"NO_COLOR": ""}, True, id="a wish that is empty"),
        pytest.param({"TERM": "dumb"}, False, id="a terminal that can do nothing"),
    ],
)
def test_labels_are_bold_only_where_that_is_wanted_and_no_cursor_is_moved(
    more: dict[str, str], bold: bool, tmp_path: Path
) -> None:
    a_content_folder(tmp_path)
    with a_terminal(tmp_path, **more) as terminal:
        terminal.wait_for("You are asked")
        terminal.wait_for("Type the number")
        shown = terminal.shown
        terminal.press(b"\x03")
        terminal.wait_for("Stopped")
        shown += terminal.shown

    assert not re.search(r"\x1b\[[^m]*[A-HJKSTfsu]|\r(?!\n)", shown.replace("\r\r\n", "\r\n"))
    if not bold:
        assert "\x1b" not in shown


def test_a_heading_is_bold_at_a_terminal(tmp_path: Path) -> None:
    a_content_folder(tmp_path)
    with a_terminal(tmp_path) as terminal:
        terminal.wait_for("\x1b[1mKind of setting (needed)\x1b[0m")
        terminal.press(b"\x04")
        terminal.wait_for("no answers can be read")


def test_an_answer_is_written_in_the_editor_that_somebody_chose(tmp_path: Path) -> None:
    a_content_folder(tmp_path)
    script = "import sys; open(sys.argv[1], 'a', encoding='utf-8').write('Written elsewhere: at length.\\n')"
    (tmp_path / "editor.py").write_text(script, encoding="utf-8")
    with a_terminal(tmp_path, EDITOR=f'"{sys.executable}" "{tmp_path / "editor.py"}"') as terminal:
        up_to_the_context(terminal)
        terminal.type(":e")
        terminal.wait_for("Practices, number 1")

    assert "context: 'Written elsewhere: at length.'" in (tmp_path / FILE).read_text(encoding="utf-8")


@pytest.mark.parametrize("editor", ["/nowhere/editor", f"{sys.executable} -c exit(3)", "'", ""])
def test_an_editor_that_does_not_work_is_said_and_the_answer_is_written_here(editor: str, tmp_path: Path) -> None:
    a_content_folder(tmp_path)
    done = piped(b"school\n:e\nWillow Lane\n:q\n", tmp_path, EDITOR=editor)

    assert done.returncode == 0
    assert done.stderr == b""
    assert b"Write" in done.stdout
    assert "name: Willow Lane" in (tmp_path / FILE).read_text(encoding="utf-8")


def test_without_any_input_it_says_what_to_do(tmp_path: Path) -> None:
    a_content_folder(tmp_path)
    done = piped(b"", tmp_path)

    assert done.returncode == 2
    assert b"there is nobody to ask" in done.stderr
    assert not (tmp_path / FILE).exists()


def test_with_the_input_closed_it_says_what_to_do(tmp_path: Path) -> None:
    a_content_folder(tmp_path)
    script = (
        "import sys; sys.stdin.close(); sys.stdin = None; from tenfold.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", script, "new", "case-study", "willow"]
    done = subprocess.run(command, cwd=tmp_path, env=environment(), capture_output=True, check=False)

    assert done.returncode == 2
    assert b"there is nobody to ask" in done.stderr


def test_answers_through_a_pipe_are_saved_when_they_end(tmp_path: Path) -> None:
    a_content_folder(tmp_path)
    done = piped("school\r\nWillow Lane Café\r\n".encode(), tmp_path)

    assert done.returncode == 0
    assert "name: Willow Lane Café" in (tmp_path / FILE).read_text(encoding="utf-8")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1", "cp850", "utf-16-le"])
def test_a_terminal_of_another_encoding_shows_every_question(encoding: str, tmp_path: Path) -> None:
    a_content_folder(tmp_path)
    answers = "school\nWillow Lane\nprimary\n:q\n".encode(encoding)
    done = piped(answers, tmp_path, PYTHONIOENCODING=encoding)

    assert done.returncode == 0, done.stderr
    assert "Place (needed)" in done.stdout.decode(encoding)
    assert "name: Willow Lane" in (tmp_path / FILE).read_text(encoding="utf-8")


def test_letters_that_cannot_be_read_are_refused_and_nothing_breaks(tmp_path: Path) -> None:
    a_content_folder(tmp_path)
    done = piped(b"school\nCaf\xe9 Lane\nWillow Lane\n:q\n", tmp_path, PYTHONIOENCODING="utf-8")

    assert done.returncode == 0
    assert b"replacement character" in done.stdout
    assert b"Traceback" not in done.stderr
    assert "name: Willow Lane" in (tmp_path / FILE).read_text(encoding="utf-8")


def test_a_screen_that_goes_away_loses_nothing(tmp_path: Path) -> None:
    """As with `tenfold new | head -1`: what had been answered by then is saved, and there is no traceback."""
    a_content_folder(tmp_path)
    pipe = subprocess.PIPE
    with subprocess.Popen(COMMAND, cwd=tmp_path, env=environment(), stdin=pipe, stdout=pipe, stderr=pipe) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(b"school\nWillow Lane\n")
        process.stdin.flush()
        while b"Phase" not in process.stdout.readline():
            pass
        process.stdout.close()
        process.stdin.write(b"primary\nHarrowby\n")
        process.stdin.close()
        errors = process.stderr.read()

    assert b"Traceback" not in errors
    assert "name: Willow Lane" in (tmp_path / FILE).read_text(encoding="utf-8")
