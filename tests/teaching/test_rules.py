"""What each rule leaves alone, what a report must not repeat, and what it costs to look."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.builders import BASE, a_content_folder
from tests.support.steps import Steps

from tenfold.checking import check_content
from tenfold.loading import Content, Unread
from tenfold.loading.content import add_record
from tenfold.loading.yaml_document import Document
from tenfold.model import CaseStudy, Kind, Source, Term
from tenfold.problems import Level
from tenfold.teaching import advise
from tenfold.teaching.respect_words import WORDINGS
from tenfold.teaching.sentences import sentences
from tenfold.teaching.written import written

SENCO = Term(term="special educational needs coordinator", abbreviation="SENCO", definition="A teacher.")
OAK = (BASE / "case_studies/oak.yml").read_text(encoding="utf-8")


def advice_on(body: str, **more: object) -> list[str]:
    """The rules that speak of a text as a practice of a case study at level 1."""
    data = {"practices": [{"body": body}], "evidence": {"level": "1", "basis": ""}, **more}
    subject = Unread(Kind.CASE, "oak", CaseStudy, data, "oak.yml", Document(text=body))
    return [remark.rule for advised in advise([subject], [SENCO]) for remark in advised.remarks]


def test_every_wording_says_what_is_better_and_why() -> None:
    assert len(WORDINGS) >= 40
    for wording in WORDINGS:
        assert wording.better, wording.forms
        assert wording.why.endswith("."), wording.forms
        assert wording.why[0].isupper(), wording.forms
        assert not wording.better.endswith("."), wording.forms


def test_no_form_stands_in_two_rows() -> None:
    """Else one of the two explanations would never be seen, but for those that differ in what follows."""
    forms = [form for wording in WORDINGS for form in wording.written]
    assert len(forms) == len(set(forms))


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda wording: wording.forms[0])
def test_every_form_of_a_wording_is_found(wording) -> None:  # type: ignore[no-untyped-def]
    for form in wording.written:
        assert "deficit_language" in advice_on(f"We saw {form} anxiety there."), form


@pytest.mark.parametrize("mark", ['"{}"', "\u201c{}\u201d", "\u2018{}\u2019", "*{}*", "'{}'"])
def test_what_stands_between_quotation_marks_is_quoted(mark: str) -> None:
    assert advice_on(f"A sign said {mark.format('naughty pupils')} at the door.".replace("*", "\\*")) == []


def test_a_word_that_is_part_of_another_is_not_meant() -> None:
    assert advice_on("The non-naughty chaoticism of lazypupils and dumbbells.") == []


def test_names_are_left_alone() -> None:
    text = OAK.replace("Oak Primary School", "The XYZ Naughty School").replace("Anytown", "ABQ")
    content = Content()
    add_record(text.encode(), Kind.CASE, CaseStudy, "oak", content, "oak.yml")
    assert list(advise(content.entries, [SENCO])) == []


def test_titles_of_sources_are_other_peoples() -> None:
    subject = Unread(
        Kind.SOURCE, "report", Source, {"title": "Naughty children and what led to fewer"}, "s.yml", Document()
    )
    assert list(written(subject)) == []


def test_without_a_glossary_nothing_is_said_of_abbreviations() -> None:
    subject = Unread(Kind.CASE, "oak", CaseStudy, {"context": "The EWO came."}, "oak.yml", Document(text="x"))
    assert list(advise([subject], [])) == []


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        "text",
        {"practices": "text"},
        {"practices": [None, "x", {"body": None}, {"body": ["x"]}]},
        {"evidence": []},
    ],
    ids=repr,
)
def test_what_has_another_shape_is_passed_over(data: object) -> None:
    assert list(advise([Unread(Kind.CASE, "oak", CaseStudy, data, "oak.yml", Document())], [SENCO])) == []


def test_advice_never_repeats_a_sentence() -> None:
    """Reports are public, and a sentence may hold a child's name."""
    name = "Jocasta"
    long = f"{name} " + "and then the adult walked along to the room with the pupil who was late " * 4
    text = f"{long}. {name} led to fewer exclusions. {name} is a naughty pupil. {name} has proven impact. " * 3
    subject = Unread(Kind.CASE, "oak", CaseStudy, {"summary": text, "context": text}, "oak.yml", Document(text=text))
    problems = [problem for advised in advise([subject], [SENCO]) for problem in advised.problems]

    assert {problem.rule for problem in problems} >= {"long_sentence", "claim_of_cause", "deficit_language"}
    assert not [problem for problem in problems if name in repr(problem)]


def test_advice_is_never_an_error(tmp_path: Path) -> None:
    folder = a_content_folder(
        tmp_path, {"case_studies/oak.yml": OAK.replace("The school stands", "Naughty pupils stand")}
    )
    checked = check_content(folder)
    problems = [each for advised in advise(checked.library.entries.values(), [SENCO]) for each in advised.problems]

    assert [problem.level for problem in problems] == [Level.ADVICE]
    assert checked.problems == []


@pytest.mark.parametrize(
    "text, number",
    [
        pytest.param("One. Two. Three.", 3, id="three"),
        pytest.param("Dr. Elm came, e.g. on Monday. Then she left.", 2, id="abbreviations"),
        pytest.param("It rose by 3.5 points. Nobody knew why!", 2, id="a number"),
        pytest.param('"Who?" she asked. (He knew.) "I do." They left.', 4, id="speech and brackets"),
        pytest.param("St. Mary's is a school. J. Elm leads it.", 2, id="initials"),
        pytest.param("They chose plan a. It worked.", 2, id="a small letter is no initial"),
        pytest.param("", 0, id="nothing"),
        pytest.param("no end", 1, id="no full stop"),
    ],
)
def test_sentences_end_where_people_end_them(text: str, number: int) -> None:
    found = list(sentences(text))
    assert len(found) == number
    assert all(text[each.start : each.end] == each.text for each in found)


@pytest.mark.parametrize(
    "unit",
    [
        pytest.param("naughty pupils ", id="blame without an end"),
        pytest.param("not naughty pupils. ", id="denied"),
        pytest.param("the programme led to a very and very and very fall ", id="causes"),
        pytest.param("the ABX ", id="abbreviations"),
        pytest.param("(ABX) ABY is ", id="explained abbreviations"),
        pytest.param("It was done. ", id="passives"),
        pytest.param('." ', id="ends"),
        pytest.param("significantly better. ", id="significance"),
        pytest.param("\u201c", id="quotation marks"),
        pytest.param("[naughty pupils](case:oak) ", id="links"),
        pytest.param("a\n\n", id="paragraphs"),
    ],
)
def test_hostile_text_costs_in_line_with_its_length(unit: str, steps_of: Steps) -> None:
    def work(times: int) -> int:
        text = unit * times
        subject = Unread(Kind.CASE, "oak", CaseStudy, {"context": text}, "oak.yml", Document(text=text))
        return steps_of(lambda: [each.problems for each in advise([subject], [SENCO])])

    work(10)
    assert work(800) / work(200) < 4 * 1.3


@pytest.mark.parametrize("sign", ["\u0130", "\u00df", "\ufb01", "\U0001f600", "\u0301"])
def test_letters_that_change_their_length_do_not_shift_a_place(sign: str) -> None:
    line = f"  {sign}x {sign} naughty pupils"
    content = Content()
    add_record(f"context: |\n{line}\n".encode(), Kind.CASE, CaseStudy, "oak", content, "oak.yml")
    [advised] = advise(content.unread, [SENCO])
    [problem] = advised.problems

    assert (problem.line, problem.column) == (2, line.index("naughty") + 1)
