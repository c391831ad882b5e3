"""The six steps of making a theory of change, with questions to ask in the room."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """A step: what to do, and the questions that get people talking."""

    title: str
    questions: tuple[str, ...]


STEPS = (
    Step(
        "Work together",
        (
            "Who would be the first to notice if this worked? Who could stop it without saying a word?",
            "Which pupils, parents and partners have we not heard? How and when do we ask them?",
            "Who writes down what we agree, and when do we come back to it?",
        ),
    ),
    Step(
        "Agree on the aims",
        (
            "If it went as well as it could, what would a child here say about school in five years?",
            "Can each of us say the aim in a sentence that every parent understands?",
            "Where do our aims pull in different directions? Is there room for both?",
        ),
    ),
    Step(
        "Choose the outcomes",
        (
            "What would be different by the end of next year, and for which pupils or adults?",
            "Which figure would show it? How high is it now, and who can look it up?",
            "Which of these results would we be content to answer for in public?",
            "What could get worse while all eyes are on this?",
        ),
    ),
    Step(
        "Find the mediating mechanisms",
        (
            "What would pupils feel, know or be able to do before any figure moves?",
            "What would adults do differently on an ordinary Tuesday?",
            "Which early sign would tell us that it has begun?",
        ),
    ),
    Step(
        "Name the moderating factors",
        (
            "What has to be here first: time, skills, money, trust, a room?",
            "Think of something like this that failed. What was missing?",
            "Who sees to each of these? What do we do about those that nobody here can change?",
        ),
    ),
    Step(
        "List the activities",
        (
            "Which mechanism does it feed? If none, do we need it?",
            "Who does it, for whom, how often, and from which day?",
            "What do we stop doing to make the time?",
            "What can each of us do on Monday?",
        ),
    ),
)
