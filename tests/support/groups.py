"""Three groups of tests, told apart by what a test asks for, and a guard that holds each test to its group.

- `unit`: works in memory.
- `walk`: writes files (`tmp_path`), makes or opens archives (`archives`: Word, Excel and PowerPoint files are such),
  counts steps (`steps_of`), or tries examples that Hypothesis makes up.
- `real`: starts another program (`programs`): a browser, an office, an editor, Git, Pagefind, a build, a command.

Nobody says of a test which group it is in. One that does more than it asked for fails, and is told what to ask for.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import is_hypothesis_test

GROUPS = ("unit", "walk", "real")
"""From what may do least to what may do most."""
PROGRAMS = frozenset({"programs"})
MORE_THAN_MEMORY = frozenset({"tmp_path_factory", "archives", "steps_of"})
"""`tmp_path` comes from `tmp_path_factory`."""

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
CHANGES_FILES = frozenset({"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.symlink", "os.link", "os.truncate"})
STARTS = frozenset({"subprocess.Popen", "os.posix_spawn", "os.fork", "os.forkpty", "os.exec", "os.system"})
SPEAKS = frozenset({"socket.connect", "socket.bind"})
OPENS_ARCHIVE = "tests.archive"
HEARD = STARTS | SPEAKS | CHANGES_FILES | {"open", OPENS_ARCHIVE}


def group_of(item: pytest.Item) -> str:
    """The name of the group that a test belongs to by the fixtures it asks for, itself or through others."""
    asked = frozenset(getattr(item, "fixturenames", ()))
    if asked & PROGRAMS:
        return "real"
    return "walk" if asked & MORE_THAN_MEMORY or is_hypothesis_test(getattr(item, "obj", None)) else "unit"


class Guard:
    """Hears of what Python does (PEP 578), and keeps what the test that is running may not do."""

    def __init__(self) -> None:
        self.group = GROUPS[-1]
        self.trespasses: list[str] = []

    def watch(self) -> None:
        """From now on, for as long as Python runs."""
        tell_of_archives()
        sys.addaudithook(self.hear)

    def held(self, item: pytest.Item) -> Generator[None, object, object]:
        """Hold a test to its group, around a part of its run."""
        self.group, self.trespasses = group_of(item), []
        try:
            result = yield
        finally:
            self.group = GROUPS[-1]
        if self.trespasses:
            pytest.fail(f"{item.nodeid} does more than it asked for: {self.trespasses[0]}.", pytrace=False)
        return result

    @contextmanager
    def set_aside(self) -> Iterator[None]:
        """For what the first test that needs it makes and all others share, which is nobody's own doing."""
        group, self.group = self.group, GROUPS[-1]
        try:
            yield
        finally:
            self.group = group

    def hear(self, event: str, about: tuple[Any, ...]) -> None:
        if event not in HEARD or self.group == "real" or threading.current_thread() is not threading.main_thread():
            return
        if event in STARTS or event in SPEAKS:
            self.trespasses.append(f"{event}: a test that starts another program, or speaks to one, asks for programs")
        elif self.group == "unit" and event == OPENS_ARCHIVE:
            self.trespasses.append("a test that makes or opens an archive or a file of an office asks for archives")
        elif self.group == "unit" and changes_files(event, about):
            self.trespasses.append(f"{event} {about[0]}: a test that writes files asks for tmp_path")


def changes_files(event: str, about: tuple[Any, ...]) -> bool:
    """Whether what Python told of changes a file or a folder that is anybody's."""
    if isinstance(about[0], int):  # was heard of when it was opened by its name
        return False
    changes = event in CHANGES_FILES or (event == "open" and about[2] & WRITING)
    return bool(changes) and str(about[0]) != os.devnull and not is_kept_by_python(str(about[0]))


def is_kept_by_python(path: str) -> bool:
    """Whether a file is a module or a fragment as it was compiled when it was first used, which is nobody's test."""
    return "__pycache__" in path or bool(sys.pycache_prefix and path.startswith(sys.pycache_prefix))


def tell_of_archives() -> None:
    """Have Python tell when somebody makes or opens an archive, as it does of files."""
    opened = ZipFile.__init__

    def told(self: ZipFile, *given: Any, **options: Any) -> None:
        opened(self, *given, **options)
        sys.audit(OPENS_ARCHIVE)  # not of what is not there: Python looks for its own library in an archive

    ZipFile.__init__ = told  # type: ignore[method-assign]


GUARD = Guard()
