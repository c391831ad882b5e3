"""The files of the original with what is proposed in them: laid out, without comments, all else byte for byte."""

from __future__ import annotations

from collections.abc import Container
from pathlib import PurePosixPath

from tenfold.layout import lay_out
from tenfold.layout.ordering import EDITORS
from tenfold.loading.placing import COLLECTIONS, FOLDERS
from tenfold.problems import Problem
from tenfold.schema.shapes import modeline


class CannotLayOut(Exception):
    """A file cannot be brought into the one layout. `problems` says why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def laid_out(text: str, path: PurePosixPath, *, public: Container[str] = (), shown_as: str) -> str:
    """What goes of a file, in the one layout and without a comment that is not public already.

    Args:
        text: what goes of it.
        path: its path below the content folder.
        public: the comments that the file of the original has.
        shown_as: how messages call it.
    """
    collection = str(path) in COLLECTIONS
    _, model = COLLECTIONS[str(path)] if collection else FOLDERS[path.parts[0]]
    laid = lay_out(text.encode(), model, collection=collection, comments=public, shown_as=shown_as)
    if laid.problems:
        raise CannotLayOut(laid.problems)
    return laid.raw.decode()


def record_file(laid: str, path: PurePosixPath, before: bytes | None) -> bytes:
    """The file of a record, with the line by which editors find its schema, and the line breaks that it has there."""
    if EDITORS.match(laid):
        return with_line_breaks(laid, before or b"")
    first = (before or b"").split(b"\n")[0].decode("utf-8", "replace").strip()
    head = first if EDITORS.match(first) else "" if before is not None else modeline(path)
    return with_line_breaks(f"{head}\n{laid}" if head else laid, before or b"")


def with_line_breaks(text: str, like: bytes) -> bytes:
    return (text.replace("\n", "\r\n") if b"\r\n" in like else text).encode()
