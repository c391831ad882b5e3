"""Whatever the bytes are, reading them ends, and what is said of them is fit to print."""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.builders import BASE, a_content_folder
from tests.support.steady import STEADY
from tests.support.strategies import hostile_bytes

from tenfold.cli import main
from tenfold.loading.yaml_document import MAX_DEPTH, MAX_SCALAR
from tenfold.loading.yaml_faults import MAX_FAULTS
from tenfold.loading.yaml_text import read

FILES = (
    "case_studies/oak.yml",
    "features/belonging-first.yml",
    "frameworks/fair-start.yml",
    "sources.yml",
    "glossary.yml",
    "toolkit/index.md",
)
FEWER = settings(STEADY, max_examples=30)


def depth(data: object) -> int:
    if isinstance(data, dict):
        return 1 + max(map(depth, data.values()), default=0)
    return 1 + max(map(depth, data), default=0) if isinstance(data, list) else 0


def longest(data: object) -> int:
    inner = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return len(data) if isinstance(data, str) else max(map(longest, inner), default=0)


@STEADY
@given(hostile_bytes())
def test_reading_any_bytes_ends_within_the_limits_and_places_every_fault(raw: bytes) -> None:
    document = read(raw)
    last_line = 2 + sum(raw.count(end) for end in (b"\r", b"\n"))

    assert depth(document.data) <= MAX_DEPTH
    assert longest(document.data) <= MAX_SCALAR
    assert len(document.faults) <= MAX_FAULTS
    for fault in document.faults:
        assert 1 <= fault.line <= last_line
        assert 1 <= fault.column <= len(raw) + 1


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_content_folder(tmp_path_factory.mktemp("hostile"))


@contextlib.contextmanager
def holding(folder: Path, path: str, raw: bytes) -> Iterator[None]:
    (folder / path).write_bytes(raw)
    try:
        yield
    finally:
        (folder / path).write_bytes((BASE / path).read_bytes())


def check(folder: Path) -> tuple[int, list[str]]:
    with contextlib.redirect_stdout(io.StringIO()) as out:
        status = main(["check", str(folder)])
    return status, out.getvalue().removesuffix("\n").split("\n")


@pytest.mark.parametrize("path", FILES)
@FEWER
@given(data=st.data())
def test_checking_any_bytes_says_what_is_wrong_in_printable_lines(path: str, folder: Path, data: st.DataObject) -> None:
    with holding(folder, path, data.draw(hostile_bytes(path))):
        status, (*said, last) = check(folder)

    assert status == ("problem" in last.removeprefix("No problems"))
    for line in said:
        assert re.match(rf"{re.escape(str(folder))}/[a-z0-9_/-]+\.(yml|md):\d+:\d+ ", line)
        assert line.isprintable()
