"""The real content, read and checked once for all tests of a process: records are frozen, and nothing changes them."""

from __future__ import annotations

from functools import cache

from tenfold.checking import check_content
from tenfold.library import Library
from tests.support.builders import PROJECT


@cache
def the_real_library() -> Library:
    return check_content(PROJECT / "content").library
