"""Local notes on pages: marked as local, at their passage where there is room for one, and never lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader
from tests.support.builders import a_case_study, a_feature, a_framework, a_library, a_note, a_page, a_resource, a_term
from tests.support.copies import a_copy
from tests.support.exercises import an_exercise
from tests.support.sites import a_renderer, html_of, page_at, parsed

from tenfold.library import Library
from tenfold.model import Record
from tenfold.render.notes import end_of_block

PRACTICES = [
    {"title": "A greeting", "body": "First this.\n\nThen that, and a list:\n\n- one\n- two\n\nLast."},
    {"title": "A list", "body": "It hangs there.", "examples": ["For one."]},
]


def library_with(*notes: Record, **more: Record) -> Library:
    case = a_case_study(practices=PRACTICES, effort={"start_small": "Say hello."})
    return a_library({"oak": case, **{f"note-{n}": note for n, note in enumerate(notes)}}, **more)


def in_order(html: str, *texts: str) -> bool:
    """Whether these texts stand in a page in this order."""
    places = [html.find(text) for text in texts]
    return -1 not in places and places == sorted(places)


def asides(html: str) -> list[Any]:
    return [each for each in parsed(html).iter("aside") if each.get("role") == "note"]


def test_a_note_says_that_it_is_local_and_whose_in_words(tmp_path: Path) -> None:
    html = html_of("case_studies/oak/", library_with(a_note()), copy=a_copy(tmp_path))
    (aside,) = asides(html)
    label = next(each for each in aside.iter("p") if each.get("id") == aside.get("aria-labelledby"))
    assert "".join(label.itertext()) == "Local note from Exampleton Borough Council"


def test_without_a_name_it_says_that_it_is_local() -> None:
    assert "Local note</p>" in html_of("case_studies/oak/", library_with(a_note()))


def test_a_page_without_notes_has_no_trace_of_them() -> None:
    html = html_of("case_studies/oak/", library_with())
    assert "local-note" not in html
    assert "\x00" not in html


@pytest.mark.parametrize(
    "part, words, around",
    [
        pytest.param(None, None, ("lede", "Here, call", "In numbers"), id="on the whole, below the summary"),
        pytest.param("summary", None, ("lede", "Here, call", "In numbers"), id="on the summary"),
        pytest.param("context", None, ("does not exist", "Here, call", "What they did</h2>"), id="context"),
        pytest.param("in_numbers[1]", None, ("Late marks", "Here, call", 'id="context"'), id="a figure"),
        pytest.param("practices[2]", None, ("For one.", "Here, call", "How they did it</h2>"), id="a practice"),
        pytest.param("practices[1]", "First this", ("First this", "Here, call", "Then that"), id="a paragraph"),
        pytest.param("practices[1]", "two", ("two</li>", "Here, call", "Last."), id="a whole list"),
        pytest.param("practices[2]", "Then that", ("Then that", "Here, call", "one</li>"), id="words that moved"),
        pytest.param("implementation[1]", None, ("half past", "Here, call", 'id="evidence"'), id="a question"),
        pytest.param("evidence", None, ("no comparison", "Here, call", 'id="effort"'), id="evidence"),
        pytest.param("effort", None, ('id="effort"', "Here, call", "Could this be"), id="what it takes"),
        pytest.param("practices[9]", None, ("lede", "Here, call", "In numbers"), id="a part that is gone"),
        pytest.param("setting", None, ("lede", "Here, call", "In numbers"), id="a part without room for a note"),
    ],
)
def test_where_a_note_on_a_case_study_is_shown(part: str | None, words: str | None, around: tuple[str, ...]) -> None:
    html = html_of("case_studies/oak/", library_with(a_note(part=part, words=words)))
    assert in_order(html, *around)
    assert html.count("Here, call the team first.") == 1


def test_a_note_whose_words_are_gone_stands_at_the_top_and_says_what_stood_there() -> None:
    html = html_of("case_studies/oak/", library_with(a_note(part="practices[1]", words="Before this.")))
    assert in_order(html, "lede", "has changed since. It said: <q>Before this.</q>", "Here, call", "In numbers")


def test_notes_on_one_passage_stand_in_the_order_they_were_written() -> None:
    late, early = a_note(part="context", text="Late.", written="2026-05-01"), a_note(part="context", text="Early.")
    assert in_order(html_of("case_studies/oak/", library_with(late, early)), "Early.", "Late.", "What they did</h2>")


@pytest.mark.parametrize(
    "address, on, changes, around",
    [
        pytest.param(
            "features/belonging-first/", "feature:belonging-first", {}, ("lede", "Here", "What it is"), id="f"
        ),
        pytest.param(
            *("features/belonging-first/", "feature:belonging-first", {"part": "in_practice[1]"}),
            ('id="practice-1"', "Here, call", 'id="evidence"'),
            id="a part of a feature",
        ),
        pytest.param(
            "frameworks/fair-start/", "framework:fair-start", {"part": "body"}, ("Here", 'id="items"'), id="w"
        ),
        pytest.param(
            *("frameworks/fair-start/know-everyone/", "framework:fair-start/know-everyone", {"part": "features"}),
            ("Key features that serve it</h2>", "Here, call", 'id="cases"'),
            id="a part of an item",
        ),
        pytest.param(
            *("toolkit/help/", "page:toolkit/help", {"words": "the first step"}),
            ("the first step", "Here, call", "Second"),
            id="a paragraph of a page",
        ),
        pytest.param("glossary/", "term:late-mark", {}, ('id="late-mark"', "Here, call"), id="a word"),
        pytest.param("sources/", "source:oak-report", {}, ('id="oak-report"', "Here, call"), id="a source"),
        pytest.param("resources/", "resource:the-team", {}, ('id="the-team"', "Here, call"), id="a resource"),
        pytest.param("exercises/gate/", "exercise:gate", {"part": "steps[2]"}, ("step-2", "Here", "step-3"), id="e"),
        pytest.param("", "page:index", {}, ("Here, call", "hero"), id="a page that has no room for notes"),
    ],
)
def test_notes_stand_on_pages_of_every_kind(
    address: str, on: str, changes: dict[str, Any], around: tuple[str, ...]
) -> None:
    records: dict[str, Record] = {
        "oak": a_case_study(),
        "belonging-first": a_feature(),
        "fair-start": a_framework(),
        "late-mark": a_term(),
        "the-team": a_resource(),
        "gate": an_exercise(example=None),
        "index": a_page(),
        "toolkit/help": a_page(body="Take the first step.\n\nSecond."),
        "the-note": a_note(on, **changes),
    }
    html = html_of(address, a_library(records))
    assert in_order(html, *around)
    assert html.count("Here, call the team first.") == 1


def test_a_fragment_of_a_local_host_that_knows_of_no_notes_loses_none() -> None:
    library = library_with(a_note(part="context"))
    renderer = a_renderer(library)
    renderer.environment.loader = DictLoader(
        {
            "case_study.html.jinja": "<h1>{{ case.title }}</h1>",
            "note.html.jinja": "<aside>{{ noted.note.text }}</aside>",
        }
    )
    html = str(renderer.render(page_at("case_studies/oak/", library)).html)
    assert html.startswith('<div class="wrap"><aside>Here, call the team first.</aside></div><h1>')


def test_a_contact_can_be_called_and_written_to() -> None:
    contact = {"name": "Inclusion Team", "phone": "020 7946 0000 ext 12", "email": "inclusion@exampleton.example"}
    html = html_of(
        "case_studies/oak/", library_with(a_note(contact={**contact, "page": "https://exampleton.example/"}))
    )
    assert 'Phone <a href="tel:02079460000;ext=12">020 7946 0000 ext 12</a>' in html
    assert 'E-mail <a href="mailto:inclusion@exampleton.example">' in html
    assert 'href="https://exampleton.example/">exampleton.example</a>' in html


def test_what_a_note_says_is_prose_and_nothing_else() -> None:
    text = "### Whom to call\n\nThe <script>alert(1)</script> *team*, as [Oak](case:oak) does."
    html = html_of("case_studies/oak/", library_with(a_note(text=text, part="practices[1]")))
    assert "<script>" not in html
    assert '<h4 id="text-whom-to-call">Whom to call</h4>' in html


def test_a_source_cited_in_a_note_leads_to_the_page_with_the_note() -> None:
    library = library_with(a_note("page:toolkit/help", text="As [they](source:oak-report) say."))
    library = a_library({"toolkit/help": a_page(), "said": library.notes["note-0"]})
    assert '<a href="../toolkit/help/">A page</a>' in html_of("sources/", library)


@pytest.mark.parametrize(
    "text, words, end",
    [
        pytest.param("One.\n\nTwo.\n\nThree.", "Two", 3, id="a paragraph"),
        pytest.param("One.\n\n- two\n- three\n\nFour.", "two", 5, id="a whole list"),
        pytest.param("## Two\n\nThree.", "Two", 1, id="a heading"),
        pytest.param("| a | b |\n|---|---|\n| c | d |\n\nEnd.", "d", 3, id="a table"),
        pytest.param("One.\n\nTwo.", "", 0, id="no words"),
        pytest.param("One.\n\nTwo.", "One. Two.", 0, id="words in two blocks"),
        pytest.param("[one]\n\nTwo.\n\n[one]: https://example.org/", "Two", 0, id="links by reference stay whole"),
    ],
)
def test_where_the_block_with_some_words_ends(text: str, words: str, end: int) -> None:
    assert end_of_block(text, words) == end
