"""`tenfold check`: everything that is wrong with content, in one go."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from tenfold.cli.command import Commands
from tenfold.cli.printing import add_format, add_summary, print_problems, write_summary
from tenfold.problems import errors, in_order

if TYPE_CHECKING:
    from tenfold.problems import Problem


def add(commands: Commands) -> None:
    check = commands.add_parser("check", help="say everything that is wrong with content, in one go")
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files or folders (default: content/)")
    check.add_argument("--quick", action="store_true", help="only what is wrong, as fast as can be: before each commit")
    add_format(check)
    add_summary(check)
    check.set_defaults(run=run_check)


def run_check(options: argparse.Namespace) -> int:
    problems = check_paths(options.paths, quick=options.quick)
    write_summary(problems, options)
    print_problems(problems, options.format)
    return 1 if errors(problems) else 0


def check_paths(paths: Sequence[Path], *, quick: bool = False) -> list[Problem]:
    """The problems of the files and folders named.

    Each is checked with the whole content that it belongs to, or, when that says the same and is to be quick, with what
    it mentions.
    """
    from tenfold.cli.paths import content_folder, content_here, is_lone

    found: list[Problem] = []
    wanted = [path for path in paths or [Path("content")] if not is_lone(path)]
    if len(wanted) < len(paths):
        from tenfold.checking import check_lone_file

        for path in filter(is_lone, paths):
            found += check_lone_file(path, content_here(), shown_as=path.as_posix())
    for root in dict.fromkeys(content_folder(path) for path in wanted):
        found += problems_below(root, [path for path in wanted if content_folder(path) == root], quick=quick)
    return in_order(found)


def problems_below(root: Path, paths: Sequence[Path], *, quick: bool) -> list[Problem]:
    """The problems of some files and folders of a content folder."""
    from tenfold.checking import check_content
    from tenfold.cli.paths import is_below, prefix, shown_as
    from tenfold.nearby import check_nearby

    shown = shown_as(root)
    below = list(dict.fromkeys(prefix(path, root, shown) for path in paths))
    if quick and all(path.is_file() for path in paths):
        files = [PurePosixPath(path).relative_to(shown) for path in below]
        found = check_nearby(root, files, shown_as=shown)
        if found is not None:
            return found
    problems = check_content(root, shown_as=shown).problems
    return [problem for problem in problems if any(is_below(problem.path, start) for start in below)]
