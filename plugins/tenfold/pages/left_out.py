"""The pages that stand in a local copy where it leaves out what the original has: links from elsewhere lead to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tenfold.library import Library
from tenfold.local.copy import LocalCopy
from tenfold.model import CaseStudy, Kind, Resource
from tenfold.pages.page import Crumb, Page, address_of
from tenfold.pages.statements import STATEMENTS

LEFT_OUT = "left_out"
"""The fragment that renders them."""
ALL = {
    Kind.CASE: Crumb("All case studies", "case_studies/"),
    Kind.THEORY: Crumb("All theories of change", "theories_of_change/"),
    Kind.EXERCISE: Crumb("All exercises", "exercises/"),
    Kind.FRAMEWORK: Crumb("All frameworks", "frameworks/"),
}
"""Where a copy lists what it has of a kind. What is of another kind leads to what stands above it."""
BROWSE = Crumb("All ways to browse", "browse/")
ANNOTATED = "annotated case study"


@dataclass(frozen=True)
class Absence:
    """What is said where something is left out.

    `noun` says what it is, `says` what it is about, in a sentence. `chosen` is false for what is gone because nothing
    is left to stand on it. `on` is where similar things are in this copy. `original` is its address in the site that
    this is a copy of, empty where that has none, or says nothing that holds here.
    """

    noun: str
    says: str
    on: Crumb
    original: str = ""
    chosen: bool = True


def left_out_pages(
    library: Library, standing: Sequence[Page], whole: Sequence[Page], copy: LocalCopy | None
) -> Iterator[Page]:
    """A page for every address that is in the plan without what a copy leaves out, and not in that of the copy.

    Args:
        library: the records of the copy.
        standing: the plan of the copy.
        whole: the plan of the same records with nothing left out.
        copy: its settings, or None where nobody knows them.
    """
    here = {page.address for page in standing}
    for page in whole:
        if page.address in here:
            continue
        if page.redirect:
            yield page
        elif page.data.get("number", 1) > 1 and page.fragment == "listing":
            yield shorter(page)
        else:
            crumbs = tuple(crumb for crumb in page.crumbs if crumb.address in here)
            yield left_out(page, absence_of(page, library, crumbs, copy), crumbs)


def left_out(page: Page, absence: Absence, crumbs: tuple[Crumb, ...]) -> Page:
    """The page that stands in the place of another."""
    description = f"This {absence.noun} is not in this copy. {absence.says}"[:300]
    return Page(
        page.address, LEFT_OUT, f"{named(page)} (not in this copy)", description, {"absence": absence}, crumbs,
        page.section, indexed=False,
    )  # fmt: skip


def shorter(page: Page) -> Page:
    """A further page of a list that has fewer pages here: it leads to the first."""
    first = page.data["addresses"][0]
    data = {"to": first, "called": page.data["heading"]}
    return replace(page, fragment="moved", data=data, indexed=False, redirect=first)


def absence_of(page: Page, library: Library, crumbs: Sequence[Crumb], copy: LocalCopy | None) -> Absence:
    """What is said where a page is left out.

    Args:
        page: the page.
        library: the records of the copy.
        crumbs: the way to it, as far as it is there in the copy.
        copy: its settings, or None.
    """
    above = crumbs[-1]
    if page.fragment == "listing":
        says = f"It holds the case studies under “{named(page)}”, and this copy has none of them."
        # The original's list may show what this copy withholds.
        original = at_original(page.address, copy) if library.full is library else ""
        return Absence("list", says, BROWSE, original, chosen=False)
    if page.fragment == "matrix":
        return Absence("table", f"It is called “{page.title}”.", above, at_original(page.address, copy))
    if page.subject is None:
        study = library.whole.cases[page.data["theory"].case]
        says = f"It starts from the case study of {study.setting.name}."
        return Absence("starting theory", says, ALL[Kind.THEORY], at_original(page.address, copy))
    kind, id = page.subject
    original = (
        at_original(page.address, copy) if is_of_original(library, kind, id, copy) and id not in STATEMENTS else ""
    )
    return Absence(noun_of(page), about(page), ALL.get(kind, above), original)


def named(page: Page) -> str:
    """What people call what a page is about."""
    if isinstance(page.data.get("case"), CaseStudy):
        return str(page.data["case"].setting.name)
    rack = page.data.get("rack")
    return f"{rack.label}: {page.data['heading']}" if rack else page.title


def noun_of(page: Page) -> str:
    """What a page of a record is, inside a sentence."""
    assert page.subject is not None
    if page.fragment == "framework_item":
        return str(page.data["framework"].item_noun)
    return ANNOTATED if page.subject[0] is Kind.ANNOTATION else page.subject[0].noun


def about(page: Page) -> str:
    """What a page of a record is about, in a sentence."""
    if page.fragment == "case_study":
        return f"It is about {named(page)}."
    if page.fragment == "framework_item":
        return f"It is called “{page.title}”, and belongs to “{page.data['framework'].title}”."
    if page.subject and page.subject[1] in STATEMENTS:
        return f"It is called “{page.title}”. What the original says there is true of the original alone."
    return f"It is called “{page.title}”."


def absent_resources(library: Library, copy: LocalCopy | None) -> Iterator[tuple[str, Resource, str]]:
    """Each resource that a copy leaves out, with its id and its address in the original: all share one page."""
    for id, resource in library.whole.resources.items():
        if id not in library.resources:
            address = address_of(Kind.RESOURCE, id)
            yield id, resource, at_original(address, copy) if is_of_original(library, Kind.RESOURCE, id, copy) else ""


def is_of_original(library: Library, kind: Kind, id: str, copy: LocalCopy | None) -> bool:
    """Whether the original has a record of this id: it is no copy's own, or took the place of one there."""
    record = id.partition("/")[0] if kind is Kind.FRAMEWORK else id
    replaced = copy is not None and f"{kind}:{record}" in copy.settings.replace
    return replaced or not library.is_local(kind, record)


def at_original(address: str, copy: LocalCopy | None) -> str:
    """The same address in the site that this is a copy of, as far as that is known."""
    return f"{copy.original.rstrip('/')}/{address}" if copy and copy.original else ""
