"""Asking for what a new copy needs: one thing after the other, and nothing is written before the last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from tenfold.conversation import Screen
from tenfold.conversation.replies import Given, Wish, one_line
from tenfold.founding.answers import Trouble, trouble_with, troubles
from tenfold.founding.below import CannotTake
from tenfold.founding.questions import BY_NAME, CONTACTS, QUESTIONS, Answers, Question
from tenfold.founding.settings_text import meaning

HOW = (
    ("Enter", "take what is offered, or leave it open: everything can be changed later"),
    ("?", "more help"),
    ("<", "back to the question before"),
    (":q", "stop. Nothing is written then"),
)
"""What can be typed at any question, and what it does."""
REQUIRED = "This has to be answered."

Taker = Callable[[Path], object]
"""Takes content over, or raises CannotTake."""


def unquoted(text: str) -> str:
    """What was dragged into a terminal: many put quotation marks around it, or a backslash before each space."""
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        return text[1:-1]
    return text.replace("\\ ", " ")


PATHS = ("logo", "upstream")


def ask_all(screen: Screen, given: Answers, take: Taker) -> Answers:
    """Every answer, those that were given and those that are asked for.

    Args:
        screen: where to ask.
        given: what needs no asking.
        take: tries whether there is content at a path.

    Raises:
        Stopped: somebody wants to stop, or went away.
    """
    answers = dict(given)
    open_ones = [each for each in QUESTIONS if each.name not in given and not each.flag_only]
    if open_ones:
        introduce(screen, len(open_ones))
    at, step = 0, 1
    while at < len(open_ones):
        question = open_ones[at]
        if question.follows and not answers.get(question.follows):
            at += step
            at, step = (0, 1) if at < 0 else (at, step)
            continue
        step = ask(screen, question, answers, take)
        at = max(at + step, 0)
        if step > 0 and (again := unreachable(question, answers, open_ones)) is not None:
            screen.say("Nobody can reach them like this. Give one of the three.")
            at = again
    return answers


def introduce(screen: Screen, number: int) -> None:
    screen.say(
        f"This makes a copy of your own: a folder that builds a website. At most {number} questions, most of which can "
        "be left open. Nothing is written before the last."
    )
    screen.say()
    screen.say("You can always type:")
    screen.listed(HOW)


def ask(screen: Screen, question: Question, answers: Answers, take: Taker) -> int:
    """Ask until there is an answer, or none is wanted; where to go from there, one on or one back."""
    screen.say()
    screen.head(question.ask)
    show(screen, question, answers)
    while True:
        reply = one_line(screen)
        if reply is Wish.BACK:
            return -1
        if reply is Wish.FORGET:
            answers.pop(question.name, None)
            screen.say("Deleted.")
        elif reply is Wish.NOTHING and taken_default(question, answers):
            return 1
        elif reply is Wish.NOTHING:
            screen.say(REQUIRED)
        elif isinstance(reply, Given):
            value = meant(question, reply.text)
            trouble = wrong(question, value, answers, take)
            if trouble is None:
                answers[question.name] = value
                return 1
            screen.say(trouble.text[:1].upper() + trouble.text[1:])
        else:
            explain(screen, question)


def show(screen: Screen, question: Question, answers: Answers) -> None:
    """Say what helps, what there is to choose from, and what Enter does."""
    screen.say(question.more)
    if question.words is not None:
        words = enumerate(question.words, 1)
        screen.listed([(f"{number}", f"{word.label}: {word.meaning}") for number, word in words])
    offered = answers.get(question.name) or question.default_in(answers)
    if offered:
        screen.say(f"Enter: {offered}")
    elif not question.needed:
        screen.say("Enter: leave it open")


def explain(screen: Screen, question: Question) -> None:
    """What local.yml will say of the answer, and what can be typed."""
    if question.path:
        screen.say(f"{meaning(question.path)} It stands in local.yml as {question.path[-1]}, and can be changed there.")
    screen.listed(HOW)


def taken_default(question: Question, answers: Answers) -> bool:
    """Whether pressing Enter was an answer: what is offered then is kept."""
    offered = answers.get(question.name) or question.default_in(answers)
    if offered:
        answers[question.name] = offered
    return bool(offered) or not question.needed


def meant(question: Question, text: str) -> str:
    """An answer as a file of settings has it."""
    if question.name in PATHS:
        return unquoted(text)
    for number, word in enumerate(question.words or (), 1):
        if text.casefold() in {str(number), word.value, word.label.casefold()}:
            return word.value
    return text


def wrong(question: Question, value: str, answers: Answers, take: Taker) -> Trouble | None:
    if question.name != "upstream":
        found = trouble_with(question, value, answers)
        if found and question.words is not None:
            return Trouble(question.name, f"Type a number from 1 to {len(question.words)}, or one of the names.")
        return found
    try:
        take(Path(value).expanduser())
    except CannotTake as reason:
        return Trouble(question.name, str(reason))
    return None


def unreachable(question: Question, answers: Answers, open_ones: Sequence[Question]) -> int | None:
    """Where to go back to when somebody to turn to was named, and every way to reach them left open."""
    who = question.name.removesuffix("_page")
    if who == question.name or who not in CONTACTS:
        return None
    found = (each.name for each in troubles(answers, whole=True))
    return open_ones.index(first_way(who, open_ones)) if who in found else None


def first_way(who: str, open_ones: Sequence[Question]) -> Question:
    return next(each for each in open_ones if each.follows == BY_NAME[who].name)
