"""The form as Markdown: a heading for each question, its hint in a comment that no page shows, the answer below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tenfold.forms.entries import entries_of, inner_value, steps_for, texts_of, value_at
from tenfold.forms.matching import by_key
from tenfold.forms.pieces import Piece, Said, Title
from tenfold.forms.questions import AnswerKind, Question
from tenfold.forms.wording import (
    NEEDED,
    STARTED,
    SUBTITLE,
    TITLE,
    choices_line,
    entry_title,
    help_for,
    title_of,
)

HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*")
KEYED = re.compile(r"<!--\s*\[([a-z0-9_.]+(?:\[\])?)\]")
FENCE = re.compile(r" {0,3}(```+|~~~+)")
STEP = "step."
NO_RESPONSE = "_No response_"
ANOTHER = "For another one, copy everything from this heading to the next of the same level."


def markdown_form(data: Mapping[str, Any]) -> str:
    """The form with the answers of a record; without any, to fill in."""
    return "\n\n".join(part for part in parts_of(data) if part) + "\n"


def parts_of(data: Mapping[str, Any]) -> Iterator[str]:
    yield f"# {TITLE}"
    yield comment("start", (SUBTITLE, *(text for _, paragraphs in STARTED for text in paragraphs)))
    for step in steps_for(data):
        yield f"## {step.title}"
        yield comment(f"{STEP}{step.id}", (step.sentence,))
        for question in step.questions:
            yield f"### {title_of(question)}"
            if question.kind is AnswerKind.GROUP:
                yield comment(question.name, help_for(question))
                yield from group_parts(question, data)
            else:
                yield comment(question.name, told(question))
                yield answer_text(question, value_at(data, question.path))


def group_parts(group: Question, data: Mapping[str, Any]) -> Iterator[str]:
    for number, entry in enumerate(entries_of(group, data) or [{}], 1):
        yield f"#### {entry_title(group, number)}"
        yield comment(f"{group.name}[]", (ANOTHER,))
        for question in group.questions:
            yield f"##### {title_of(question)}"
            yield comment(question.name, told(question))
            yield answer_text(question, inner_value(group, question, entry))


def told(question: Question) -> Iterator[str]:
    yield from help_for(question)
    if line := choices_line(question):
        yield line


def answer_text(question: Question, value: Any) -> str:
    return "\n".join(f"- {text}" if question.many else text for text in texts_of(question, value))


def comment(key: str, texts: Any) -> str:
    return f"<!-- [{key}]\n" + "\n".join(text.replace("--", "- -") for text in texts) + "\n-->"


def read_markdown_form(text: str) -> Iterator[Piece]:
    """The pieces of a form in Markdown: headings with a comment of ours, or any headings where there is no such."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    yield from Reader(lines).pieces()


class Reader:
    """Goes through the lines of a form."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.keyed = any(KEYED.match(line) for line in lines)
        self.fence = ""
        self.prose = False
        """Whether what stands here belongs to a question that is answered with prose, where headings may stand."""

    def pieces(self) -> Iterator[Piece]:
        waiting: list[str] = []
        at = 0
        while at < len(self.lines):
            line = self.lines[at]
            self.watch_fence(line)
            found = None if self.fence else HEADING.fullmatch(line)
            key, behind = self.key_below(at)
            if found is None or (self.keyed and not key and self.prose):
                waiting.append(line)
                at += 1
                continue
            yield from said(waiting)
            waiting = []
            yield self.title(found, key)
            at = behind
        yield from said(waiting)

    def title(self, found: re.Match[str], key: str) -> Title:
        question = by_key(key)
        self.prose = question is not None and question.kind is AnswerKind.PROSE
        return Title(found[2].removesuffix(NEEDED).strip(), len(found[1]), "" if key.startswith(STEP) else key)

    def watch_fence(self, line: str) -> None:
        mark = FENCE.match(line)
        if mark and not self.fence:
            self.fence = mark[1]
        elif mark and self.fence and line.strip().startswith(self.fence) and not line.strip().strip("`~"):
            self.fence = ""

    def key_below(self, at: int) -> tuple[str, int]:
        """What the comment below a heading names, and the line behind that comment."""
        below = at + 1
        while below < len(self.lines) and not self.lines[below].strip():
            below += 1
        found = KEYED.match(self.lines[below]) if below < len(self.lines) else None
        if found is None:
            return "", at + 1
        self.fence = ""
        while below < len(self.lines) and "-->" not in self.lines[below]:
            below += 1
        return found[1], below + 1


def said(lines: list[str]) -> Iterator[Piece]:
    text = "\n".join(lines).strip("\n")
    if text.strip() and text.strip() != NO_RESPONSE:
        yield Said.as_it_is(text)
