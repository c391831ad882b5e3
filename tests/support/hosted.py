"""A site on a host: what a browser says of its policy, and everything on it that a reader can come to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from urllib.parse import urldefrag, urljoin, urlsplit

from tests.support.nginx import Answer, Served

LISTENS = """document.addEventListener('securitypolicyviolation', (event) =>
  console.error(`the policy blocks ${event.blockedURI} by ${event.effectiveDirective}`));"""
LINK = re.compile(r'<[^<>]*\s(?:href|src|action)="([^"]*)"')


def every_address(served: Served, path: str) -> dict[str, Answer]:
    """What the server answers to the address below which a site stands, and to every one that its pages name."""
    seen: dict[str, Answer] = {}
    left = [path]
    while left:
        address = left.pop()
        seen[address] = served.get(address)
        if seen[address].headers.get("content-type", "").startswith("text/html"):
            left += sorted(set(named(seen[address], f"http://site{address}", path)) - set(seen) - set(left))
    return seen


def named(answer: Answer, address: str, path: str) -> Iterator[str]:
    """What a page names that is on this host: pages, scripts, styles, files."""
    for link in LINK.findall(answer.body.decode()):
        target = urldefrag(urljoin(address, unescape(link))).url
        if urlsplit(target).scheme == "" or target.startswith("http://site"):
            assert urlsplit(target).path.startswith(path), f"{address} leads out of the site: {link}"
            yield urlsplit(target)._replace(scheme="", netloc="").geturl()


def faults_of(seen: Mapping[str, Answer], headers: Mapping[str, str]) -> list[str]:
    """The addresses that are dead, set a cookie, or lack one of these headers."""
    wrong = []
    for address, answer in seen.items():
        if answer.status != 200 or "set-cookie" in answer.headers:
            wrong.append(f"{address}: {answer.status}")
        if {name: answer.headers.get(name.lower()) for name in headers} != dict(headers):
            wrong.append(f"{address}: headers")
    return wrong
