"""Conversations about a mistake: what somebody writes, what they are told, how they mend it, until nothing is wrong.

A conversation is a text file in `cases/mistakes`. It starts with a sentence, and goes on in turns:

    Somebody writes the label of a word instead of the word.

    === writes
    -   phase: primary
    +   phase: Primary school
    === says
    content/case_studies/willow-lane.yml:10:10 setting.phase[1]: ...
    === mends
    -   phase: Primary school
    +   phase: primary
    === says
    No problems.

What is written are changes to the rightly written `cases/mistakes/content/case_studies/willow-lane.yml`, and what is
mended are changes to what was written. `, saved as utf-16` and `, named Willow Lane.yml` behind the word say how the
file is saved and called. `<U+00A0>` stands for a character that nobody sees. `=== knows` holds the words that nobody
but the contributor can know, and `=== means` what they meant, if that is not the rightly written file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

from tests.support.builders import TESTS
from tests.support.golden import HEADER, with_changes

MISTAKES = TESTS / "cases" / "mistakes"
RIGHT = (MISTAKES / "content" / "case_studies" / "willow-lane.yml").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Draft:
    """The file at one moment of a conversation."""

    text: str = RIGHT
    name: str = "willow-lane.yml"
    encoding: str = "utf-8"


@dataclass(frozen=True)
class Turn:
    """What the contributor did, the file after that, and what they are told of it."""

    changes: str
    draft: Draft
    says: str


@dataclass(frozen=True)
class Conversation:
    title: str
    turns: list[Turn]
    knows: str = ""
    means: str = RIGHT


@dataclass(frozen=True)
class Hunk:
    """Lines that were taken out together, and what was put in their place."""

    first: int
    """The line at which they stood, from 1; 0 for lines that were only added."""
    old: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=list)


def read_conversation(path: Path) -> Conversation:
    title, *parts = HEADER.split(path.read_text(encoding="utf-8"))
    sections = list(zip(parts[::2], (seen(body.removeprefix("\n")) for body in parts[1::2]), strict=True))
    given = {header: body for header, body in sections if header in {"knows", "means"}}
    turns: list[Turn] = []
    draft = Draft()
    for (header, body), (_, said) in pairwise([*sections, ("", "")]):
        if header.startswith(("writes", "mends")):
            draft = after(draft, header, body)
            turns.append(Turn(body, draft, said))
    means = with_changes(RIGHT, given["means"]) if "means" in given else RIGHT
    return Conversation(" ".join(title.split()), turns, given.get("knows", ""), means)


def seen(body: str) -> str:
    return re.sub(r"<U\+([0-9A-F]{4})>", lambda found: chr(int(found[1], 16)), body)


def after(draft: Draft, header: str, body: str) -> Draft:
    """The file after a turn."""
    for how in header.split(", ")[1:]:
        saved, named = re.fullmatch(r"saved as (\S+)", how), re.fullmatch(r"named (.+)", how)
        draft = replace(draft, encoding=saved[1]) if saved else draft
        draft = replace(draft, name=named[1]) if named else draft
    return replace(draft, text=with_changes(draft.text, body))


def hunks(before: str, changes: str) -> Iterator[Hunk]:
    """The changes of a turn, each with the place at which it starts."""
    old: list[str] = []
    new: list[str] = []
    for line in [*changes.splitlines(), "-"]:
        if line.startswith("-") and new:
            yield Hunk(line_of(before, old), old, [each for each in new if each != "(nothing)"])
            old, new = [], []
        (new if line.startswith("+") else old).append(line[2:])


def line_of(text: str, lines: list[str]) -> int:
    wanted = "".join(line + "\n" for line in lines)
    return text[: text.index(wanted)].count("\n") + 1 if wanted else 0


WORD = re.compile(r"[A-Za-z0-9_]+(?:[-'.,][A-Za-z0-9_]+)*")
MARK = re.compile(r"[^\sA-Za-z0-9_.,']")
NAMES = {'"': ("double quotes", "quotation mark"), "-": ("hyphen",), ":": ("colon",)}
"""How messages call a mark."""


def from_nowhere(hunk: Hunk, said: str, before: str, knows: str) -> list[str]:
    """The words and marks that a change puts in, and that stand neither in the message, the file nor the head of the
    person who writes it: nobody could have guessed them."""
    there = {line.strip() for line in before.splitlines()}
    old, new = "\n".join(hunk.old), "\n".join(line for line in hunk.new if line.strip() not in there)
    words = Counter(WORD.findall(new)) - Counter(WORD.findall(old))
    marks = Counter(MARK.findall(new)) - Counter(MARK.findall(old))
    known = set(WORD.findall(f"{said}\n{before}\n{knows}"))
    missing = [word for word in words if word not in known]
    return missing + [mark for mark in marks if not is_named(mark, f"{said}\n{knows}")]


def is_named(mark: str, said: str) -> bool:
    message = re.sub(r"^content/\S+", "", said, flags=re.MULTILINE)  # the signs between path, line and column are none
    message = re.sub(r"^( \S+): ", r"\1 ", message, flags=re.MULTILINE)
    return mark in message or any(name in message for name in NAMES.get(mark, ()))


def is_named_place(hunk: Hunk, said: str, before: str) -> bool:
    """Whether the message leads to a change: it names one of its lines, or the field that it adds or changes."""
    lines = {int(number) for number in re.findall(r"(?:\.[a-z]+:|\bline )(\d+)", said)}
    fields = {name for line in hunk.new for name in re.findall(r"^[ -]*([a-z_]+):", line)}
    lines |= {inside for line in lines for inside in text_below(before, line)}
    touched = set(range(hunk.first, hunk.first + max(len(hunk.old), 1))) if hunk.first else set()
    return bool(lines & touched) or any(re.search(rf"\b{name}\b", said) for name in fields)


def text_below(text: str, line: int) -> range:
    """The lines of a text that starts with > or | on a line."""
    lines = text.splitlines()
    if line > len(lines) or not lines[line - 1].endswith((">-", "|-")):
        return range(0)
    last = next((at for at, each in enumerate(lines[line:], line) if each and not each.startswith(" ")), len(lines))
    return range(line + 1, last + 1)


SPACES = {0: ("no space", "very left"), 2: ("2 spaces", "two spaces"), 4: ("4 spaces",), 6: ("6 spaces",)}


def is_named_indent(hunk: Hunk, said: str) -> bool:
    """Whether the message says how far to indent a line that was only moved sideways."""
    for old, new in zip(hunk.old, hunk.new, strict=False):
        if old != new and old.strip() == new.strip():
            start = len(new) - len(new.lstrip(" "))
            moved = abs(start - (len(old) - len(old.lstrip())))
            if moved and not any(words in said for words in (*SPACES.get(start, ()), *SPACES.get(moved, ()))):
                return False
    return True
