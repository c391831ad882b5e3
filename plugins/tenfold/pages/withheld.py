"""The pages that stand where a local copy withholds what the original has: nothing of it may be told there.

So these pages are made from addresses alone. No record comes in here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tenfold.pages.left_out import ALL, BROWSE, LEFT_OUT
from tenfold.pages.page import Crumb, Page

WITHHELD = "withheld"
"""The fragment that renders them."""
TITLE = "This page is not available here"
SHORTER = re.compile(r"(.+/)page/\d+/")
"""The address of a further page of a list, with that of its first."""
HOME = Crumb("Home", "")
LISTS = {crumb.address: crumb for crumb in (*ALL.values(), BROWSE)}
"""What a button says that leads to a list."""


def withheld_pages(standing: Sequence[Page], addresses: Iterable[str]) -> Iterator[Page]:
    """A page for every address that a copy would have if it withheld nothing, and has not.

    Args:
        standing: the plan of the copy, without these pages.
        addresses: those that it would have.
    """
    taken = {page.address for page in standing}
    here = {page.address: page for page in standing if not page.redirect and page.fragment != LEFT_OUT}
    for address in addresses:
        if address not in taken:
            longer = SHORTER.fullmatch(address)
            first = here.get(longer[1]) if longer else None
            yield shorter(address, first) if first else withheld_page(address, here)


def shorter(address: str, first: Page) -> Page:
    """A further page of a list that has fewer pages here: it leads to the first."""
    data = {"to": first.address, "called": first.title}
    return Page(
        address, "moved", f"{first.title} (moved)", "This list is shorter now.", data, first.crumbs[:1], first.section,
        indexed=False, redirect=first.address,
    )  # fmt: skip


def withheld_page(address: str, here: Mapping[str, Page]) -> Page:
    """The page at an address of which nothing is told."""
    above = nearest(address, here)
    on = LISTS.get(above.address, Crumb(above.title, above.address)) if above else None
    crumbs = (HOME, Crumb(above.title, above.address)) if above else (HOME,)
    description = "It has been taken down from this site."
    section = above.section if above else ""
    return Page(address, WITHHELD, TITLE, description, {"on": on}, crumbs, section, indexed=False)


def nearest(address: str, here: Mapping[str, Page]) -> Page | None:
    """The page that stands above an address, the home page apart: most often the list of what is of its kind."""
    parts = address.split("/")[:-2]
    above = ("/".join(parts[:length]) + "/" for length in range(len(parts), 0, -1))
    return next((here[each] for each in above if each in here), None)
