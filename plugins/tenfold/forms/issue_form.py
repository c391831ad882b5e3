"""The form as an issue form of GitHub, from the same questions; and the text that GitHub makes of its answers.

GitHub takes labels that are not alike, ids of letters, digits, hyphens and underscores, and lists of different words.
Of an entry with fields of its own it knows nothing: those are asked in a box that names the fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tenfold.forms.pieces import Piece, Said, Title
from tenfold.forms.questions import AnswerKind, Question, Step, all_questions, steps
from tenfold.forms.wording import STARTED, SUBTITLE, choices, help_for
from tenfold.loading.writing import settings_as_yaml

NAME = "Tell us about your case study"
HEAD = (
    "# The questions of a case study, for people with an account and without Git.\n"
    "# Made from the model by: tenfold template case-study --format issue-form. Change the model, then make it again.\n"
)
NO_RESPONSE = "_No response_"
LONGEST_TEXT = 65_536
"""Characters of an issue, all answers together."""
CHECKS = (
    "Nobody in it can be recognised, neither by a stranger nor by a neighbour.",
    "Quotations and pictures are in it only with consent.",
    "Our safeguarding lead has read it, or will before it is published.",
    "I understand that everybody can read this issue at once.",
)
CHECKS_LABEL = "Before you send it"
HEADING = re.compile(r"### (.+?)[ \t]*")
EMPTY_LABEL = re.compile(r"^(?:\s*[-*])?\s*([A-Za-z][^:\n]{1,60}):\s*$", re.MULTILINE)


def issue_form() -> str:
    """The issue form as a file for `.github/ISSUE_TEMPLATE/`."""
    children = " ".join(STARTED[1][1])
    body = [markdown(PUBLIC), markdown(HOW), markdown(f"**{STARTED[1][0]}.** {children}")]
    for step in steps():
        body += list(step_parts(step))
    body.append(checkboxes())
    form = {"name": NAME, "description": SUBTITLE, "title": "Case study: ", "labels": ["case study"], "body": body}
    return HEAD + settings_as_yaml(form)


PUBLIC = (
    "**This form is public.** Whatever you write here can be read by everybody as soon as you send it. If that is not "
    "right for your story, use the Word form instead."
)
HOW = (
    "What has a star has to be there; leave out the rest if you do not know. Short sentences and everyday words are "
    "best. Half an hour is enough for a first version, and you can change it after you have sent it."
)


def step_parts(step: Step) -> Iterator[dict[str, Any]]:
    yield markdown(f"## {step.title}\n\n{step.sentence}")
    for question in step.questions:
        yield element(question)


def markdown(text: str) -> dict[str, Any]:
    return {"type": "markdown", "attributes": {"value": text}}


def element(question: Question) -> dict[str, Any]:
    """A question as an element of the form."""
    attributes: dict[str, Any] = {"label": question.label, "description": " ".join(help_for(question))}
    if found := choices(question):
        kind = "dropdown"
        attributes |= {"options": list(found)} | ({"multiple": True} if question.many else {})
    elif question.kind is AnswerKind.GROUP:
        kind = "textarea"
        attributes |= {"value": entry_to_fill_in(question)}
        attributes["description"] += " Write behind each colon. For another one, copy all lines and go on below."
    else:
        kind = "textarea" if question.kind is AnswerKind.PROSE or question.many or long(question) else "input"
    return {"type": kind, "id": question.name.replace(".", "_"), "attributes": attributes} | needed(question)


def needed(question: Question) -> dict[str, Any]:
    return {"validations": {"required": True}} if question.needed else {}


def long(question: Question) -> bool:
    return (question.longest or 0) > 200


def entry_to_fill_in(group: Question) -> str:
    return "\n".join(f"{question.label}:" for question in group.questions)


def checkboxes() -> dict[str, Any]:
    options = [{"label": text, "required": True} for text in CHECKS]
    return {"type": "checkboxes", "id": "before_you_send_it", "attributes": {"label": CHECKS_LABEL, "options": options}}


def chooser() -> str:
    """The file beside the form that says which ways in there are."""
    return "# People choose between the forms here; a blank issue stays possible.\nblank_issues_enabled: true\n"


def read_issue(text: str) -> Iterator[Piece]:
    """The pieces of an issue: GitHub puts the label of each question into a heading, and the answer below it.

    All labels are there, in their order. One that stands anywhere else is somebody's own heading, and stays text.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    starts = dict(heading_lines(lines))
    waiting: list[str] = []
    label = ""
    for number, line in enumerate(lines):
        if number in starts:
            yield from answer_pieces(label, waiting)
            label, waiting = starts[number], []
            if label != CHECKS_LABEL:
                yield Title(label, 3)
        else:
            waiting.append(line)
    yield from answer_pieces(label, waiting)


def heading_lines(lines: list[str]) -> Iterator[tuple[int, str]]:
    """The lines with the labels of the form. Of several the last is taken that the order of the others allows."""
    places: dict[str, list[int]] = {label: [] for label in (*(each.label for each in all_questions()), CHECKS_LABEL)}
    for at, line in enumerate(lines):
        found = HEADING.fullmatch(line)
        if found and found[1] in places:
            places[found[1]].append(at)
    after = len(lines)
    for label, found_at in reversed(places.items()):
        if found_at:
            at = next((each for each in reversed(found_at) if each < after), found_at[-1])
            yield at, label
            after = at if len(found_at) == 1 or at < after else after


def answer_pieces(label: str, lines: list[str]) -> Iterator[Piece]:
    text = "\n".join(lines).strip("\n")
    if text.strip() in {"", NO_RESPONSE}:
        return
    if label == CHECKS_LABEL:
        text = "\n".join(line for line in lines if not is_check(line)).strip()
    if text and label == CHECKS_LABEL:
        yield Title(label, 3)
    if text:
        yield Said.as_it_is(text)


def is_check(line: str) -> bool:
    return any(line.strip().endswith(check) for check in CHECKS)
