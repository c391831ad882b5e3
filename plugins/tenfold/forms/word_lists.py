"""The paragraphs of a Word document put together: those of a list become a list, with lists inside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from tenfold.forms.prose_tree import Block, Listing, Paragraph, Quote, Runs


@dataclass(frozen=True)
class Item:
    """A paragraph that starts an item of a list: how deep, numbered or not, from which number."""

    runs: Runs
    level: int
    numbered: bool
    start: int


@dataclass(frozen=True)
class Continued:
    """A paragraph that goes on with an item."""

    runs: Runs


@dataclass
class Open:
    """A list that is being put together."""

    item: Item
    items: list[list[Block]] = field(default_factory=list)

    def closed(self) -> Listing:
        return Listing(tuple(map(tuple, self.items)), self.item.numbered, self.item.start if self.item.numbered else 1)


Part = Block | Item | Continued


def assembled(parts: Iterable[Part]) -> Iterator[tuple[Block, ...]]:
    """The blocks that parts make. Quotes that follow each other are one."""
    for kind, group in groupby(parts, kind_of):
        run = list(group)
        if kind == "list":
            yield tuple(lists(run))
        elif kind == "quote":
            yield (Quote(tuple(each for quote in run if isinstance(quote, Quote) for each in quote.blocks)),)
        else:
            yield from ((part,) for part in map(as_block, run))


def kind_of(part: Part) -> str:
    if isinstance(part, Item | Continued):
        return "list"
    return "quote" if isinstance(part, Quote) else ""


def as_block(part: Part) -> Block:
    return Paragraph(part.runs) if isinstance(part, Item | Continued) else part


def lists(parts: Sequence[Part]) -> Iterator[Block]:
    opened: list[Open] = []
    for part in parts:
        if isinstance(part, Item):
            while opened and not goes_on(opened[-1], part):
                yield from close(opened)
            if not opened or opened[-1].item.level < part.level:
                opened.append(Open(part))
            opened[-1].items.append([Paragraph(part.runs)])
        elif isinstance(part, Continued) and opened:
            opened[-1].items[-1].append(Paragraph(part.runs))
        else:
            yield as_block(part)
    while opened:
        yield from close(opened)


def goes_on(last: Open, item: Item) -> bool:
    """Whether an item belongs to the list that is open, or to one inside its last item.

    Programs give the items of one list all sorts of numbers of their own, so that these tell nothing.
    """
    if item.level > last.item.level:
        return True
    return item.level == last.item.level and item.numbered == last.item.numbered


def close(opened: list[Open]) -> Iterator[Block]:
    """End the innermost list: it becomes a part of the item around it, if there is one."""
    found = opened.pop().closed()
    if opened:
        opened[-1].items[-1].append(found)
    else:
        yield found
