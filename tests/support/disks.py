"""Disks that fail while an update is written: full, forbidden, or gone with the power."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tenfold.updating.disk import Disk


class Killed(BaseException):
    """Stands for a kill: nothing catches it."""


class Failing(Disk):
    """Works until it comes to one of its tasks, where it fails in some way; before or behind it."""

    def __init__(self, number: int, error: BaseException, *, after: bool, once: bool = True) -> None:
        self.left, self.error, self.after, self.once = number, error, after, once

    def doing(self, task: Callable[[], None]) -> None:
        self.left -= 1
        fails = self.left == -1 or (self.left < 0 and not self.once)
        if fails and not self.after:
            raise self.error
        task()
        if fails:
            raise self.error

    def make_folder(self, path: Path) -> None:
        self.doing(lambda: super(Failing, self).make_folder(path))

    def write(self, path: Path, raw: bytes) -> None:
        self.doing(lambda: super(Failing, self).write(path, raw))

    def move(self, one: Path, other: Path) -> None:
        self.doing(lambda: super(Failing, self).move(one, other))

    def remove(self, path: Path) -> None:
        self.doing(lambda: super(Failing, self).remove(path))
