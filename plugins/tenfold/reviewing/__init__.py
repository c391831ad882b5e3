"""A review sheet: what somebody who decides about a record should know, look at and ask, on one page."""

from tenfold.reviewing.formats import as_markdown, as_text
from tenfold.reviewing.reviewing import Case, review
from tenfold.reviewing.sheet import Line, Mark, Section, Sheet

__all__ = ["Case", "Line", "Mark", "Section", "Sheet", "as_markdown", "as_text", "review"]
