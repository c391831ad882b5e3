"""The bookmarks of the Word form: names for its questions that stay when somebody words a heading anew."""

from __future__ import annotations

from functools import cache

from tenfold.forms.questions import Question, all_questions

PREFIX = "q_"
LONGEST = 40
"""Characters of a bookmark that Word takes."""


def bookmark(question: Question) -> str:
    return (PREFIX + "_".join(question.path))[:LONGEST]


@cache
def keys_by_bookmark() -> dict[str, str]:
    """The names of the fields by their bookmarks."""
    return {bookmark(question): question.name for question in all_questions()}
