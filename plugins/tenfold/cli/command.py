"""What every command of `tenfold` shares."""

from __future__ import annotations

import argparse
from typing import Protocol


class CannotRun(Exception):
    """The command cannot do what was asked; the text says why and what to do."""


class Commands(Protocol):
    """Where a command adds itself: its name, what `tenfold --help` says of it."""

    def add_parser(self, name: str, *, help: str) -> argparse.ArgumentParser: ...
