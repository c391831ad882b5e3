"""What a bundle says is new since the one before: every file in `cases/bundles` is one test.

The base content is in both; files below `before/` are in the first alone, all others in the second alone.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.support.builders import TESTS, a_content_folder
from tests.support.bundles import opened
from tests.support.golden import read_case, rewrite

from tenfold.bundling import compare
from tenfold.bundling.telling import in_short

CASES = sorted((TESTS / "cases" / "bundles").glob("*.txt"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_is_said_to_be_new(path: Path, tmp_path: Path) -> None:
    case = read_case(path)
    before = {name.removeprefix("before/"): raw for name, raw in case.files.items() if name.startswith("before/")}
    after = {name: raw for name, raw in case.files.items() if not name.startswith("before/")}
    first = opened(a_content_folder(tmp_path / "first", dict(before)))
    second = opened(a_content_folder(tmp_path / "second", dict(after)), since=first)

    newest = second.changes.split("\n## ")[1].partition("\n")[2].strip()
    is_news = second.changes.count("\n## ") > first.changes.count("\n## ")
    said = f"{in_short(compare(first.library, second.library))}\n\n{newest if is_news else '(no news)'}\n"
    if os.environ.get("TENFOLD_REWRITE"):
        rewrite(path, said)
    else:
        assert said == case.says


def test_there_are_cases() -> None:
    assert len(CASES) >= 15
