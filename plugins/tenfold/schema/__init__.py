"""The records as JSON Schema, by which editors complete fields, explain them and underline mistakes.

Everything is derived from the models: names, order, explanations, words to choose from, patterns. What a schema cannot
say, `tenfold check` says.
"""

from tenfold.schema.files import IDS_FILE, schema_files, schema_text
from tenfold.schema.ids import Suggested, suggested_ids
from tenfold.schema.shapes import FOLDER, SHAPES, Shape, modeline, shape_of

__all__ = [
    "FOLDER",
    "IDS_FILE",
    "SHAPES",
    "Shape",
    "Suggested",
    "modeline",
    "schema_files",
    "schema_text",
    "shape_of",
    "suggested_ids",
]
