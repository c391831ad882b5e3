"""Check a whole folder of content: load it, bring its records together, report everything that is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tenfold.library import Library, check_library
from tenfold.loading import load_content
from tenfold.problems import Problem, errors, in_order


@dataclass(frozen=True)
class Checked:
    """A library, and every problem with it, sorted by file and line."""

    library: Library
    problems: list[Problem]

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
    library = Library(content.entries)
    broken = {problem.path for problem in content.problems}
    between = [problem for problem in check_library(library) if not caused_by(problem, broken, library)]
    return Checked(library, in_order([*content.problems, *between]))


def caused_by(problem: Problem, broken: set[str], library: Library) -> bool:
    """Whether a problem between records only says that a file named here could not be read: one message is enough."""
    if problem.rule != "unknown_id" or not broken:
        return False
    missing = problem.message.split('"')[1].partition("/")[0]
    stems = {path.rsplit("/", 1)[-1].rpartition(".")[0] for path in broken}
    collections = {"glossary": "glossary term", "sources": "source"}
    return missing in stems or any(stem in stems and noun in problem.message for stem, noun in collections.items())
