"""Schemas as files: the same records give the same text, byte for byte."""

from __future__ import annotations

from typing import Any

from pydantic_core import to_json

from tenfold.model import Kind
from tenfold.model.base import ID, an_id
from tenfold.schema.ids import Suggested
from tenfold.schema.records import Drawing
from tenfold.schema.shapes import SHAPES, Shape
from tenfold.schema.snippets import snippets
from tenfold.schema.texts import stripped
from tenfold.schema.words import capitalised, said_by

IDS_FILE = "ids.json"
"""The file with the ids that exist, which the schemas beside it lean on: it changes with content, they do not."""
DIALECT = "http://json-schema.org/draft-07/schema#"


def schema_files(ids: Suggested) -> dict[str, str]:
    """Every schema by the name of its file, and the file of ids beside them."""
    files = {shape.file: written(whole(shape, Drawing(IDS_FILE))) for shape in SHAPES}
    about = {"$comment": "The ids that exist, to choose from. A new one is right although it is not here yet."}
    return files | {IDS_FILE: written({"$schema": DIALECT, **about, "definitions": definitions(ids)})}


def schema_text(shape: Shape, ids: Suggested | None = None) -> str:
    """One schema that stands alone, with the ids to offer inside it, if there are any."""
    if ids is None:
        return written(whole(shape, Drawing()))
    return written(whole(shape, Drawing("")) | {"definitions": definitions(ids)})


def whole(shape: Shape, drawing: Drawing) -> dict[str, Any]:
    """The schema of a file: a record, or a collection of them by their ids."""
    if not shape.collection:
        return {"$schema": DIALECT, "type": "object", **drawing.record(shape.model), **titled(shape)}
    return {
        "$schema": DIALECT,
        "title": capitalised(shape.name),
        "description": f"Every {shape.kind.noun} by its id.",
        "type": "object",
        "propertyNames": {"title": "id", "pattern": stripped(ID.pattern), "patternErrorMessage": said_by(an_id, "")},
        "additionalProperties": drawing.group(shape.model, optional=False) | titled(shape),
    }


def titled(shape: Shape) -> dict[str, Any]:
    """What a record is called, and the whole of one to insert at once."""
    offers = [offer | {"type": "object"} for offer in snippets(shape.kind.noun, shape.model)]
    return {"title": capitalised(shape.kind.noun), "defaultSnippets": offers}


def definitions(ids: Suggested) -> dict[str, Any]:
    """For each kind, its ids with what they stand for; of a kind without ids, nothing is offered."""
    known = {kind: sorted(ids.get(kind, {}).items()) for kind in Kind}
    return {kind.value: {"anyOf": list(map(choice, each))} if each else {"not": {}} for kind, each in known.items()}


def choice(known: tuple[str, str]) -> dict[str, str]:
    id, about = known
    return {"const": id, "description": about}


def written(schema: dict[str, Any]) -> str:
    return f"{to_json(schema, indent=1).decode()}\n"
