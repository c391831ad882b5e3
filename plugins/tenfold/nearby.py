"""A few files, checked with what they mention and nothing else: what somebody waits for before each commit.

Says what the check of everything says of these files, word for word, or nothing at all: whatever needs the other
records (an unknown id and the nearest right one, two records that claim one thing, advice that waits until no file has
an error) is left to the check of everything. A test holds the two together on every golden case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from tenfold.checking import guarded
from tenfold.library import Library, check_subject
from tenfold.library.checks import unlisted_sources
from tenfold.loading import Content, Entry, Unread
from tenfold.loading.content import load_file
from tenfold.loading.placing import COLLECTIONS, FOLDERS
from tenfold.model import CaseStudy, Kind, LocalNote, Resource
from tenfold.model.base import ID, Refers
from tenfold.problems import Problem
from tenfold.prose import links, reference

MOST = 12
"""With more files than this, the check of everything is as quick."""

ALONE = ("case_studies", "theories_of_change", "exercises", "resources", "notes")
"""Folders whose records share nothing that must be theirs alone, such as the number of a key feature."""

BY_NAME = (Kind.FEATURE, Kind.FRAMEWORK)
"""Kinds of which it is enough that the file is there: none of them is a draft."""

Target = tuple[Kind, str]


class Doubt(Exception):
    """Only the check of everything can tell."""


def check_nearby(folder: Path, paths: Sequence[PurePosixPath], *, shown_as: str) -> list[Problem] | None:
    """The problems of a few files, as the check of everything would say them; None when only that can tell.

    Args:
        folder: the content folder.
        paths: the files, from there.
        shown_as: how messages call the folder.
    """
    try:
        return Nearby(folder, shown_as).check(paths)
    except Doubt:
        return None


class Nearby:
    """A few files of a content folder with what they mention."""

    def __init__(self, folder: Path, shown_as: str) -> None:
        self.folder = folder
        self.shown_as = shown_as
        self.content = Content()
        self.by_name: list[Target] = []
        self.read: set[PurePosixPath] = set()

    def check(self, paths: Sequence[PurePosixPath]) -> list[Problem]:
        for path in paths[: MOST + 1]:
            self.add_alone(path)
        if len(paths) > MOST:
            raise Doubt
        subjects: list[Entry | Unread] = [*self.content.entries, *self.content.unread]
        for target in mentioned(subjects):
            self.add_mentioned(target)
        for note in (each.record for each in subjects if isinstance(each, Entry)):
            if isinstance(note, LocalNote):
                self.add(self.file_of(*note.target))  # its passages are looked at, so that its name is not enough
        named = {f"{self.shown_as}/{path}" for path in paths}
        unread = [(found.kind, found.id) for found in self.content.unread]
        library = Library(self.content.entries, unread=[*unread, *self.by_name])
        files = [read for read in self.content.files if read.path in named]
        return guarded(self.problems(subjects, named, library), files, library)

    def problems(self, subjects: Iterable[Entry | Unread], named: set[str], library: Library) -> Iterator[Problem]:
        """Their problems, each once; doubt when other files have some, or when there is more to say."""
        found = [*self.content.problems]
        for subject in subjects:
            found += check_subject(subject, library)
            if isinstance(subject, Entry) and isinstance(subject.record, (CaseStudy, Resource)):
                self.sure(not subject.record.aliases)
            if isinstance(subject, Entry) and isinstance(subject.record, CaseStudy):
                self.sure(not [*unlisted_sources(subject, library)])
        self.sure(all(problem.path in named and not problem.rule.startswith("unknown_") for problem in found))
        yield from found

    def add_alone(self, path: PurePosixPath) -> None:
        """Read one of the files that are asked about."""
        self.sure(len(path.parts) == 2 and path.parts[0] in ALONE and path.suffix == ".yml")
        self.sure(ID.fullmatch(path.stem) is not None)
        self.add(path)

    def add_mentioned(self, target: Target) -> None:
        """Read what is mentioned, or see that it is there."""
        kind, id = target
        path = self.file_of(kind, id)
        if kind in BY_NAME and "/" not in id:
            self.sure(self.is_plain_file(path))
            self.by_name.append(target)
        else:
            self.add(path)

    def add(self, path: PurePosixPath) -> None:
        if path not in self.read:
            self.sure(self.is_plain_file(path))
            self.read.add(path)
            load_file(self.folder / path, path, self.content, self.shown_as)

    def file_of(self, kind: Kind, id: str) -> PurePosixPath:
        """The file that holds a record, if there is such a record."""
        parts = id.split("/")
        self.sure(all(ID.fullmatch(part) or part == "index" for part in parts))
        if kind is Kind.PAGE:
            return PurePosixPath(f"{id}.md")
        places = [file for file, (held, _) in COLLECTIONS.items() if held is kind]
        places += [f"{folder}/{parts[0]}.yml" for folder, (held, _) in FOLDERS.items() if held is kind]
        self.sure(bool(places))
        return PurePosixPath(places[0])

    def is_plain_file(self, path: PurePosixPath) -> bool:
        """Whether a file is there, with no link on the way to it."""
        way = [self.folder / parent for parent in (path, *path.parents) if parent.parts]
        return way[0].is_file() and not any(step.is_symlink() for step in way)

    def sure(self, enough: bool) -> None:
        if not enough:
            raise Doubt


def mentioned(subjects: Iterable[Entry | Unread]) -> list[Target]:
    """Everything that records mention, in fields and in prose, each once."""
    return list(dict.fromkeys(target for subject in subjects for target in mentioned_by(subject)))


def mentioned_by(subject: Entry | Unread) -> Iterator[Target]:
    for _, mark, value in subject.marked:
        if isinstance(mark, Refers):
            if isinstance(subject, Entry) or ID.fullmatch(value):  # else it is no id, and the model has said so
                yield mark.kind, value
        else:
            yield from ((found.kind, found.id) for found in map(reference, links(value)) if found)
