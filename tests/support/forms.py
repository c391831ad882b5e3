"""Answers to the questions of a form, made up by hypothesis, and forms that are filled with them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Any

from hypothesis import strategies as st

from tenfold.documents import About
from tenfold.forms import AnswerKind, Filled, Question, all_questions, put, read_form
from tenfold.forms.prose_tree import (
    BREAK,
    Block,
    Code,
    Grid,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Rule,
    Run,
    Runs,
    tidy,
)
from tenfold.forms.prose_writing import canonical, write_markdown
from tenfold.forms.templates import form
from tenfold.loading import yaml_text
from tenfold.model.vocabulary import Licence
from tests.support.builders import PROJECT

Data = dict[str, Any]
REAL = sorted((PROJECT / "content" / "case_studies").glob("*.yml"))
LETTERS = (
    "abc ABC 012 \u00a3\u00e9\u00df\u0142\u03bb\u6f22\U0001f388 \"'\u2018\u2019\u201c\u201d"
    ".,;:!?()&<>=+-@%/\\|*_`[]{}#~$^"
)
WORDS = ("one", "two", "Year 4", "R&D", "3 < 4", "a_b", "2 * 3", "[SEN]", "-", "1.", "#", "|", "\u2013", "=1+1", "`x`")


def about(**changes: Any) -> About:
    told: dict[str, Any] = {
        "site_name": "Tenfold",
        "address": "https://example.org/contribute/",
        "licence": Licence.CC_BY,
        "dated": date(2026, 2, 10),
    }
    return About(**(told | changes))


def real(name: str) -> Data:
    """The data of a real case study, each list as one."""
    data = yaml_text.read((PROJECT / "content" / "case_studies" / f"{name}.yml").read_bytes()).data
    assert isinstance(data, dict)
    return as_lists(data)


def as_lists(data: Data) -> Data:
    """Data in which one word stands as a list of one where several are possible, as forms have it."""
    setting = {
        name: [value] if name in {"phase", "region"} and isinstance(value, str) else value
        for name, value in data["setting"].items()
    }
    return {**data, "setting": setting}


def there_and_back(data: Mapping[str, Any], kind: str) -> Filled:
    """What is read from a form that was filled with answers."""
    return read_form(form(kind, data, about()))


def with_canonical_prose(data: Data) -> Data:
    """The same answers with their prose in the one way that Markdown is written here, other text on one line."""
    found: Data = CaseStudyProse().change(data)
    return found


class CaseStudyProse:
    """Rewrites what is answered with prose, by the questions of the form."""

    def __init__(self) -> None:
        asked = [each for question in all_questions() for each in (question, *question.questions)]
        self.prose = {question.path for question in asked if question.kind is AnswerKind.PROSE}

    def change(self, data: Any, path: tuple[str, ...] = ()) -> Any:
        if isinstance(data, dict):
            return {key: self.change(value, (*path, key)) for key, value in data.items()}
        if isinstance(data, list):
            return [self.change(value, path) for value in data]
        return canonical(data) if path in self.prose else " ".join(str(data).split())


def lines() -> st.SearchStrategy[str]:
    """One line of text that starts with a letter, without a space at either end or two in a row."""
    made = st.text(LETTERS, max_size=25) | st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)
    return made.map(lambda text: " ".join(unicodedata.normalize("NFC", f"a{text}").split()))


def lines_of_any_start() -> st.SearchStrategy[str]:
    """The same, also with what a spreadsheet would take for a formula."""
    return st.tuples(st.sampled_from(["", "=", "+", "@", "'", "''="]), lines()).map("".join)


def runs() -> st.SearchStrategy[Runs]:
    look = st.sampled_from(
        [
            Run(""),
            Run("", bold=True),
            Run("", italic=True),
            Run("", link="https://example.org/x"),
            Run("", link="case:oak"),
        ]
    )
    one = st.tuples(lines(), look).map(
        lambda found: Run(f"{found[0]} ", found[1].bold, found[1].italic, link=found[1].link)
    )
    return st.tuples(one, st.lists(one | st.just(BREAK), max_size=3)).map(lambda found: tidy([found[0], *found[1]]))


def on_one_line(found: Runs) -> Runs:
    return tidy(Run(" ") if run == BREAK else run for run in found)


def items(depth: int) -> st.SearchStrategy[tuple[Block, ...]]:
    first = runs().map(lambda found: (Paragraph(found),))
    return first if not depth else first | st.tuples(runs().map(Paragraph), listings(depth - 1))


def listings(depth: int = 1) -> st.SearchStrategy[Listing]:
    found = st.lists(items(depth), min_size=1, max_size=3).map(tuple)
    plain = found.map(Listing)
    return plain | st.tuples(found, st.integers(1, 20)).map(lambda each: Listing(each[0], True, each[1]))


def grids() -> st.SearchStrategy[Grid]:
    cell = runs().map(on_one_line) | st.just(())
    row = st.lists(cell, min_size=2, max_size=2).map(tuple)
    head = st.tuples(runs().map(on_one_line), cell)
    return st.tuples(head, st.lists(row, max_size=2)).map(lambda found: Grid((found[0], *found[1])))


def trees(*, word: bool = False) -> st.SearchStrategy[tuple[Block, ...]]:
    """Prose; for Word without two blocks of a kind that it would join."""
    heading = st.tuples(st.integers(2, 6), runs().map(on_one_line)).map(lambda h: Heading(*h))
    quote = runs().map(lambda found: Quote((Paragraph(found),)))
    code = st.lists(lines(), min_size=1, max_size=3).map(lambda found: Code("\n".join(found)))
    blocks = st.one_of(runs().map(Paragraph), listings(), grids(), heading, quote, code, st.just(Rule()))
    found = st.lists(blocks, min_size=1, max_size=4).map(tuple)
    return found.map(kept_apart) if word else found


def kept_apart(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Blocks without the second of two lists or quotes in a row."""
    found: list[Block] = []
    for each in blocks:
        if not (found and isinstance(each, Listing | Quote) and type(found[-1]) is type(each)):
            found.append(each)
    return tuple(found)


