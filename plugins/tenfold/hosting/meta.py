"""The policy inside the pages themselves, for hosts that cannot set a header."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from html.parser import HTMLParser
from pathlib import Path

from tenfold.hosting.headers import REFERRER
from tenfold.hosting.policy import Policy, policy

NAME = "http-equiv"


def with_meta_policy(site: Path, computed: Policy | None = None) -> int:
    """Write the policy of a built site into each of its pages; how many pages changed.

    A page that has it already is left alone, so that doing it twice is doing it once.

    Args:
        site: the folder of the built site.
        computed: its policy, where it is known already.
    """
    elements = meta_elements(computed or policy(site))
    changed = 0
    for file in sorted(site.rglob("*.html")):
        before = file.read_bytes().decode("utf-8")
        after = with_elements(before, elements)
        if after != before:
            file.write_bytes(after.encode())
            changed += 1
    return changed


def meta_elements(computed: Policy) -> str:
    return (
        f'<meta {NAME}="Content-Security-Policy" content="{escape(computed.meta)}">'
        f'<meta name="referrer" content="{REFERRER}">'
    )


def with_elements(html: str, elements: str) -> str:
    """A page with these elements behind the one that says how its letters are written, which has to come early."""
    head = Head(html.partition("<body")[0])
    at = head.after_charset or head.after_head
    if at is None:
        return html
    kept, position = [html[:at], elements], at
    for start, end in head.former:
        if start >= position:
            kept.append(html[position:start])
            position = end
    return "".join([*kept, html[position:]])


class Head(HTMLParser):
    """Where things stand in the head of a page, as offsets."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.after_head: int | None = None
        self.after_charset: int | None = None
        self.former: list[tuple[int, int]] = []
        self.lines = list(offsets(html))
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: (value or "").lower() for name, value in attrs}
        line, column = self.getpos()
        start = self.lines[line - 1] + column
        end = start + len(self.get_starttag_text() or "")
        if tag == "head":
            self.after_head = end
        elif tag == "meta" and "charset" in attributes:
            self.after_charset = end
        elif tag == "meta" and is_ours(attributes):
            self.former.append((start, end))


def is_ours(attributes: dict[str, str]) -> bool:
    return attributes.get(NAME) == "content-security-policy" or attributes.get("name") == "referrer"


def offsets(html: str) -> Iterator[int]:
    """Where each line begins."""
    yield 0
    for position, letter in enumerate(html):
        if letter == "\n":
            yield position + 1
