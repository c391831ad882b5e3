"""The file that a conversation writes: found again, saved after each answer, never somebody else's."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import ValidationError

from tenfold.conversation.asks import Answers
from tenfold.forms import as_record_text
from tenfold.forms.record_text import FIRST_LINES, LEFT_OVER, starting
from tenfold.loading import yaml_text
from tenfold.model import CaseStudy
from tenfold.model.vocabulary import Status
from tenfold.schema import modeline

FOR_EDITORS = "# yaml-language-server:"
MARK = "# " + FIRST_LINES.splitlines()[0]
"""The line by which a file is known as one that this conversation began."""


class CannotGoOn(Exception):
    """A file is in the way, or cannot be read on. The text says why and what to do."""


class HasMistakes(CannotGoOn):
    """A draft has mistakes that would be lost if it were written anew. `tenfold check` says what they are."""


@dataclass
class Draft:
    """The answers so far, and the file in which they are kept.

    `remarks` are lines of comment that somebody wrote into the file, or what could not be placed: they stay. `beside`
    is the file that answers went to because another program changed the first one meanwhile.
    """

    file: Path
    today: date
    answers: Answers = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    written: bytes | None = None
    """What the file holds since it was last read or written; None while there is none."""
    beside: Path | None = None

    def save(self) -> None:
        """Write the answers, whole or not at all. A file that is not ours any more is left as it is."""
        if self.written is None:
            begin(self.answers, self.today)
        raw = (line_for_editors(self.file) + as_record_text(self.answers, unplaced=self.remarks)).encode()
        if raw == self.written:
            return
        if current(self.file) != self.written:
            self.file = self.beside = free_beside(self.file)
        write_whole(self.file, raw)
        self.written = raw


def line_for_editors(file: Path) -> str:
    """The first line of a file among the case studies, by which an editor finds what to offer; elsewhere nothing."""
    return f"{modeline(PurePosixPath(file.parent.name, file.name))}\n" if file.parent.name == "case_studies" else ""


def begin(answers: Answers, today: date) -> None:
    """Give new answers what a new record has from the start: that it is a draft, and its dates."""
    first = starting(today)
    answers.setdefault("status", first["status"])
    answers["provenance"] = {**first["provenance"], **answers.get("provenance", {})}


def current(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None


def free_beside(file: Path) -> Path:
    """A name near to that of a file which nobody has taken."""
    names = (file.with_name(f"{file.stem}-{number}{file.suffix}") for number in range(2, 1_000))
    return next(name for name in names if not name.exists())


def write_whole(file: Path, raw: bytes) -> None:
    """Put bytes into a file at once: whoever reads it finds the old or the new, never a part."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=file.parent, prefix=f".{file.stem}-", suffix=".saving")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(raw)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(file)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def open_draft(file: Path, today: date) -> Draft:
    """The draft in a file, to be gone on with, or a new one where there is no file.

    Raises:
        CannotGoOn: the file is not a draft of such a conversation, or has mistakes that come first.
    """
    raw = current(file)
    if raw is None:
        return Draft(file, today)
    if MARK.encode() not in raw[:2_000]:
        hint = "Choose another name, or change that file by hand."
        raise CannotGoOn(f"there is a file {file.name} already, which was not begun here. {hint}")
    document = yaml_text.read(raw)
    answers = document.data if isinstance(document.data, dict) else {}
    if document.faults or not isinstance(document.data, dict) or not is_whole(answers):
        raise HasMistakes(f"{file.name} was changed by hand and has mistakes: mend them first. Nothing was changed.")
    if answers.get("status") != Status.DRAFT:
        hint = "Change it by hand, or write status: draft into it first."
        raise CannotGoOn(f"{file.name} is no draft any more. {hint}")
    return Draft(file, today, without_gaps(answers), own_lines(raw.decode(), answers), raw)


OUT_OF_SHAPE = {"extra_forbidden", "string_type", "tuple_type", "model_type", "model_attributes_type"}


def from_text(text: str) -> Answers:
    """The answers in a text that we wrote."""
    data = yaml_text.read(text.encode()).data
    return without_gaps(data) if isinstance(data, dict) else {}


def is_whole(answers: Answers) -> bool:
    """Whether everything in the answers has a place in the record: nothing would be lost by writing it anew."""
    try:
        CaseStudy.model_validate(without_gaps(answers))
    except ValidationError as error:
        if any(details["type"] in OUT_OF_SHAPE for details in error.errors(include_url=False)):
            return False
    try:
        return bool(from_text(as_record_text(answers)) == starting(None) | without_gaps(answers))
    except (TypeError, AttributeError, ValueError):
        return False  # text where fields belong, a list where text does


def without_gaps(value: Any) -> Any:
    """Data without what is empty."""
    if isinstance(value, dict):
        found = {key: without_gaps(each) for key, each in value.items()}
        return {key: each for key, each in found.items() if each not in (None, "", [], {})}
    if isinstance(value, list):
        return [each for each in map(without_gaps, value) if each not in (None, "", [], {})]
    return value


def own_lines(text: str, answers: Answers) -> list[str]:
    """The lines of comment that are not hints of ours, in paragraphs as somebody wrote them."""
    ours = set(hints(as_record_text(answers))) | set(hints(as_record_text({}))) | {f"# {LEFT_OVER}"}
    return list(paragraphs(comments(text), lambda line: line not in ours and not line.startswith(FOR_EDITORS)))


def hints(text: str) -> Iterator[str]:
    yield from (line.strip() for line in text.splitlines() if line.lstrip().startswith("#"))


def comments(text: str) -> Iterator[str]:
    """The lines of comment of a file; where others stand between them, an empty one."""
    document = yaml_text.read(text.encode())
    quoted = prose_lines(text) if document.data is not None else set()
    for number, line in enumerate(text.splitlines()):
        remark = line.lstrip().startswith("# ") and number not in quoted
        yield line.strip() if remark else ""


def prose_lines(text: str) -> set[int]:
    """The lines of text below | or >, in which a # is part of the text."""
    inside: set[int] = set()
    start: int | None = None
    for number, line in enumerate(text.splitlines()):
        indent = len(line) - len(line.lstrip(" "))
        if start is not None and (not line.strip() or indent > start):
            inside.add(number)
            continue
        opens = line.rstrip().endswith(("|-", ">-", "|", ">", "|+", ">+")) and not line.lstrip().startswith("#")
        start = indent if opens else None
    return inside


def paragraphs(lines: Iterator[str], wanted: Callable[[str], bool]) -> Iterator[str]:
    found: list[str] = []
    for line in (*lines, ""):
        if line and wanted(line):
            found.append(line.removeprefix("#").removeprefix(" "))
        elif found:
            yield "\n".join(found)
            found = []
