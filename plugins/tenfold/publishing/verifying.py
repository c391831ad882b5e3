"""Verifies a built site before anybody sees it: are all pages there, does every link lead somewhere?

It reads the pages as text with two patterns rather than with an HTML parser, because it runs in every build: our own
templates quote every attribute and escape every `<` in text. The tests check the same with a real parser.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urldefrag

TAG = re.compile(r"<[a-zA-Z][^<>]*?[\s\"]>|<[a-zA-Z][^<>]*>")
LINK = re.compile(r'\s(?:href|src)="([^"]*)"')
ANCHOR = re.compile(r'\sid="([^"]*)"')
REDIRECT = re.compile(r'\shttp-equiv="refresh" content="\d+; url=([^"]*)"')
ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


@dataclass(frozen=True)
class Fault:
    """Something wrong with a built site: on which page (relative to the site), and what."""

    page: str
    message: str

    def __str__(self) -> str:
        return f"{self.page or 'the site'}: {self.message}"


def verify(site: Path, *, pages: Iterable[str]) -> list[Fault]:
    """What is wrong with a built site.

    Args:
        site: its folder.
        pages: the addresses that must be there, such as `features/relational-practice/`.
    """
    missing = [
        Fault(address, "this page was not built.") for address in pages if not (site / address / "index.html").is_file()
    ]
    return [*missing, *broken_links(site)]


def broken_links(site: Path) -> Iterator[Fault]:
    """Every link of every page that leads to no file or to no anchor."""
    anchors: dict[str, frozenset[str]] = {}
    links: list[tuple[str, str]] = []
    for file in sorted(site.rglob("*.html")):
        page = file.relative_to(site).as_posix()
        tags = " ".join(TAG.findall(file.read_text(encoding="utf-8")))
        anchors[page] = frozenset(map(unescape, ANCHOR.findall(tags)))
        links += [(page, target) for target in dict.fromkeys(LINK.findall(tags) + REDIRECT.findall(tags))]
    files = set(anchors) | {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    for page, target in links:
        fault = link_fault(page, unescape(target), files, anchors)
        if fault:
            yield Fault(page, fault)


def link_fault(page: str, target: str, files: set[str], anchors: dict[str, frozenset[str]]) -> str | None:
    """What is wrong with a link of a page, if anything is."""
    if ELSEWHERE.match(target) or (target.startswith("/") and page == "404.html"):
        return None
    address, anchor = urldefrag(target)
    address = address.partition("?")[0]
    file = resolved(page, unquote(address)) if address else page
    if file not in files:
        return f'the link "{target}" leads nowhere.'
    if anchor and file in anchors and unquote(anchor) not in anchors[file]:
        return f'the link "{target}" leads to a part of the page that is not there.'
    return None


def resolved(page: str, address: str) -> str:
    """The file that a relative address means, seen from a page."""
    path = os.path.normpath(os.path.join(os.path.dirname(page), address)).replace(os.sep, "/")
    is_folder = address in {".", ".."} or address.endswith(("/", "/.", "/.."))
    if path in (".", "") or is_folder:
        path = "index.html" if path in (".", "") else f"{path}/index.html"
    return path
