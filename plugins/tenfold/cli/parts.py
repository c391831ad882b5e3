"""What `tenfold check` was asked to check: each content folder as a whole, and what of it was named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tenfold.checking import Checked, check_content, lone_file
from tenfold.cli.command import CannotRun
from tenfold.cli.paths import content_folder, content_here, is_below, is_lone, prefix, shown_as
from tenfold.library import Library
from tenfold.loading import Content, Entry, Unread
from tenfold.loading.placing import LEDGER
from tenfold.local.around import load_around
from tenfold.local.copy import NotACopy, read_copy
from tenfold.local.place import copy_around
from tenfold.problems import Problem, in_order


@dataclass(frozen=True)
class Part:
    """A content folder, or a file that lies in none, checked; and what of it is asked for."""

    checked: Checked
    below: tuple[str, ...]
    """The files and folders that were named, as messages call them."""
    files: frozenset[str]
    """Those of them that are files."""
    foreign: str = ""
    """A folder in it that somebody else looks after: no advice is given on what is there."""

    def holds(self, path: str) -> bool:
        """Whether a file is asked for."""
        return any(is_below(path, start) for start in self.below)

    @property
    def problems(self) -> list[Problem]:
        return [problem for problem in self.checked.problems if self.holds(problem.path)]

    @property
    def subjects(self) -> Iterator[Entry | Unread]:
        """The records that are asked for, and what was to be one."""
        yield from (entry for entry in self.checked.library.entries.values() if self.advises(entry.path))
        yield from (found for found in self.checked.unread if self.advises(found.path))

    def advises(self, path: str) -> bool:
        """Whether a file is asked for, by those who can change it."""
        return self.holds(path) and not (self.foreign and is_below(path, self.foreign))


def parts(paths: Sequence[Path]) -> Iterator[Part]:
    """What the paths on the command line name; the content folder here when there are none."""
    wanted = list(paths) or [Path("content")]
    copies = {path: found for path in wanted if (found := copy_around(path)) is not None}
    for folder in dict.fromkeys(copies.values()):
        yield of_copy(folder, [path for path, found in copies.items() if found == folder])
    wanted = [path for path in wanted if path not in copies]
    for path in filter(is_lone, wanted):
        shown = path.as_posix()
        yield Part(lone_file(path, beside(), shown_as=shown), (shown,), frozenset([shown]))
    wanted = [path for path in wanted if not is_lone(path)]
    for root in dict.fromkeys(content_folder(path) for path in wanted):
        shown = shown_as(root)
        named = {prefix(path, root, shown): path for path in wanted if content_folder(path) == root}
        files = frozenset(name for name, path in named.items() if path.is_file())
        yield Part(check_folder(root, shown_as=shown), tuple(named), files)


def beside() -> Content | None:
    """The content of the working directory, if there is some."""
    here = content_here()
    return load_around(here) if here else None


def of_copy(folder: Path, paths: Sequence[Path]) -> Part:
    """A local copy, checked as a whole with the content that it is a copy of."""
    shown = shown_as(folder)
    try:
        copy = read_copy(folder, shown_as="" if shown == "." else shown)
        checked = copy.check()
    except NotACopy as refused:
        return Part(Checked(Library([]), refused.problems), (".",), frozenset())
    for path in paths:
        if not path.exists() and path != Path("content"):
            raise CannotRun(f"there is no file or folder {path}. Check the name.")
    named = {prefix(path, folder, shown).removeprefix("./"): path for path in paths}
    below = ["." if each == shown or path == Path("content") else each for each, path in named.items()]
    files = frozenset(name for name, path in named.items() if path.is_file())
    return Part(checked, tuple(below), files, foreign=copy.layers[0].shown_as)


def check_folder(root: Path, *, shown_as: str) -> Checked:
    """A content folder, checked, with the addresses that it once made public and holds no more."""
    checked = check_content(root, shown_as=shown_as)
    if checked.errors or not (root / LEDGER).exists():
        return checked
    from tenfold.ledger import dead_addresses  # it knows every page of the site, and takes its time to import

    dead = dead_addresses(checked.library, root, shown_as=shown_as)
    return replace(checked, problems=in_order([*checked.problems, *dead]))
