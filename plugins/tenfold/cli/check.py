"""`tenfold check`: everything that is wrong with content, in one go, and what could be better."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from tenfold.cli.command import Commands
from tenfold.cli.parts import parts
from tenfold.problems import Problem, errors, in_order, summary


def add(commands: Commands) -> None:
    check = commands.add_parser("check", help="say everything that is wrong with content, in one go")
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files or folders (default: content/)")
    check.add_argument("--format", choices=["text", "json"], default="text", help="for people, or for machines")
    check.add_argument("--advice", action="store_true", help="show the advice on wording for whole folders, too")
    check.set_defaults(run=run_check)


def run_check(options: argparse.Namespace) -> int:
    from tenfold.cli.advice import advice_on  # what teaches is not needed by whoever only asks for the problems

    checked = list(parts(options.paths))
    as_json = options.format == "json"
    wrong = [problem for part in checked for problem in part.problems]
    advice = advice_on(checked, everything=options.advice or as_json, count=not errors(wrong))
    problems = in_order([*wrong, *advice.problems])
    if as_json:
        found = in_order([*problems, *(score.problem for score in advice.scores)])
        print(json.dumps([problem.as_dict() for problem in found], ensure_ascii=False, indent=1))
    else:
        for line in (*problems, summary(problems), *advice.closing):
            print(line)
    return 1 if errors(problems) else 0


def check_paths(paths: Sequence[Path]) -> list[Problem]:
    """The problems of the files and folders named: each is checked with the whole content that it belongs to."""
    return in_order(problem for part in parts(paths) for problem in part.problems)
