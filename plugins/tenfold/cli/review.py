"""`tenfold review`: a sheet for whoever decides about a record: what to mend, to look at, and to ask."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tenfold.cli.command import CannotRun, Commands
from tenfold.cli.paths import content_here, is_lone

if TYPE_CHECKING:
    from tenfold.cli.parts import Part
    from tenfold.reviewing import Case


def add(commands: Commands) -> None:
    review = commands.add_parser("review", help="print a sheet for whoever decides about a record")
    review.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a case study or another record")
    review.add_argument("--format", choices=["text", "md"], default="text", help="for a terminal, or for a comment")
    review.add_argument("--today", type=a_day, default=None, metavar="DATE", help="the day to judge dates by")
    review.set_defaults(run=run_review)


def a_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text[:20]!r} is not a day such as 2026-11-01") from None


def run_review(options: argparse.Namespace) -> int:
    from tenfold.cli.parts import parts
    from tenfold.problems import errors
    from tenfold.reviewing import as_markdown, as_text, review

    today = options.today or date.today()  # noqa: DTZ011 - the day where the reviewer is
    cases = [case_of(file, part) for file in options.files for part in parts([a_file(file)])]
    shown = as_markdown if options.format == "md" else as_text
    print("\n".join(shown(review(case, today)) for case in cases), end="")
    return 1 if any(errors(case.problems) for case in cases) else 0


def a_file(path: Path) -> Path:
    if path.is_dir():
        raise CannotRun(f"{path} is a folder. Name one file, such as content/case_studies/carr-manor.yml.")
    return path


def case_of(file: Path, part: Part) -> Case:
    """What is to be reviewed: one record, with what the checks say of it."""
    from tenfold.reviewing import Case
    from tenfold.teaching import advise

    path = next(iter(part.below))
    subjects = list(part.subjects)
    if len(subjects) > 1:
        raise CannotRun(f"{file} holds many records, and a review sheet is for one. Use tenfold check {file}.")
    library = part.checked.library
    return Case(
        path,
        subject=subjects[0] if subjects else None,
        library=library,
        problems=part.problems,
        advised=list(advise(subjects, library.terms.values())),
        replaces=replaces(file),
        alone=is_lone(file) and content_here() is None,
    )


def replaces(file: Path) -> bool:
    """Whether a file from elsewhere has the name of a case study of the content here."""
    here = content_here()
    published = here / "case_studies" / file.name if here else None
    return published is not None and published.is_file() and published.resolve() != file.resolve()
