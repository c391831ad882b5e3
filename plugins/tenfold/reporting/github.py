"""Problems as GitHub's workflow commands, which it shows beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tenfold.problems import Level, Problem, printable, summary
from tenfold.reporting.rules import said, title

SHOWN = 10
"""GitHub shows this many annotations of a level for each step, and drops the others without a word."""

COMMANDS = {Level.ERROR: "error", Level.ADVICE: "notice"}


def workflow_commands(problems: Sequence[Problem]) -> Iterator[str]:
    """The lines to print: annotations as far as GitHub shows them, then every problem for the log.

    Where there are more than are shown, the last one says so.
    """
    for level, command in COMMANDS.items():
        found = [problem for problem in problems if problem.level is level]
        fitting = found if len(found) <= SHOWN else found[: SHOWN - 1]
        yield from (annotation(problem) for problem in fitting)
        if len(fitting) < len(found):
            rest = found[len(fitting)]
            more = f"{len(found) - len(fitting)} more are not marked here. The summary of this run lists all of them."
            yield line(command, {"file": rest.path, "line": str(rest.line), "title": "There is more"}, more)
    if problems:
        yield "::group::Everything that was found"
        yield from (f"- {harmless(str(problem))}" for problem in problems)
        yield "::endgroup::"
    yield harmless(summary(problems))


def annotation(problem: Problem) -> str:
    """A problem beside its line."""
    where = {"file": problem.path, "line": str(problem.line), "col": str(problem.column)}
    name = f"{title(problem.rule)}: {problem.field}" if problem.field else title(problem.rule)
    return line(COMMANDS[problem.level], {**where, "title": name}, said(problem))


def line(command: str, properties: dict[str, str], message: str) -> str:
    given = ",".join(f"{name}={as_property(value)}" for name, value in properties.items())
    return f"::{command} {given}::{as_message(message)}"


def as_message(text: str) -> str:
    """Text behind the second `::`, which ends with the line."""
    return harmless(text).replace("%", "%25")


def as_property(text: str) -> str:
    """Text between the first `::` and the second, where colon and comma have a meaning."""
    return as_message(text).replace(":", "%3A").replace(",", "%2C")


def harmless(text: str) -> str:
    """Text on one line, in which the older form of a command (`##[...]`), which may start anywhere, is broken up."""
    return printable(text).replace("##[", "## [")
