"""What a review says of safeguarding: what the checks found and who accepted it, and what only a person can see."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tenfold.model import CaseStudy
from tenfold.model.vocabulary import SettingKind
from tenfold.problems import Level, Problem
from tenfold.reviewing.sheet import Line, ask, good, look, note, stop
from tenfold.teaching.written import Subject

RULES = "safeguarding-"
"""What the names of the rules of safeguarding start with."""

QUESTIONS = (
    "No name, nickname or initials of a pupil or of somebody in the family. No check can find names: read for them.",
    "Nobody in the town would know which child is meant: age, need, family, year and event together can point at one.",
    "No number of pupils below ten, and none that can be worked out from a total and a part.",
    "Adults who are named, or are known by their role, have agreed to it.",
    "No place where somebody could wait for a child: a street, a foster home, a refuge, a way to school.",
)


def safeguarding_lines(
    study: CaseStudy | None, problems: Sequence[Problem], subject: Subject | None = None
) -> Iterator[Line]:
    """Findings first, then the questions for a person."""
    found = [problem for problem in problems if problem.rule.startswith(RULES)]
    for problem in found:
        line = f"Line {problem.line}, {problem.field}: {problem.message} ({problem.rule})"
        yield stop(line) if problem.level is Level.ERROR else look(line)
    if not found:
        yield good("The checks report no personal data. That is not to say that there is none.")
    yield from accepted_lines(study, subject)
    yield from small_world(study)
    yield from map(ask, QUESTIONS)
    if study and study.provenance.contains_images:
        yield ask(
            "In every picture: consent for everybody in it, no name badge, no timetable or work with a name on it."
        )


def accepted_lines(study: CaseStudy | None, subject: Subject | None) -> Iterator[Line]:
    """What a named person accepted, and where to read why: what they wrote is not repeated."""
    for number, each in enumerate(study.safeguarding.accepted if study and study.safeguarding else ()):
        line = subject.place(("safeguarding", "accepted", number, "reason"))[0] if subject else 1
        yield look(f"{each.rule}: accepted on {each.on} by {each.by}. Do you agree with the reason in line {line}?")


def small_world(study: CaseStudy | None) -> Iterator[Line]:
    """One school that is named, with needs: a small world, in which a child is soon known."""
    if study and study.setting.kind is SettingKind.SCHOOL and study.needs:
        needs = ", ".join(need.label for need in study.needs)
        yield note(
            f"It names one school and speaks of these needs: {needs}. The rarer the need, the sooner a child is known."
        )
