"""Reads a built page as a browser would: which scripts stand in it, what it loads, and what a strict policy forbids."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from html.parser import HTMLParser

Attributes = dict[str, str]

SCRIPTS = re.compile(
    r"|module|importmap|speculationrules"
    r"|(text|application)/(x-)?(java|ecma)script|text/(jscript|livescript|javascript1\.[0-5])"
)
"""The types that make a script element run, or steer what runs; every other type makes it data, as with JSON-LD."""
FETCHED_LINKS = {
    *("stylesheet", "icon", "manifest", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch"),
    *("apple-touch-icon", "mask-icon", "prerender"),
}
LOADING = {
    "audio": ("src",),
    "embed": ("src",),
    "feimage": ("href", "xlink:href"),
    "form": ("action",),
    "button": ("formaction",),
    "base": ("href",),
    "iframe": ("src",),
    "image": ("href", "xlink:href"),
    "img": ("src",),
    "input": ("src", "formaction"),
    "object": ("data",),
    "script": ("src", "href", "xlink:href"),
    "source": ("src",),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
"""For each element, the attributes whose address a browser fetches, or sends a form to."""
FRAMES = {"audio", "embed", "iframe", "object", "video"}
"""Elements that the policy has no place for."""
ELSEWHERE = re.compile(r"\s*([a-z][a-z0-9+.-]*:|[/\\]{2})", re.IGNORECASE)
"""How an address begins that does not stay on this site."""
STYLE_LOADS = re.compile(r"""url\(\s*["']?([^"')]*)|@import\s+["']([^"']*)""", re.IGNORECASE)


@dataclass
class Seen:
    """What stands in one page."""

    scripts: set[str] = field(default_factory=set)
    """The hashes of its inline scripts, as a policy writes them."""
    wrong: list[str] = field(default_factory=list)
    """What the policy would block, in words."""


def read_page(html: str) -> Seen:
    """What stands in a page that a policy has to know."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader.seen


def read_style(css: str) -> Iterator[str]:
    """What a style sheet loads from elsewhere, in words."""
    for found in STYLE_LOADS.finditer(css):
        address = found[1] or found[2] or ""
        if ELSEWHERE.match(address) and not address.lower().startswith("data:image/"):
            yield loads(address)


def hash_of(script: str) -> str:
    """The hash of an inline script, as a policy writes it."""
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def loads(address: str) -> str:
    shown = address.strip()[:80]
    return f"loads {shown} from elsewhere. Put a copy of it into the site: a reader's browser must ask nobody else."


class Reader(HTMLParser):
    """Goes through the tags of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen = Seen()
        self.script: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in reversed(attrs)}  # the first of two counts
        if tag == "script" and "src" not in attributes and SCRIPTS.fullmatch(kind_of_script(attributes)):
            self.script = []
        self.seen.wrong += forbidden(tag, attributes)

    def handle_data(self, data: str) -> None:
        if self.script is not None:
            self.script.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self.script is not None:
            self.seen.scripts.add(hash_of("".join(self.script)))
            self.script = None


def kind_of_script(attributes: Attributes) -> str:
    """The type of a script element, without its parameters."""
    return attributes.get("type", "").partition(";")[0].strip().lower()


def forbidden(tag: str, attributes: Attributes) -> Iterator[str]:
    """What the policy would block about an element."""
    if tag == "style":
        yield "has a <style> element. Put its rules into a .css file and name that below extra_css in mkdocs.yml."
    if tag in FRAMES:
        yield f"has an <{tag}> element, which the policy blocks. Link to what it shows instead."
    for name, value in attributes.items():
        if name == "style":
            yield f'has the attribute style="{value[:60]}". Give the element a class and a rule in a .css file.'
        elif name.startswith("on"):
            yield f"has the attribute {name}, which is a script. Put the script into a .js file of its own."
        elif name == "srcdoc":
            yield "has the attribute srcdoc, a page within the page. Link to what it shows instead."
        elif value.lstrip().lower().startswith("javascript:"):
            yield f"has a script as the address in {name}. Put the script into a .js file of its own."
    for address in fetched(tag, attributes):
        if ELSEWHERE.match(address) and not is_picture_in_place(tag, address):
            yield loads(address)


def fetched(tag: str, attributes: Attributes) -> Iterator[str]:
    """The addresses that a browser fetches for an element by itself."""
    if tag == "link":
        if FETCHED_LINKS & set(attributes.get("rel", "").lower().split()):
            yield attributes.get("href", "")
        return
    yield from (attributes[name] for name in LOADING.get(tag, ()) if name in attributes)
    if tag in ("img", "source"):
        yield from (part.split()[0] for part in attributes.get("srcset", "").split(",") if part.strip())


def is_picture_in_place(tag: str, address: str) -> bool:
    return tag in ("img", "image", "source", "link") and address.strip().lower().startswith("data:image/")
