"""A folder of content: every record in it, with the place of each field, and every problem with either."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path, PurePosixPath
from stat import S_ISDIR, S_ISREG
from typing import Any

from pydantic import ValidationError

from tenfold.loading import yaml_text
from tenfold.loading.gaps import without_gaps
from tenfold.loading.placing import COLLECTIONS, FOLDERS, LEDGER, misplaced
from tenfold.loading.yaml_document import Document, Places
from tenfold.loading.yaml_faults import Path as Where
from tenfold.loading.yaml_faults import shifted
from tenfold.model import Kind, ProsePage, Record
from tenfold.model.base import ID
from tenfold.model.walking import Mark, marked, marked_in
from tenfold.problems import Problem, dotted
from tenfold.side_by_side import side_by_side


class Placed:
    """Something in a document: a file of its own, or a part of one."""

    document: Document
    within: Where

    def place(self, where: Where, *, key: bool = False) -> tuple[int, int]:
        """Line and column of a field."""
        return self.document.place((*self.within, *where), key=key)


@dataclass(frozen=True)
class Entry(Placed):
    """A record, its kind and id, the file it stands in, and where each of its fields stands there."""

    kind: Kind
    id: str
    record: Record
    path: str
    document: Document
    within: Where = ()
    """Its path inside the document: empty for a file of its own, its id in a collection."""
    local: bool = False
    """Whether it belongs to a local copy, and not to the content that the copy is one of."""

    @cached_property
    def marked(self) -> tuple[tuple[Where, Mark, str], ...]:
        """Every id that the record mentions, and every piece of prose in it."""
        return tuple(marked(self.record))


@dataclass(frozen=True)
class Unread(Placed):
    """What was to be a record and has problems: its links are checked all the same."""

    kind: Kind
    id: str
    model: type[Record]
    data: Any
    path: str
    document: Document
    within: Where = ()

    @cached_property
    def marked(self) -> tuple[tuple[Where, Mark, str], ...]:
        """Every id and every piece of prose in it."""
        return tuple(marked_in(self.model, self.data))


@dataclass(frozen=True)
class Read:
    """A file that was read, whatever came of it: its text is public all the same."""

    path: str
    document: Document
    model: type[Record]


@dataclass
class Content:
    """What a folder held."""

    entries: list[Entry] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    files: list[Read] = field(default_factory=list)

    def add(self, other: Content) -> None:
        """Take in what another folder or file held."""
        self.entries += other.entries
        self.unread += other.unread
        self.problems += other.problems
        self.files += other.files


def load_content(folder: Path, *, shown_as: str = "content") -> Content:
    """Read every file of a content folder, in the order of their names.

    Args:
        folder: the content folder.
        shown_as: how messages call it.
    """
    content = Content()
    paths = [path for path in files_of(folder, content, shown_as) if str(path) != LEDGER]
    for found in side_by_side(partial(content_of, folder, shown_as=shown_as), paths):
        content.add(found)
    return content


def content_of(folder: Path, path: PurePosixPath, *, shown_as: str) -> Content:
    """What one file of a content folder holds."""
    content = Content()
    load_file(folder / path, path, content, shown_as)
    return content


def files_of(folder: Path, content: Content, shown_as: str) -> Iterator[PurePosixPath]:
    """The files of a folder, sorted; links are refused, and hidden files passed over."""
    found: list[PurePosixPath] = []
    for top, folders, names in os.walk(folder, followlinks=False):
        here = PurePosixPath(Path(top).relative_to(folder).as_posix())
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in list(folders):
            if (Path(top) / name).is_symlink():
                refuse_link(here / name, content, shown_as)
                folders.remove(name)
        for name in names:
            if name.startswith("."):
                continue
            if (Path(top) / name).is_symlink():
                refuse_link(here / name, content, shown_as)
            else:
                found.append(here / name)
    yield from sorted(found)


def refuse_link(path: PurePosixPath, content: Content, shown_as: str) -> None:
    message = "this is a link to another place, and links are not followed."
    content.problems.append(Problem(f"{shown_as}/{path}", 1, 1, "", message, "Put the file itself here.", "link"))


def load_file(file: Path, path: PurePosixPath, content: Content, shown_as: str) -> None:
    """Read one file of the content folder into `content`."""
    shown = f"{shown_as}/{path}"
    problem = misplaced(path, shown)
    if problem:
        content.problems.append(problem)
        return
    try:
        status = file.stat()
        if not (
            S_ISREG(status.st_mode) or S_ISDIR(status.st_mode)
        ):  # a pipe would be waited for until somebody writes to it
            message = "this is no ordinary file, and is not read."
            content.problems.append(Problem(shown, 1, 1, "", message, "Put a text file in its place.", "file_kind"))
            return
        with file.open("rb") as stream:
            raw = stream.read(yaml_text.MAX_BYTES + 1)
    except OSError as error:
        add_unreadable(error, content, shown)
        return
    if len(raw) > yaml_text.MAX_BYTES:
        message = f"this file has {status.st_size:,} bytes; at most {yaml_text.MAX_BYTES:,} are read."
        content.problems.append(Problem(shown, 1, 1, "", message, yaml_text.SIZE_HINT, "too_large"))
        return
    add_bytes(raw, path, content, shown)


def add_bytes(raw: bytes, path: PurePosixPath, content: Content, shown: str) -> None:
    """Add the records in the bytes of a file, or the problems with them."""
    if path.suffix == ".md":
        add_page(raw, path, content, shown)
    elif str(path) in COLLECTIONS:
        add_collection(raw, *COLLECTIONS[str(path)], content, shown)
    else:
        add_record(raw, *FOLDERS[path.parts[0]], path.stem, content, shown)


def add_lone_file(file: Path, content: Content, shown: str) -> str:
    """Add a record file from outside a content folder, as the kind of record that its fields look like; its id."""
    try:
        raw = file.read_bytes()
    except OSError as error:
        add_unreadable(error, content, shown)
        return ""
    named = next((FOLDERS[name] for name in (file.parent.name,) if name in FOLDERS), None)
    kind, model = named or likeliest(yaml_text.read(raw).data)
    add_record(raw, kind, model, file.stem, content, shown)
    return file.stem


def likeliest(data: object) -> tuple[Kind, type[Record]]:
    """The kind of record whose fields these are, a case study in doubt."""
    fields = set(data) if isinstance(data, dict) else set()
    return max(FOLDERS.values(), key=lambda kind: len(fields & set(kind[1].model_fields)))


def add_unreadable(error: OSError, content: Content, shown: str) -> None:
    message = f"this file cannot be opened: {(error.strerror or 'unknown reason').lower()}."
    content.problems.append(Problem(shown, 1, 1, "", message, "Check that you may read it.", "unreadable"))


def add_record(raw: bytes, kind: Kind, model: type[Record], id: str, content: Content, shown: str) -> None:
    document = yaml_text.read(raw)
    content.files.append(Read(shown, document, model))
    content.problems += faults_of(document, shown)
    take(Unread(kind, id, model, document.data, shown, document), content)


def take(found: Unread, content: Content) -> None:
    """Make a record of what was found, or keep it as unread, with its problems."""
    record = validated(found.document, found.data, found.model, content, found.path, within=found.within)
    if record is not None:
        content.entries.append(Entry(found.kind, found.id, record, found.path, found.document, found.within))
    elif found.data is not None:
        content.unread.append(found)


def add_collection(raw: bytes, kind: Kind, model: type[Record], content: Content, shown: str) -> None:
    document = yaml_text.read(raw)
    content.files.append(Read(shown, document, model))
    content.problems += (for_collection(problem, kind) for problem in faults_of(document, shown))
    if document.data is None:
        return
    if not isinstance(document.data, dict):
        hint = "Write each id on a line of its own with a colon, and its fields below, indented."
        content.problems.append(Problem(shown, 1, 1, "", f"each {kind.noun} stands under its id here.", hint, "shape"))
        return
    for id, data in document.data.items():
        if (id,) in document.broken:
            continue
        if not ID.fullmatch(id):
            line, column = document.place((id,), key=True)
            hint = "Use 3 to 60 small letters, digits and single hyphens, such as carr-manor."
            content.problems.append(Problem(shown, line, column, id[:60], "this is not an id.", hint, "id"))
            continue
        take(Unread(kind, id, model, data, shown, document, (id,)), content)


def for_collection(problem: Problem, kind: Kind) -> Problem:
    """The same problem, with a hint that fits a file of many records."""
    if problem.rule != "empty":
        return problem
    return replace(problem, hint=f"Write the id of a {kind.noun} with a colon, and its fields below, indented.")


NO_TITLE = "this page has no title."
FRONT_MATTER_HINT = "Start it with a line ---, then title: and description:, then a line ---, then the text."
BODY_TWICE = "this page gives its text twice."
FRONT_MATTER = re.compile(rb"\A(?:\xef\xbb\xbf)?---[ \t]*\r?\n(.*?)^---[ \t]*\r?\n", re.DOTALL | re.MULTILINE)


def add_page(raw: bytes, path: PurePosixPath, content: Content, shown: str) -> None:
    found = FRONT_MATTER.match(raw[: yaml_text.MAX_BYTES])
    if not found:
        content.files.append(Read(shown, Document(text=yaml_text.decode(raw)[0]), ProsePage))
        content.problems.append(Problem(shown, 1, 1, "", NO_TITLE, FRONT_MATTER_HINT, "front_matter"))
        return
    # A line break stands for the --- above, so that lines are those of the file.
    document = yaml_text.read(b"\n" + found.group(1))
    body, faults = yaml_text.decode(raw[found.end() :])
    body_line = found.group().count(b"\n") + 1
    document.faults += [shifted(fault, body_line - 1) for fault in faults]
    document.text = raw.decode("utf-8", errors="replace").replace("\r\n", "\n")
    content.files.append(Read(shown, document, ProsePage))
    if any(fault.rule == "empty" for fault in document.faults):
        content.problems.append(Problem(shown, 1, 1, "", NO_TITLE, FRONT_MATTER_HINT, "front_matter"))
        return
    content.problems += faults_of(document, shown)
    if isinstance(document.data, dict):
        if "body" in document.data:
            line, column = document.place(("body",), key=True)
            hint = "Delete it: the text stands below the second line ---."
            content.problems.append(Problem(shown, line, column, "body", BODY_TWICE, hint, "body"))
        document.data["body"] = unicodedata.normalize("NFC", body)
        document.values[("body",)] = document.keys[("body",)] = (body_line, 1)
        if faults:
            document.broken.add(("body",))
    take(Unread(Kind.PAGE, str(path.with_suffix("")), ProsePage, document.data, shown, document), content)


def faults_of(document: Document, shown: str) -> Iterator[Problem]:
    for fault in document.faults:
        yield Problem(shown, fault.line, fault.column, dotted(fault.path)[:80], fault.message, fault.hint, fault.rule)


def validated(
    document: Document, data: Any, model: type[Record], content: Content, shown: str, *, within: Where = ()
) -> Record | None:
    """The record, or None with its problems added to `content`."""
    if data is None and document.faults:
        return None
    if not isinstance(data, dict):
        line, column = document.place(within)
        hint = f"Write them as name: text, one a line. They are: {', '.join(model.model_fields)}."
        content.problems.append(
            Problem(shown, line, column, ".".join(map(str, within)), "fields belong here.", hint, "shape")
        )
        return None
    try:
        return model.model_validate(without_gaps(data, model) if document.gaps else data)
    except ValidationError as error:
        from tenfold.loading.explain import problems_in  # noqa: PLC0415 (most files never need it)

        view = inner(document, within) if within else document
        prefix = ".".join(map(str, within))
        for problem in problems_in(error, model, view, shown):
            content.problems.append(with_prefix(problem, prefix))
        return None


def with_prefix(problem: Problem, prefix: str) -> Problem:
    if not prefix:
        return problem
    name = f"{prefix}.{problem.field}" if problem.field else prefix
    return Problem(problem.path, problem.line, problem.column, name, problem.message, problem.hint, problem.rule)


def inner(document: Document, within: Where) -> Document:
    """The part of a document below a path, as a document of its own."""
    size = len(within)

    def below(places: dict[Where, tuple[int, int]]) -> dict[Where, tuple[int, int]]:
        return {path[size:]: place for path, place in places.items() if path[:size] == within}

    return Document(
        places=Places(below(document.values), below(document.keys)),
        broken={path[size:] for path in document.broken if path[:size] == within},
    )
