"""What a YAML syntax error means, in words for somebody who does not know YAML.

The parser says where it stumbled and in which state; the person wants to know what they wrote. The table holds what
each of its messages means, and the functions below it look at the lines around for what is really amiss.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from tenfold.loading.yaml_faults import COLON, COLON_HINT, PLACE_TOP, QUOTE_HINT, Fault
from tenfold.loading.yaml_lines import (
    FIELD_START,
    NO_SPACE,
    above,
    beside,
    first_inside,
    hard_space,
    indent_of,
    left_by_git,
    no_hyphen,
    no_space,
    odd_colon,
    other_bullet,
    tab,
)

Words = tuple[str, str, str]
"""A rule's name, what is wrong, what to do."""

UNCLOSED: Words = (
    "unclosed_quote",
    "a quotation mark opens here and is never closed.",
    "Close it at the end of the text, or leave both quotation marks out.",
)
INDENT: Words = (
    "indentation",
    "this line does not fit the lines around it.",
    "Indent it by as many spaces as the fields beside it.",
)
ENTRY_WANTED: Words = (
    "indentation",
    "a list is being written here, and this line has no hyphen.",
    "Start it with a hyphen and a space, or indent it like the entry that it belongs to.",
)
SYNTAX: dict[str, Words] = {
    "found unexpected end of stream": UNCLOSED,
    "mapping values are not allowed in this context": (
        "stray_colon",
        COLON,
        COLON_HINT,
    ),
    "could not find expected ':'": (
        "no_colon",
        "this line is not a field: it has no colon, or its text runs on without being indented.",
        "Write field: text, and indent each further line of the text by two spaces more.",
    ),
    "did not find expected key": INDENT,
    "did not find expected '-' indicator": ENTRY_WANTED,
    "block sequence entries are not allowed in this context": (
        "indentation",
        "a list cannot start here.",
        "Put the hyphen on a line of its own below the field, indented by two spaces.",
    ),
    "did not find expected ',' or ']'": (
        "unclosed_bracket",
        "a square bracket opens here and is never closed.",
        "Close it, or put text that starts with a bracket between double quotes.",
    ),
    "did not find expected ',' or '}'": (
        "unclosed_bracket",
        "a curly bracket opens here and is never closed.",
        "Close it, or put text that starts with a bracket between double quotes.",
    ),
    "found unknown escape character": (
        "escape",
        "between double quotes a backslash means something else.",
        "Write two of them, or use single quotes around the text.",
    ),
    "did not find expected hexdecimal number": (
        "escape",
        "between double quotes a backslash means something else.",
        "Write two of them, or use single quotes around the text.",
    ),
    "did not find expected comment or line break": (
        "fold_sign",
        "text stands on the line of the sign > or |.",
        "Start it on the next line, indented by two spaces.",
    ),
    "found undefined tag handle": (
        "tag",
        "a YAML tag stands here, and tags are not read.",
        "Put text that starts with ! between double quotes.",
    ),
    "found character that cannot start any token": (
        "odd_start",
        "this text starts with a character that means something else in YAML.",
        QUOTE_HINT,
    ),
}
AT_CONTEXT = {"unclosed_quote", "unclosed_bracket", "no_colon"}
"""Rules shown where the thing began, not where the parser gave up on it."""

FIELD = re.compile(r" *(?:- )?[A-Za-z_][\w-]*: ")


@dataclass(frozen=True)
class Closed:
    """The last thing that was closed by a quotation mark or a bracket: where it starts and ends, from 1."""

    line: int
    column: int
    last_line: int
    sign: str


def syntax_fault(error: yaml.YAMLError, lines: list[str], closed: Closed | None) -> Fault:
    """The fault behind a syntax error.

    Args:
        error: what the parser raised.
        lines: the lines of the text.
        closed: the last quoted text or bracketed list before it.
    """
    problem = getattr(error, "problem", None) or ""
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    words = next((words for start, words in SYNTAX.items() if problem.startswith(start)), None)
    if words and words[0] in AT_CONTEXT and context is not None:
        mark = context
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else PLACE_TOP
    found = (
        tab(line, column, lines)
        or hard_space(line, lines)
        or left_by_git(lines)
        or star_or_ampersand(problem, context, lines)
        or behind_what_was_closed(words, line, closed)
        or beside_the_document(problem, line, lines)
        or misplaced_field(words, line, column, lines)
        or misplaced_line(words, line, lines)
        or too_far_left(words, line, lines)
        or text_with_a_colon(words, line, column, lines)
    )
    if found:
        return found
    rule, message, hint = words or ("syntax", "this line cannot be read as YAML.", QUOTE_HINT)
    return Fault(rule, line, column, (), message, hint)


def star_or_ampersand(problem: str, context: yaml.Mark | None, lines: list[str]) -> Fault | None:
    """Text that starts with a sign for an alias or an anchor."""
    if not problem.startswith("did not find expected alphabetic or numeric character") or context is None:
        return None
    sign = lines[context.line][context.column : context.column + 1]
    message = f"text that starts with {sign} means something else in YAML."
    hint = f"Put text that starts with {sign} between double quotes."
    if sign == "*" and lines[context.line][context.column + 1 : context.column + 2] == " ":
        hint = "If this is a list, write a hyphen in place of each *; if it is text, put it between double quotes."
    return Fault("alias", context.line + 1, context.column + 1, (), message, hint)


