"""A Word file as its reader sees it: the body, and what its parts say about styles, lists, links and notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import Any

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn

HEADING = re.compile(r"(?:heading|\u00fcberschrift|titre) ?(\d)", re.IGNORECASE)
NOTES = {"footnoteReference": "/footnotes", "endnoteReference": "/endnotes", "commentReference": "/comments"}


@cache
def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return qn(f"w:{name}")


class WordPackage:
    """Answers questions about a document that its paragraphs leave open."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.body = document.element.body
        self.has_comments = False

    @cached_property
    def styles(self) -> dict[str, Any]:
        return {each.get(w("styleId")): each for each in self.document.styles.element.iter(w("style"))}

    def style_name(self, id: str) -> str:
        found = self.styles.get(id)
        name = found.find(w("name")) if found is not None else None
        return str(name.get(w("val"))) if name is not None else id

    def heading_level(self, paragraph: Any) -> int:
        """1 to 9 for a heading, 0 for what is none; a title counts as 1."""
        properties = paragraph.find(w("pPr"))
        style = self.style_of(paragraph)
        found = HEADING.fullmatch(self.style_name(style)) or HEADING.fullmatch(style)
        if found:
            return int(found[1])
        if self.style_name(style).lower() == "title":
            return 1
        level = properties.find(w("outlineLvl")) if properties is not None else None
        value = int(level.get(w("val"), "9")) if level is not None else 9
        return value + 1 if value < 9 else 0

    def style_of(self, paragraph: Any) -> str:
        found = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        return str(found.get(w("val"))) if found is not None else ""

    def list_of(self, paragraph: Any) -> tuple[int, bool, int] | None:
        """Of a paragraph in a list: which level, whether it is numbered, and the first number."""
        number = paragraph.find(f"{w('pPr')}/{w('numPr')}")
        if number is None:
            style = self.styles.get(self.style_of(paragraph))
            number = style.find(f"{w('pPr')}/{w('numPr')}") if style is not None else None
        id = number.find(w("numId")) if number is not None else None
        if id is None or id.get(w("val")) == "0":
            return None
        level = number.find(w("ilvl"))
        depth = min(8, int(level.get(w("val"), "0"))) if level is not None else 0
        numbered, start = self.kind_of_list(str(id.get(w("val"))), depth)
        return depth, numbered, start

    def kind_of_list(self, id: str, level: int) -> tuple[bool, int]:
        """Whether a list is numbered at a level, and from which number."""
        number = self.numbers.get(id)
        if number is None:
            return False, 1
        override = next((each for each in number.iter(w("lvlOverride")) if each.get(w("ilvl")) == str(level)), None)
        abstract = self.abstract.get(number.find(w("abstractNumId")).get(w("val")))
        levels = [] if abstract is None else list(abstract.iter(w("lvl")))
        found = next((each for each in levels if each.get(w("ilvl")) == str(level)), None)
        style = found.find(w("numFmt")) if found is not None else None
        numbered = style is not None and style.get(w("val")) not in {"bullet", "none"}
        begin = override.find(w("startOverride")) if override is not None else None
        begin = begin if begin is not None else found.find(w("start")) if found is not None else None
        return numbered, int(begin.get(w("val"), "1")) if begin is not None else 1

    @cached_property
    def numbering(self) -> Any:
        try:
            return self.document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return None

    @cached_property
    def numbers(self) -> dict[str, Any]:
        found = [] if self.numbering is None else self.numbering.iter(w("num"))
        return {each.get(w("numId")): each for each in found}

    @cached_property
    def abstract(self) -> dict[str, Any]:
        found = [] if self.numbering is None else self.numbering.iter(w("abstractNum"))
        return {each.get(w("abstractNumId")): each for each in found}

    def address(self, relation: str | None) -> str:
        """Where a link leads, empty if nobody knows."""
        found = self.document.part.rels.get(relation) if relation else None
        return str(found.target_ref) if found is not None and found.is_external else ""

    def note(self, kind: str, id: str) -> str:
        """The text of a footnote, endnote or comment."""
        return self.notes.get((kind, id), "")

    @cached_property
    def notes(self) -> dict[tuple[str, str], str]:
        return dict(self.all_notes())

    def all_notes(self) -> Iterator[tuple[tuple[str, str], str]]:
        for relation in self.document.part.rels.values():
            kind = next((each for each, name in NOTES.items() if relation.reltype.endswith(name)), None)
            if kind is None or relation.is_external:
                continue
            for note in parse_xml(relation.target_part.blob):
                yield (kind, str(note.get(w("id")))), plain_text(note)

    def edges(self) -> Iterator[str]:
        """What stands in the headers and footers, without the numbers of pages and the line of the form itself."""
        own = (self.document.core_properties.comments or "").strip()
        for relation in self.document.part.rels.values():
            if not relation.is_external and relation.reltype.endswith(("/header", "/footer")):
                for paragraph in relation.target_part.element.iter(w("p")):
                    text = plain_text(paragraph).strip()
                    bare = re.sub(r"\s*(?:Page )?\d* of \d*$|^\d+$", "", text).strip()
                    if bare and not (own and bare[:255].startswith(own)):
                        yield bare


def plain_text(element: Any) -> str:
    """All text inside an element, paragraphs on lines of their own."""
    lines = ["".join(each.text or "" for each in paragraph.iter(w("t"))) for paragraph in element.iter(w("p"))]
    return "\n".join(lines) or "".join(each.text or "" for each in element.iter(w("t")))
