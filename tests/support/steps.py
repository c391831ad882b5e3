"""How much work something is, counted rather than timed: the same on every machine."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import tenfold

OURS = str(Path(tenfold.__file__).parent)


def steps(work: Callable[[], object]) -> int:
    """The Python functions called while `work` runs, and the lines of our own code that are executed."""
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
