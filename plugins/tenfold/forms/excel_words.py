"""What the Excel form calls its sheets and columns."""

from __future__ import annotations

import re

from tenfold.forms.wording import YOUR_ANSWER

START, WORDS = "Start", "Words to choose from"
QUESTION, HINT, FIELD = "Question", "Hint", "Field"
HEADERS = (QUESTION, YOUR_ANSWER, HINT, FIELD)
YES_OR_NO = "yes or no"
LONGEST_NAME = 31
"""Characters of the name of a sheet."""


def sheet_name(text: str) -> str:
    """The name of a sheet, without what Excel does not take in one."""
    return re.sub(r"[\[\]:*?/\\]", " ", text)[:LONGEST_NAME].strip()
