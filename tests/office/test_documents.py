"""Documents as LibreOffice opens them: one of each kind becomes a PDF, and every statement is on its pages."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.documents.extremes import MARKUP, about, every_part, forty_items, long_items
from tests.support.office import as_pdf, find_office
from tests.support.theories import a_theory

from tenfold.documents import BLANK, FORMS, documents_of
from tenfold.documents.steps import STEPS
from tenfold.model import TheoryOfChange
from tenfold.model.theory import PARTS

THEORIES: dict[str, TheoryOfChange | None] = {
    BLANK: None,
    "usual": a_theory(),
    "markup": every_part(MARKUP, "=1+1"),
    "many": forty_items(),
    "long": long_items(),
}
WORD, SLIDES, TRACKER = (form.name("{}") for form in FORMS)
Pages = dict[str, list[str]]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory, programs: None) -> Pages:
    """The text of each page of each document of the theories above, opened all at once."""
    made = [document for id, theory in THEORIES.items() for document in documents_of(id, theory, about())]
    return as_pdf({document.name: document.content for document in made}, tmp_path_factory.mktemp("office"))


def squeezed(text: str) -> str:
    """A text without its spaces, which stand elsewhere once it is broken into lines."""
    return "".join(text.split())


def shown(pages: Pages, name: str, id: str) -> str:
    return squeezed("".join(pages[name.format(id)]))


def statements(theory: TheoryOfChange | None, *parts: str) -> list[str]:
    assert theory is not None
    return [item.text for part in parts for item in theory.parts()[part]]


@pytest.mark.parametrize("id", ["usual", "markup", "many"])
@pytest.mark.parametrize(
    "name, parts",
    [
        pytest.param(WORD, PARTS, id="Word"),
        pytest.param(SLIDES, PARTS, id="PowerPoint"),
        pytest.param(TRACKER, ("activities", "outcomes"), id="Excel"),
    ],
)
def test_every_statement_is_on_the_pages(pages: Pages, name: str, parts: tuple[str, ...], id: str) -> None:
    text = shown(pages, name, id)
    assert [each for each in statements(THEORIES[id], *parts) if squeezed(each) not in text] == []


@pytest.mark.parametrize(
    "name, parts",
    [
        pytest.param(WORD, PARTS, id="Word"),
        pytest.param(SLIDES, PARTS, id="PowerPoint"),
        pytest.param(TRACKER, ("activities", "outcomes"), id="Excel"),
    ],
)
def test_every_word_of_statements_of_2000_characters_is_on_the_pages(
    pages: Pages, name: str, parts: tuple[str, ...]
) -> None:
    """Word by word: a statement that goes on on the next page has a foot and a header in between."""
    on_pages = set(" ".join(pages[name.format("long")]).split())
    words = {word for text in statements(THEORIES["long"], *parts) for word in text.split()}
    assert len(words) > 400
    assert words - on_pages == set()


@pytest.mark.parametrize(
    "name, id, number",
    [
        pytest.param(WORD, BLANK, 8, id="Word, blank: the whole, a page a part, indicators, questions"),
        pytest.param(WORD, "usual", 5, id="Word"),
        pytest.param(SLIDES, BLANK, 8, id="PowerPoint, blank: the title, the diagram, a slide a part, indicators"),
        pytest.param(SLIDES, "usual", 9, id="PowerPoint: what it is an answer to as well"),
        pytest.param(TRACKER, BLANK, 3, id="Excel, blank: a page a sheet"),
        pytest.param(TRACKER, "usual", 3, id="Excel"),
    ],
)
def test_how_many_pages_there_are(pages: Pages, name: str, id: str, number: int) -> None:
    assert len(pages[name.format(id)]) == number


@pytest.mark.parametrize("id", THEORIES)
@pytest.mark.parametrize("name", [WORD, SLIDES], ids=["Word", "PowerPoint"])
def test_every_page_says_where_it_is_from(pages: Pages, name: str, id: str) -> None:
    line = squeezed(about().line)
    assert all(line in squeezed(page) for page in pages[name.format(id)])


def test_the_first_page_has_the_five_parts_and_fits_on_one_page(pages: Pages) -> None:
    first = squeezed(pages[WORD.format("usual")][0])
    assert [each for each in statements(a_theory(), *PARTS) if squeezed(each) not in first] == []


def test_the_questions_stand_together_on_a_page(pages: Pages) -> None:
    last = squeezed(pages[WORD.format("usual")][-1])
    assert [each for step in STEPS for each in step.questions if squeezed(each) not in last] == []


def test_a_formula_is_shown_as_text(pages: Pages) -> None:
    text = shown(pages, TRACKER, "markup")
    assert "'=1+1" in text
    assert "#NAME" not in text
    assert "Err:" not in text


def test_each_of_forty_boxes_of_a_part_is_drawn(pages: Pages) -> None:
    drawn = [squeezed(page) for page in pages[SLIDES.format("many")] if "How it fits together" in page]
    assert len(drawn) == 5
    assert all(f"{number + 1}aims{number}:" in "".join(drawn) for number in range(40))


def test_without_libreoffice_one_is_told_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("TENFOLD_OFFICE", raising=False)
    monkeypatch.setattr("tests.support.office.PATHS", ())
    with pytest.raises(pytest.fail.Exception, match="apt-get install libreoffice-writer-nogui"):
        find_office()


def test_the_libreoffice_that_was_named_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    named = tmp_path / "soffice"
    named.touch()
    monkeypatch.setenv("TENFOLD_OFFICE", os.fspath(named))
    assert find_office() == str(named)
