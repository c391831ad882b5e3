"""A page of prose: a Markdown file with a few lines about it above."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from tenfold.model.base import Once, Prose, Record, Sentence, Words, matching
from tenfold.model.safeguarding import Safeguarding

FormerAddress = Annotated[
    str,
    AfterValidator(
        matching(
            r"[a-z0-9-]{1,60}(?:/[a-z0-9-]{1,60}){1,4}",
            "a former address is a folder and a name, without a slash around them. Write it as in about/contribute.",
        )
    ),
]


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
    safeguarding: Safeguarding | None = None
    """What people decided about the safeguarding checks."""
    aliases: Annotated[tuple[FormerAddress, ...], Once] = ()
    """Addresses it used to have, below the site. They lead here."""
    body: Prose
    """Its text, below the lines about the page."""
