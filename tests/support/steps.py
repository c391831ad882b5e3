"""How much work something is, counted rather than timed: the same on every machine, but the work takes far longer."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import tenfold

OURS = str(Path(tenfold.__file__).parent)


Steps = Callable[[Callable[[], object]], int]
"""From some work to how many steps it is."""


@pytest.fixture(scope="session")
def steps_of() -> Steps:
    """How many Python functions are called while some work runs, and lines of our own code are executed."""
    return counted


def counted(work: Callable[[], object]) -> int:
    count = 0

    def line(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return line

    def call(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += 1
        return line if frame.f_code.co_filename.startswith(OURS) else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        work()
    finally:
        sys.settrace(before)
    return count
