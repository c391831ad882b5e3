"""What of a file of the copy goes to the original, each line where it stands in the copy.

Whatever stays behind is blanked out, so that a message about what goes names the line that its reader has to mend.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Container

from tenfold.layout.comments import comments_in
from tenfold.layout.ordering import EDITORS
from tenfold.layout.parsing import texts_of, tree_of
from tenfold.loading import yaml_text

LETTERS = re.compile(r"[^\n]")


def excerpt(raw: bytes, ids: Collection[str] | None) -> str:
    """The text of a file, without the records of a collection that stay behind.

    Args:
        raw: the bytes of the file.
        ids: the records of a collection that go; None for a file that is one record.
    """
    document = yaml_text.read(raw)
    if document.faults or not isinstance(document.data, dict) or ids is None:
        return document.text
    top = tree_of(document.text)
    if top is None or top.in_brackets:
        return document.text
    text = document.text
    starts = [text.rfind("\n", 0, part.start) + 1 for part in top.parts]
    for part, start, end in zip(top.parts, starts, [*starts[1:], len(text)], strict=True):
        if part.name not in ids:
            text = blanked(text, start, end)
    return text


def blanked(text: str, start: int, end: int) -> str:
    """The text with a stretch of it empty, line breaks apart."""
    return text[:start] + LETTERS.sub(" ", text[start:end]) + text[end:]


def without_comments(text: str) -> str:
    """The text with its comments blanked out; as it is, if that would change what it says."""
    document = yaml_text.read(text.encode())
    if document.faults:
        return text
    empty = text
    for comment in comments_in(text, texts_of(text)):
        empty = blanked(empty, comment.start, comment.start + len(comment.words))
    return empty if yaml_text.read(empty.encode()).data == document.data else text


def comments_of(text: str) -> list[str]:
    """The comments of a text, in order."""
    if yaml_text.read(text.encode()).faults:
        return []
    return [comment.words for comment in comments_in(text, texts_of(text))]


def count_comments(text: str, *, but: Container[str] = ()) -> int:
    """How many comments a text holds, those for editors and some others apart."""
    return sum(not EDITORS.match(words) and words not in but for words in comments_of(text))
