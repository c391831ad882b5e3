"""The letters of a Word paragraph: what stands there after all changes are accepted, and how it looks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from tenfold.forms.prose_tree import Run
from tenfold.forms.word_package import WordPackage, w
from tenfold.prose import allowed

INSIDE = {w(name) for name in ("ins", "moveTo", "smartTag", "fldSimple", "customXml", "dir", "bdo")}
GONE = {w(name) for name in ("del", "moveFrom", "rPr", "pPr", "sdtPr", "delText", "instrText")}
LINK_FIELD = re.compile(r'\s*HYPERLINK\s+"([^"]+)"')
SYMBOLS = {"F0FE": "\u2612", "F0FD": "\u2612", "F0FC": "\u2611", "F0A8": "\u2610", "F06F": "\u2610", "F0B7": "\u2022"}
"""Signs of the fonts Wingdings and Symbol that forms are filled with."""
DRAWINGS = {w("drawing"), w("pict"), w("object")}
BOX = w("txbxContent")
OTHER_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


@dataclass
class Seen:
    """What a paragraph holds beside its letters."""

    boxes: list[Any] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    pictures: int = 0
    changes: bool = False


class RunReader:
    """Reads the runs of one paragraph."""

    def __init__(self, package: WordPackage) -> None:
        self.package = package
        self.seen = Seen()
        self.fields: list[str] = []
        self.instruction = False

    def runs(self, element: Any, link: str = "") -> Iterator[Run]:
        for child in element:
            tag = child.tag
            if not isinstance(tag, str) or tag in GONE:
                self.seen.changes |= tag in {w("del"), w("moveFrom")}
            elif tag == w("r"):
                yield from self.run(child, link)
            elif tag == w("hyperlink"):
                yield from self.runs(child, self.package.address(child.get(f"{{{R}}}id")))
            elif tag == w("sdt"):
                yield from self.control(child, link)
            elif tag in INSIDE:
                self.seen.changes |= tag in {w("ins"), w("moveTo")}
                yield from self.runs(child, link)

    def control(self, element: Any, link: str) -> Iterator[Run]:
        """What is chosen or written in a control; nothing if it still shows what to do."""
        properties = element.find(w("sdtPr"))
        content = element.find(w("sdtContent"))
        if content is not None and (properties is None or properties.find(w("showingPlcHdr")) is None):
            yield from self.runs(content, link)

    def run(self, element: Any, link: str) -> Iterator[Run]:
        look = Run("", bold=on(element, "b"), italic=on(element, "i"), code=is_code(element), link=link)
        for child in element:
            tag = child.tag
            if tag in {w("fldChar"), w("instrText")}:
                self.field(child)
            elif tag == w("t") and not self.instruction:
                yield self.linked(look.saying((child.text or "").replace("\n", " ")))
            elif tag == w("commentReference"):
                self.seen.comments.append(self.package.note("commentReference", str(child.get(w("id")))))
            elif tag in {w("footnoteReference"), w("endnoteReference")}:
                note = self.package.note(tag.rpartition("}")[2], str(child.get(w("id")))).strip()
                yield from [look.saying(f" ({note})")] if note else []
            elif tag in DRAWINGS or str(tag).endswith("AlternateContent"):
                self.drawing(child)
            else:
                yield from sign(child, look)

    def field(self, child: Any) -> None:
        """Keep track of fields, such as a link that an older Word wrote as one."""
        if child.tag == w("instrText"):
            if self.fields:
                self.fields[-1] += child.text or ""
            return
        kind = child.get(w("fldCharType"))
        if kind == "begin":
            self.fields.append("")
            self.instruction = True
        elif kind == "end" and self.fields:
            self.fields.pop()
        if kind in {"separate", "end"}:
            self.instruction = False

    def linked(self, run: Run) -> Run:
        found = next((found[1] for each in self.fields if (found := LINK_FIELD.match(each))), "")
        return replace(run, link=run.link or found)

    def drawing(self, element: Any) -> None:
        boxes = [each for each in element.iter(BOX) if not any(a.tag == OTHER_CHOICE for a in each.iterancestors())]
        self.seen.boxes += boxes
        self.seen.pictures += not boxes


R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def sign(child: Any, look: Run) -> Iterator[Run]:
    """A sign that is an element of its own: a break, a tab, a hyphen, a letter of a font of symbols."""
    name = str(child.tag).rpartition("}")[2]
    if (name == "br" and child.get(w("type")) not in {"page", "column"}) or name == "cr":
        yield Run("\n")
    elif name in {"tab", "ptab"}:
        yield look.saying(" ")
    elif name == "noBreakHyphen":
        yield look.saying("-")
    elif name == "sym":
        yield look.saying(SYMBOLS.get(str(child.get(w("char"))).upper(), "\u2022"))


def on(run: Any, mark: str) -> bool:
    """Whether a run is bold or italic."""
    found = run.find(f"{w('rPr')}/{w(mark)}")
    if found is not None:
        return found.get(w("val")) not in {"0", "false", "off", "none"}
    style = run.find(f"{w('rPr')}/{w('rStyle')}")
    return style is not None and style.get(w("val")) == {"b": "Strong", "i": "Emphasis"}[mark]


def is_code(run: Any) -> bool:
    style = run.find(f"{w('rPr')}/{w('rStyle')}")
    return style is not None and style.get(w("val")) == "CodeText"


def safe_links(run: Run) -> Run:
    """A link that may not stand in prose becomes text that shows where it led."""
    if not run.link or allowed(run.link):
        return run
    return replace(run, link="", text=run.text if run.link in run.text else f"{run.text} ({run.link})")
