"""What a failed check of a record means, in words for the person who wrote it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from tenfold.loading.yaml_document import Document
from tenfold.loading.yaml_faults import Path, shortened
from tenfold.model.shape import field_name, meaning_at, record_at, vocabulary_at
from tenfold.model.vocabulary import Word
from tenfold.problems import Problem, did_you_mean, dotted, nearest


def meant_fields(found: list[ErrorDetails], model: type[BaseModel]) -> Iterator[Path]:
    """The missing fields that somebody wrote under a name close to theirs: one message about both is enough."""
    for details in found:
        if details["type"] == "extra_forbidden":
            *around, name = details["loc"]
            near = nearest(str(name), record_at(model, tuple(around)).model_fields)
            if near:
                yield (*around, near)


AT_KEY = {"extra_forbidden", "missing", "too_short"}
"""Problems shown at the name of the field rather than at its value."""


@dataclass(frozen=True)
class Failure:
    """One thing that validation refused: what, where in the record, and in which text."""

    details: ErrorDetails
    where: Path
    model: type[BaseModel]
    document: Document

    @property
    def given(self) -> object:
        return self.details["input"]

    @property
    def meaning(self) -> str:
        return meaning_at(self.model, self.where)

    @property
    def siblings(self) -> list[str]:
        """The fields of the record that the failed field stands in."""
        return list(record_at(self.model, self.where[:-1]).model_fields)


def problems_in(error: ValidationError, model: type[BaseModel], document: Document, path: str) -> Iterator[Problem]:
    """Every problem that validation found, with its place; none for what was refused before."""
    found = error.errors(include_url=False, include_context=True)
    meant = set(meant_fields(found, model))
    for details in found:
        where: Path = (*details["loc"], *details.get("ctx", {}).get("within", ()))
        if (details["type"] == "missing" and where in meant) or only_follows(details, found):
            continue
        if any(where[: len(broken)] == broken for broken in document.broken):
            continue
        if details["type"] == "rules":
            yield from rules(details, where, document, path)
            continue
        message, hint = in_words(Failure(details, where, model, document))
        line, column = document.place(where, key=details["type"] in AT_KEY)
        yield Problem(path, line, column, dotted(where), message, hint, details["type"])


def rules(details: ErrorDetails, where: Path, document: Document, path: str) -> Iterator[Problem]:
    """The rules between fields that a record breaks, each at the field to mend."""
    for field, rule, text in details["ctx"]["broken"]:
        at: Path = (*where, *((field,) if isinstance(field, str) else field))
        line, column = document.place(at)
        message, _, hint = text.partition(". ")
        yield Problem(path, line, column, dotted(at), sentence(message), sentence(hint), rule)


def only_follows(details: ErrorDetails, found: list[ErrorDetails]) -> bool:
    """Whether a list only counts as empty because what stands in it was refused for another reason."""
    loc = details["loc"]
    return details["type"] == "too_short" and any(
        other["loc"][: len(loc)] == loc and len(other["loc"]) > len(loc) for other in found
    )


def in_words(failure: Failure) -> tuple[str, str]:
    """What is wrong and what to do, a sentence each."""
    explain = EXPLANATIONS.get(failure.details["type"])
    if explain is not None:
        return explain(failure)
    message, _, hint = failure.details["msg"].partition(". ")
    return sentence(message), sentence(hint)


def sentence(text: str) -> str:
    text = text.strip()
    return text if not text or text[-1] in ".!?" else text + "."


def missing(failure: Failure) -> tuple[str, str]:
    if failure.where in failure.document.keys:
        return "this field is left empty.", f"Fill it in: {failure.meaning}"
    name = field_name(failure.where)
    return f'"{name}" is missing.', f"Add {name}: {failure.meaning}"


def unknown_field(failure: Failure) -> tuple[str, str]:
    name = field_name(failure.where)
    hint = did_you_mean(name, failure.siblings).strip() or f"Fields here: {', '.join(failure.siblings)}."
    return f'"{shortened(name)}" is not a field here.', hint


def unknown_word(failure: Failure) -> tuple[str, str]:
    if not isinstance(failure.given, str):
        return not_text(failure)
    given = shortened(str(failure.given))
    field = field_name(failure.where).replace("_", " ")
    vocabulary = vocabulary_at(failure.model, failure.where)
    words = ", ".join(vocabulary or ())
    near = nearest_word(given, vocabulary) if vocabulary else None
    meant = f'Did you mean "{near}"? ' if near else ""
    return f'"{given}" is not one of the words for {field}.', f"{meant}Words: {words}."


def nearest_word(given: str, vocabulary: type[Word]) -> str | None:
    """The word somebody meant: by its id, by its label, or by a word that explains it (nursery: early_years)."""
    clues: dict[str, str] = {}
    for word in vocabulary:
        for clue in re.findall(r"[a-z]{4,}", word.meaning.lower()):
            clues.setdefault(clue, word.value)
    for word in vocabulary:
        clues[word.label.lower().replace(" ", "_")] = word.value
        clues[word.value.lower()] = word.value
    near = nearest(given.lower().replace(" ", "_"), clues)
    return clues[near] if near else None


def too_long(failure: Failure) -> tuple[str, str]:
    limit = int(failure.details.get("ctx", {}).get("max_length", 0))
    length = len(str(failure.given))
    over = max(length - limit, 1)
    return (
        f"this text is {length:,} characters long; at most {limit:,} fit.",
        f"Shorten it by {over:,} {'character' if over == 1 else 'characters'}.",
    )


def too_few(failure: Failure) -> tuple[str, str]:
    if isinstance(failure.given, str):
        return no_text(failure)
    return "this list is empty.", f"Give at least one: {failure.meaning}"


def no_text(failure: Failure) -> tuple[str, str]:
    return "this text is empty.", f"Fill it in: {failure.meaning}"


def not_text(failure: Failure) -> tuple[str, str]:
    if failure.given is None:
        return "this entry is empty.", "Fill it in, or delete its line."
    found = "fields stand here" if isinstance(failure.given, dict) else "a list stands here"
    return f"this needs text, but {found}.", "Put the text on one line, between double quotes if it holds a colon."


def not_a_list(failure: Failure) -> tuple[str, str]:
    found = "fields stand here" if isinstance(failure.given, dict) else "text stands here"
    hint = "Start each entry on a line of its own, with a hyphen and a space, two spaces further in."
    return f"this needs a list, but {found}.", hint


def not_a_group(failure: Failure) -> tuple[str, str]:
    fields = ", ".join(record_at(failure.model, failure.where).model_fields)
    if failure.given is None:
        return "this entry is empty.", f"Give its fields: {fields}."
    found = "a list stands here" if isinstance(failure.given, list) else "text stands here"
    return f"this needs fields, but {found}.", f"Give each on a line of its own, indented, without a hyphen: {fields}."


EXPLANATIONS: dict[str, Callable[[Failure], tuple[str, str]]] = {
    "missing": missing,
    "extra_forbidden": unknown_field,
    "enum": unknown_word,
    "string_too_long": too_long,
    "too_long": too_long,
    "string_too_short": no_text,
    "too_short": too_few,
    "string_type": not_text,
    "tuple_type": not_a_list,
    "model_type": not_a_group,
    "model_attributes_type": not_a_group,
}