def says_something(blocks: tuple[Block, ...]) -> bool:
    """Whether there is more than lines across the page, which alone are no answer."""
    return any(not isinstance(block, Rule) for block in blocks)


def answers_to(question: Question) -> st.SearchStrategy[Any]:
    """A value that the question takes."""
    one: st.SearchStrategy[Any]
    if question.kind is AnswerKind.GROUP:
        entry = st.fixed_dictionaries({}, optional={each.path: answers_to(each) for each in question.questions})
        return st.lists(entry.filter(bool), max_size=2)
    if question.words:
        one = st.sampled_from([word.value for word in question.words])
    elif question.kind is AnswerKind.YES_NO:
        one = st.sampled_from(["yes", "no"])
    elif question.kind is AnswerKind.DATE:
        one = st.dates(date(2000, 1, 1), date(2099, 1, 1)).map(str)
    elif question.kind is AnswerKind.ID:
        one = st.sampled_from(["oak-report", "a-b-c", "one-2-three"])
    elif question.kind is AnswerKind.PROSE:
        one = trees(word=True).filter(says_something).map(write_markdown)
    else:
        one = lines_of_any_start()
    return st.lists(one, min_size=1, max_size=3, unique=True) if question.many else one


def records() -> st.SearchStrategy[Data]:
    """Data of a case study, as far as somebody came."""
    return st.fixed_dictionaries({}, optional={each.path: answers_to(each) for each in all_questions()}).map(as_data)


def as_data(answers: Mapping[tuple[str, ...], Any]) -> Data:
    data: Data = {}
    for path, value in answers.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            for number, entry in enumerate(value):
                for inner, given in entry.items():
                    put(data, inner, given, entry=number)
        elif value != []:
            put(data, path, value)
    return data
