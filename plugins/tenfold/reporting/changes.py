"""What a proposal changes, as Markdown for whoever reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tenfold.problems import Problem, counted, errors
from tenfold.reporting.rules import said
from tenfold.reporting.summary import text

MOST = 100


def changes_as_markdown(kinds: Mapping[str, str], renamed: Mapping[str, str], problems: Sequence[Problem]) -> str:
    """A short section: the files, whether each is new, changed, renamed or deleted, and why any is refused.

    Args:
        kinds: the changed paths, each with `new`, `changed` or `deleted`.
        renamed: new paths by their former ones.
        problems: why it is refused, and what else there is to know.
    """
    return "\n".join(lines(kinds, renamed, problems)) + "\n\n"


def lines(kinds: Mapping[str, str], renamed: Mapping[str, str], problems: Sequence[Problem]) -> Iterator[str]:
    refused = errors(problems)
    yield f"## This changes {counted(len(kinds), 'file')}\n"
    if refused:
        yield "It is not taken over yet: nothing of it was checked or built. Please mend this first.\n"
    about = {problem.path: problem for problem in reversed(problems)}
    listed = dict.fromkeys([*(problem.path for problem in problems), *kinds])
    for path in list(listed)[:MOST]:
        yield entry(path, spoken(path, kinds, renamed), about.get(path))
    if len(listed) > MOST:
        yield f"- And {counted(len(listed) - MOST, 'file')} more."


def entry(path: str, kind: str, problem: Problem | None) -> str:
    why = f": {text(said(problem))}" if problem else ""
    return f"- {text(path)}{f' ({kind})' if kind else ''}{why}"


def spoken(path: str, kinds: Mapping[str, str], renamed: Mapping[str, str]) -> str:
    """What happens to a file, in a word or two."""
    if path in renamed:
        return "renamed"
    return "renamed" if path in renamed.values() else kinds.get(path, "")
