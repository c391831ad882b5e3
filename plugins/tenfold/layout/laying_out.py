"""Lays out the text of a record file, and sees to it that nothing but its layout changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container
from dataclasses import dataclass

from tenfold.layout.comments import comments_in, keep_comments
from tenfold.layout.ordering import arrange
from tenfold.layout.parsing import texts_of, tree_of
from tenfold.layout.writing import text_of
from tenfold.loading import yaml_text
from tenfold.loading.content import faults_of
from tenfold.loading.yaml_document import Document
from tenfold.model import Record
from tenfold.problems import Problem


@dataclass(frozen=True)
class Laid:
    """What became of a file: its bytes in the one layout, or why it stays as it is."""

    raw: bytes
    problems: tuple[Problem, ...] = ()


def lay_out(
    raw: bytes, model: type[Record], *, collection: bool = False, comments: Container[str] | None = None, shown_as: str
) -> Laid:
    """The same record in the one layout. Never raises, whatever the bytes are.

    Args:
        raw: the bytes of the file.
        model: the class of the record, or of each record in a collection.
        collection: whether the file holds many records, each under its id.
        comments: the words of the comments that stay; all of them if nothing is said.
        shown_as: how messages call the file.
    """
    document = yaml_text.read(raw)
    if document.faults:
        return Laid(raw, tuple(faults_of(document, shown_as)))
    top = tree_of(document.text)
    if top is None or not isinstance(document.data, dict):
        hint = f"Write them as name: text, one a line. They are: {', '.join(model.model_fields)}."
        return Laid(raw, (Problem(shown_as, *document.place(()), "", "fields belong here.", hint, "shape"),))
    laid = settled(document.text, model, collection=collection, comments=comments)
    if laid is None or not says_the_same(document, laid, comments=comments):
        message = "this file cannot be laid out without a change to what it says, so it stays as it is."
        hint = "Please report it, with the file. Until then its layout is right as it stands."
        return Laid(raw, (Problem(shown_as, 1, 1, "", message, hint, "layout"),))
    return Laid(laid.encode())


def settled(text: str, model: type[Record], *, collection: bool, comments: Container[str] | None = None) -> str | None:
    """The text in the layout that another time would not change, or None when there is none to be had."""
    for _ in range(TIMES):
        top = tree_of(text)
        if top is None:
            return None
        if comments is not None:
            keep_comments(top, comments)
        arrange(top, model, collection=collection)
        before, text = text, text_of(top)
        if text == before:
            return text
    return None


TIMES = 4
"""A comment in an odd place may need a second time to settle; the last time is the one that changes nothing."""


def says_the_same(document: Document, laid: str, *, comments: Container[str] | None = None) -> bool:
    """Whether our reader takes the same from a text as from the document, and every comment that stays is there."""
    again = yaml_text.read(laid.encode())
    there = words_of(document.text)
    kept = Counter({words: count for words, count in there.items() if comments is None or words in comments})
    return not again.faults and again.data == document.data and words_of(laid) == kept


def words_of(text: str) -> Counter[str]:
    """The comments of a text, and how often each stands in it."""
    return Counter(comment.words for comment in comments_in(text, texts_of(text)))
