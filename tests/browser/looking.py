"""Looking at a page of a site as axe does: a tab that remembers what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from playwright.sync_api import Page, ViewportSize
from tests.support.builders import PROJECT

AXE = PROJECT / "node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCAN = """rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})
  .then(result => result.violations.map(v => `${v.id}: ${v.nodes[0].html.slice(0, 160)}`))"""
SETTLE = "for (const each of document.getAnimations()) if (each instanceof CSSTransition) each.finish()"
NARROW: ViewportSize = {"width": 320, "height": 800}
WIDE: ViewportSize = {"width": 1280, "height": 900}
BETWEEN: list[ViewportSize] = [{"width": width, "height": 800} for width in (420, 645, 768, 900, 1024)]
"""Tablets, and a laptop at twice its size of type."""
Scheme = Literal["light", "dark"]
Way = tuple[Scheme, ViewportSize]
"""A colour scheme and a size in which somebody looks at a page."""


class Visit:
    """A tab on the site, which remembers what went wrong in it."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.wrong: list[str] = []
        page.on("pageerror", lambda error: self.wrong.append(f"script error: {error}"))
        page.on("request", lambda request: self.home(request.url))
        page.on("console", lambda message: self.heard(message.type, message.text))

    def home(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self.wrong.append(f"a request to another origin: {url}")

    def heard(self, kind: str, text: str) -> None:
        if kind == "error":
            self.wrong.append(f"the console says: {text}")

    def look(self, path: str, *ways: Way) -> None:
        """Note what is wrong with a page, opened in the first of these ways and left open for the others."""
        (scheme, size), *others = ways
        self.wear(scheme, size)
        self.page.goto(f"{self.address}/{path}")
        self.page.add_script_tag(path=AXE)
        self.scan(path, scheme, size)
        for scheme, size in others:
            self.wear(scheme, size)
            self.page.evaluate(SETTLE)
            self.scan(path, scheme, size)

    def wear(self, scheme: Scheme, size: ViewportSize) -> None:
        self.page.emulate_media(color_scheme=scheme)
        self.page.set_viewport_size(size)

    def scan(self, path: str, scheme: Scheme, size: ViewportSize) -> None:
        """Note what is wrong with the open page as it looks now."""
        seen = f"/{path} {scheme} {size['width']}"
        self.wrong += [f"{seen}: {violation}" for violation in self.page.evaluate(SCAN, RULES)]
        if self.page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            self.wrong.append(f"{seen}: scrolls sideways")

    def turn(self, path: str) -> None:
        """Open a page and note at which widths between a phone and a desk it scrolls sideways."""
        self.page.goto(f"{self.address}/{path}")
        for size in BETWEEN:
            self.page.set_viewport_size(size)
            if self.page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                self.wrong.append(f"/{path} {size['width']}: scrolls sideways")

    def look_everywhere(self, path: str) -> None:
        """The same in both colour schemes at both widths."""
        self.look(path, ("light", NARROW), ("dark", NARROW))
        self.look(path, ("light", WIDE), ("dark", WIDE))


VisitTo = Callable[[str], Visit]
"""Opens a tab at the address of a site."""
