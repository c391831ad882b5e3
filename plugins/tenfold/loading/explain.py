"""What a failed check of a record means, in words for the person who wrote it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from tenfold.loading.yaml_text import Document, Path, shortened
from tenfold.model.vocabulary import Word
from tenfold.problems import Problem, counted, did_you_mean, nearest


def problems_in(error: ValidationError, model: type[BaseModel], document: Document, path: str) -> Iterator[Problem]:
    """Every problem that validation found, with its place; none for what was refused before."""
    for details in error.errors(include_url=False, include_context=True):
        where = tuple(part for part in details["loc"] if isinstance(part, (str, int)))
        if any(where[: len(broken)] == broken for broken in document.broken):
            continue
        message, hint = in_words(details, where, model, document)
        line, column = document.place(where, key=details["type"] in AT_KEY)
        yield Problem(path, line, column, dotted(where), message, hint, details["type"])


AT_KEY = {"extra_forbidden", "missing", "too_short"}


def dotted(path: Path) -> str:
    """A path as people read it: `in_numbers[2].value`, entries counted from 1."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def in_words(details: ErrorDetails, where: Path, model: type[BaseModel], document: Document) -> tuple[str, str]:
    """What is wrong and what to do, a sentence each."""
    explain = EXPLANATIONS.get(details["type"])
    if explain is not None:
        return explain(details, where, model, document)
    message, _, hint = details["msg"].partition(". ")
    return sentence(message), sentence(hint)


def sentence(text: str) -> str:
    text = text.strip()
    return text if not text or text[-1] in ".!?" else text + "."


def missing(details: ErrorDetails, where: Path, model: type[BaseModel], document: Document) -> tuple[str, str]:
    name = str(where[-1])
    owner = model_at(model, where[:-1])
    meaning = meaning_of(owner, name)
    if where in document.keys:
        return "this field is left empty.", f"Fill it in: {meaning}"
    return f'"{name}" is missing.', f"Add {name}: {meaning}"


def unknown_field(details: ErrorDetails, where: Path, model: type[BaseModel], document: Document) -> tuple[str, str]:
    name = str(where[-1])
    fields = list(model_at(model, where[:-1]).model_fields)
    hint = f"{did_you_mean(name, fields)}Fields here: {', '.join(fields)}."
    return f'"{shortened(name)}" is not a field here.', hint


def unknown_word(details: ErrorDetails, where: Path, model: type[BaseModel], document: Document) -> tuple[str, str]:
    vocabulary = vocabulary_at(model, where)
    given = shortened(str(details["input"]))
    if vocabulary is None:
        return f'"{given}" is not one of the words for this field.', ""
    near = nearest_word(given, vocabulary)
    words = ", ".join(vocabulary)
    hint = f'Did you mean "{near}"? Words: {words}.' if near else f"Words: {words}."
    return f'"{given}" is not one of the words for {str(field_of(where)).replace("_", " ")}.', hint


def nearest_word(given: str, vocabulary: type[Word]) -> str | None:
    """The word somebody meant: by its id, by its label, or by a word that explains it (nursery: early_years)."""
    given = given.lower().replace(" ", "_")
    clues: dict[str, str] = {}
    for word in vocabulary:
        for clue in re.findall(r"[a-z]{4,}", word.meaning.lower()):
            clues.setdefault(clue, word.value)
    for word in vocabulary:
        clues[word.label.lower().replace(" ", "_")] = word.value
        clues[word.value.lower()] = word.value
    near = nearest(given, clues)
    return clues[near] if near else None


def too_long(details: ErrorDetails, where: Path, model: type[BaseModel], document: Document) -> tuple[str, str]:
    limit = int(details.get("ctx", {}).get("max_length", 0))
    length = len(str(details["input"]))
    over = counted(max(length - limit, 1), "character")
    return f"this text is {length:,} characters long; at most {limit:,} fit.", f"Shorten it by {over}."


def too_few(details: ErrorDetails, where: Path, model: type[BaseModel], document: Document) -> tuple[str, str]:
    return "this list is empty.", f"Give at least one: {meaning_at(model, where)}"


def too_short(details: ErrorDetails, where: Path, model: type[BaseModel], document: Document) -> tuple[str, str]:
    return "this text is empty.", f"Fill it in: {meaning_at(model, where)}"


def not_text(details: ErrorDetails, where: Path, model: type[BaseModel], document: Document) -> tuple[str, str]:
    given = details["input"]
    if given is None:
        return "this entry is empty.", "Fill it in, or delete its line."
    found = "fields stand here" if isinstance(given, dict) else "a list stands here"
    return f"this needs text, but {found}.", "Put the text on one line, between double quotes if it holds a colon."


def not_a_list(details: ErrorDetails, where: Path, model: type[BaseModel], document: Document) -> tuple[str, str]:
    hint = "Start each entry on a line of its own, with a hyphen and a space, two spaces further in."
    return "this needs a list, but it is not one.", hint


def not_a_group(details: ErrorDetails, where: Path, model: type[BaseModel], document: Document) -> tuple[str, str]:
    owner = model_at(model, where)
    if details["input"] is None:
        return "this entry is empty.", f"Give its fields: {', '.join(owner.model_fields)}."
    hint = f"Give each on a line of its own, two spaces further in: {', '.join(owner.model_fields)}."
    return "this needs fields of its own, but it has none.", hint


Explain = Callable[[ErrorDetails, Path, type[BaseModel], Document], tuple[str, str]]
EXPLANATIONS: dict[str, Explain] = {
    "missing": missing,
    "extra_forbidden": unknown_field,
    "enum": unknown_word,
    "string_too_long": too_long,
    "string_too_short": too_short,
    "too_short": too_few,
    "string_type": not_text,
    "tuple_type": not_a_list,
    "model_type": not_a_group,
    "model_attributes_type": not_a_group,
}


def field_of(where: Path) -> str | int:
    return next((part for part in reversed(where) if isinstance(part, str)), "")


@cache
def parts_of(annotation: Any) -> tuple[type, ...]:
    """The record classes and vocabularies that a field's annotation holds."""
    if isinstance(annotation, type) and issubclass(annotation, (BaseModel, Word)):
        return (annotation,)
    return tuple(part for inner in get_args(annotation) for part in parts_of_any(inner))


def parts_of_any(annotation: Any) -> tuple[type, ...]:
    try:
        return parts_of(annotation)
    except TypeError:  # metadata such as a pattern need not be hashable
        return ()


def model_at(model: type[BaseModel], where: Path) -> type[BaseModel]:
    """The record class at a path, such as Setting at `("setting",)`."""
    for part in where:
        if isinstance(part, int) or part not in model.model_fields:
            continue
        inner = [found for found in parts_of(model.model_fields[part].annotation) if issubclass(found, BaseModel)]
        if inner:
            model = inner[0]
    return model


def vocabulary_at(model: type[BaseModel], where: Path) -> type[Word] | None:
    owner, name = model_at(model, where[:-1]), field_of(where)
    found = owner.model_fields.get(str(name))
    words = [part for part in parts_of(found.annotation) if issubclass(part, Word)] if found else []
    return words[0] if words else None


def meaning_of(model: type[BaseModel], name: str) -> str:
    return model.model_fields[name].description or ""


def meaning_at(model: type[BaseModel], where: Path) -> str:
    name = str(field_of(where))
    owner = model_at(model, where[: where.index(name)] if name in where else ())
    return meaning_of(owner, name) if name in owner.model_fields else ""
