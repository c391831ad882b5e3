"""Text in JSON Schema: lengths, patterns, days.

All values are text to us. An editor takes `2022` for a number and `true` for a truth, so a field of text takes these as
well. Lengths are patterns, because we count after line breaks became spaces, and letters rather than their bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import AfterValidator

from tenfold.model.base import (
    ID,
    RESERVED,
    WEB_ADDRESS,
    Markdown,
    Matching,
    a_date,
    an_id,
    one_line,
    web_address,
    yes_or_no,
)
from tenfold.schema.conditions import Schema, only
from tenfold.schema.marks import fewest, longest
from tenfold.schema.words import capitalised, said_by

SCALARS = ["string", "number", "boolean"]
NOT_TEXT = "Text belongs here. Fill it in, on one line or indented below."
DAYS = (
    r"(?:(?!0000)[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    r"|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
    r"|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][48]|[13579][26]|[2468]0)00)-02-29)"
)
"""Every day of the calendar, 29 February in leap years alone."""
YES_NO = r"(?:[Yy][Ee][Ss]|[Nn][Oo]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])"
EXAMPLE_DAY, EXAMPLE_PAGE = "2026-11-01", "https://example.org/page"
ID_PATTERN = rf"(?!(?:{'|'.join(sorted(RESERVED))})$){ID.pattern}"


def text_schema(marks: Sequence[Any], *, optional: bool) -> Schema:
    """A field of text, by the marks beside its type."""
    checks = [mark.func for mark in marks if isinstance(mark, AfterValidator)]
    matching = next((check for check in checks if isinstance(check, Matching)), None)
    if matching is not None:
        return matching_schema(matching, optional=optional)
    if an_id in checks:
        return id_schema(optional=optional)
    if web_address in checks:
        return address_schema(longest(marks), optional=optional)
    said = f"This text is empty or too long. Write something, in at most {longest(marks):,} characters."
    return text(length_pattern(marks, checks), said, NOT_TEXT, SCALARS, optional)


def length_pattern(marks: Sequence[Any], checks: Sequence[Any]) -> str:
    """A text with something in it, and not too much."""
    most = longest(marks)
    assert fewest(marks) == 1, "fields of text need something in them"
    if one_line in checks:  # a stretch of spaces and line breaks counts as one
        return rf"^\s*(?!\s)(?:\S|\s+(?=\S)){{1,{most}}}\s*$"
    if any(isinstance(mark, Markdown) for mark in marks):  # the reader counts the space around it
        return rf"^(?=\s*\S)[\s\S]{{1,{most}}}$"
    return rf"^\s*\S(?:[\s\S]{{0,{most - 2}}}\S)?\s*$"


def matching_schema(check: Matching, *, optional: bool) -> Schema:
    said = capitalised(check.message)
    if check.numbers is None:
        return text(stripped(check.pattern), said, said, ["string"], optional)
    lowest, highest = check.numbers
    # A number's limits have no words of their own, so the words are those of a type.
    within = {"type": "integer", "minimum": lowest, "maximum": highest}
    outside = {"if": {"allOf": [{"type": "number"}, {"not": within}]}, "then": {"type": "string", "errorMessage": said}}
    found = text(stripped(check.pattern), said, said, ["string", "number"], optional)
    found["anyOf"][0]["allOf"] = [outside]
    return found


def id_schema(*, optional: bool) -> Schema:
    said = said_by(an_id, "")
    return text(stripped(ID_PATTERN), said, said, ["string", "integer", "boolean"], optional)


def address_schema(most: int, *, optional: bool) -> Schema:
    said = said_by(web_address, "")
    pattern = stripped(rf"(?=\S{{1,{most}}}\s*$){WEB_ADDRESS.pattern}")
    return text(pattern, said, said, ["string"], optional, EXAMPLE_PAGE)


def day_schema(*, optional: bool) -> Schema:
    said = said_by(a_date, "")
    return text(f"^{DAYS}$", said, said, ["string"], optional, EXAMPLE_DAY)


def yes_no_schema(*, optional: bool) -> Schema:
    said = said_by(yes_or_no, "")
    offers = [{"label": word, "bodyText": word} for word in ("yes", "no")]
    return text(f"^{YES_NO}$", said, said, ["string", "boolean"], optional) | {"defaultSnippets": offers}


def text(pattern: str, said: str, not_text: str, types: list[str], optional: bool, example: str = "") -> Schema:
    """Text that matches a pattern.

    It stands in `anyOf` although there is one alternative: editors then know that a value comes behind the colon, and
    an example is shown but not written for anybody.
    """
    allowed = [*types, "null"] if optional else types
    examples = {"examples": [example]} if example else {}
    return {"anyOf": [{"pattern": pattern, "patternErrorMessage": said, **only(allowed, not_text), **examples}]}


def stripped(pattern: str) -> str:
    """A pattern for a whole text, with the space around it that we take away."""
    return rf"^\s*(?:{pattern})\s*$"
