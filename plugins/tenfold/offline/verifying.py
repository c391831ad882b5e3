"""Verifies an offline copy before it is packed: does every link name a file in it, does nothing need a server, and can
every system unpack it?"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag

from tenfold.offline.links import links_in
from tenfold.publishing import Fault
from tenfold.publishing.verifying import ANCHOR, ELSEWHERE, TAG

LONGEST_PATH = 150
"""Letters of a path in the zip: Windows has room for 259, and folders like Downloads take some."""
SAFE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 ._-]*[A-Za-z0-9_-])?")
RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
LOADED = re.compile(
    r'<(?:script|img|iframe|source|video|audio|embed|object|link rel="(?:stylesheet|icon|preload|modulepreload)")\b'
    r'[^<>]*\s(?:src|href|data)="((?:https?:)?//[^"]*)"'
)
MODULE = re.compile(r'<script\b[^<>]*\stype="module"')
SERVED = re.compile(
    r"\bfetch\(|\bimport\(|\bXMLHttpRequest\b|\bnew (?:Shared)?Worker\b|^\s*(?:import|export)\b", re.MULTILINE
)
CSS_LINK = re.compile(r"""url\(\s*["']?(?!data:)([^"')]+)""")
GIVEN = re.compile(r'tenfoldData\("([^"]+)",(.*)\);\n', re.DOTALL)


def verify_copy(folder: Path, *, top: str = "") -> list[Fault]:
    """What is wrong with an offline copy; `top` is the folder that it gets in the zip."""
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    anchors = {name: anchors_of(text_of(path)) for name, path in files.items() if name.endswith(".html")}
    faults = list(unsafe_names(files, top))
    for name, path in files.items():
        if name.endswith(".html"):
            faults += page_faults(name, text_of(path), files, anchors)
        elif name.endswith(".js"):
            faults += script_faults(name, text_of(path), files, anchors)
        elif name.endswith(".css"):
            faults += style_faults(name, text_of(path), files)
    return faults


def downloads(site: Path) -> set[str]:
    """The files of a copy that its pages offer: those that a link leads to and that are no pages."""
    found: set[str] = set()
    for page in site.rglob("*.html"):
        name = page.relative_to(site).as_posix()
        for tag in TAG.findall(text_of(page)):
            if tag.startswith("<a "):
                found |= {file for link in links_in(tag) if (file := target(name, link)) and not file.endswith(".html")}
    return {file for file in found if (site / file).is_file()}


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def anchors_of(html: str) -> frozenset[str]:
    return frozenset(map(unescape, ANCHOR.findall(" ".join(TAG.findall(html)))))


def page_faults(page: str, html: str, files: Iterable[str], anchors: dict[str, frozenset[str]]) -> Iterator[Fault]:
    yield from link_faults(page, html, files, anchors)
    if MODULE.search(html):
        yield Fault(page, "it loads a script as a module, which browsers refuse from files.")
    for address in LOADED.findall(html):
        yield Fault(page, f'it loads "{address}" from the internet.')


def script_faults(name: str, script: str, files: Iterable[str], anchors: dict[str, frozenset[str]]) -> Iterator[Fault]:
    """What is wrong with a script: one that hands over data is none that asks for any."""
    given = GIVEN.fullmatch(script)
    if not given:
        wants = SERVED.search(script)
        if wants:
            yield Fault(name, f"it needs a server: “{wants[0].strip()}”.")
        return
    if given[1].startswith("offline/"):
        return
    page = f"{'/'.join(name.split('/')[:2])}/index.html"  # that whose script puts it into itself
    for html in texts_in(json.loads(given[2])):
        yield from (Fault(name, fault.message) for fault in link_faults(page, html, files, anchors))


def texts_in(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        if "<" in data:
            yield data
    elif isinstance(data, (list, dict)):
        for each in data.values() if isinstance(data, dict) else data:
            yield from texts_in(each)


def style_faults(name: str, style: str, files: Iterable[str]) -> Iterator[Fault]:
    for link in CSS_LINK.findall(style):
        if ELSEWHERE.match(link):
            yield Fault(name, f'it loads "{link}" from the internet.')
        elif not link.startswith("#") and target(name, link) not in files:
            yield Fault(name, f'"{link}" leads nowhere.')


def link_faults(page: str, html: str, files: Iterable[str], anchors: dict[str, frozenset[str]]) -> Iterator[Fault]:
    for link in links_in(html):
        file, anchor = target(page, link), unquote(urldefrag(link)[1])
        if file not in files:
            yield Fault(page, f'the link "{link}" names no file of the copy.')
        elif anchor and file in anchors and anchor not in anchors[file]:
            yield Fault(page, f'the link "{link}" leads to a part of the page that is not there.')


def target(page: str, link: str) -> str:
    """The file that a link names, seen from a page; the page itself for a link to a part of it."""
    address = unquote(urldefrag(link)[0].partition("?")[0])
    if not address:
        return page
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), address))
    return f"{path}/" if address.endswith("/") else path


def unsafe_names(files: Iterable[str], top: str) -> Iterator[Fault]:
    """Names that Windows does not take, or not beside each other."""
    seen: dict[str, str] = {}
    for name in files:
        for part in name.split("/"):
            if not SAFE.fullmatch(part) or part.split(".")[0].lower() in RESERVED:
                yield Fault(name, "Windows does not take this name.")
                break
        if len(f"{top}/{name}") > LONGEST_PATH:
            yield Fault(name, f"its path is longer than {LONGEST_PATH} letters, too long for some folders on Windows.")
        other = seen.setdefault(name.lower(), name)
        if other != name:
            yield Fault(name, f'Windows takes it for the same as "{other}".')
