"""What is refused costs work in line with its size: four times as much of it, four times the work."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.builders import BASE, a_content_folder
from tests.support.steps import Steps

from tenfold.checking import check_content
from tenfold.cli import main
from tenfold.loading.yaml_text import read
from tenfold.model.base import each_once

SLACK = 1.3


def growth(small: int, large: int) -> float:
    """How much more work four times the size is, 1 when it grows in line with it."""
    return large / small / 4


@pytest.mark.parametrize(
    "unit",
    [
        pytest.param("&a x, ", id="anchors"),
        pytest.param("*a, ", id="aliases"),
        pytest.param("!t x, ", id="tags"),
        pytest.param("[", id="brackets"),
        pytest.param("{a: ", id="braces"),
        pytest.param("x, ", id="parts"),
        pytest.param('"\\0", ', id="escapes for unseen characters"),
        pytest.param("\u200b", id="unseen characters"),
        pytest.param('"', id="quotation marks"),
    ],
)
def test_reading_what_is_refused(unit: str, steps_of: Steps) -> None:
    def work(times: int) -> int:
        return steps_of(lambda: read(f"a: [{unit * times}".encode()))

    assert growth(work(500), work(2000)) < SLACK


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("title: x", id="a key twice"),
        pytest.param("<<: x", id="merge keys"),
        pytest.param("{}: x # y", id="hashes in text"),
        pytest.param("{}: >-\n  - x", id="folded lists"),
        pytest.param("---", id="documents"),
    ],
)
def test_reading_lines_that_are_refused(line: str, steps_of: Steps) -> None:
    def work(times: int) -> int:
        lines = (line.replace("{}", f"f{number}") for number in range(times))
        return steps_of(lambda: read("\n".join(lines).encode()))

    assert growth(work(500), work(2000)) < SLACK


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("[x](case:nowhere)", id="unknown ids"),
        pytest.param("[x](nowhere)", id="links that may not stand"),
        pytest.param("[x](né)", id="links that are not found in the text"),
        pytest.param("<b>", id="HTML"),
        pytest.param("![x](y)", id="pictures"),
        pytest.param("##### x\n", id="headings"),
        pytest.param("[[x](", id="brackets"),
    ],
)
def test_checking_prose_that_is_refused(line: str, tmp_path: Path, steps_of: Steps) -> None:
    folder = a_content_folder(tmp_path)
    oak = (BASE / "case_studies/oak.yml").read_text(encoding="utf-8")

    def work(lines: int) -> int:
        text = "".join(f"  {line}\n" for _ in range(lines))
        changed = oak.replace("context: The", f"context: |-\n{text}  The")
        (folder / "case_studies/oak.yml").write_text(changed, encoding="utf-8")
        return steps_of(lambda: check_content(folder))

    base = work(0)

    assert growth(work(100) - base, work(400) - base) < SLACK


def test_a_page_that_is_too_long_is_read_as_far_as_one_may_be(tmp_path: Path, steps_of: Steps) -> None:
    folder = a_content_folder(tmp_path)
    page = folder / "toolkit/index.md"
    start = page.read_text(encoding="utf-8")

    def work(lines: int) -> int:
        page.write_text(start + f"{'[' * 99}\n" * lines, encoding="utf-8")
        return steps_of(lambda: main(["check", str(page)]))

    assert growth(work(200), work(800)) < SLACK / 4


class Compared(str):
    """Text that counts how often it is compared with another."""

    __slots__ = ()
    times = 0

    def __eq__(self, other: object) -> bool:
        Compared.times += 1
        return str.__eq__(self, other)

    __hash__ = str.__hash__


def test_looking_for_what_is_listed_twice() -> None:
    def work(entries: int) -> int:
        Compared.times = 0
        each_once(tuple(Compared(number) for number in range(entries)))
        return Compared.times + entries

    assert growth(work(100), work(400)) < SLACK
