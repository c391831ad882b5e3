"""What the golden cases record is also what it should be: true, in plain English, and of use.

The rows are about facts (a line, a number of problems, advice that cannot work), not about the words of a message.
"""

from __future__ import annotations

import re

import pytest
from tests.support.builders import TESTS
from tests.support.golden import read_case
from tests.support.memory import check_base_with

from tenfold.problems import Problem

CASES = TESTS / "cases" / "loading"
ALL = sorted(path.stem for path in CASES.glob("*.txt"))


def problems_of(name: str) -> list[Problem]:
    """The problems with the files of a case."""
    return check_base_with(read_case(CASES / f"{name}.txt").files).problems


@pytest.mark.parametrize("name", ALL)
def test_what_is_recorded_is_printable_and_in_whole_sentences_of_our_own(name: str) -> None:
    *report, last = read_case(CASES / f"{name}.txt").says.splitlines()

    assert last.endswith(".")
    for line in report:
        assert re.match(r"content/[^:]+:\d+:\d+ ", line)
        assert line.isprintable()
        assert re.search(r"[.?]$|: [a-z]+:[a-z0-9/-]+$", line.removesuffix(" (advice)"))
        assert not re.search(r"Value should|Input should|after validation|\['|\{'", line)


@pytest.mark.parametrize(
    "name",
    [
        *("link-unknown-kind", "link-script-bare", "anchor-of-own-page", "framework-item-twice"),
        *("page-front-matter-body", "name-of-page-folder"),
    ],
)
def test_a_mistake_is_not_passed_over(name: str) -> None:
    assert problems_of(name)


@pytest.mark.parametrize(
    "name",
    [
        *("case-broken", "glossary-broken", "one-source-broken", "sources-broken", "unknown-because-yaml"),
        *("fields-for-text", "id-with-capitals", "text-for-entry", "framework-item", "framework-item-id"),
        *("framework-item-unmapped", "tag-python", "unknown-source", "unknown-feature-near", "field-misnamed"),
        "unseen-by-escape-in-a-key",
    ],
)
def test_one_mistake_gets_one_message(name: str) -> None:
    assert len(problems_of(name)) == 1


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        pytest.param("two-problems-of-provenance", 2, id="two rules of one section"),
        pytest.param("unknown-id-beside-a-missing-field", 2, id="an unknown id beside a missing field"),
        pytest.param("several-in-one-file", 5, id="five mistakes in one file"),
    ],
)
def test_everything_is_said_in_one_go(name: str, fields: int) -> None:
    assert len(problems_of(name)) == fields


@pytest.mark.parametrize(
    ("name", "line"),
    [
        pytest.param("colon-without-space", 1, id="the line without the space"),
        pytest.param("first-line-indented", 1, id="the line that is indented"),
        pytest.param("consent", 43, id="the answer that calls for consent"),
        pytest.param("withdrawn-without-reason", 3, id="the status"),
        pytest.param("review-before-publication", 40, id="the review"),
        pytest.param("review-by-in-the-past", 41, id="the next review"),
        pytest.param("uncited-source", 8, id="the id of the source"),
        pytest.param("same-form", 13, id="the form that is taken"),
        pytest.param("framework-item-twice", 16, id="the second item of that id"),
        pytest.param("table-too-wide", 17, id="the first line of the table"),
        pytest.param("link-backslash", 16, id="the link with the backslash"),
        pytest.param("hash-in-text", 1, id="the line with the hash"),
        pytest.param("unseen-in-page", 7, id="the line of the page, not of its text"),
        pytest.param("quote-closed-by-a-later-line", 1, id="the line on which the quote opens"),
    ],
)
def test_a_problem_is_shown_on_the_line_that_somebody_would_mend(name: str, line: int) -> None:
    assert [problem.line for problem in problems_of(name)] == [line]


FOR_QUOTES = "Put text that holds special characters between double quotes"
OF_A_COLON = "a colon and a space inside this text"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        pytest.param("backslash-in-quotes", FOR_QUOTES, id="quotes for text in quotes"),
        pytest.param("windows-path", FOR_QUOTES, id="quotes for a path in quotes"),
        pytest.param("text-behind-fold-sign", FOR_QUOTES, id="quotes for folded text"),
        pytest.param("first-line-indented", FOR_QUOTES, id="quotes for a wrong indentation"),
        pytest.param("end-sign", FOR_QUOTES, id="quotes for a line of dots"),
        pytest.param("colon-without-space", OF_A_COLON, id="a colon blamed for a missing space"),
        pytest.param("field-indented-too-far", OF_A_COLON, id="a colon blamed for a wrong indentation"),
        pytest.param("quote-closed-by-an-apostrophe", "the lines above", id="the lines above blamed for an apostrophe"),
        pytest.param("quote-around-the-first-word", "the lines above", id="the lines above blamed for quotes"),
        pytest.param("bracket-then-text", "quotation mark", id="a quotation mark where there is a bracket"),
        pytest.param("text-starts-with-ampersand", "starts with * between", id="a star where there is an ampersand"),
        pytest.param("empty-quotes", "list", id="a list where there is text"),
        pytest.param("date-impossible", "Write year, month and day", id="the form of a date that has it"),
        pytest.param("id-reserved", "Use 3 to 60", id="the length of an id that has it"),
        pytest.param("name-reserved", "Use 3 to 60", id="the length of a name that has it"),
        pytest.param("place-too-deep", 'Did you mean "case_studies"', id="the folder that the file is in"),
        pytest.param("place-yaml-among-pages", 'Did you mean "toolkit"', id="the folder that the page is in"),
        pytest.param("too-large", "256 kB, and at most 256 kB", id="a limit that is kept"),
        pytest.param("unknown-source", "Add - oak-reprot", id="a source that does not exist"),
        pytest.param("not-utf8-after-bom", "0x43", id="a byte that is fine"),
        pytest.param("link-backslash", "%5C", id="an address that nobody wrote"),
        pytest.param("collection-empty", "Copy another record", id="another record for an empty glossary"),
        pytest.param("page-front-matter-empty", "Copy another record", id="another record for a page"),
        pytest.param("key-twice-in-front-matter", "on line 1", id="a line of the front matter, not of the file"),
        pytest.param("list-for-fields", "it has none", id="no fields where there are some"),
    ],
)
def test_nobody_is_told_what_is_wrong_or_of_no_use(name: str, said: str) -> None:
    problems = problems_of(name)

    assert problems
    assert not [str(problem) for problem in problems if said in str(problem)]
