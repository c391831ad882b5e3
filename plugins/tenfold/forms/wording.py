"""What every form says in the same words, whatever kind of file it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from tenfold.forms.answers import labels
from tenfold.forms.questions import AnswerKind, Question, all_questions, editors_step, steps

TITLE = "Tell us what you did"
SUBTITLE = "A case study for the knowledge base: what one setting did to keep children in school and belonging."
WRITE_HERE = "Write here."
CHOOSE_ONE = "Choose one."
YOUR_ANSWER = "Your answer"
MORE = "More about this, and other ways to tell us:"
NEEDED = "(needed)"
YES_NO = ("Yes", "No")
ANOTHER = "One of these for each. Need another? Copy this table and paste it below."
ANOTHER_ROW = "A row for each. Need another? Add one."
STARTED: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "What to do",
        (
            (
                "Take the parts in any order, and leave out what you do not know. What is marked (needed) has to be "
                "there before it can be published; somebody can help you with it later."
            ),
            (
                "Write as you would tell a colleague: short sentences, everyday words. Half an hour is enough for a "
                "first version."
            ),
            (
                "You may delete the hints. Keep the headings: they show where each answer belongs. What "
                "fits nowhere may stand anywhere; it is kept and looked at."
            ),
        ),
    ),
    (
        "Before you write: the children",
        (
            (
                "Nobody may be recognisable, neither to a stranger nor to a neighbour. No names, no initials, no life "
                "stories, and adults by their role."
            ),
            'Write "fewer than 10" where there are 1 to 9 pupils.',
            (
                "Quotations and pictures only with consent: the child's, and that of a parent or carer. They may "
                "change their mind later, and then it goes."
            ),
            "Ask your safeguarding lead to read it before you send it.",
        ),
    ),
    (
        "Where to send it",
        (
            (
                "Save this file and send it to the people who publish your copy of the knowledge base. They check it "
                "with you, and show you the page before anybody else sees it."
            ),
        ),
    ),
)
"""The first page: headings with paragraphs."""


def title_of(question: Question) -> str:
    """The heading of a question, with a mark where an answer is needed."""
    return f"{question.label} {NEEDED}" if question.needed else question.label


def title_with_hint(question: Question) -> str:
    """Both in one line."""
    return f"{title_of(question)}: {question.hint}"


def help_for(question: Question) -> Iterator[str]:
    """The lines below the heading of a question: its hint, and how to answer where that is not plain."""
    yield question.hint
    if question.needed_with:
        yield "Needed if you fill in any of this part."
    if question.kind is AnswerKind.ID and question.refers is not None:
        several = ", a line for each" if question.many else ""
        yield f"The short name of the {question.refers.noun}{several}, as in its web address. Or its name, if not sure."
    if question.vocabulary is not None and question.many:
        yield "Choose all that fit."
    if question.kind is AnswerKind.LINE and question.many:
        yield "A line for each."
    if question.kind is AnswerKind.DATE:
        yield "Year, month and day: 2026-11-01."


def choices(question: Question) -> tuple[str, ...]:
    """What one may choose from, as people read it; nothing where one writes freely."""
    return YES_NO if question.kind is AnswerKind.YES_NO else tuple(labels(question))


def choices_line(question: Question) -> str:
    """The same in one line, for files without lists to choose from."""
    found = choices(question)
    return f"Choose from: {'; '.join(found)}." if found else ""


def entry_title(question: Question, number: int) -> str:
    return f"{question.label} {number}"


def flat(text: str) -> str:
    """A text as one may compare it: no matter how its quotes and spaces look, or what a program made of them."""
    plain = unicodedata.normalize("NFKC", text).translate(SAME)
    return re.sub(r"\s+", " ", plain).strip().lower()


SAME = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-", "\\": ""}
)


@cache
def template_texts() -> frozenset[str]:
    """Every text that an empty form holds, apart from headings: nobody's answer."""
    fixed = [TITLE, SUBTITLE, WRITE_HERE, CHOOSE_ONE, ANOTHER, ANOTHER_ROW, YOUR_ANSWER]
    fixed += [text for heading, paragraphs in STARTED for text in (heading, *paragraphs)]
    fixed += [step.sentence for step in (*steps(), editors_step())]
    asked = [each for question in all_questions() for each in (question, *question.questions)]
    fixed += [text for question in asked for text in (*help_for(question), choices_line(question))]
    fixed += [f"{word.label}: {word.meaning}" for question in asked for word in question.words if word.meaning]
    return frozenset(flat(text) for text in fixed) | {""}


@cache
def questions_by_hint() -> dict[str, Question]:
    """The questions of the form by their hints, as far as no two share one."""
    found: dict[str, list[Question]] = {}
    for question in all_questions():
        found.setdefault(flat(question.hint), []).append(question)
    return {hint: same[0] for hint, same in found.items() if len(same) == 1}
