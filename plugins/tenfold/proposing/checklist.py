"""The questions that the original asks of every pull request, with what a machine can say to each.

They are those of the original's template; a test holds the two together. A box is ticked only where the record itself
is the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from tenfold.problems import counted
from tenfold.proposing.proposal import Proposal
from tenfold.reviewing.keeping import held, unnamed_speech


class Known(NamedTuple):
    """What is known of a question: whether that answers it, and what to say."""

    answered: bool
    words: str


FOR_A_PERSON = Known(False, "")
Answer = Callable[[Proposal], Known]


def unknown(_: Proposal) -> Known:
    return FOR_A_PERSON


def children(_: Proposal) -> Known:
    return Known(False, "The checks found nothing that nobody signed off. They cannot find names: read for them.")


def agreed(proposal: Proposal) -> Known:
    if proposal.study is None:
        return FOR_A_PERSON
    if proposal.study.provenance.agreed_by_setting:
        return Known(False, "The record says that it has. Tick this if you have seen the agreement.")
    return Known(False, "**THE SETTING HAS NOT AGREED, the record says.** Ask it first, or say here why not.")


def consent(proposal: Proposal) -> Known:
    study = proposal.study
    if study is None:
        return FOR_A_PERSON
    if held(study):
        return Known(False, f"It holds {held(study)}, and says how people consented. Is that right, and enough?")
    speech = list(unnamed_speech(study, proposal.entry))
    if speech:
        return Known(False, speech[0].text)
    return Known(True, "The record says that it holds no quotations and no pictures, and none was found.")


def licence(proposal: Proposal) -> Known:
    found = getattr(getattr(proposal.entry.record, "provenance", None), "licence", None)
    return Known(False, f"{found.label}. {found.meaning}") if found else FOR_A_PERSON


def sourced(proposal: Proposal) -> Known:
    study = proposal.study
    if study is None:
        return FOR_A_PERSON
    without = [each for each in study.outcomes if each.source is None and has_figure(each.statement)]
    if without:
        return Known(False, f"{counted(len(without), 'outcome')} with figures cites none.")
    return Known(False, "Each figure in the record cites one. Those in running text, only a person can see.")


def has_figure(statement: str) -> bool:
    return any(letter.isdigit() for letter in statement)


NO_CHILD = (
    'No child can be recognised: no names, no initials, no story that points at one, "fewer than 10" for small counts.'
)
QUESTIONS: Sequence[tuple[str, Sequence[tuple[str, Answer]]]] = (
    (
        "The children in it",
        (
            (NO_CHILD, children),
            ("Adults are named by their role.", unknown),
            ("Our safeguarding lead has read it.", unknown),
        ),
    ),
    (
        "The people who agreed",
        (
            (
                "The setting has read it and agrees to it, or the record says that it has not (`agreed_by_setting`).",
                agreed,
            ),
            (
                "Everybody who is quoted or shown agreed to be on the internet, and the record says how (`consent`).",
                consent,
            ),
            ("We may publish it under the licence that the record names.", licence),
        ),
    ),
    (
        "The facts",
        (
            ("Each figure has a source that others can look up.", sourced),
            ("It is in our own words.", unknown),
        ),
    ),
)


def checklist(proposal: Proposal) -> Iterator[str]:
    """The questions as Markdown, boxes ticked where the record is the answer."""
    for heading, questions in QUESTIONS:
        yield from (f"## {heading}", "")
        for question, answer in questions:
            known = answer(proposal)
            yield f"- [{'x' if known.answered else ' '}] {question}{f' {known.words}' if known.words else ''}"
        yield ""
