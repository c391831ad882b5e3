"""Records, their fields and what these may hold, in JSON Schema."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator

from tenfold.model.base import Once, Refers, listed
from tenfold.model.vocabulary import Word
from tenfold.schema.conditions import Schema, only, or_empty, refused
from tenfold.schema.marks import fewest, spread
from tenfold.schema.rules import rules_of
from tenfold.schema.snippets import entry_snippets
from tenfold.schema.texts import day_schema, text_schema, yes_no_schema
from tenfold.schema.words import class_label, explained

LIST = "A list belongs here. Start each entry on a line of its own, with a hyphen and a space, two spaces further in."
EMPTY_LIST = "This list is empty. Give at least one."
TWICE = "Something stands in this list twice. Delete one of them."


@dataclass(frozen=True)
class Drawing:
    """Draws schemas of records. `ids_at` is where they find the ids that exist, to offer them; None to offer none."""

    ids_at: str | None = None

    def record(self, model: type[BaseModel]) -> Schema:
        """A group of fields: those of a record class, in its order."""
        rules = list(rules_of(model))
        return {
            "title": class_label(model),
            "description": inspect.cleandoc(model.__doc__ or ""),
            "properties": {name: self.field(model, name) for name in model.model_fields},
            "required": [name for name, field in model.model_fields.items() if field.is_required()],
            "additionalProperties": False,
            **({"allOf": rules} if rules else {}),
        }

    def field(self, model: type[BaseModel], name: str) -> Schema:
        """What stands behind the name of a field, with its label and its meaning."""
        field = model.model_fields[name]
        value = self.value(field.annotation, field.metadata, optional=not field.is_required())
        return value | explained(model, name, field)

    def value(self, annotation: Any, marks: Sequence[Any], *, optional: bool) -> Schema:
        """What a type with marks beside it allows: lengths, checks, what it refers to."""
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self.value(arguments[0], [*spread(arguments[1:]), *marks], optional=optional)
        if origin in (Union, UnionType):
            (inner,) = (part for part in arguments if part is not type(None))
            return self.value(inner, marks, optional=optional)
        if origin is tuple:
            return self.entries(arguments[0], marks, optional=optional)
        if issubclass(annotation, BaseModel):
            return self.group(annotation, optional=optional)
        return self.scalar(annotation, marks, optional=optional)

    def scalar(self, annotation: type, marks: Sequence[Any], *, optional: bool) -> Schema:
        if issubclass(annotation, Word):
            return or_empty(word_schema(annotation), optional=optional)
        if annotation is bool:
            return yes_no_schema(optional=optional)
        if annotation is date:
            return day_schema(optional=optional)
        found = text_schema(marks, optional=optional)
        return found | {"anyOf": [*found["anyOf"], *self.offers(marks)]}

    def offers(self, marks: Sequence[Any]) -> Iterator[Schema]:
        """The ids that a field may hold, to choose from; others pass, because new ones are written all the time."""
        if self.ids_at is not None:
            yield from ({"$ref": f"{self.ids_at}#/definitions/{m.kind}"} for m in marks if isinstance(m, Refers))

    def group(self, model: type[BaseModel], *, optional: bool) -> Schema:
        """A group of fields inside a record. Its type has words of its own, so it is not named a second time."""
        said = f"Fields belong here, each on a line of its own, indented: {', '.join(model.model_fields)}."
        return self.record(model) | only(["object", "null"] if optional else ["object"], said)

    def entries(self, annotation: Any, marks: Sequence[Any], *, optional: bool) -> Schema:
        """A list, or one word alone where the model takes one for a list of one."""
        one = self.value(annotation, (), optional=False)
        found: Schema = {"items": one}
        if rules := list(list_rules(marks)):
            found["allOf"] = rules
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            found["defaultSnippets"] = entry_snippets(annotation)
        if any(isinstance(mark, BeforeValidator) and mark.func is listed for mark in marks):
            return or_empty(one_or_several(one, found), optional=optional)
        return found | only(["array", "null"] if optional else ["array"], LIST)


def list_rules(marks: Sequence[Any]) -> Iterator[Schema]:
    """How many entries a list needs, and whether one may stand in it twice: in our words, which keywords have not."""
    if fewest(marks):
        yield refused(EMPTY_LIST, when={"type": "array", "maxItems": fewest(marks) - 1})
    if Once in marks:
        yield refused(TWICE, when={"type": "array", "not": {"uniqueItems": True}})


def one_or_several(one: Schema, several: Schema) -> Schema:
    """A word alone, or a list of words."""
    word = {name: value for name, value in one.items() if name != "type"}  # of two types, editors would say neither
    return {"anyOf": [word, several | {"type": "array", "description": "Several, as a list."}]}


def word_schema(vocabulary: type[Word]) -> Schema:
    """One word of a vocabulary, each with its label and its meaning."""
    described = [described_word(word) for word in vocabulary]
    numbers = all(word.value.isdigit() for word in vocabulary)
    found = {
        "type": "integer" if numbers else "string",
        "enum": [int(word.value) if numbers else word.value for word in vocabulary],
        "enumDescriptions": described,
        "markdownEnumDescriptions": described,
        "errorMessage": f"This is not one of the words here. Words: {', '.join(vocabulary)}.",
    }
    if not numbers:
        return found
    quoted = f"^(?:{'|'.join(vocabulary)})$"
    return {"anyOf": [found, {"description": "The same in quotes.", "type": "string", "pattern": quoted}]}


def described_word(word: Word) -> str:
    """What a word means to people: its label, and its meaning where it has one."""
    return ". ".join(filter(None, [word.label, word.meaning]))
