"""Which question a heading means, also when somebody changed it a little."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Sequence
from functools import cache, lru_cache

from tenfold.forms.answers import simple
from tenfold.forms.questions import AnswerKind, Path, Question, all_questions, editors_step, question_at, steps

NEAR = 0.86
LEAST = 2
"""Labels of a table that must be known, so that it is one of the form's own."""


def bare(text: str) -> str:
    """A heading as one may compare it: without its number, and without the mark for what is needed."""
    found = re.sub(r"\bneeded$", "", simple(text)).strip()
    return re.sub(r"^\d+ ", "", found)


def by_key(key: str) -> Question | None:
    return question_at(tuple(key.removesuffix("[]").split("."))) if key else None


@lru_cache(maxsize=2_000)
def by_label(text: str, questions: tuple[Question, ...]) -> Question | None:
    """The question of this label, or of one that is nearly the same. Kept: each table is held against every group."""
    known = {simple(question.label): question for question in questions}
    wanted = bare(text)
    if wanted in known:
        return known[wanted]
    near = difflib.get_close_matches(wanted, known, n=1, cutoff=NEAR) if 3 < len(wanted) < 80 else []
    return known[near[0]] if near else None


def top_level(text: str, taken: Collection[Path]) -> Question | None:
    """The question of the form that a heading means; not one of those whose own heading is known."""
    return by_label(text, tuple(question for question in all_questions() if question.path not in taken))


def entry_of(text: str, groups: Iterable[Question]) -> Question | None:
    """The group whose entry a heading counts: "Practices 2", "Practice 2"."""
    found = re.fullmatch(r"(.+?) \d{1,3}", simple(text))
    return next((each for each in groups if found and found[1] in singular_and_plural(each)), None)


@cache
def singular_and_plural(question: Question) -> frozenset[str]:
    label = simple(question.label)
    return frozenset({label, label.removesuffix("s")})


@cache
def groups() -> tuple[Question, ...]:
    return tuple(question for question in all_questions() if question.kind is AnswerKind.GROUP)


def is_step(text: str) -> bool:
    return bare(text) in {simple(step.title) for step in (*steps(), editors_step())}


def group_of(labels: Sequence[str], here: Question | None) -> Question | None:
    """The group that a table with these labels fills in: the one that most of them belong to."""
    scores = {group: score(labels, group) for group in groups()}
    best = max(scores.values())
    if best < LEAST:
        return None
    if here is not None and scores.get(here) == best:
        return here
    return next(group for group, found in scores.items() if found == best)


def score(labels: Sequence[str], group: Question) -> int:
    return len({found.path for label in labels if label and (found := by_label(label, group.questions))})
