"""What was answered: as settings, and everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tenfold.founding.looks import OURS, LogoRefused, colour_refusals, taken_logo
from tenfold.founding.questions import BY_NAME, CONTACTS, QUESTIONS, Answers, Question
from tenfold.loading import Content
from tenfold.loading.content import faults_of, validated
from tenfold.loading.writing import as_text
from tenfold.loading.yaml_text import read
from tenfold.local.place import FILE
from tenfold.local.settings import Settings
from tenfold.problems import Problem

LOGO = "brand/logo.png"
"""A name for the logo while it is not known what kind of picture it is."""


@dataclass(frozen=True)
class Trouble:
    """What is wrong with an answer: the name of the question, what, and what to do."""

    name: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        flag = BY_NAME[self.name].flag if self.name in BY_NAME else self.name
        return f"{flag}: {self.text}"

    @property
    def text(self) -> str:
        return f"{self.message} {self.hint}".strip()


def settings_of(answers: Answers, *, logo: str = LOGO) -> dict[str, Any]:
    """The settings that the answers make, as `local.yml` has them.

    Args:
        answers: those that there are.
        logo: where the logo will lie.
    """
    data: dict[str, Any] = {}
    said = with_both_colours(answers)
    for question in QUESTIONS:
        value = said.get(question.name, "")
        if value and question.path:
            place = data
            for part in question.path[:-1]:
                place = place.setdefault(part, {})
            place[question.path[-1]] = logo if question.name == "logo" else value
    if "logo" in said and "logo_alt" not in said and "authority" in said:
        data["brand"]["logo_alt"] = said["authority"]
    return data


def with_both_colours(answers: Answers) -> Answers:
    """The answers with the other colour when there is one; without both when they are ours anyway."""
    said = {name: value.strip() for name, value in answers.items() if value.strip()}
    colours = tuple(said.pop(name, ours) for name, ours in zip(("colour", "accent"), OURS, strict=True))
    return said if colours == OURS else {**said, "colour": colours[0], "accent": colours[1]}


def troubles(answers: Answers, *, whole: bool) -> Iterator[Trouble]:
    """What is wrong with answers.

    Args:
        answers: those that there are.
        whole: whether they are all, so that what is missing is wrong as well.
    """
    for problem in problems_in(settings_of(answers)):
        name = name_at(problem.field)
        if problem.rule in {"missing", "unreachable"} and not whole:
            continue
        yield in_our_words(problem, name)
    if whole and not answers.get("upstream"):
        yield Trouble("upstream", "nothing says where the content is that you take over.", BY_NAME["upstream"].more)
    yield from looks_troubles(answers)


def problems_in(data: dict[str, Any]) -> list[Problem]:
    """What is wrong with settings, found by reading them as the file that they would be."""
    document = read(as_text(data).encode())
    content = Content(problems=list(faults_of(document, FILE)))
    validated(document, document.data, Settings, content, FILE)
    return content.problems


def name_at(field: str) -> str:
    """The name of the question whose answer stands at a field."""
    exact = (question.name for question in QUESTIONS if ".".join(question.path) == field)
    return next(exact, field.partition(".")[0] or "name")


def in_our_words(problem: Problem, name: str) -> Trouble:
    question = BY_NAME.get(name)
    if question and problem.rule == "missing":
        return Trouble(name, "this is missing.", f"{question.ask} {question.more}")
    if name in CONTACTS and problem.rule == "unreachable":
        flags = ", ".join(BY_NAME[f"{name}_{way}"].flag for way in ("email", "phone", "page"))
        return Trouble(name, "nobody can reach them like this.", f"Give at least one of {flags}.")
    return Trouble(name, problem.message, problem.hint)


def looks_troubles(answers: Answers) -> Iterator[Trouble]:
    """What is wrong with the logo, and with colours that are colours."""
    said = with_both_colours(answers)
    if "logo" in said:
        try:
            taken_logo(Path(said["logo"]).expanduser(), said.get("logo_alt") or said.get("authority") or "-")
        except LogoRefused as refused:
            yield Trouble(refused.field, refused.message, refused.hint)
    if "colour" in said and not any(
        problem.field.startswith("brand.") for problem in problems_in(settings_of(answers))
    ):
        for refusal in colour_refusals(said["colour"], said["accent"]):
            yield Trouble(refusal.field, refusal.message, refusal.hint)


def trouble_with(question: Question, value: str, answers: Answers) -> Trouble | None:
    """What is wrong with one answer, beside those that there are."""
    if value != " ".join(value.split()) or not value.isprintable():
        return Trouble(question.name, "there are characters in this that nobody sees.", "Type it anew.")
    found = troubles({**answers, question.name: value}, whole=False)
    return next((each for each in found if each.name == question.name), None)
