"""Check content: load it, bring its records together, report everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from tenfold.library import Arrangement, Library, check_library, findings
from tenfold.library.arrangement import AS_IT_IS
from tenfold.loading import Content, Layer, Unread, load_content, load_layers
from tenfold.loading.content import Read, add_lone_file
from tenfold.loading.placing import COLLECTIONS, FOLDERS
from tenfold.model import Kind
from tenfold.problems import Problem, errors, in_order
from tenfold.safeguarding import Masks, safeguarding, together
from tenfold.safeguarding.publication import published


@dataclass(frozen=True)
class Checked:
    """A library, and every problem with it, sorted by file and line."""

    library: Library
    problems: list[Problem]
    unread: tuple[Unread, ...] = ()
    """What was to be a record and has problems."""

    @property
    def errors(self) -> list[Problem]:
        return errors(self.problems)


def check_content(folder: Path, *, shown_as: str = "content") -> Checked:
    """Load and check every file below a content folder.

    Args:
        folder: the content folder.
        shown_as: how messages call it.
    """
    content = load_content(folder, shown_as=shown_as)
    content.problems += no_home(content, shown_as)
    return checked(content)


def check_layers(
    layers: Sequence[Layer], *, replaced: Collection[tuple[Kind, str]] = (), arrangement: Arrangement = AS_IT_IS
) -> Checked:
    """Load and check content folders as one, the lowest first.

    Args:
        layers: the folders.
        replaced: what an upper one may have in place of a lower one.
        arrangement: what is left out, and what comes first.
    """
    content = load_layers(layers, replaced=replaced)
    content.problems += no_home(content, *(layer.shown_as for layer in layers))
    return checked(content, arrangement=arrangement)


def no_home(content: Content, *shown_as: str) -> Iterator[Problem]:
    """That no folder has a home page, in the first of them."""
    homes = [f"{shown}/index.md" for shown in shown_as]
    known = {entry.path for entry in content.entries} | {problem.path for problem in content.problems}
    if known.isdisjoint(homes):
        message = "there is no home page, which every page leads back to."
        hint = "Write index.md: a line ---, title: and description:, a line ---, and a sentence."
        yield Problem(homes[0], 1, 1, "", message, hint, "no_home")


def check_lone_file(file: Path, beside: Content | None, *, shown_as: str) -> list[Problem]:
    """The problems of a record that does not lie in a content folder, such as a draft on somebody's desktop.

    Args:
        file: the file.
        beside: the content whose ids it may mention, if there is some.
        shown_as: how messages call the file.
    """
    return lone_file(file, beside, shown_as=shown_as).problems


def lone_file(file: Path, beside: Content | None, *, shown_as: str) -> Checked:
    """The same, with the record itself among those of the content folder: the problems are those of the file alone."""
    content = beside or Content()
    id = add_lone_file(file, content, shown_as)
    content.entries = [entry for entry in content.entries if entry.path == shown_as or entry.id != id]
    found = checked(content, alone=beside is None)
    return Checked(found.library, [problem for problem in found.problems if problem.path == shown_as], found.unread)


def checked(content: Content, *, alone: bool = False, arrangement: Arrangement = AS_IT_IS) -> Checked:
    """The library of what was loaded, and every problem with it.

    Args:
        content: what was loaded.
        alone: whether there are no other records that it could mention, so that unknown ids are none of its faults.
        arrangement: what is left out, and what comes first.
    """
    unread = [(found.kind, found.id) for found in content.unread]
    library = Library(content.entries, unread=unread, arrangement=arrangement)
    found = guarded(problems_in(content, library, alone=alone), content.files, library)
    return Checked(library, found, tuple(content.unread))


def problems_in(content: Content, library: Library, *, alone: bool) -> Iterator[Problem]:
    """Every problem with what was loaded, but for those that the safeguarding checks have with it."""
    read = {entry.path for entry in content.entries} | {found.path for found in content.unread}
    lost = {problem.path for problem in content.problems} - read
    between = [problem for problem in check_library(library, content.unread) if not caused_by(problem, lost)]
    if alone:
        between = [problem for problem in between if not problem.rule.startswith("unknown_")]
    yield from (problem for problem in content.problems if not said_better(problem, between))
    yield from between
    if not content.problems and not errors(between):  # what is left over can be said only when nothing is wrong
        yield from findings(library)


def said_better(problem: Problem, between: Iterable[Problem]) -> bool:
    """Whether a text that is no id has been said to be no record's, with the nearest one that there is."""
    return problem.rule == "id" and any(
        other.rule.startswith("unknown_") and at_one_place(problem, other) for other in between
    )


def at_one_place(one: Problem, other: Problem) -> bool:
    return (one.path, one.line, one.column) == (other.path, other.line, other.column)


def guarded(problems: Iterable[Problem], files: Iterable[Read], library: Library) -> list[Problem]:
    """The problems with those of the safeguarding checks, in order; no message repeats what these have found."""
    with safeguarding(files, published(library.sources)) as found:
        others = list(problems)  # they are looked for meanwhile
        safeguarded = together(found)
    masks = Masks(safeguarded.values)
    return in_order(map(masks.hide, [*others, *safeguarded.problems]))


def caused_by(problem: Problem, lost: set[str]) -> bool:
    """Whether a problem only follows from a file that could not be read at all: one message is enough."""
    kind = problem.rule.removeprefix("unknown_")
    if not problem.about:
        return False
    wanted = set(holding(kind, problem.about))
    return any(PurePosixPath(path).with_suffix("").match(file) for path in lost for file in wanted)


def holding(kind: str, id: str) -> Iterator[str]:
    """The files that would hold a record, without their endings: its own, or the collection of its kind."""
    yield from (f"{folder}/{id.partition('/')[0]}" for folder, (held, _) in FOLDERS.items() if held == kind)
    yield from (file.removesuffix(".yml") for file, (held, _) in COLLECTIONS.items() if held == kind)
    yield id
