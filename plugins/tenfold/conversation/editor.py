"""Writing an answer in somebody's own text editor."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path


class NoEditor(Exception):
    """The editor cannot be used; the text says why and what to do."""


def editor_of(environment: Mapping[str, str]) -> str:
    """The command of the editor that somebody has chosen, or nothing."""
    return environment.get("VISUAL") or environment.get("EDITOR") or ""


def edited(text: str, environment: Mapping[str, str]) -> str:
    """What somebody makes of a text in their editor.

    Raises:
        NoEditor: none is chosen, it cannot be started, or it said that something went wrong.
    """
    command = editor_of(environment)
    if not command:
        raise NoEditor("No editor is chosen on this computer (EDITOR is not set). Write the answer here.")
    with tempfile.TemporaryDirectory(prefix="tenfold-") as folder:
        file = Path(folder) / "answer.md"
        file.write_text(text + "\n" if text else "", encoding="utf-8")
        run(command, file)
        try:
            return file.read_text(encoding="utf-8-sig").strip("\n")
        except (UnicodeDecodeError, OSError):
            raise NoEditor("What the editor saved cannot be read. Save it as UTF-8, or write here.") from None


def run(command: str, file: Path) -> None:
    try:
        parts = shlex.split(command, posix=os.name != "nt")
        status = subprocess.run([*parts, str(file)], check=False).returncode
    except (OSError, ValueError):
        raise NoEditor("The editor cannot be started. Write the answer here.") from None
    if status:
        raise NoEditor("The editor ended with an error, and nothing was taken from it. Write here, or try again.")
