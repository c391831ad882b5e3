"""Markdown as a tree of prose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from tenfold import prose
from tenfold.forms.prose_tree import BREAK, Block, Code, Grid, Heading, Listing, Paragraph, Quote, Rule, Run, Runs, tidy


def read_markdown(text: str) -> tuple[Block, ...]:
    """What a text in Markdown is made of."""
    return tuple(blocks_of(Tokens(prose.parse(text))))


class Tokens:
    """The tokens of a text, taken one after the other."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.at = 0

    def next(self) -> Token | None:
        if self.at == len(self.tokens):
            return None
        self.at += 1
        return self.tokens[self.at - 1]

    def until(self, ending: str) -> Iterator[Token]:
        """The tokens up to the one of this type, which is taken as well."""
        while (token := self.next()) is not None and token.type != ending:
            yield token


def blocks_of(tokens: Tokens, ending: str = "") -> Iterator[Block]:
    """The blocks up to the token of this type, or to the end."""
    for token in tokens.until(ending):
        yield from text_block(tokens, token)
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                yield listing(tokens, token)
            case "table_open":
                yield Grid(tuple(rows_of(tokens)))
            case "blockquote_open":
                yield Quote(tuple(blocks_of(tokens, "blockquote_close")))
            case "fence" | "code_block":
                yield Code(token.content.removesuffix("\n"))
            case "hr":
                yield Rule()


def text_block(tokens: Tokens, token: Token) -> Iterator[Block]:
    """A paragraph or a heading, if it says anything."""
    if token.type == "inline" and (runs := runs_of(token)):
        yield Paragraph(runs)
    elif token.type == "heading_open" and (
        runs := tidy(run for each in tokens.until("heading_close") for run in inline(each))
    ):
        yield Heading(int(token.tag[1:]), runs)


def listing(tokens: Tokens, opening: Token) -> Listing:
    items = tuple(
        tuple(blocks_of(tokens, "list_item_close"))
        for token in tokens.until(opening.type.replace("open", "close"))
        if token.type == "list_item_open"
    )
    numbered = opening.tag == "ol"
    return Listing(items, numbered, int(opening.attrs.get("start", 1)) if numbered else 1)


def rows_of(tokens: Tokens) -> Iterator[tuple[Runs, ...]]:
    row: list[Runs] = []
    for token in tokens.until("table_close"):
        if token.type == "inline":
            row.append(runs_of(token))
        elif token.type == "tr_close":
            yield tuple(row)
            row = []


def runs_of(token: Token) -> Runs:
    return tidy(inline(token))


def inline(token: Token) -> Iterator[Run]:
    bold = italic = 0
    link = ""
    for child in token.children or ():
        match child.type:
            case "strong_open" | "strong_close":
                bold += child.nesting
            case "em_open" | "em_close":
                italic += child.nesting
            case "link_open":
                link = str(child.attrs["href"])
            case "link_close":
                link = ""
            case "softbreak":
                yield Run(" ", bool(bold), bool(italic), link=link)
            case "hardbreak":
                yield BREAK
            case "code_inline":
                yield Run(child.content, bool(bold), bool(italic), code=True, link=link)
            case "image":
                yield Run(f"![{child.content}]({child.attrs['src']})", bool(bold), bool(italic), link=link)
            case _:
                yield Run(child.content, bool(bold), bool(italic), link=link)
