"""A page of prose: a Markdown file with a few lines about it above."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from tenfold.model.base import Once, Prose, Record, Sentence, Words, matching

NOT_A_PAGE = "this is not the id of a page. Write it as in toolkit/steps."
PageId = Annotated[str, AfterValidator(matching(r"(?:toolkit|about)(?:/[a-z0-9-]{3,60}){1,4}", NOT_A_PAGE))]


class ProsePage(Record):
    """A page of prose, such as a step of the toolkit."""

    title: Words
    """Its heading."""
    short_title: Annotated[Words, Field(max_length=40)] | None = None
    """Its name in menus, where there is little room."""
    order: (
        Annotated[str, AfterValidator(matching(r"[1-9]\d?", "the order is a number from 1 to 99. Use one."))] | None
    ) = None
    """Its place among the pages of its folder. Pages without one come last."""
    description: Annotated[Sentence, Field(max_length=300)]
    """What it is about, in at most 300 characters. It shows in search results and when the page is shared."""
    aliases: Annotated[tuple[PageId, ...], Once] = ()
    """Where it used to stand, such as toolkit/steps. Those addresses lead here."""
    body: Prose
    """What it says."""
