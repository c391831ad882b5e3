"""Patterns that are made when they are first needed: most texts hold nothing that calls for them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial


def lazily(pattern: str, flags: int = 0) -> Callable[[], re.Pattern[str]]:
    """A pattern that is compiled when somebody asks for it, and then kept."""
    return cache(partial(re.compile, pattern, flags))
