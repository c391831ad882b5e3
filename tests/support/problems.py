"""Problems for tests."""

from __future__ import annotations

from typing import Any

from tenfold.problems import Problem


def a_problem(**changes: Any) -> Problem:
    """A problem, with these of its parts changed."""
    usual = {
        "path": "content/case_studies/oak.yml",
        "line": 7,
        "column": 10,
        "field": "",
        "message": "something is wrong.",
        "hint": "Do this.",
        "rule": "syntax",
    }
    return Problem(**{**usual, **changes})
