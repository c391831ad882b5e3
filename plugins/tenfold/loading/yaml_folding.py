"""Text that YAML folds: its lines are put together, and we read a blank line as the end of a paragraph."""

from __future__ import annotations

import re

LIST_LINE = re.compile(r"(?:[-*+]|\d{1,2}[.)]) |\|.*\|")
SINGLE_BREAK = re.compile(r"(?<=[^\n])\n(?=[^\n ])")


def paragraphs(folded: str) -> str:
    """Folded text in which a blank line makes a paragraph, as it looks.

    YAML folds the lines of a paragraph into one and turns a blank line into one line break; Markdown needs two.
    """
    return SINGLE_BREAK.sub("\n\n", folded)
