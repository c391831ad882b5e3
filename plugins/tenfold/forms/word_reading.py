"""A filled Word form as pieces: headings, prose with its formatting as Markdown, tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from docx.document import Document

from tenfold.forms.answers import simple
from tenfold.forms.pieces import Piece, Rows, Said, Title
from tenfold.forms.prose_reading import read_markdown
from tenfold.forms.prose_tree import (
    Block,
    Code,
    Grid,
    Heading,
    Paragraph,
    Quote,
    Rule,
    Run,
    Runs,
    plain,
    tidy,
    words_of,
)
from tenfold.forms.prose_writing import write_markdown
from tenfold.forms.questions import all_questions, editors_step, steps
from tenfold.forms.word_lists import Continued, Item, Part, assembled
from tenfold.forms.word_names import keys_by_bookmark
from tenfold.forms.word_package import WordPackage, w
from tenfold.forms.word_prose import CODE, CONTINUED, QUOTE, RULE
from tenfold.forms.word_runs import RunReader, safe_links
from tenfold.forms.wording import MORE, NEEDED, flat, title_of

DEEPEST = 8
"""Tables inside tables that are still read as such."""
WRAPPERS = {w(name) for name in ("ins", "moveTo", "customXml", "smartTag")}
TYPED_BULLET = re.compile(r"[\u2022\u00b7\u25aa\u25e6\u2023\u2013-]\s+(?=\S)")
LONGEST_HEADING = 90


class WordReader:
    """Goes through a document once. `notes` says what people should know of it."""

    def __init__(self, document: Document) -> None:
        self.package = WordPackage(document)
        self.comments: list[str] = []
        self.pictures = 0
        self.changes = False

    def pieces(self) -> Iterator[Piece]:
        yield from self.pieces_in(self.package.body)
        for kind, texts in (("Header and footer", list(self.package.edges())), ("Comments", self.comments)):
            if kept := [text for text in dict.fromkeys(texts) if text.strip()]:
                yield Title(kind, 1)
                yield from (Said(text, text) for text in kept)

    def notes(self) -> Iterator[str]:
        if self.changes:
            yield "The document has tracked changes. They were taken as accepted: what was deleted is left out."
        if self.pictures:
            yield f"Pictures are not taken over. There are {self.pictures}: send them by themselves, with consent."

    def pieces_in(self, element: Any) -> Iterator[Piece]:
        waiting: list[Part] = []
        for found in self.parts_of(element, 0):
            if isinstance(found, Title | Rows):
                yield from said(waiting)
                waiting = []
                yield found
            else:
                waiting.append(found)
        yield from said(waiting)

    def parts_of(self, element: Any, depth: int) -> Iterator[Title | Rows | Part]:
        """Headings, tables and blocks, in their order."""
        for child in element:
            if child.tag == w("p"):
                yield from self.paragraph(child, depth)
            elif child.tag == w("tbl"):
                yield self.table(child, depth)
            elif child.tag == w("sdt"):
                content = child.find(w("sdtContent"))
                if content is not None and child.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is None:
                    yield from self.parts_of(content, depth)
            elif child.tag in WRAPPERS:
                yield from self.parts_of(child, depth)

    def paragraph(self, element: Any, depth: int) -> Iterator[Title | Rows | Part]:
        reader = RunReader(self.package)
        runs = tuple(safe_links(run) for run in reader.runs(element))
        self.comments += reader.seen.comments
        self.pictures += reader.seen.pictures
        self.changes |= reader.seen.changes
        found = self.block(element, runs)
        if found is not None:
            yield found
        for box in reader.seen.boxes:
            yield from self.parts_of(box, depth)

    def block(self, element: Any, runs: tuple[Run, ...]) -> Title | Part | None:
        style = self.package.style_of(element)
        if style == CODE:
            return Code("".join(run.text for run in runs))
        if style == RULE:
            return Rule()
        tidied = tidy(runs)
        text = words_of(tidied).replace("\n", " ")
        if not text.strip() or flat(text).startswith(flat(MORE)):
            return None
        key, level = self.key_of(element), self.package.heading_level(element)
        if key or level or is_heading(text, tidied):
            level = max(level - 1, 2) if level else 3
            return Title(text.removesuffix(NEEDED).strip(), level, key, write_markdown([Heading(level, tidied)]))
        return Quote((Paragraph(tidied),)) if style == QUOTE else self.line(element, tidied)

    def line(self, element: Any, runs: Runs) -> Part:
        """A paragraph: one of a list, one that goes on with an item, or a plain one."""
        listed = self.package.list_of(element)
        typed = TYPED_BULLET.match(words_of(runs))
        if listed is not None:
            return Item(runs, *listed)
        if self.package.style_of(element) == CONTINUED:
            return Continued(runs)
        return Item(without_start(runs, typed.end()), 0, numbered=False, start=1) if typed else Paragraph(runs)

    def key_of(self, element: Any) -> str:
        """The field that a heading stands for, by its bookmark."""
        names = (each.get(w("name"), "") for each in element.iter(w("bookmarkStart")))
        return next((keys_by_bookmark()[name] for name in names if name in keys_by_bookmark()), "")

    def table(self, element: Any, depth: int) -> Rows:
        """A table with the prose of its cells; its title, if it has one, is its key."""
        rows = [list(self.cells(row, depth)) for row in rows_of(element)]
        caption = element.find(f"{w('tblPr')}/{w('tblCaption')}")
        grid = Grid(tuple(tuple(on_one_line(blocks) for blocks in row) for row in rows))
        cells = tuple(tuple(Said(plain(blocks), write_markdown(blocks)) for blocks in row) for row in rows)
        key = str(caption.get(w("val"), "")) if caption is not None else ""
        return Rows(cells, Said(plain([grid]), write_markdown([grid])), key)

    def cells(self, row: Any, depth: int) -> Iterator[tuple[Block, ...]]:
        for cell in inside(row, w("tc")):
            if depth >= DEEPEST:
                yield (Paragraph(tidy([Run(" ".join(each.text or "" for each in cell.iter(w("t"))))])),)
                continue
            parts = [as_part(each) for each in self.parts_of(cell, depth + 1)]
            yield tuple(block for blocks in assembled(parts) for block in blocks)


def rows_of(table: Any) -> Iterator[Any]:
    """The rows of a table that were not deleted."""
    for row in inside(table, w("tr")):
        if row.find(f"{w('trPr')}/{w('del')}") is None:
            yield row


def inside(element: Any, tag: str) -> Iterator[Any]:
    """The children of a kind, also those that a control or a change is put around."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in WRAPPERS or child.tag in {w("sdt"), w("sdtContent")}:
            yield from inside(child, tag)


