"""How a question is shown: its label, what it is for, what there is to choose from, how to answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tenfold.conversation.asks import Ask, is_given
from tenfold.conversation.choices import MOST, Choice, shown
from tenfold.conversation.replies import HOW_PROSE
from tenfold.conversation.screen import Screen
from tenfold.forms import AnswerKind, Question, steps

KNOWN = 200
"""An answer that is there already is shown as far as this."""


def introduce(screen: Screen, number: int) -> None:
    """Show where a step begins."""
    step = steps()[number]
    screen.say()
    screen.head(f"Part {number + 1} of {len(steps())}: {step.title}")
    screen.say(step.sentence)


def explain(screen: Screen, ask: Ask, known: object, offered: Sequence[Choice]) -> None:
    """Show a question."""
    screen.say()
    if ask.opens_entry and ask.group is not None:
        open_entry(screen, ask.group, ask.entry)
    screen.head(f"{ask.question.label} ({', '.join(marks(ask))})")
    screen.say(ask.question.hint)
    if len(offered) <= MOST or ask.question.vocabulary is not None:
        screen.listed([(choice.sign, choice.text) for choice in offered])
    for line in ways(ask.question, offered):
        screen.say(line)
    if is_given(known):
        text = shown(known, offered)
        screen.say(f"So far: {text if len(text) <= KNOWN else text[:KNOWN] + ' ...'}")
        screen.say("Enter alone keeps it.")


def open_entry(screen: Screen, group: Question, entry: int) -> None:
    """Say that an entry of a group begins, and how to tell of no more."""
    screen.head(f"{group.label}, number {entry + 1}")
    if entry == 0:
        screen.say(group.hint)
    none = "leave this for later" if group.needed else "none of these"
    screen.say(f"Enter alone: {'no more of these' if entry else none}.")


def takes_lines(question: Question) -> bool:
    """Whether an answer may have several lines."""
    return question.kind is AnswerKind.PROSE or (question.kind is AnswerKind.LINE and question.many)


def marks(ask: Ask) -> Iterator[str]:
    """What to know of a question at a glance."""
    question = ask.question
    yield "needed" if question.needed or question.needed_with else "can be left out"
    if question.many:
        yield "several are possible"


def ways(question: Question, offered: Sequence[Choice]) -> Iterator[str]:
    """How to answer."""
    if question.vocabulary is not None:
        several = ", with commas between if there are several" if question.many else ""
        yield f"Type the number or the word{several}."
    elif question.refers is not None:
        yield from ways_of_ids(question, offered)
    elif question.kind is AnswerKind.PROSE:
        yield HOW_PROSE
    elif question.many:
        yield "Write each on a line of its own. To end: two empty lines, or a full stop alone on a line."
    elif question.kind is AnswerKind.YES_NO:
        yield "Type yes or no."


def ways_of_ids(question: Question, offered: Sequence[Choice]) -> Iterator[str]:
    noun = question.refers.noun if question.refers else ""
    several = ", with commas between if there are several" if question.many else ""
    if not offered:
        yield f"No {noun} is known here. Type its id if you know it, or press Enter."
    elif len(offered) > MOST:
        yield f"{len(offered)} are known. Type the id{several}, or words of the title to find it."
    else:
        yield f"Type the number or the id{several}."
