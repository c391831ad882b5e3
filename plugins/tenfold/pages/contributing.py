"""The pages on how to contribute: four ways in, consent, licences, review, an annotated example, every field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tenfold.library import Library
from tenfold.local.copy import LocalCopy
from tenfold.model import Kind
from tenfold.model.vocabulary import Licence
from tenfold.pages.annotations import annotation_pages
from tenfold.pages.field_reference import field_pages
from tenfold.pages.page import Crumb, Page
from tenfold.pages.statements import STATEMENTS
from tenfold.pages.theories import GUIDE
from tenfold.safeguarding import rules

CONTRIBUTE = Crumb("Contribute", "contribute/")
TOP = "contribute/index"
FRAGMENTS = {
    TOP: "contribute",
    "contribute/consent": "consent",
    "contribute/licences": "licences",
    "contribute/review": "review",
    "contribute/host-your-own": "host_your_own",
}
"""Pages of prose below which something stands that is made from the records or the settings, and its fragment."""


@dataclass(frozen=True)
class Host:
    """Who publishes this copy of the site, as far as mkdocs.yml says it.

    `contact` is an address on the web or one to write a mail to. `form` is that of a form to fill in in a browser.
    `answer_days` and `decide_days` are working days: until somebody answers, and until they have decided.
    """

    name: str = ""
    contact: str = ""
    form: str = ""
    answer_days: int | None = None
    decide_days: int | None = None

    @property
    def called(self) -> str:
        """Its name inside a sentence."""
        return self.name or "the people who publish this copy"


NOBODY = Host()


def contribute_pages(library: Library, home: Crumb) -> Iterator[Page]:
    """The annotated case studies and the field reference; the pages of prose come with all others."""
    crumbs = (home, CONTRIBUTE) if TOP in library.pages else (home,)
    yield from annotation_pages(library, crumbs, CONTRIBUTE.address)
    yield from field_pages(library, crumbs, CONTRIBUTE.address)


def fragment_of(page_id: str, library: Library, copy: LocalCopy | None = None) -> str:
    """The fragment that renders a page of prose."""
    if copy and page_id in STATEMENTS and not library.is_local(Kind.PAGE, page_id):
        return STATEMENTS[page_id]
    return {**FRAGMENTS, GUIDE: "making_theory"}.get(page_id, "prose_page")


def beside_prose(page_id: str, library: Library, host: Host) -> Mapping[str, Any]:
    """What a page of prose on contributing shows beside its text."""
    if page_id not in FRAGMENTS:
        return {}
    return {"host": host, "rules": rules(), "licences": licences(library)}


def licences(library: Library) -> tuple[tuple[Licence, int], ...]:
    """Every licence, with how many case studies are under it."""
    under = [case.provenance.licence for case in library.cases.values()]
    return tuple((licence, under.count(licence)) for licence in Licence)
