"""What each field means, read from the docstrings below the fields.

pydantic can do this by itself (`use_attribute_docstrings`), looking up the source of each class anew, which took a
quarter of the time of a check of one file. Here a module is read once for all its classes, when somebody first asks
what a field means: a file without mistakes is checked without.
"""

from __future__ import annotations

import ast
import inspect
import linecache
import sys
from collections.abc import Iterator
from functools import cache


def meaning_of(owner: type, field: str) -> str:
    """What a field of a class is for, in a practitioner's words; also of a class that it is made from."""
    found = (docstrings_of(each).get(field, "") for each in owner.__mro__)
    return next(filter(None, found), "")


def docstrings_of(owner: type) -> dict[str, str]:
    """The docstrings of the fields that a class itself declares, by the names of the fields."""
    return docstrings_in(owner.__module__).get(owner.__qualname__, {})


@cache
def docstrings_in(module: str) -> dict[str, dict[str, str]]:
    """The docstrings of all fields in a module, by class and field; empty where there is no source to read."""
    found = sys.modules.get(module)
    file = getattr(found, "__file__", None)
    lines = linecache.getlines(file, vars(found)) if found and file and file.endswith(".py") else []
    tree = ast.parse("".join(lines))
    return {node.name: dict(documented(node)) for node in tree.body if isinstance(node, ast.ClassDef)}


def documented(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    """Each field of a class that has a docstring directly below it."""
    for field, below in zip(node.body, node.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and (text := text_of(below)):
            yield field.target.id, inspect.cleandoc(text)


def text_of(node: ast.stmt) -> str:
    """The text that a statement consists of, if it does."""
    value = node.value.value if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) else ""
    return value if isinstance(value, str) else ""
