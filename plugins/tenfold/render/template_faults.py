"""A template that cannot be rendered, most likely one that a local host wrote or changed: which one, where, and why."""

from __future__ import annotations

import os
import traceback
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError

SUFFIXES = (".jinja", ".html", ".xml")
"""What the names of templates end in: fragments, frames and MkDocs' own."""


def template_fault(error: BaseException) -> str | None:
    """What to say of an error that a template led to; None for one that has nothing to do with templates."""
    reason = error.__cause__ or error
    place = place_of(reason)
    if place is None:
        return None
    file, line = place
    return f"the template {shown(file)} cannot be rendered: line {line}: {said_of(reason)}."


def place_of(error: BaseException) -> tuple[str, int] | None:
    """The file and the line of the template in which something went wrong."""
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return error.filename, error.lineno
    frames = traceback.extract_tb(error.__traceback__)
    found = (frame for frame in reversed(frames) if frame.filename.endswith(SUFFIXES))
    frame = next(found, None)
    return (frame.filename, frame.lineno or 1) if frame else None


def said_of(error: BaseException) -> str:
    """What is wrong; the kind of error as well, where Python's own words alone say little."""
    text = str(error).rstrip(".")
    if isinstance(error, TemplateNotFound):
        return f"there is no template {error.name}"
    return text if type(error).__module__.startswith("jinja2") else f"{text} ({type(error).__name__})"


def shown(file: str) -> str:
    """A file as somebody looks for it: from the folder in which they work, if it is below."""
    path = Path(file)
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else os.fspath(path)
