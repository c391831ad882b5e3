"""Laying out costs work in line with size: four times as much text, four times the work."""

from __future__ import annotations

import pytest
from tests.support.steps import Steps

from tenfold.layout import lay_out
from tenfold.layout.scalars import read_back
from tenfold.model import CaseStudy

SLACK = 1.3


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param("     # a comment\n", id="comments in a row"),
        pytest.param("  - a:\n      b: c\n     # a comment\n", id="comments behind groups"),
        pytest.param("  - [x, # a comment\n    y]\n", id="comments in brackets"),
        pytest.param("  - word word\n", id="entries"),
        pytest.param("  - 'it''s: a # text'\n", id="quotes"),
        pytest.param("  - >-\n    - a\n", id="what is refused"),
    ],
)
def test_laying_out(lines: str, steps_of: Steps) -> None:
    def work(times: int) -> int:
        read_back.cache_clear()
        raw = f"title: x\nneeds:\n  - a\n{lines * times}".encode()
        return steps_of(lambda: lay_out(raw, CaseStudy, shown_as="elm.yml"))

    base = work(1)

    assert (work(1200) - base) / (work(300) - base) / 4 < SLACK


def test_laying_out_long_text(steps_of: Steps) -> None:
    def work(words: int) -> int:
        read_back.cache_clear()
        raw = f"context: {'word - ' * words}end\n".encode()
        return steps_of(lambda: lay_out(raw, CaseStudy, shown_as="elm.yml"))

    base = work(1)

    assert (work(2000) - base) / (work(500) - base) / 4 < SLACK
