"""`tenfold check`: everything that is wrong with content, in one go."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from tenfold.checking import Checked, check_content, check_lone_file
from tenfold.cli.command import Commands
from tenfold.cli.paths import content_folder, content_here, is_below, is_lone, prefix, shown_as
from tenfold.loading.placing import LEDGER
from tenfold.problems import Problem, errors, in_order, summary


def add(commands: Commands) -> None:
    check = commands.add_parser("check", help="say everything that is wrong with content, in one go")
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files or folders (default: content/)")
    check.add_argument("--format", choices=["text", "json"], default="text", help="for people, or for machines")
    check.set_defaults(run=run_check)


def run_check(options: argparse.Namespace) -> int:
    problems = check_paths(options.paths)
    if options.format == "json":
        print(json.dumps([problem.as_dict() for problem in problems], ensure_ascii=False, indent=1))
    else:
        for problem in problems:
            print(problem)
        print(summary(problems))
    return 1 if errors(problems) else 0


def check_paths(paths: Sequence[Path]) -> list[Problem]:
    """The problems of the files and folders named: each is checked with the whole content that it belongs to."""
    found: list[Problem] = []
    wanted = [path for path in paths or [Path("content")] if not is_lone(path)]
    for path in paths:
        if is_lone(path):
            found += check_lone_file(path, content_here(), shown_as=path.as_posix())
    for root in dict.fromkeys(content_folder(path) for path in wanted):
        shown = shown_as(root)
        below = [prefix(path, root, shown) for path in wanted if content_folder(path) == root]
        checked = check_content(root, shown_as=shown)
        said = [*checked.problems, *dead_addresses_in(checked, root, shown)]
        found += [problem for problem in said if any(is_below(problem.path, start) for start in below)]
    return in_order(found)


def dead_addresses_in(checked: Checked, root: Path, shown: str) -> list[Problem]:
    """The public addresses at which nothing would stand, if the content has a list of them and no other problem."""
    if checked.errors or not (root / LEDGER).exists():
        return []
    from tenfold.ledger import dead_addresses  # it knows every page of the site, and takes its time to import

    return list(dead_addresses(checked.library, root, shown_as=shown))
