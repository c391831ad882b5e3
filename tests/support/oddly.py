"""YAML as people write it: records written down with odd quotes, odd indentation, comments and blank lines anywhere."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from hypothesis import strategies as st

from tests.support.strategies import Data

Draw = Callable[[st.SearchStrategy[Any]], Any]

VALUES = (
    "plain words",
    "no",
    "12",
    "2026-11-01",
    "1:30",
    "~",
    "",
    "- not a list",
    "a: b",
    "ends in a colon:",
    "with # a hash",
    "#starts so",
    "'single'",
    '"double"',
    "it's",
    "back\\slash",
    "[link](case:oak)",
    "é and 漢",
    "{x",
    "a, b",
    "! x",
    "*x*",
    "%x",
    "@x",
    "long " * 40 + "end",
    "long - with a hyphen 1. and a number " * 6 + "end",
    "one paragraph\n\nand another",
    "one\ntwo",
    "- a\n- list",
    "| a | table |\n| --- | --- |\n| x | y |",
    "  indented\nthen not",
    "ends in a break\n",
    "ends in two\n\n",
    "two  spaces   inside " * 8,
    "https://example.org/" + "path/" * 30,
    "text\n\n\nfar below",
    "text\n  indented",
    "tab\tinside",
)
NAMES = (
    "title",
    "summary",
    "status",
    "setting",
    "kind",
    "name",
    "features",
    "notes",
    "a b",
    "x",
    "12",
    "é",
    "a: b",
    "~",
)


def odd_data() -> st.SearchStrategy[dict[str, Data]]:
    """Fields, some of them known to the models, with values that are hard to write."""
    value = st.sampled_from(VALUES)
    inner: st.SearchStrategy[Any] = st.recursive(
        value,
        lambda deeper: st.lists(deeper, max_size=3) | st.dictionaries(st.sampled_from(NAMES), deeper, max_size=4),
        max_leaves=12,
    )
    return st.dictionaries(st.sampled_from(NAMES), inner, min_size=1, max_size=6)


@st.composite
def odd_texts(draw: Draw) -> tuple[str, list[str]]:
    """A YAML text of such data, and the comments in it, each of which is there once."""
    data, seed = draw(odd_data()), draw(st.integers(0, 2**32))
    writer = Scribe(Random(seed))
    writer.fields(data, 0)
    writer.between(writer.one_of(0, 2))
    text = "\n".join(writer.lines) + writer.one_of("", "\n", "\n\n\n")
    return text.replace("\n", writer.one_of("\n", "\n", "\r\n")), writer.comments


@dataclass
class Scribe:
    """Writes data down in a way that nobody would choose: dice choose it, which is quicker than drawing each."""

    dice: Random
    lines: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    def one_of(self, *choices: Any) -> Any:
        return self.dice.choice(choices)

    def comment(self) -> str:
        self.comments.append(f"#{self.one_of(' ', '', '  ')}remark-{len(self.comments)}-")
        return self.comments[-1]

    def between(self, indent: int) -> None:
        """Perhaps blank lines and comments on lines of their own."""
        for what in self.dice.choices(["", "", "#"], k=self.one_of(0, 1, 2)):
            pad = " " * self.one_of(indent, indent, 0, indent + 2, max(indent - 2, 0), 7)
            self.lines.append(pad + self.comment() if what else self.one_of("", "   "))

    def behind(self) -> str:
        """Perhaps a comment behind something."""
        return self.one_of(" ", "   ") + self.comment() if self.one_of(0, 0, 0, 1) else ""

    def fields(self, data: dict[str, Any], indent: int, *, first: str = "") -> None:
        for name, value in data.items():
            if not first:
                self.between(indent)
            key = self.one_of(json.dumps(name, ensure_ascii=False), "'" + name + "'")
            if name.isalpha() and name.isascii():
                key = self.one_of(name, name, key)
            self.value(value, indent, first or " " * indent, f"{key}:")
            first = ""

    def entries(self, data: list[Any], indent: int) -> None:
        for value in data:
            self.between(indent)
            self.value(value, indent, " " * indent, "-")

    def value(self, value: Any, indent: int, pad: str, head: str) -> None:
        if not value and not isinstance(value, str):
            self.lines.append(f"{pad}{head} {'{}' if isinstance(value, dict) else '[]'}{self.behind()}")
        elif isinstance(value, str):
            self.text(value, indent, pad, head)
        elif self.one_of(0, 0, 1):
            self.bracketed(value, pad, head)
        elif isinstance(value, dict) and head == "-":
            self.fields(value, indent + 2, first=f"{pad}- ")
        else:
            self.lines.append(f"{pad}{head}{self.behind()}")
            deeper = indent + self.one_of(1, 2, 4)
            if isinstance(value, dict):
                self.fields(value, deeper)
            else:
                self.entries(value, self.one_of(indent, deeper) if head != "-" else deeper)

    def bracketed(self, value: Any, pad: str, head: str) -> None:
        """A list or fields in brackets, as JSON has them: on one line, or on many with comments between."""
        if self.one_of(0, 1):
            self.lines.append(f"{pad}{head} {json.dumps(value, ensure_ascii=False)}{self.behind()}")
            return
        opening, *inner = json.dumps(value, ensure_ascii=False, indent=1).split("\n")
        self.lines.append(f"{pad}{head} {opening}")
        for line in inner:
            self.lines.append(pad + " " * 4 + line + self.behind())

    def text(self, value: str, indent: int, pad: str, head: str) -> None:
        style = self.one_of("plain", "double", "single", "literal", "folded")
        if style == "single" and "\n" not in value and "\t" not in value:
            self.lines.append(f"{pad}{head} '{value.replace(chr(39), chr(39) * 2)}'{self.behind()}")
        elif style == "plain" and value.replace(" ", "").isalpha() and value.isascii():
            self.lines.append(f"{pad}{head} {value}")
        elif style in ("literal", "folded") and value.strip() == value and value:
            self.block(value, indent, pad, head, "|-" if style == "literal" or "\n" in value else ">-")
        else:
            self.lines.append(f"{pad}{head} {json.dumps(value, ensure_ascii=False)}{self.behind()}")

    def block(self, value: str, indent: int, pad: str, head: str, sign: str) -> None:
        self.lines.append(f"{pad}{head} {sign}{self.behind()}")
        margin = " " * (indent + self.one_of(2, 3, 5))
        broken = value.replace(" ", f"\n{margin}", 2) if sign == ">-" and "  " not in value else value
        self.lines += [f"{margin}{line}" if line else "" for line in broken.split("\n")]
