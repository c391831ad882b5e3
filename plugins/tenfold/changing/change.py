"""What a change to content comes to: which files will hold what, and what to tell the person who asked for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from tenfold.changing.papers import Edit, Paper
from tenfold.changing.references import pointing_elsewhere
from tenfold.checking import Checked
from tenfold.layout import lay_out
from tenfold.loading import Entry
from tenfold.loading.placing import COLLECTIONS, FOLDERS
from tenfold.model import Kind

NOT_YOURS = "Hide it in local.yml, or put one of yours in its place with replace:."


class Refused(Exception):
    """The change cannot be made; the text says why and what to do."""


@dataclass(frozen=True)
class Change:
    """Files by their path below the content folder, each with what will stand in it, or None when it goes.

    `says` is a sentence about the whole; `moves` names the new path of a file that gets another name; `notes` are for
    people to look at afterwards.
    """

    says: str
    before: Mapping[PurePosixPath, bytes]
    after: Mapping[PurePosixPath, bytes | None]
    moves: Mapping[PurePosixPath, PurePosixPath]
    notes: tuple[str, ...] = ()


class Draft:
    """Collects edits to the files of a content folder, until they become a change."""

    def __init__(self, folder: Path, checked: Checked, shown_as: str) -> None:
        self.folder = folder
        self.library = checked.library
        self.shown = shown_as
        self.papers: dict[PurePosixPath, Paper] = {}
        self.edits: dict[PurePosixPath, list[Edit]] = {}
        self.ends: dict[PurePosixPath, str] = {}

    def entry(self, kind: Kind, id: str) -> Entry:
        return self.library.entries[kind, id]

    def path_of(self, entry: Entry) -> PurePosixPath:
        if not self.is_here(entry):
            raise Refused(f'the {entry.kind.noun} "{entry.id}" is not yours: it comes with upstream/. {NOT_YOURS}')
        return PurePosixPath(entry.path).relative_to(self.shown)

    def is_here(self, entry: Entry) -> bool:
        """Whether a record lies in this folder, and not in what a local copy has from elsewhere."""
        return PurePosixPath(entry.path).is_relative_to(self.shown)

    def paper(self, entry: Entry) -> Paper:
        path = self.path_of(entry)
        if path not in self.papers:
            self.papers[path] = Paper(path, (self.folder / path).read_bytes())
        return self.papers[path]

    def edit(self, entry: Entry, edits: Iterable[Edit]) -> None:
        found = list(edits)
        if found:
            self.edits.setdefault(self.path_of(entry), []).extend(found)

    def point_elsewhere(self, kind: Kind, old: str, new: str) -> None:
        """Make every record mention `new` where it mentions `old`."""
        for entry in filter(self.is_here, self.library.entries.values()):
            paper = self.paper(entry)
            if old in paper.text:
                self.edit(entry, pointing_elsewhere(paper, entry, kind, old, new))

    def add_field(self, entry: Entry, text: str) -> None:
        """Add a field, with what stands in it, below all others of a file."""
        path, paper = self.path_of(entry), self.paper(entry)
        end = len(paper.text[: paper.end].rstrip())
        gap = "\n" if path.suffix == ".md" else "\n\n"
        earlier = self.ends.get(path, "")
        self.ends[path] = f"{earlier}{gap}{text}"
        at = [edit for edit in self.edits.get(path, []) if edit != Edit(end, end, earlier)]
        self.edits[path] = [*at, Edit(end, end, self.ends[path])]

    def changed(self) -> dict[PurePosixPath, bytes]:
        """The files that change, in their new form; one that was in the one layout still is."""
        return {path: as_laid_out(self.papers[path], edits) for path, edits in sorted(self.edits.items())}

    def before(self) -> dict[PurePosixPath, bytes]:
        return {path: paper.raw for path, paper in self.papers.items()}

    def change(self, says: str, *, moves: Mapping[PurePosixPath, PurePosixPath] | None = None) -> Change:
        moves = moves or {}
        after: dict[PurePosixPath, bytes | None] = {}
        changed = self.changed()
        for path in sorted({*changed, *moves}):
            raw = changed.get(path, self.papers[path].raw)
            after[moves.get(path, path)] = raw
            if path in moves:
                after[path] = None
        return Change(says, self.before(), after, moves)


def as_laid_out(paper: Paper, edits: list[Edit]) -> bytes:
    raw = paper.with_edits(edits)
    path = paper.path
    if path.suffix != ".yml":
        return raw
    collection = str(path) in COLLECTIONS
    model = COLLECTIONS[str(path)][1] if collection else FOLDERS[path.parts[0]][1]
    was = lay_out(paper.raw, model, collection=collection, shown_as=str(path)).raw == paper.raw
    return lay_out(raw, model, collection=collection, shown_as=str(path)).raw if was else raw


def with_file(change: Change, path: PurePosixPath, before: bytes, after: bytes) -> Change:
    """The same change with one more file."""
    return replace(change, before={**change.before, path: before}, after={**change.after, path: after})
