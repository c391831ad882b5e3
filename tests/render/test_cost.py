"""What prose costs grows in line with its length, whatever somebody writes. Counted in steps, not in seconds."""

import re
from functools import partial
from pathlib import Path

import pytest
from tests.support.builders import BASE, a_content_folder
from tests.support.proses import a_state, prose
from tests.support.steps import Steps

from tenfold.checking import check_content
from tenfold.prose import anchors, headings, images, links, markup, parse
from tenfold.render.prose_html import prose_html

PIECES = [
    pytest.param("[", id="open brackets"),
    pytest.param("![", id="pictures that never end"),
    pytest.param("[a](", id="links that never end"),
    pytest.param("[a][", id="links by reference that never end"),
    pytest.param("*a **b", id="stars that do not match"),
    pytest.param("a**b", id="stars within words"),
    pytest.param("_a ", id="underscores"),
    pytest.param("> ", id="quotations in quotations"),
    pytest.param("- ", id="lists in lists"),
    pytest.param("`a ``b ", id="ticks that do not match"),
    pytest.param("<a ", id="tags that never end"),
    pytest.param("&amp", id="entities that never end"),
    pytest.param("[a]: b\n", id="definitions"),
    pytest.param("a\n\n", id="paragraphs"),
    pytest.param("### a\n", id="headings of one name"),
    pytest.param("|a|\n|-|\n\n", id="tables"),
    pytest.param("[a](x) ", id="links that may not stand there"),
]


def to_length(piece: str, length: int) -> str:
    return (piece * (length // len(piece) + 1))[:length]


def everything(text: str) -> None:
    """All that is done with a text between a file and a page."""
    for look in (links, images, markup, headings):
        list(look(text))
    anchors(text)
    prose_html(text, a_state())


@pytest.mark.parametrize("piece", PIECES)
def test_work_grows_in_line_with_length(piece: str, steps_of: Steps) -> None:
    few, many = (steps_of(partial(everything, to_length(piece, length))) for length in (150, 1200))
    assert many < 8 * 1.5 * few


def test_sixteen_thousand_brackets_are_read_in_line_with_their_number(steps_of: Steps) -> None:
    few, many = (steps_of(partial(parse, "[" * number)) for number in (250, 4_000))
    assert many < 16 * 1.5 * few
    assert prose("[" * 16_000) == f"<p>{'[' * 16_000}</p>\n"


@pytest.mark.parametrize("piece", PIECES)
def test_what_is_written_is_not_blown_up(piece: str) -> None:
    text = to_length(piece, 2_000)
    assert len(prose(text)) < 60 * len(text)


@pytest.mark.parametrize("columns", [2, 20, 120])
def test_a_table_whose_rows_are_cut_short_is_not_blown_up(columns: int) -> None:
    """Markdown fills up each row to the width of the first: a thousand characters made 300,000."""
    text = "|a" * columns + "\n" + "|-" * columns + "\n" + "a\n" * 250
    assert len(prose(text)) < 120 * len(text)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("[a](x)", id="forbidden addresses"),
        pytest.param("[a](case:nobody)", id="unknown ids"),
        pytest.param("[a](é)", id="addresses that Markdown writes in another way"),
        pytest.param("a <b>", id="HTML"),
        pytest.param("# a", id="headings too high"),
    ],
)
def test_checking_grows_in_line_with_the_number_of_problems(line: str, tmp_path: Path, steps_of: Steps) -> None:
    few, many = (steps_of(partial(check_content, with_lines(line, number, tmp_path))) for number in (40, 320))
    assert many < 8 * 1.5 * few


def with_lines(line: str, number: int, folder: Path) -> Path:
    """A content folder whose case study has this line many times."""
    text = (BASE / "case_studies" / "oak.yml").read_text(encoding="utf-8")
    prose = "".join(f"  {line}\n\n" for _ in range(number))
    found = re.sub(r"^context: .*\n", lambda _: f"context: |-\n{prose}", text, flags=re.MULTILINE)
    return a_content_folder(folder / str(number), {"case_studies/oak.yml": found})
