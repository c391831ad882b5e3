"""Prose as HTML: tokens rendered with our links, headings, tables and terms, then sanitised."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import nh3
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup

from tenfold.prose import Anchors, parse, parser, plain, plain_start
from tenfold.render.terms import TermFinder

TAGS = {
    *(
        "p",
        "br",
        "hr",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "strong",
        "em",
        "b",
        "i",
        "code",
    ),
    *(
        "pre",
        "blockquote",
        "a",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "sup",
        "sub",
        "del",
        "abbr",
        "div",
        "span",
    ),
}
ATTRIBUTES = {
    "a": {"href", "aria-describedby"},
    "th": {"scope"},
    "ol": {"start"},
    "div": {"role", "tabindex", "aria-label"},
    "span": {"role", "id"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
}
CLASSES = {
    "a": {"outside"},
    "div": {"table"},
    "span": {"term", "tip"},
    "th": {"right", "centre"},
    "td": {"right", "centre"},
}

CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    allowed_classes=CLASSES,
    url_schemes={"https", "http", "mailto"},
    link_rel=None,
)


class ProseState:
    """What a page remembers while its prose is rendered: which terms it explained, which anchors it used.

    Args:
        resolve: turns the target of a link into an address, or None when the link should stay plain text.
        explain: the address and the definition of a term by its id.
        prefix: what the anchors of headings start with, so that they are not those of the page's own parts.
    """

    def __init__(
        self,
        resolve: Callable[[str], str | None],
        finder: TermFinder,
        explain: Callable[[str], tuple[str, str]],
        *,
        prefix: str = "",
    ) -> None:
        self.resolve = resolve
        self.finder = finder
        self.explain = explain
        self.explained: set[str] = set()
        self.anchors = Anchors(prefix)

    def anchor(self, heading: str) -> str:
        """An anchor for a heading that no other on the page has."""
        return self.anchors.take(heading)

    def with_terms(self, text: str, around: Callable[[], tuple[str, str]] = lambda: ("", "")) -> str:
        """Escaped text in which the first use of each term is a link that explains itself.

        Args:
            text: the text.
            around: gives what stands in front of it and behind it in its paragraph.
        """
        parts: list[str] = []
        last = 0
        for found in self.finder.find(text, around):
            if found.id in self.explained:
                continue
            self.explained.add(found.id)
            address, definition = self.explain(found.id)
            parts.append(escape(text[last : found.start], quote=False))
            parts.append(
                f'<span class="term"><a href="{escape(address)}" aria-describedby="tip_{found.id}">'
                f"{escape(text[found.start : found.end], quote=False)}</a>"
                f'<span class="tip" role="tooltip" id="tip_{found.id}">{escape(definition, quote=False)}</span></span>'
            )
            last = found.end
        parts.append(escape(text[last:], quote=False))
        return "".join(parts)


class TokenRenderer(RendererHTML):
    """Renders tokens with a ProseState in the environment; tokens are shared and never changed."""

    def text(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
        content = tokens[index].content
        if env["quiet"]:
            return escape(content, quote=False)
        found: str = env["state"].with_terms(content, lambda: (said(tokens[:index]), said(tokens[index + 1 :])))
        return found

    def link_open(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
        env["quiet"] += 1
        target = env["state"].resolve(str(tokens[index].attrs["href"]))
        env["links"].append(target)
        if target is None:
            return ""
        outside = ' class="outside"' if target.lower().startswith("http") else ""
        return f'<a href="{escape(target)}"{outside}>'

    def link_close(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
        env["quiet"] -= 1
        return "" if env["links"].pop() is None else "</a>"

    def heading_open(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
        env["quiet"] += 1
        anchor = env["state"].anchor(plain(tokens[index + 1]))
        return f'<{self.shifted(tokens[index], env)} id="{anchor}">'

    def heading_close(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
        env["quiet"] -= 1
        return f"</{self.shifted(tokens[index], env)}>\n"

    def shifted(self, token: Token, env: EnvType) -> str:
        return f"h{min(int(token.tag[1:]) + env['shift'], 6)}"

    def image(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
        return escape(tokens[index].content, quote=False)

    def table_open(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
        end = next(i for i in range(index, len(tokens)) if tokens[i].type == "thead_close")
        heads = [plain(tokens[i + 1]) for i in range(index, end) if tokens[i].type == "th_open"]
        env["tables"] += 1
        name = escape(f"Table: {', '.join(heads[:4])}")
        return f'<div class="table" role="region" tabindex="0" aria-label="{name}"><table>'

    def table_close(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
        return "</table></div>"

    def th_open(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
        env["quiet"] += 1
        return f'<th scope="col"{aligned(tokens[index])}>'

    def th_close(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
        env["quiet"] -= 1
        return "</th> "  # search reads the text alone: without a space the words of two cells would be one

    def td_open(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
        return f"<td{aligned(tokens[index])}>"

    def td_close(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
        return "</td> "


def said(tokens: Sequence[Token]) -> str:
    """The words of a part of a paragraph, without markup."""
    return "".join(BETWEEN_LINES.get(token.type, token.content) for token in tokens)


BETWEEN_LINES = {"softbreak": "\n", "hardbreak": "\n\n"}


def aligned(cell: Token) -> str:
    """The class of a cell that is aligned: a style attribute would break the content security policy."""
    style = str(cell.attrs.get("style", ""))
    return ' class="right"' if "right" in style else ' class="centre"' if "center" in style else ""


RENDERER = TokenRenderer()


def prose_html(text: str, state: ProseState, *, under: int = 2) -> Markup:
    """A text as safe HTML.

    Args:
        text: CommonMark with tables.
        state: what the page remembers.
        under: the level of the heading that it stands under: a ### in the text comes right below that.
    """
    paragraphs, rest = plain_start(text)
    html = Markup("")
    if paragraphs:
        # One search for terms in all of them; no term holds the break between two paragraphs.
        html = Markup(f"<p>{state.with_terms(BREAK.join(paragraphs)).replace(BREAK, PARAGRAPH)}</p>\n")
    return html + sanitised(rendered(rest, state, shift=under - 2)) if rest else html


BREAK = "\n\n"
PARAGRAPH = "</p>\n<p>"


def page_html(text: str, state: ProseState) -> Markup:
    """The text of a page of prose as safe HTML; its headings keep their levels."""
    return sanitised(rendered(text, state, shift=0))


def rendered(text: str, state: ProseState, *, shift: int) -> str:
    env: dict[str, Any] = {"state": state, "quiet": 0, "links": [], "shift": shift, "tables": 0}
    return str(RENDERER.render(parse(text), parser(tables=True).options, env))


def sanitised(html: str) -> Markup:
    """HTML with nothing in it but what prose may hold. The renderer makes nothing else; this is the second lock."""
    return Markup(CLEANER.clean(html))


def first_paragraph(text: str) -> str:
    """The words of the first paragraph of a text, without markup."""
    for token in parse(text):
        if token.type == "inline":
            return re.sub(r"\s+", " ", plain(token)).strip()
    return ""
