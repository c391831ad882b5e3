"""Conditions and refusals in JSON Schema, with words of our own.

Editors offer whatever type a field names as something to write: `null`, `true`. So what may be left empty, or may look
like a number, is said by what is refused, behind `if`, where no editor looks for offers.
"""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]

EMPTY: Schema = {"description": "Nothing yet.", "not": {"type": ["string", "number", "boolean", "object", "array"]}}
"""Nothing behind the colon, without the name of its type. Alternatives are described, or editors confuse them."""


def only(types: list[str], message: str) -> Schema:
    """Values of these types; of others, the message is said."""
    return {"if": {"not": {"type": types}}, "then": {"type": types, "errorMessage": message}}


def or_empty(schema: Schema, *, optional: bool) -> Schema:
    """The same, or nothing where a field may be left empty."""
    if not optional:
        return schema
    return {"anyOf": [*(schema["anyOf"] if set(schema) == {"anyOf"} else [schema]), EMPTY]}


def given(field: str, value: Schema | None = None) -> Schema:
    """That a field is there and holds something, or something of this kind."""
    return {"required": [field], "properties": {field: {"not": {"type": "null"}} if value is None else value}}


def lacking(field: str, value: Schema | None = None) -> Schema:
    """That a field is not there, or empty, or holds nothing of this kind."""
    return {"not": given(field, value)}


def refused(message: str, *, when: Schema) -> Schema:
    """A value that meets a condition is wrong. It must not be met by nothing, which passes."""
    return {"if": when, "then": {"type": "null", "errorMessage": message}}


def complaint(at: str, message: str, *, when: list[Schema]) -> Schema:
    """A refusal of what a field holds, while all these conditions hold."""
    return {"if": {"allOf": when}, "then": {"properties": {at: refused(message, when={"not": {"type": "null"}})}}}
