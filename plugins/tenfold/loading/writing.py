"""Records as the YAML that they would be read from again."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import yaml

from tenfold.model import Record

WIDTH = 110


class Writer(yaml.SafeDumper):
    """Writes lists indented below their field, as people do."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


GUESSED = {"tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp"}
"""What plain text may look like in a file that somebody goes on with by hand: yes, no and dates need no quotes."""


class TextWriter(Writer):
    """Writes text of several lines as it is, below `|-`."""


def text_node(writer: TextWriter, text: str) -> yaml.Node:
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


TextWriter.add_representer(str, text_node)


class HandWriter(TextWriter):
    """Writes as somebody would who goes on by hand."""


HandWriter.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in found if tag not in GUESSED]
    for letter, found in Writer.yaml_implicit_resolvers.items()
}


def as_yaml(record: Record, *, comment: str = "") -> str:
    """A record as a file: what is not given is left out, what reads as a number or a yes stays text.

    Args:
        record: the record.
        comment: lines to put at the top, for whoever opens the file.
    """
    head = "".join(f"# {line}\n" for line in comment.splitlines())
    return head + as_text(record.model_dump(mode="json", exclude_defaults=True))


def as_text(data: Any, *, width: int = WIDTH) -> str:
    """Any part of a record as it would stand in a file.

    Args:
        data: what it holds: words, texts, dates, yes and no, and lists or groups of these.
        width: how many characters a line may have where it can be broken.
    """
    return yaml.dump(plain(data), Dumper=Writer, sort_keys=False, allow_unicode=True, width=width)


def field_as_yaml(name: str, value: Any) -> str:
    """A field with its value as lines of a file, with text of several lines as it is, below `|-`.

    Args:
        name: of the field.
        value: text, a list or fields, as they are read from a file.
    """
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return texts_as_yaml(name, tuple(value))
    return texts_as_yaml(name, value) if isinstance(value, str) else dumped(name, value)


@lru_cache(maxsize=1_000)
def texts_as_yaml(name: str, value: str | tuple[str, ...]) -> str:
    """The same for a text or a list of texts. Kept, because a draft is written anew with every answer."""
    return dumped(name, value if isinstance(value, str) else list(value))


def dumped(name: str, value: Any) -> str:
    return yaml.dump({name: value}, Dumper=HandWriter, sort_keys=False, allow_unicode=True, width=WIDTH)


def settings_as_yaml(data: dict[str, Any]) -> str:
    """Settings of another program as its file: true and false as such, and text that looks like them in quotes."""
    return yaml.dump(data, Dumper=TextWriter, sort_keys=False, allow_unicode=True, width=WIDTH)


def plain(value: Any) -> Any:
    """A value as files have it: text throughout, yes and no as words."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
