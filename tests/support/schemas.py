"""Schemas in tests: what they say of plain data, and records as an editor reads them."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

from jsonschema import Draft7Validator

from tenfold.schema import SHAPES, Shape, schema_text

INTEGER = re.compile(r"[-+]?[0-9]+")
FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}

UNSAYABLE = {
    "item_id": "a schema cannot compare the ids of entries",
    "item_link": "a schema cannot look an id up elsewhere in the file",
    "minutes": "a schema cannot add up",
    "no_way": "a schema shows a complaint at a field that is there, and here none is",
    "review_order": "a schema cannot compare two days",
    "unit_other": "a schema cannot hold the sign in a figure against its unit",
    "unit_twice": "a schema cannot hold the sign in a figure against its unit",
    "twice": "a schema compares entries before we take the space around them away",
}
"""What the check refuses and a schema cannot, and why."""


def shape_named(name: str) -> Shape:
    return next(shape for shape in SHAPES if shape.name == name)


@cache
def validator(name: str) -> Draft7Validator:
    """What judges by the schema of a kind."""
    return Draft7Validator(json.loads(schema_text(shape_named(name))))


def as_typed(data: Any) -> Any:
    """Data as YAML 1.2 types it where it stands without quotes: numbers and truths are no text."""
    if isinstance(data, dict):
        return {key: as_typed(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_typed(value) for value in data]
    if not isinstance(data, str):
        return data
    if INTEGER.fullmatch(data):
        return int(data)
    return float(data) if FLOAT.fullmatch(data) else TRUTHS.get(data, data)
