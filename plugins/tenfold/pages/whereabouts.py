"""Where this copy of the site stands, where the one stands that it was made from, and which of two pages is the one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tenfold.library import Library
from tenfold.model import Kind
from tenfold.pages.page import Page
from tenfold.pages.statements import STATEMENTS


def made_here(_: Page) -> bool:
    """What is true of every page of a site that is nobody's copy."""
    return True


def is_local(library: Library, page: Page) -> bool:
    """Whether a local copy wrote or changed a page: all but the pages of single records that it has from the original.

    Lists and the home page hold what it has of its own, and its statements are about itself.
    """
    if page.subject is None or page.subject[1] in STATEMENTS or page.subject == (Kind.PAGE, "index"):
        return True
    return library.is_local(*page.subject)


@dataclass(frozen=True)
class Whereabouts:
    """The address of this site, and of the one that it is a copy of; None where nobody knows, or where there is none.

    `is_local` says of a page whether this copy wrote or changed it. A page that is not local is the original's, word
    for word, and stands there under the same address below the original's own.
    """

    site_url: str | None = None
    original: str | None = None
    is_local: Callable[[Page], bool] = made_here

    def original_of(self, page: Page) -> str | None:
        """Where the same page stands in the original, if there is one that is the same."""
        return None if self.is_local(page) else below(self.original, page.address)

    def canonical_of(self, page: Page) -> str | None:
        """The address that search engines should give for a page: the original's for what is the original's.

        An address that only leads on stands for the one that it leads to.
        """
        address = page.redirect or page.address
        if self.original and not self.is_local(page):
            return below(self.original, address)
        return below(self.site_url, address)

    def is_listed(self, page: Page) -> bool:
        """Whether a page belongs into this site's map for search engines."""
        return page.indexed and not page.redirect and self.original_of(page) is None


def below(site: str | None, address: str) -> str | None:
    return f"{site.rstrip('/')}/{address}" if site else None
