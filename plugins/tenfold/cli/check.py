"""`tenfold check`: everything that is wrong with content, in one go, and what could be better."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from tenfold.cli.command import Commands
from tenfold.cli.completing import complete_updates
from tenfold.cli.printing import add_format, add_summary, lines_of, print_problems, write_summary
from tenfold.problems import errors, in_order

if TYPE_CHECKING:
    from tenfold.problems import Problem


def add(commands: Commands) -> None:
    check = commands.add_parser("check", help="say everything that is wrong with content, in one go")
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files or folders (default: content/)")
    check.add_argument("--advice", action="store_true", help="show the advice on wording for whole folders, too")
    check.add_argument("--quick", action="store_true", help="only what is wrong, as fast as can be: before each commit")
    add_format(check)
    add_summary(check)
    check.set_defaults(run=run_check)


def run_check(options: argparse.Namespace) -> int:
    complete_updates(options.paths)
    problems, closing = (quick_problems(options.paths), []) if options.quick else with_advice(options)
    write_summary(problems, options)
    print_problems(problems, options.format)
    if options.format == "text":
        for line in closing:
            print(line)
    return 1 if errors(problems) else 0


def with_advice(options: argparse.Namespace) -> tuple[list[Problem], list[str]]:
    """The problems, with the advice that is asked for; and the lines that close a report for people."""
    from tenfold.cli.advice import advice_on
    from tenfold.cli.parts import parts

    changed = frozenset(lines_of(options.changed) if options.changed else ())
    checked = [replace(part, files=part.files | changed) for part in parts(options.paths)]
    for_people = options.format == "text"
    wrong = [problem for part in checked for problem in part.problems]
    # Somebody who changed a few files is spared the advice on all the others.
    everything = options.advice or not (for_people or changed)
    advice = advice_on(checked, everything=everything, count=not errors(wrong))
    scores = [] if for_people else [score.problem for score in advice.scores]
    return in_order([*wrong, *advice.problems, *scores]), list(advice.closing)


def quick_problems(paths: Sequence[Path]) -> list[Problem]:
    """The problems of the files and folders named. Of a few files, only what they mention is read besides them."""
    from tenfold.cli.paths import content_folder, is_lone
    from tenfold.local.place import copy_around

    if any(copy_around(path) for path in paths or [Path("content")]):
        from tenfold.cli.parts import parts  # a copy is checked with all that it is a copy of

        return in_order([problem for part in parts(paths) for problem in part.problems])
    wanted = [path for path in paths or [Path("content")] if not is_lone(path)]
    roots = dict.fromkeys(content_folder(path) for path in wanted)
    found = [problem for root in roots for problem in nearby(root, [p for p in wanted if content_folder(p) == root])]
    return in_order([*found, *lone([path for path in paths if is_lone(path)])])


def lone(paths: Sequence[Path]) -> Iterator[Problem]:
    """The problems of files that lie in no content folder."""
    if paths:
        from tenfold.checking import check_lone_file
        from tenfold.cli.parts import beside

        for path in paths:
            yield from check_lone_file(path, beside(), shown_as=path.as_posix())


def nearby(root: Path, paths: Sequence[Path]) -> list[Problem]:
    """The problems of some files and folders of a content folder."""
    from tenfold.cli.paths import is_below, prefix, shown_as
    from tenfold.nearby import check_nearby

    shown = shown_as(root)
    below = list(dict.fromkeys(prefix(path, root, shown) for path in paths))
    if all(path.is_file() for path in paths):
        found = check_nearby(root, [PurePosixPath(path).relative_to(shown) for path in below], shown_as=shown)
        if found is not None:
            return found
    from tenfold.cli.parts import check_folder

    problems = check_folder(root, shown_as=shown).problems
    return [problem for problem in problems if any(is_below(problem.path, start) for start in below)]
