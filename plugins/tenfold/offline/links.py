"""Links as a browser needs them that opens files: no server adds the name of a folder's page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import escape, unescape

from tenfold.publishing.verifying import ELSEWHERE

VALUE = re.compile(r'(\s(?:href|src|action|data-contribute)=")([^"]*)(")')
REDIRECT = re.compile(r'(\shttp-equiv="refresh" content="\d+; url=)([^"]*)(")')
LINKED = re.compile(r'<[a-zA-Z][^<>]*\s(?:href|src|action|data-contribute|http-equiv)="[^<>]*>')
"""A tag with a link in it. Most have none, and pages have many."""
HERE = ("", "#", "?")


def with_named_files(html: str) -> str:
    """HTML in which every link to a folder of the site names that folder's page. Text is left alone."""
    return LINKED.sub(lambda tag: REDIRECT.sub(value_named, VALUE.sub(value_named, tag[0])), html)


def links_in(html: str) -> Iterator[str]:
    """Every link of some HTML that leads into the site, each once."""
    tags = " ".join(LINKED.findall(html))
    found = (unescape(match[2]) for pattern in (VALUE, REDIRECT) for match in pattern.finditer(tags))
    yield from dict.fromkeys(link for link in found if link and not ELSEWHERE.match(link))


def value_named(match: re.Match[str]) -> str:
    link = unescape(match[2])
    named = named_file(link)
    return match[0] if named == link else f"{match[1]}{escape(named)}{match[3]}"


@lru_cache(maxsize=4096)
def named_file(link: str) -> str:
    """A link with the page of its folder named; one that names a file, a part of its own page or an outside address
    as it is."""
    if link[:1] in HERE or ELSEWHERE.match(link):
        return link
    path, rest = re.fullmatch(r"([^?#]*)(.*)", link, re.DOTALL).groups()  # type: ignore[union-attr]
    if path in (".", "..") or path.endswith(("/.", "/..")):
        path += "/"
    return f"{path}index.html{rest}" if path.endswith("/") else link
