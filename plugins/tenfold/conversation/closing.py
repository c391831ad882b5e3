"""What is said at the end: where the file is, what is still open, and what to do next, with Git and without."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tenfold.conversation.checking_answers import in_words, new_sources
from tenfold.conversation.draft import Draft
from tenfold.conversation.screen import Screen
from tenfold.library import Library
from tenfold.problems import Problem, counted

MOST = 20
"""More problems are counted, not listed."""


def close(
    screen: Screen, draft: Draft, shown: str, problems: Sequence[Problem], library: Library, *, of_copy: bool = False
) -> None:
    """Say how far the case study has come, and what to do next; in a local copy that is to publish it oneself."""
    screen.say()
    screen.head("The file")
    screen.whole(f"Everything is saved in {shown}")
    if problems:
        screen.say(f"{counted(len(problems), 'thing')} still to do before it can be published:")
        screen.listed([(f"{number}.", in_list(each)) for number, each in enumerate(problems[:MOST], 1)])
        if len(problems) > MOST:
            screen.say(f"and {len(problems) - MOST} more.")
    else:
        screen.say("Nothing is missing, and no mistake was found.")
    fresh = new_sources(draft.answers, library)
    if fresh:
        screen.say(f"New sources, to be added to sources.yml with title and kind: {', '.join(fresh)}.")
    screen.say()
    screen.head("What to do next")
    screen.listed([(f"{number}.", text) for number, text in enumerate(next_steps(shown, problems, of_copy=of_copy), 1)])


def next_steps(shown: str, problems: Sequence[Problem], *, of_copy: bool) -> Iterable[str]:
    if problems:
        yield "Go on when you like: the same command asks what is still open. Or fill in the file in a text editor."
    yield f"Check it: tenfold check {quoted(shown)}"
    yield "Ask your safeguarding lead to read it. Nobody may be recognisable."
    if of_copy:
        yield (
            "Publish it: it is a draft, which no reader sees. In the file, write status: published in place of "
            "status: draft. Then: tenfold build"
        )
        return
    yield "Send it: as a pull request; or, without Git, send the file to the people who look after your site."


def quoted(name: str) -> str:
    return f'"{name}"' if " " in name else name


def in_list(problem: Problem) -> str:
    return f"{problem.field}: {in_words(problem)}" if problem.field else in_words(problem)


def tell_stopped(screen: Screen, draft: Draft, shown: str, command: str) -> None:
    """Say that nothing is lost, and how to go on."""
    if draft.written is None:
        screen.say("Stopped. Nothing had been answered, and no file was written.")
        return
    screen.say("Stopped. Everything you answered is saved in this file:")
    screen.whole(f"  {shown}")
    screen.say("To go on later, type this:")
    screen.whole(f"  {command}")
