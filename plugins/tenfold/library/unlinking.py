"""Takes links out of texts: the words that they stood on stay, and nothing of where they led.

Texts are read as they are written, so that all else in them stays as it is. What is left is read once more as pages
read it: a link that was written in a way that nobody thought of here costs the text its markup, and leads nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from urllib.parse import unquote

from tenfold.prose import links, parse, plain

Unwanted = Callable[[str], bool]
"""Whether a link to a target is to go."""

WORDS = r"\[(?P<words>(?:[^\[\]\\]|\\.|\[(?:[^\[\]\\]|\\.)*\])*)\]"
"""What a link stands on; a pair of brackets may stand in it."""
TARGET = r"(?:<(?P<angled>[^<>\n]*)>|(?P<plain>[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*))"
TITLE = r"(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\))"
LABEL = r"\[(?P<label>(?:[^\[\]\\]|\\.)+)\]"
INLINE = re.compile(rf"{WORDS}\(\s*{TARGET}(?:\s+{TITLE})?\s*\)", re.DOTALL)
BY_LABEL = re.compile(rf"{WORDS}\[(?P<label>(?:[^\[\]\\]|\\.)*)\]", re.DOTALL)
LABEL_ALONE = re.compile(rf"{LABEL}(?![\[(:])", re.DOTALL)
DEFINITION = re.compile(
    rf"^(?:[ \t>]|[-*+][ \t]|\d+[.)][ \t])*{LABEL}:[ \t]*(?:\n[ \t>]*)?{TARGET}"
    rf"(?:[ \t]*(?:\n[ \t>]*|[ \t]){TITLE})?[ \t]*(?:\n|\Z)",
    re.MULTILINE,
)
"""A line that says where a label leads: [1]: https://example.org/ "A title"."""
IN_ANGLES = re.compile(r"<([a-z][a-z0-9+.-]*:[^\s<>]*)>", re.IGNORECASE)
NO_ADDRESS = r"\s<>()\[\]{}\"'`|*"
ADDRESS = re.compile(rf"[^{NO_ADDRESS}]*/[^{NO_ADDRESS}]*[^{NO_ADDRESS}.,;:!?]")
"""What is most likely an address: no link, but anybody can follow it. A stop behind it is the sentence's."""
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
MARKS = re.compile(r"([\\`*_\[\]<>#|~!&])")


def without_links(text: str, unwanted: Unwanted, *, file: bool = False) -> str:
    """A text with its words alone in the place of each link to some targets, and nothing in that of an address.

    Args:
        text: the text.
        unwanted: whether a link to this target is to go.
        file: whether it is a file of records, in which brackets alone make a list.
    """
    if "](" not in text and "]:" not in text and "/" not in text:
        return text

    def leads(target: str) -> bool:
        return unwanted(as_followed(target))

    text = without_labels(text, leads, file=file)
    text = INLINE.sub(lambda found: found["words"] if leads(target_of(found)) else found[0], text)
    text = IN_ANGLES.sub(lambda found: "" if leads(found[1]) else found[0], text)
    text = ADDRESS.sub(lambda found: "" if leads(found[0]) else found[0], text)
    return text if file or not any(map(leads, links(text))) else words_alone(text)


def as_followed(target: str) -> str:
    """A target as a browser follows it, whatever signs of it were written in another way."""
    return unquote(unescape(ESCAPED.sub(r"\1", target))).strip()


def target_of(found: re.Match[str]) -> str:
    return str(found["plain"] if found["angled"] is None else found["angled"])


def without_labels(text: str, leads: Unwanted, *, file: bool) -> str:
    """A text without the labels that lead to some targets, and with its words in the place of each link by one of them.

    Where a label is said twice, the first counts.
    """
    if "]:" not in text:
        return text
    said: dict[str, bool] = {}
    for found in DEFINITION.finditer(text):
        said.setdefault(folded(found["label"]), leads(target_of(found)))
    text = DEFINITION.sub(lambda found: "" if leads(target_of(found)) else found[0], text)
    text = BY_LABEL.sub(
        lambda found: found["words"] if said.get(folded(found["label"] or found["words"])) else found[0], text
    )
    if not file:
        text = LABEL_ALONE.sub(lambda found: found["label"] if said.get(folded(found["label"])) else found[0], text)
    return text


def folded(label: str) -> str:
    """A label as Markdown compares them: in any case, with any space."""
    return " ".join(label.split()).casefold()


def words_alone(text: str) -> str:
    """The paragraphs of a text without any markup."""
    blocks = (plain(token) for token in parse(text) if token.type == "inline")
    return "\n\n".join(MARKS.sub(r"\\\1", block) for block in blocks if block)