def behind_what_was_closed(words: Words | None, line: int, closed: Closed | None) -> Fault | None:
    """Text behind a closing quotation mark or bracket; or a quote that only the next line's opening one closed."""
    if words is not INDENT or closed is None or closed.last_line != line:
        return None
    if closed.last_line > closed.line and closed.sign in ("'", '"'):
        return Fault(UNCLOSED[0], closed.line, closed.column, (), *UNCLOSED[1:])
    if closed.sign == "'":
        hint = "Use double quotes around the whole text: an apostrophe may stand inside them."
        message = "the text in single quotes ends at an apostrophe, and goes on behind it."
    elif closed.sign == '"':
        hint = "Put the whole text in quotes, single ones if it holds double ones, or none of it."
        message = "text goes on behind the closing quotes."
    else:
        hint = "Put text that starts with a bracket between double quotes."
        message = "text goes on behind the closing bracket."
    return Fault("text_behind", closed.line, closed.column, (), message, hint)


def beside_the_document(problem: str, line: int, lines: list[str]) -> Fault | None:
    """Something before or behind what YAML takes for the whole record."""
    if not problem.startswith("did not find expected <document start>"):
        return None
    dots = [number for number, text in enumerate(lines[:line], 1) if text.rstrip() == "..."]
    if dots:
        message = "a line of three dots ends a record, and more comes behind it."
        return Fault("end_sign", dots[-1], 1, (), message, "Delete the line of dots.")
    first = next((number for number, text in enumerate(lines, 1) if text.strip() and not text.startswith("#")), line)
    wrong = first if lines[first - 1].startswith(" ") else line
    message = "this line is not indented like the others."
    return Fault("indentation", wrong, 1, (), message, "Start each field of the record at the very left.")


def misplaced_field(words: Words | None, line: int, column: int, lines: list[str]) -> Fault | None:
    """A field that YAML takes for the rest of the text above it."""
    if not words or words[0] != "stray_colon" or line < 2 or line > len(lines):
        return None
    field = FIELD.match(lines[line - 1])
    if not field or field.end() < column:
        return None
    missing = NO_SPACE.match(lines[line - 2])
    if missing:
        return no_space(line - 1, missing)
    if above_it := first_inside(line, lines):
        return above_it
    message = "this field is indented further than those beside it."
    return Fault("indentation", line, indent_of(field[0]) + 1, (), message, beside(line, lines) or INDENT[2])


def misplaced_line(words: Words | None, line: int, lines: list[str]) -> Fault | None:
    """A line that is no field, or stands beside none."""
    if not words or words[0] not in {"no_colon", "indentation"} or line > len(lines):
        return None
    if words[0] == "no_colon":
        return (
            other_bullet(line, lines)
            or no_hyphen(line, lines)
            or odd_colon(line, lines)
            or text_running_on(line, lines)
        )
    if words is INDENT or words is ENTRY_WANTED:
        missing = no_hyphen(line, lines) if words is ENTRY_WANTED else None
        hint = beside(line, lines)
        return (
            missing or Fault("indentation", line, indent_of(lines[line - 1]) + 1, (), words[1], hint) if hint else None
        )
    return None


def too_far_left(words: Words | None, line: int, lines: list[str]) -> Fault | None:
    """A line of text above that starts further left than the lines below it, on one of which a colon stands."""
    if not words or words[0] != "stray_colon" or line > len(lines):
        return None
    here = indent_of(lines[line - 1])
    above_it = range(line - 1, 0, -1)
    start = next(
        (number for number in above_it if lines[number - 1].strip() and indent_of(lines[number - 1]) < here), 0
    )
    if not start or FIELD_START.match(lines[start - 1]):
        return None
    return text_running_on(start, lines)


def starts_before(column: int, text: str) -> bool:
    return bool(text.strip()) and indent_of(text) < column


def text_running_on(line: int, lines: list[str]) -> Fault | None:
    """A further line of text that starts too far left."""
    before = above(line, lines)
    field = FIELD_START.match(before)
    spaces = len(field[1]) + 2 if field else indent_of(before)
    if not before or lines[line - 1].lstrip().startswith("- ") or spaces <= indent_of(lines[line - 1]):
        return None
    message = "this line is not a field, for it has no colon."
    field_hint = "if it is a field, give it a colon and a space."
    hint = f"If it goes on with the text above, start it with {spaces} spaces; {field_hint}"
    return Fault("no_colon", line, indent_of(lines[line - 1]) + 1, (), message, hint)


def text_with_a_colon(words: Words | None, line: int, column: int, lines: list[str]) -> Fault | None:
    """A colon in text that is more than that: in a link, or between quotation marks that are not straight."""
    if not words or words[0] != "stray_colon" or line > len(lines):
        return None
    text = lines[line - 1]
    link = next((found for found in LINK.finditer(text) if found.end(1) == column), None)
    if link:
        message = "a space stands behind the colon of this link."
        return Fault("link_space", line, column + 1, (), message, f'Write "({link[1]}{link[2]})".')
    if CURLY.search(text):
        message = (
            "there is a colon in this text, and the quotation marks around it are curly, which YAML does not know."
        )
        return Fault("curly_quotes", line, column, (), message, f"Type them again as straight ones, as in {STRAIGHT}")
    return None


LINK = re.compile(r"\]\(([a-z]+:) +([^()\s]*)\)")
CURLY = re.compile(": [“”„\u2018].*[“”\u2019]\\s*$")
STRAIGHT = 'title: "Ready: the first year".'