def as_part(found: Title | Rows | Part) -> Part:
    """What stands in a cell: a heading there is a heading of the prose, a table a table of it."""
    if isinstance(found, Title):
        return next(iter(read_markdown(found.markdown)), Paragraph(tidy([Run(found.text)])))
    if isinstance(found, Rows):
        return next(iter(read_markdown(found.whole.markdown)), Paragraph(()))
    return found


def on_one_line(blocks: Sequence[Block]) -> Runs:
    """The prose of a cell where only one line fits."""
    runs: list[Run] = []
    for block in blocks:
        runs += [
            *(block.runs if isinstance(block, Paragraph) else (Run(plain([block]).replace("\n", "; ")),)),
            Run(" "),
        ]
    return tidy(run.saying(run.text.replace("\n", " ")) for run in runs)


def said(parts: Iterable[Part]) -> Iterator[Said]:
    for blocks in assembled(parts):
        yield Said(plain(blocks), write_markdown(blocks))


def is_heading(text: str, runs: Runs) -> bool:
    """Whether a paragraph without a heading's style is one all the same: one of the form's own, in bold or whole."""
    if len(text) > LONGEST_HEADING:
        return False
    bold = all(run.bold for run in runs if run.text.strip())
    return flat(text) in whole_titles() or (bold and simple(text) in known_labels())


@cache
def whole_titles() -> frozenset[str]:
    return frozenset(flat(title_of(each)) for each in all_questions() if each.needed)


@cache
def known_labels() -> frozenset[str]:
    every_step = (*steps(), editors_step())
    return frozenset(simple(text) for text in (*(q.label for q in all_questions()), *(s.title for s in every_step)))


def without_start(runs: Runs, length: int) -> Runs:
    """Runs without so many letters at their start."""
    found: list[Run] = []
    for run in runs:
        cut = min(length, len(run.text))
        length -= cut
        found.append(run.saying(run.text[cut:]))
    return tidy(found)
