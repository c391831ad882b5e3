"""How commands say what is wrong: for people, for machines, and as a summary to read."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tenfold.cli.command import CannotRun
from tenfold.problems import Problem, summary


def as_text(problems: Sequence[Problem]) -> Iterator[str]:
    yield from map(str, problems)
    yield summary(problems)


def as_json(problems: Sequence[Problem]) -> Iterator[str]:
    import json

    yield json.dumps([problem.as_dict() for problem in problems], ensure_ascii=False, indent=1)


def for_github(problems: Sequence[Problem]) -> Iterator[str]:
    from tenfold.reporting import workflow_commands

    return workflow_commands(problems)


def for_gitlab(problems: Sequence[Problem]) -> Iterator[str]:
    from tenfold.reporting import code_quality

    yield code_quality(problems)


def as_sarif(problems: Sequence[Problem]) -> Iterator[str]:
    from tenfold.reporting import sarif

    yield sarif(problems)


FORMATS: dict[str, Callable[[Sequence[Problem]], Iterator[str]]] = {
    "text": as_text,
    "json": as_json,
    "github": for_github,
    "gitlab": for_gitlab,
    "sarif": as_sarif,
}


def add_format(command: argparse.ArgumentParser) -> None:
    means = "text for people, json for programs, github for annotations, gitlab for Code Quality, sarif for editors"
    command.add_argument("--format", choices=list(FORMATS), default="text", help=f"{means} (default: text)")


def add_summary(command: argparse.ArgumentParser) -> None:
    command.add_argument("--summary", type=Path, metavar="FILE", help="add a summary in Markdown to this file")
    command.add_argument("--changed", type=Path, metavar="LIST", help="a file that lists what the summary is about")
    command.add_argument("--link", default="", metavar="ADDRESS", help="where the files stand at their host")


def print_problems(problems: Sequence[Problem], format: str) -> None:
    for line in FORMATS[format](problems):
        print(line)


def write_summary(problems: Sequence[Problem], options: argparse.Namespace) -> None:
    """Add the summary to the file that was asked for, if one was."""
    if options.summary is None:
        return
    from tenfold.reporting import Report, as_markdown

    files = lines_of(options.changed) if options.changed else []
    append(options.summary, as_markdown(Report(problems, files, options.link)))


def append(file: Path, text: str) -> None:
    """Add text to a file, such as the one that GitHub collects a job's summary in."""
    try:
        with file.open("a", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
            stream.write(text)
    except OSError as error:
        raise CannotRun(f"{file} cannot be written: {(error.strerror or 'unknown reason').lower()}.") from None


def lines_of(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise CannotRun(f"{file} cannot be read. Give a file with the path of a file on each line.") from None
