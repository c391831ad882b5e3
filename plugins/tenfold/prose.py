"""Prose: CommonMark and tables, links by id, no HTML.

The checks and the rendering both work on what this room makes of a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from tenfold.model.base import PROSE_LIMIT, Kind

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LINK = re.compile(r"([a-z]+):([a-z0-9/-]+)(#[a-z0-9-]+)?")
OUTSIDE = re.compile(r"(?:https?://[^\s\\/]|mailto:[^\s\\]+@)", re.IGNORECASE)
KINDS = frozenset(kind.value for kind in Kind if kind is not Kind.NOTE)
"""What a link can be to. A local note has no page: it stands on that of the record that it is on."""


def allowed(url: str) -> bool:
    """Whether a link may stand in prose: by id, to the web, to write a mail, or to a heading of the same page."""
    if "\\" in url or url.startswith("//"):
        return False
    return bool(OUTSIDE.match(url) or reference(url) or re.fullmatch(r"#[a-z0-9-]+", url))


def any_link(url: str) -> bool:
    """Let the parser take every link: the checks say what is wrong with one, and rendering resolves or drops it."""
    return bool(url)


def as_written(url: str) -> str:
    """Keep a link as it was written, so that a message about it shows what somebody wrote."""
    return url


@cache
def parser(*, tables: bool) -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 (0.04 s to import, and prose without markup does without)

    markdown = MarkdownIt("commonmark", {"html": False, "linkify": False, "typographer": False})
    markdown.disable(["html_block", "html_inline"])
    if tables:
        markdown.enable("table")
    markdown.validateLink = any_link  # type: ignore[method-assign]
    markdown.normalizeLink = as_written  # type: ignore[method-assign]
    return markdown


MAX_COLUMNS = 12


def too_wide(text: str) -> bool:
    """Whether a text holds a table of more columns than anybody reads.

    Markdown fills up each row to the width of the first: a kilobyte could become a third of a megabyte.
    """
    return text.count("|") > MAX_COLUMNS and any(line.count("|") > MAX_COLUMNS + 1 for line in text.split("\n"))


@lru_cache(maxsize=20_000)
def parse(text: str) -> list[Token]:
    """The tokens of a text, which nobody changes: the checks and the page both go through them, so they are kept."""
    return parser(tables=not too_wide(text)).parse(text)


def as_far_as_one_may_go(text: str) -> str:
    """The part of a text that is looked through: one that is too long is refused, and nobody waits for the rest."""
    return text if len(text) <= PROSE_LIMIT else text[:PROSE_LIMIT].rpartition("\n")[0]


MARKED = re.compile(r"[*_\[\]<>#|`\\&!~\t]")
MARKED_LINE = re.compile(r" *(?:[-+=]|\d+[.)])| {4}")


@lru_cache(maxsize=20_000)
def plain_start(text: str) -> tuple[tuple[str, ...], str]:
    """The plain paragraphs that a text starts with, and the rest of it. Kept, because checks and pages ask for them.

    A paragraph is plain when it holds nothing that Markdown would take for markup. Most prose is like that, and needs
    no parser. Nothing behind a blank line changes the paragraphs before it, so that only the rest needs it. A property
    test sees to it that the parser agrees.
    """
    text = text.strip("\n")
    mark = MARKED.search(text)
    marked = mark.start() if mark else len(text)
    plain: list[str] = []
    start = 0
    while start < len(text):
        gap = GAP.search(text, start)
        end, following = gap.span() if gap else (len(text), len(text))
        paragraph = text[start:end]
        if marked < end or has_marked_line(paragraph):
            return tuple(plain), text[start:]
        plain += filter(None, [trimmed(paragraph.strip())])
        start = following
    return tuple(plain), ""


def has_marked_line(text: str) -> bool:
    """Whether a line starts like one of a list, is indented as code is, or ends with the two spaces of a line break."""
    return "  \n" in text or text.endswith("  ") or any(map(MARKED_LINE.match, text.split("\n")))


def trimmed(paragraph: str) -> str:
    """A paragraph as Markdown takes it: no space around its lines."""
    return "\n".join(line.strip() for line in paragraph.split("\n")) if "\n" in paragraph else paragraph


GAP = re.compile(r"\n(?:[ ]*\n)+")
"""What stands between two blocks; the indentation of the second is its own."""


@dataclass(frozen=True)
class Reference:
    """A link in prose to something with an id: `case:carr-manor`, `page:toolkit/evidence#levels`."""

    kind: Kind
    id: str
    anchor: str = ""

    @property
    def written(self) -> str:
        return f"{self.kind}:{self.id}{self.anchor}"


def reference(url: str) -> Reference | None:
    """What a link by id points at, or None when it is a link of another sort."""
    found = LINK.fullmatch(url)
    if not found or found[1] not in KINDS:
        return None
    return Reference(Kind(found[1]), found[2], found[3] or "")


def inline_tokens(text: str) -> Iterator[Token]:
    """Links, images and text of the part of a text that may hold markup, in their order."""
    for token in parse(plain_start(text)[1]):
        yield from token.children or ()


SIMPLE_LINK = re.compile(r"\[(?:[^\[\]\n]|\n(?=[A-Za-z]))+\]\(([A-Za-z0-9:/._#?=%,;@+~$*'!-]+)\)")
NOT_SIMPLE = ("\\", "`", "<", "&", "\t", "![", "    ", "~~~")
HASHED = re.compile(r"^[ >*+\d.)-]*#{1,6}(?: |$)", re.MULTILINE)


def simple_links(text: str) -> tuple[str, ...] | None:
    """The targets of the links in a text whose every bracket belongs to a plain link, or None when it may not.

    Nearly all texts with links are like that, and the parser need not even be imported. A property test sees to it that
    the parser agrees.
    """
    if any(sign in text for sign in NOT_SIMPLE) or ("#" in text and HASHED.search(text)):
        return None
    if "|" in text and not whole_in_cells(text):
        return None
    rest = SIMPLE_LINK.sub("", text)
    return None if "[" in rest or "]" in rest else tuple(SIMPLE_LINK.findall(text))


def whole_in_cells(text: str) -> bool:
    """Whether no table in a text can cut a plain link in two, or drop one that stands in a cell too many."""
    if any("\n" in found.group() or "|" in found.group() for found in SIMPLE_LINK.finditer(text)):
        return False
    cells = 0
    for line in text.split("\n"):
        row = line.strip(" ")
        if "|" in row and (
            not row.startswith("|") or not row.endswith("|") or row.count("|") != (cells or row.count("|"))
        ):
            return False
        cells = row.count("|")
    return True


@lru_cache(maxsize=20_000)
def links(text: str) -> tuple[str, ...]:
    """The targets of all links in a text, as they are written. Kept, because several checks and lists ask for them."""
    if "](" not in text and "]:" not in text and "<" not in text:
        return ()
    simple = simple_links(text)
    if simple is not None:
        return simple
    return tuple(str(token.attrs["href"]) for token in inline_tokens(text) if token.type == "link_open")


def images(text: str) -> Iterator[str]:
    """The addresses of all images in a text."""
    if "![" in text:
        yield from (str(token.attrs["src"]) for token in inline_tokens(text) if token.type == "image")


HTML = re.compile(r"<(?:/?[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>]*)?/?|!--)>?")


def markup(text: str) -> Iterator[str]:
    """What looks like HTML in a text, outside code: it is shown as it stands, never as markup."""
    if "<" in text:
        for token in inline_tokens(text):
            if token.type == "text":
                yield from (found.group() for found in HTML.finditer(token.content))


HEADING = re.compile(r"(?:^|\r)[ \t>*+\d.)-]*(?:#{1,6}(?:\s|$)|[=-][ \t\r]*$|==+[ \t\r]*$)", re.MULTILINE)
"""What may be a heading, or the line below one: most hashes are names, and most rows of hyphens stand in tables."""


def may_hold_headings(text: str) -> bool:
    """Whether the parser has to look for headings in a text. A property test sees to it that it finds no others."""
    return ("#" in text or has_underline(text)) and HEADING.search(text) is not None


def has_underline(text: str) -> bool:
    """Whether a line ends as one does that makes a heading of the line above. Most texts have none, and many lines."""
    return any(line.rstrip(" \t\r").endswith(("-", "=")) for line in text.split("\n"))


def headings(text: str) -> Iterator[tuple[int, str, int]]:
    """Level, text and line (from 0, within the text) of each heading."""
    if not may_hold_headings(text):
        return
    tokens = parse(text)
    for position, token in enumerate(tokens):
        if token.type == "heading_open":
            yield int(token.tag[1:]), plain(tokens[position + 1]), (token.map or [0])[0]


def plain(token: Token) -> str:
    """The words of an inline token, without markup."""
    return "".join(
        " " if child.type in ("softbreak", "hardbreak") else child.content
        for child in token.children or ()
        if child.type in ("text", "code_inline", "softbreak", "hardbreak")
    )


def plain_text(text: str) -> str:
    """The words of a text on one line, without markup."""
    return " ".join(plain(token) for token in parse(text) if token.type == "inline").strip()


def slug(heading: str) -> str:
    """The anchor of a heading: its words in small letters, with hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", heading.lower()).strip("-") or "section"


class Anchors:
    """Gives out the anchors of a page, each once: a number is added to one that was taken before."""

    def __init__(self, prefix: str = "") -> None:
        self.prefix = prefix
        self.taken = {"main", "seek-words"}  # what the frame of every page uses
        self.next: dict[str, int] = {}

    def take(self, heading: str) -> str:
        base = self.prefix + slug(heading)
        name, number = base, self.next.get(base, 1)
        while name in self.taken:
            number += 1
            name = f"{base}-{number}"
        self.taken.add(name)
        self.next[base] = number
        return name


def anchors(text: str) -> list[str]:
    """The anchors of all headings of a page of prose, in order."""
    given = Anchors()
    return [given.take(heading) for _, heading, _ in headings(text)]
