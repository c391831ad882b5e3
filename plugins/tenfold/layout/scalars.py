"""How a piece of text is written: on the line of its field if it fits, folded if it is long, as it looks if it must.

There are many ways to write a text in YAML, and each means something else in some corner. So nothing is reasoned out
here: ways are tried in order of liking, and the first that our own reader reads back as the same text is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

import yaml
from yaml.resolver import Resolver

from tenfold.layout.tree import Text
from tenfold.loading import yaml_text
from tenfold.loading.writing import WIDTH
from tenfold.loading.yaml_folding import LIST_LINE

MOST = 120
"""The longest line that stays as somebody wrote it. What has to be wrapped anew is wrapped at `WIDTH`."""

SPACE = re.compile(r"(?<=[^ ]) (?=[^ ])")
ORDINARY = re.compile(r"[A-Za-z][A-Za-z0-9 ,.()'/£-]*[A-Za-z0-9.)]")
"""Text that needs no quotes anywhere, unless it is one of the words that YAML knows."""


def inline(text: Text, *, room: int, commented: bool = False, in_list: bool = False) -> str | None:
    """A text as it stands on one line, or None when it has to go below its field.

    Args:
        text: what to write.
        room: how many characters fit.
        commented: whether a comment will stand behind it, which our reader takes behind quotes alone.
        in_list: whether it stands between square brackets.
    """
    if text.value is None:
        return ""
    for written in one_line_forms(text.value, text.style, commented=commented):
        if len(written) <= room and reads_as(written, text.value, in_list=in_list):
            return written
    return None


def can_wrap(value: str) -> bool:
    """Whether a text can go over several lines: a web address cannot."""
    return bool(SPACE.search(value))


def one_line_forms(value: str, style: str, *, commented: bool) -> Iterator[str]:
    if "\n" in value or not value.isprintable():
        return
    quoted = style in ("'", '"')
    if value and not commented and not (quoted and is_guessed(value)):
        yield value
    if '"' not in value and "\\" not in value:
        yield f'"{value}"'
    if "'" not in value:
        yield f"'{value}'"
    yield in_double_quotes(value)


def is_guessed(value: str) -> bool:
    """Whether YAML at large takes text without quotes for a number, a date or the like. Our reader never does."""
    tag = RESOLVER.resolve(yaml.ScalarNode, value, (True, False))  # type: ignore[no-untyped-call]
    return bool(tag != "tag:yaml.org,2002:str")


RESOLVER = Resolver()


def in_double_quotes(value: str) -> str:
    """A text with all that is special in it written as escapes."""
    return str(yaml.dump(value, Dumper=yaml.CSafeDumper, default_style='"', allow_unicode=True, width=10**9)).rstrip(
        "\n"
    )


def reads_as(written: str, value: str, *, in_list: bool = False) -> bool:
    """Whether our reader takes what stands behind a field's name for this value."""
    if ORDINARY.fullmatch(value) and written == value and not in_list:
        return True
    return read_back(f"[{written}]" if in_list else f" {written}") == ([value] if in_list else value)


@lru_cache(maxsize=20_000)
def read_back(written: str) -> object:
    """What our reader makes of a text behind a field's name; the text itself in a tuple when something is wrong."""
    document = yaml_text.read(f"x:{' ' if written[:1] == '[' else ''}{written}\n".encode())
    data = document.data
    return data["x"] if isinstance(data, dict) and not document.faults else (written,)


def below(text: Text, *, indent: int) -> list[str]:
    """A text as it stands below its field: the sign behind the field's name, then its lines.

    Args:
        text: what to write; its value is not None.
        indent: by how much its lines are indented.
    """
    assert text.value is not None
    margin = " " * indent
    for sign, lines in block_forms(text, room=MOST - indent, wrap=WIDTH - indent):
        written = [sign, *(margin + line if line else "" for line in lines)]
        if not any(line.endswith((" ", "\t")) for line in lines) and read_back(" " + "\n".join(written)) == text.value:
            return written
    return [in_double_quotes(text.value)]


def block_forms(text: Text, *, room: int, wrap: int) -> Iterator[tuple[str, list[str]]]:
    """The ways to write a text below its field, best first: as it was, folded anew, or line by line."""
    assert text.value is not None
    end = "" if text.value.endswith("\n") else "-"
    fits = max(map(len, text.lines), default=0) <= room
    if text.style == ">":
        yield f">{end}", with_long_ones_wrapped(tidied(text.lines), room, wrap)
    if text.style == "|" and (fits or "\n" in text.value.replace("\n\n", "").rstrip("\n")):
        yield f"|{end}", list(text.lines)
    body = text.value.rstrip("\n")
    yield f">{end}", folded(body, wrap)
    yield f"|{end}", body.split("\n")


def tidied(lines: tuple[str, ...]) -> list[str]:
    """Lines without spaces at their ends, with one blank line between paragraphs."""
    found: list[str] = []
    for line in map(str.rstrip, lines):
        if line or (found and found[-1]):
            found.append(line)
    return found


def with_long_ones_wrapped(lines: list[str], room: int, wrap: int) -> list[str]:
    """Lines in which each paragraph stays as it is if it fits, and is wrapped anew if a line of it does not."""
    found: list[str] = []
    for is_blank, run in groupby(lines, key=lambda line: not line):
        paragraph = list(run)
        found += paragraph if is_blank or max(map(len, paragraph)) <= room else wrapped(" ".join(paragraph), wrap)
    return found


def folded(body: str, width: int) -> list[str]:
    """Paragraphs, wrapped, with a blank line between them."""
    lines: list[str] = []
    for paragraph in body.split("\n\n"):
        lines += ["", *wrapped(paragraph, width)]
    return lines[1:]


def wrapped(paragraph: str, width: int) -> list[str]:
    """Lines of at most so many characters, as far as words allow; none of them looks like one of a list."""
    lines: list[str] = []
    for word in SPACE.split(paragraph):
        if lines and (len(lines[-1]) + 1 + len(word) <= width or LIST_LINE.match(f"{word} |")):
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def reads_as_name(name: str) -> bool:
    """Whether a field's name can do without quotes."""
    if NAME.fullmatch(name):
        return True
    return bool(name) and name.isprintable() and yaml_text.read(f"{name}: x\n".encode()).data == {name: "x"}


NAME = re.compile(r"[a-z][a-z0-9_-]*")
