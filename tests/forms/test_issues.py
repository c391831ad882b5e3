"""The form on the web: as GitHub wants it, kept fresh, and read back from the text that GitHub makes of its answers."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.builders import PROJECT
from tests.support.forms import Data, lines, real

from tenfold.forms import AnswerKind, Filled, all_questions, steps
from tenfold.forms.entries import texts_of, value_at
from tenfold.forms.issue_form import CHECKS, CHECKS_LABEL, LONGEST_TEXT, issue_form, read_issue
from tenfold.forms.placing import place

FOLDER = PROJECT / ".github" / "ISSUE_TEMPLATE"
FORM: dict[str, Any] = yaml.safe_load(issue_form())
ELEMENTS: list[dict[str, Any]] = FORM["body"]
ASKED = [element for element in ELEMENTS if element["type"] != "markdown"]
KEYS = {
    "markdown": {"value"},
    "input": {"label", "description", "placeholder", "value"},
    "textarea": {"label", "description", "placeholder", "value", "render"},
    "dropdown": {"label", "description", "multiple", "options", "default"},
    "checkboxes": {"label", "description", "options"},
}
"""The attributes that the elements of an issue form may have, as its documentation lists them."""


def read(text: str) -> Filled:
    return place(list(read_issue(text)))


def test_the_committed_form_is_the_one_that_is_made_now() -> None:
    assert (FOLDER / "case-study.yml").read_text(encoding="utf-8") == issue_form()


def test_people_may_still_open_a_plain_issue() -> None:
    assert yaml.safe_load((FOLDER / "config.yml").read_text(encoding="utf-8")) == {"blank_issues_enabled": True}


def test_the_form_has_what_github_asks_for() -> None:
    assert {"name", "description", "body"} <= set(FORM) <= {"name", "description", "body", "title", "labels"}
    assert all(isinstance(FORM[key], str) and FORM[key].strip() for key in ("name", "description", "title"))
    for element in ELEMENTS:
        assert set(element) <= {"type", "id", "attributes", "validations"}
        assert set(element["attributes"]) <= KEYS[element["type"]]
        assert element.get("validations", {"required": True}) == {"required": True}


def test_every_element_that_asks_has_an_id_and_a_label_of_its_own() -> None:
    ids = [element["id"] for element in ASKED]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", id) for id in ids)
    alike = [re.sub(r"[^a-z0-9]+", "-", element["attributes"]["label"].lower()) for element in ASKED]
    assert len(set(alike)) == len(alike)


def test_the_options_of_a_list_are_different_texts() -> None:
    for element in ASKED:
        if element["type"] == "dropdown":
            options = element["attributes"]["options"]
            assert all(isinstance(option, str) and option.strip() for option in options)
            assert len(set(options)) == len(options)
            assert "none" not in {option.lower() for option in options}


def test_there_is_room_for_the_answers_in_an_issue() -> None:
    empty = sum(len(element["attributes"].get("value", "")) for element in ASKED)
    assert len(issue_form()) < LONGEST_TEXT
    assert empty < LONGEST_TEXT / 50


def test_every_question_for_people_is_asked_and_needed_where_the_model_says_so() -> None:
    wanted = {question.name.replace(".", "_"): question for step in steps() for question in step.questions}
    assert [element["id"] for element in ASKED[:-1]] == list(wanted)
    assert all(bool(element.get("validations")) == wanted[element["id"]].needed for element in ASKED[:-1])


def as_issue(data: Data) -> str:
    """The text that GitHub makes of answers: each label as a heading, in the order of the form."""
    parts = []
    for step in steps():
        for question in step.questions:
            value = value_at(data, question.path)
            if question.kind is AnswerKind.GROUP:
                text = "\n".join(
                    f"{inner.label}: " + "\n".join(texts_of(inner, value_at(entry, inner.path[1:])))
                    for entry in value or []
                    for inner in question.questions
                )
            else:
                text = (", " if question.vocabulary else "\n").join(texts_of(question, value))
            parts.append(f"### {question.label}\n\n{text or '_No response_'}")
    ticks = "\n".join(f"- [X] {check}" for check in CHECKS)
    return "\r\n".join("\n\n".join([*parts, f"### {CHECKS_LABEL}\n\n{ticks}"]).split("\n"))


@pytest.mark.parametrize("name", ["carr-manor", "beewell", "surrey-square", "london-inclusion-charter"])
def test_a_real_case_study_comes_through_an_issue(name: str) -> None:
    given = real(name)
    found = read(as_issue(given))
    told = {step_name for step in steps() for step_name in (question.path[0] for question in step.questions)}
    expected = {key: value for key, value in given.items() if key in told - {"provenance"}}
    assert found.unplaced == ()
    assert {key: value for key, value in found.data.items() if key != "provenance"} == expected


def test_an_empty_issue_says_nothing() -> None:
    found = read(as_issue({}))
    assert (found.data, found.unplaced) == ({}, ())


def test_the_boxes_to_fill_in_count_as_empty() -> None:
    text = as_issue({})
    for element in ASKED:
        if "value" in element["attributes"]:
            label = element["attributes"]["label"]
            text = text.replace(f"### {label}\r\n\r\n_No response_", f"### {label}\n\n{element['attributes']['value']}")
    assert read(text).data == {}


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("### Licence\n\nCC0", id="a heading of the form"),
        pytest.param("### Title\n\n### Summary\n\nx", id="several of them"),
        pytest.param("<!-- [title] -->\n\nx", id="a comment of another form"),
        pytest.param("status: published\n---\n!!python/object:x", id="YAML"),
        pytest.param("```\n### Place\n```", id="a fence"),
        pytest.param("@everyone ![x](https://example.org/x.png) <script>", id="markup"),
    ],
)
def test_hostile_text_stays_text(typed: str) -> None:
    found = read(as_issue({"context": f"We began.\n\n{typed}\n\nAnd went on.", "setting": {"place": "Anytown"}}))
    assert found.data == {"context": f"We began.\n\n{typed}\n\nAnd went on.", "setting": {"place": "Anytown"}}
    assert found.unplaced == ()


def test_a_narrative_without_the_names_of_fields_is_kept() -> None:
    text = as_issue({}).replace("### Practices\r\n\r\n_No response_", "### Practices\n\nWe greet everybody.")
    assert read(text).unplaced == ("Practices:\nWe greet everybody.",)


def test_text_before_the_form_is_kept() -> None:
    found = read("Hello!\n\n" + as_issue({"title": "Oak"}) + "\n\nSent from my phone")
    assert found.data == {"title": "Oak"}
    assert found.unplaced == ("Hello!", "Before you send it:\nSent from my phone")


@settings(max_examples=50, deadline=None)
@given(st.lists(lines(), max_size=4), st.sampled_from(all_questions()))
def test_nothing_that_somebody_writes_gets_lost(texts: list[str], question: Any) -> None:
    found = read("\n".join([*texts, f"### {question.label}", "", *texts]))
    said = f"{found.data} {' '.join(found.unplaced)}"
    words = {word for text in texts for word in re.findall(r"[a-z]{4,}", text.lower())}
    assert all(word in said.lower() for word in words)
