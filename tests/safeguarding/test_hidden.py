"""No message of any kind repeats what was found: the logs of checks are public."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.support.builders import BASE, a_content_folder
from tests.support.memory import check_base_with

from tenfold.cli import main
from tenfold.problems import Level, Problem
from tenfold.safeguarding import Masks, rules

OAK = (BASE / "case_studies/oak.yml").read_text(encoding="utf-8")
SOURCES = (BASE / "sources.yml").read_text(encoding="utf-8")
GLOSSARY = "late-mark:\n  term: late mark\n  definition: A mark.\n"
CONTEXT = "context: The school stands in a town that does not exist."

VALUES = {
    "pupil-number": ("B801200005001", "B801200005001"),
    "nhs-number": ("NHS 999 950 6992", "999 950 6992"),
    "birth-date": ("born on 12 March 2014", "12 March 2014"),
    "email": ("jane.quill@anytown.sch.uk", "jane.quill"),
    "phone": ("07700 900123", "07700"),
    "postcode": ("LS99 9ZZ", "9ZZ"),
    "named-pupil": ("A pupil called Zebedee", "Zebedee"),
    "name-and-year": ("Then Zofia (Year 4) came", "Zofia"),
    "rare-need": ("A girl in Year 5 with Rett syndrome", "Rett"),
    "small-count": ("Three pupils were excluded", "Three pupils"),
    "small-share": ("Some 21 of the 24 pupils left", "21 of the"),
}
"""For each rule something that it finds, and the part of it that no message may hold."""

Files = dict[str, str | bytes]


def in_context(text: str) -> Files:
    return {"case_studies/oak.yml": OAK.replace(CONTEXT, text)}


def quoted(text: str) -> str:
    return '"' + text.replace('"', "'") + '"'


PLACES: dict[str, Callable[[str], Files]] = {
    "a text": lambda text: in_context(f"context: {quoted(text)}"),
    "a word": lambda text: {"case_studies/oak.yml": OAK.replace("phase: primary", f"phase: {quoted(text)}")},
    "a word in a list": lambda text: {"case_studies/oak.yml": OAK.replace("- attendance", f"- {quoted(text)}")},
    "twice in a list": lambda text: {
        "case_studies/oak.yml": OAK.replace("- attendance", f"- {quoted(text)}\n  - {quoted(text)}")
    },
    "a date": lambda text: {"case_studies/oak.yml": OAK.replace("published: 2026-01-10", f"published: {quoted(text)}")},
    "yes or no": lambda text: {"case_studies/oak.yml": OAK.replace("setting: yes", f"setting: {quoted(text)}")},
    "an id": lambda text: {"case_studies/oak.yml": OAK.replace("- belonging-first", f"- {quoted(text)}")},
    "the id of a source": lambda text: {
        "case_studies/oak.yml": OAK.replace("source: oak-report", f"source: {quoted(text)}")
    },
    "a number of a school": lambda text: {
        "case_studies/oak.yml": OAK.replace("place: Any", f"urn: {quoted(text)}\n  place: Any")
    },
    "an address": lambda text: {
        "case_studies/oak.yml": OAK.replace("place: Any", f"website: {quoted(text)}\n  place: Any")
    },
    "the name of a field": lambda text: {"case_studies/oak.yml": f"{quoted(text)}: x\n{OAK}"},
    "a field twice": lambda text: {"case_studies/oak.yml": f"{quoted(text)}: x\n{quoted(text)}: y\n{OAK}"},
    "a heading": lambda text: in_context(f"context: |-\n  The school stands here.\n\n  # {text}\n\n  More."),
    "a link": lambda text: in_context(f"context: |-\n  [x](<{text}>) and [y](case:{text.lower().replace(' ', '-')})"),
    "an anchor": lambda text: in_context(f"context: |-\n  [x](#{text.replace(' ', '-')})"),
    "a picture": lambda text: in_context(f"context: |-\n  ![x](<{text}>)"),
    "markup": lambda text: in_context(f"context: |-\n  The <b {text}> school."),
    "a YAML anchor": lambda text: {"case_studies/oak.yml": f"elm: &{text.replace(' ', '-')} x\n{OAK}"},
    "a YAML alias": lambda text: {"case_studies/oak.yml": f"elm: *{text.replace(' ', '-')}\n{OAK}"},
    "a YAML tag": lambda text: {"case_studies/oak.yml": f"elm: !{text.replace(' ', '-')} x\n{OAK}"},
    "a comment": lambda text: {"case_studies/oak.yml": f"# {text}\n{OAK}"},
    "a comment behind a value": lambda text: {"case_studies/oak.yml": f"elm: x # {text}\n{OAK}"},
    "broken YAML": lambda text: {"case_studies/oak.yml": f"elm: [{text}\n{OAK}"},
    "the id of a source of its own": lambda text: {"sources.yml": f"{SOURCES}{quoted(text)}:\n  title: x\n"},
    "a term twice": lambda text: {
        "glossary.yml": f"{GLOSSARY}  also: [{quoted(text)}]\nearly-mark:\n  term: {quoted(text)}\n  definition: x\n"
    },
    "a page": lambda text: {"toolkit/steps.md": f"---\ntitle: {quoted(text)}\nsteps: {quoted(text)}\n---\n# {text}\n"},
    "a page without a title": lambda text: {"toolkit/steps.md": f"{text}\n"},
    "a former id": lambda text: {"case_studies/oak.yml": f"{OAK}aliases:\n  - {quoted(text)}\n"},
    "behind a long text": lambda text: {
        "case_studies/oak.yml": OAK.replace("phase: primary", f"phase: {quoted('x' * 26 + ' ' + text)}")
    },
    "the name of a file": lambda text: {f"case_studies/{text.lower().replace(' ', '-').strip('.')}.yml": OAK},
}
"""Where somebody could write it, each with another message about it."""

RUN_TOGETHER = {"the name of a file", "a YAML anchor", "a YAML alias", "a YAML tag", "a link", "an anchor"}
"""Places in which words are run together, so that only what is a value in itself can be told."""
NO_SCHOOL = {"the id of a source of its own", "a term twice", "a page", "a page without a title"}
"""Files that are about no school, in which a need points at nobody."""


def can_be_told(rule: str, place: str) -> bool:
    """Whether a rule looks for something in such a place."""
    is_a_value = {each.name: each.is_a_value for each in rules()}[f"safeguarding-{rule}"]
    return is_a_value or not (place in RUN_TOGETHER or (rule == "rare-need" and place in NO_SCHOOL))


@pytest.mark.parametrize(
    ("rule", "place"), [(rule, place) for rule in VALUES for place in PLACES if can_be_told(rule, place)]
)
def test_no_message_repeats_what_was_found(rule: str, place: str) -> None:
    text, secret = VALUES[rule]
    problems = check_base_with(PLACES[place](text)).problems
    shown = (
        f"{problems!r} {[str(problem) for problem in problems]} {[problem.as_dict() for problem in problems]}".lower()
    )

    assert problems
    assert secret.lower() not in shown
    if any(sign.isdigit() for sign in secret):
        assert run_together(secret) not in run_together(shown)


def run_together(text: str) -> str:
    return "".join(sign for sign in text.lower() if sign.isalnum() or sign == "@")


def a_problem(message: str) -> Problem:
    return Problem("content/a.yml", 1, 1, "title", message, "Use 3 to 60 letters.", "id", Level.ERROR, message)


@pytest.mark.parametrize(
    ("value", "message", "shown"),
    [
        ("Zebedee", '"Zebedee" is unknown', '"[hidden]" is unknown'),
        ("Zebedee", '"a pupil called Zebed..." is unknown', '"a pupil called [hidden]..." is unknown'),
        ("Zebedee", '"zebedee" is unknown', '"[hidden]" is unknown'),
        ("Zebedee", "Zebedeeism is unknown", "Zebedeeism is unknown"),
        ("Will", "it will be read", "it will be read"),
        ("Will", '"will" is unknown', '"[hidden]" is unknown'),
        ("3", "Use 3 to 60 letters", "Use 3 to 60 letters"),
        ("07700 900123", "07700-900-123 and 07700900123", "[hidden] and [hidden]"),
        ("x y", '"x', '"x'),
    ],
)
def test_what_is_hidden_and_what_is_not(value: str, message: str, shown: str) -> None:
    hidden = Masks([value]).hide(a_problem(message))

    assert hidden.message == shown
    assert hidden.about == shown
    assert hidden.hint == "Use 3 to 60 letters."


def test_a_value_is_hidden_that_no_file_was_found_to_hold() -> None:
    message = Masks([]).hide(a_problem('"ring 07700 900123" or B801200005001 is no word')).message
    assert message == '"ring [hidden]" or [hidden] is no word'


def test_the_report_as_json_has_the_rule_and_the_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    a_content_folder(tmp_path, PLACES["a text"]("Ring 07700 900123"))
    monkeypatch.chdir(tmp_path)
    main(["check", "--format", "json"])

    (problem,) = json.loads(capsys.readouterr().out)
    assert (problem["rule"], problem["line"]) == ("safeguarding-phone", 14)
