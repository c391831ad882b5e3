"""Problems as a page that a head teacher can read: what is in order, what must change, what could be better."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from tenfold.problems import Level, Problem, counted, errors, printable
from tenfold.reporting.rules import said

MOST_BYTES = 200_000
"""How long a page gets. GitHub takes 1 MiB for each step; nobody reads as much as this."""

MOST_IN_A_FILE = 40
GOOD = "Nothing to mend here, thank you: every field can be read, and all that it mentions is there"


@dataclass(frozen=True)
class Report:
    """What the page is about."""

    problems: Sequence[Problem]
    files: Sequence[str] = ()
    """The files that it speaks of even when nothing is wrong with them, such as those that a proposal changes."""
    link: str = ""
    """The address of the project's files at its host; lines are linked when it is given."""


def as_markdown(report: Report) -> str:
    """The page, at most MOST_BYTES long: what has to be done first. What it leaves out it counts."""
    paths = dict.fromkeys(problem.path for problem in (*errors(report.problems), *report.problems))
    parts, length = [opening(report)], 0
    for number, path in enumerate(paths):
        part = "\n".join(about(path, report))
        length += len(part.encode("utf-8", "replace"))
        if length > MOST_BYTES:
            parts.append(f"There {are(len(paths) - number, 'more file')} than fit here: see the log of this run.")
            break
        parts.append(part)
    return "\n\n".join([*parts, *in_order(report)]) + "\n\n"


def in_order(report: Report) -> Iterator[str]:
    """The files that nothing is wrong with, and a kind word."""
    troubled = {problem.path for problem in report.problems}
    good = [path for path in dict.fromkeys(report.files) if path not in troubled]
    if good:
        yield f"### {GOOD}"
        yield "\n".join(f"- {text(path)}" for path in good[:MOST_IN_A_FILE])
    if len(good) > MOST_IN_A_FILE:
        yield f"And {counted(len(good) - MOST_IN_A_FILE, 'file')} more."


def opening(report: Report) -> str:
    """The first thing to read: whether anything has to be done."""
    wrong = errors(report.problems)
    if not wrong:
        return "## The check found nothing that has to change"
    files = counted(len({problem.path for problem in wrong}), "file")
    before = "Please mend this before it can be published. Each line says where it is, what is wrong and what to do."
    return f"## {counted(len(wrong), 'thing')} to mend in {files}\n\n{before}"


def are(number: int, noun: str) -> str:
    return f"{'is' if number == 1 else 'are'} {counted(number, noun)}"


def about(path: str, report: Report) -> Iterator[str]:
    """What there is to say of a file."""
    found = [problem for problem in report.problems if problem.path == path]
    yield f"### {text(path)}\n"
    yield from listed("What must change", errors(found), report.link)
    yield from listed("What could be better", [each for each in found if each.level is Level.ADVICE], report.link)


def listed(heading: str, problems: Sequence[Problem], link: str) -> Iterator[str]:
    if problems:
        yield f"**{heading}**\n"
        yield from (item(problem, link) for problem in problems[:MOST_IN_A_FILE])
    if len(problems) > MOST_IN_A_FILE:
        yield f"- And {counted(len(problems) - MOST_IN_A_FILE, 'thing')} more of this kind in this file."
    if problems:
        yield ""


def item(problem: Problem, link: str) -> str:
    line = f"Line {problem.line}"
    where = f"[{line}]({link.rstrip('/')}/{quoted(problem.path)}#L{problem.line})" if link else line
    field = f", **{text(spoken(problem.field))}**" if problem.field else ""
    return f"- {where}{field}: {text(said(problem))}"


def quoted(path: str) -> str:
    return quote(path.encode("utf-8", "surrogateescape"), safe="/")


def spoken(field: str) -> str:
    """The place of a field as people say it: `in_numbers[2].value` is "in numbers, entry 2: value"."""
    words = re.sub(r"\[(\d+)\]", r", entry \1", field).replace(".", ": ")
    return words.replace("_", " ")


SPECIAL = re.compile(r"[\\`*_{}\[\]()#+.!|~$^-]")
BREAK = "&#8203;"


def text(words: str) -> str:
    """Words that stay words in Markdown: no markup, no HTML, no link, no name that calls somebody."""
    plain = printable(words).replace("&", "&amp;")
    plain = SPECIAL.sub(r"\\\g<0>", plain).replace("<", "&lt;").replace(">", "&gt;")
    return plain.replace("@", f"@{BREAK}").replace("://", f":{BREAK}//").replace("www\\.", f"www{BREAK}\\.")
