"""A word that its vocabulary does not have: which one was meant."""

from __future__ import annotations

import re

from tenfold.loading.failure import Failure
from tenfold.loading.yaml_faults import shortened
from tenfold.model.shape import field_name, record_at, vocabulary_at
from tenfold.model.vocabulary import Word
from tenfold.problems import nearest


def unknown_word(failure: Failure) -> tuple[str, str]:
    """What to say of a word that is not one of those to choose from."""
    given = str(failure.given)
    name = field_name(failure.where)
    vocabulary = vocabulary_at(failure.model, failure.where)
    words = ", ".join(vocabulary or ())
    hint = meant(given, name, failure, vocabulary) if vocabulary else ""
    return f'"{shortened(given)}" is not one of the words for {name.replace("_", " ")}.', f"{hint}Words: {words}."


def meant(given: str, name: str, failure: Failure, vocabulary: type[Word]) -> str:
    exact = next((word.value for word in vocabulary if spelt(given) in (spelt(word.label), word.value.lower())), None)
    several = [nearest_word(part, vocabulary) for part in re.split(r"\s*[,;/&]\s*|\s+and\s+|\s+-\s+", given)]
    if not exact and len(set(several)) > 1 and isinstance(failure.where[-1], int) and all(several):
        listed = ", then ".join(f"- {word}" for word in several)
        return f"Write each on a line of its own below {name}:, two spaces further in: {listed}. "
    near = exact or nearest_word(given, vocabulary)
    if near:
        return f'Did you mean "{near}"? '
    other = field_that_has(given, failure)
    return f'"{shortened(given)}" is a word for {other}: write it there. ' if other else ""


def field_that_has(given: str, failure: Failure) -> str:
    """The field beside this one that the word belongs to."""
    model = failure.model
    around = failure.where[: failure.where.index(field_name(failure.where))]
    for name in record_at(model, around).model_fields:
        vocabulary = vocabulary_at(model, (*around, name))
        if vocabulary and given.lower() in {word.value for word in vocabulary}:
            return name
    return ""


def nearest_word(given: str, vocabulary: type[Word]) -> str | None:
    """The word somebody meant: by its id, by its label, by what else people call it, or by a word that explains it."""
    clues: dict[str, str] = {}
    for word in vocabulary:
        for clue in re.findall(r"[a-z]{4,}", word.meaning.lower()):
            clues.setdefault(clue, word.value)
    for word in vocabulary:
        clues[spelt(word.label)] = clues[word.value.lower()] = word.value
    called = {also.strip(): word.value for word in vocabulary for also in word.also}
    near = nearest(spelt(given), clues)
    return called.get(given.strip().lower()) or (clues[near] if near else None)


def spelt(text: str) -> str:
    return text.strip("“”\u2018\u2019\"' ").lower().replace(" ", "_")
