"""What a failed check of a record means, in words for the person who wrote it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from tenfold.loading.failure import Failure
from tenfold.loading.lists import not_a_list
from tenfold.loading.stray_fields import meant_fields, unknown_field
from tenfold.loading.stray_words import unknown_word
from tenfold.loading.wanted import how_to_write
from tenfold.loading.yaml_document import Document
from tenfold.loading.yaml_faults import COLON, COLON_HINT, Path
from tenfold.model.shape import field_name, record_at
from tenfold.problems import Problem, dotted

AT_KEY = {"extra_forbidden", "missing", "too_short"}
"""Problems shown at the name of the field rather than at its value."""


def problems_in(error: ValidationError, model: type[BaseModel], document: Document, path: str) -> Iterator[Problem]:
    """Every problem that validation found, with its place; none for what was refused before."""
    found = error.errors(include_url=False, include_context=True)
    meant = {*meant_fields(found, model), *torn_off(found, document)}
    for details in found:
        where: Path = (*details["loc"], *details.get("ctx", {}).get("within", ()))
        if (details["type"] == "missing" and meant & {where, where[:-1]}) or only_follows(details, found):
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
    name = field_name(failure.where)
    below = entry_below(failure.where, failure.document)
    if below:
        hint = f"If the {name} on line {below} is meant, write two spaces there in place of the hyphen and the space."
        return f'"{name}" is missing.', hint
    how = how_to_write(failure.model, failure.where)
    if failure.where in failure.document.keys:
        return "this field is left empty.", f"Fill it in: {failure.meaning} {how}".rstrip()
    return f'"{name}" is missing.', f"Add {name}: {failure.meaning} {how}".rstrip()


def entry_below(where: Path, document: Document) -> int | None:
    """The line on which the next entry of a list starts with the field that this one lacks."""
    *around, position, name = ("", *where) if len(where) == 1 else where
    if not isinstance(position, int) or where in document.keys:
        return None
    below = (*around, position + 1)
    place = document.keys.get((*below, name))
    return place[0] if place and place == document.values.get(below) else None


def torn_off(found: list[ErrorDetails], document: Document) -> Iterator[Path]:
    """The entries of lists that are the rest of the one above them, which somebody gave a hyphen of its own."""
    for details in found:
        if details["type"] == "missing" and entry_below(details["loc"], document):
            *around, position, _ = details["loc"]
            assert isinstance(position, int)
            yield (*around, position + 1)


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
    return (
        "this list is empty.",
        f"Give at least one: {failure.meaning} {how_to_write(failure.model, failure.where)}".rstrip(),
    )


def no_text(failure: Failure) -> tuple[str, str]:
    return "this text is empty.", f"Fill it in: {failure.meaning}"


def not_text(failure: Failure) -> tuple[str, str]:
    if failure.given is None:
        return "this entry is empty.", "Fill it in, or delete its line."
    if isinstance(failure.given, dict) and len(failure.given) == 1:
        return COLON, COLON_HINT
    found = "fields stand here" if isinstance(failure.given, dict) else "a list stands here"
    return f"this needs text, but {found}.", "Put the text on one line, between double quotes if it holds a colon."


def not_a_group(failure: Failure) -> tuple[str, str]:
    fields = ", ".join(record_at(failure.model, failure.where).model_fields)
    if failure.given is None:
        return "this entry is empty.", f"Give its fields: {fields}."
    found = "a list stands here" if isinstance(failure.given, list) else "text stands here"
    return f"this needs fields, but {found}.", f"Give each on a line of its own, indented, without a hyphen: {fields}."


EXPLANATIONS: dict[str, Callable[[Failure], tuple[str, str]]] = {
    "missing": missing,
    "extra_forbidden": unknown_field,
    "enum": lambda failure: unknown_word(failure) if isinstance(failure.given, str) else not_text(failure),
    "string_too_long": too_long,
    "too_long": too_long,
    "string_too_short": no_text,
    "too_short": too_few,
    "string_type": not_text,
    "tuple_type": not_a_list,
    "model_type": not_a_group,
    "model_attributes_type": not_a_group,
}
