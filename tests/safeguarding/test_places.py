"""What was found is shown where it stands in the file, however YAML writes it."""

from __future__ import annotations

import unicodedata

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.support.builders import BASE
from tests.support.memory import check_base_with

from tenfold.loading import yaml_text
from tenfold.loading.content import Read
from tenfold.model import CaseStudy
from tenfold.problems import Problem
from tenfold.safeguarding import check_safeguarding

PHONE = "07700900123"
OAK = (BASE / "case_studies/oak.yml").read_text(encoding="utf-8")


def findings(text: str) -> list[Problem]:
    """What the safeguarding checks say of a case study of this text."""
    document = yaml_text.read(text.encode())
    return check_safeguarding([Read("content/case_studies/elm.yml", document, CaseStudy)], frozenset()).problems


def place_in(text: str) -> tuple[int, int]:
    """Where the number stands in a text, as an editor counts."""
    before = text[: text.index(PHONE)]
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


WORDS = st.lists(
    st.sampled_from(
        ["it's", 'a "word"', "caf\u00e9", "e\u0301t\u00e9", "a\\b", "x" * 30, "\U0001f388", "a", "- b", "c: d", "100%"]
    ),
    max_size=25,
)


@given(
    WORDS, WORDS, st.sampled_from(["'", '"', ">", "|", None]), st.integers(20, 80), st.sampled_from([" ", "\n", "\n\n"])
)
def test_a_number_is_shown_where_it_stands_in_every_style(
    before: list[str], behind: list[str], style: str | None, width: int, gap: str
) -> None:
    value = gap.join([" ".join(before), PHONE, " ".join(behind)]).strip()
    text = yaml.dump({"title": "x", "context": value}, default_style=style, width=width, allow_unicode=True)
    text = unicodedata.normalize("NFC", text) if style == '"' else text
    found = findings(text)

    if "folded" not in text and not yaml_text.read(text.encode()).faults:
        assert [(problem.line, problem.column) for problem in found] == [place_in(text)]
        assert [problem.field for problem in found] == ["context"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"title: x  # ring {PHONE}", id="behind a value"),
        pytest.param(f"# ring {PHONE}\ntitle: x", id="above everything"),
        pytest.param(f"title: x\n  # a pupil has\n  # {PHONE}\ncontext: y", id="over two lines"),
        pytest.param(f"context: >-  # {PHONE}\n  text\n", id="behind the sign of a folded text"),
        pytest.param(f"- {PHONE}", id="a list in place of a record"),
        pytest.param(PHONE, id="text in place of a record"),
        pytest.param(f'"a {PHONE} b": c', id="the name of a field"),
        pytest.param(f"title: [a, {PHONE}", id="broken"),
        pytest.param(f"title: a\ncontext: *a\n# {PHONE}", id="with an alias"),
        pytest.param(f"a: {{b: [x, 'it''s {PHONE}']}}", id="in brackets"),
    ],
)
def test_nothing_in_a_file_is_passed_over(text: str) -> None:
    assert [(problem.line, problem.column) for problem in findings(text)] == [place_in(text)]


@pytest.mark.parametrize("start", ["| a | b |\n| --- | --- |\n| x |", "> quoted", '"quoted', "'quoted", "- entry"])
def test_the_text_of_a_page_is_no_yaml(start: str) -> None:
    page = f"---\ntitle: Steps\ndescription: Ways.\n---\n{start} {PHONE}\n"
    problems = check_base_with({"toolkit/steps.md": page}).problems

    assert [(problem.line, problem.column) for problem in problems] == [place_in(page)]


def test_lines_of_windows_are_lines() -> None:
    text = OAK.replace("context: The", f"context: Ring {PHONE}. The").replace("\n", "\r\n")
    problems = check_base_with({"case_studies/oak.yml": text}).problems

    assert [(problem.line, problem.column) for problem in problems] == [place_in(text.replace("\r\n", "\n"))]
