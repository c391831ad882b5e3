"""The page of the resources: everything elsewhere that helps, under the kinds of help."""

from __future__ import annotations

from collections.abc import Iterator

from tenfold.library import Library
from tenfold.local.copy import LocalCopy
from tenfold.pages.left_out import absent_resources
from tenfold.pages.page import Crumb, Page

RESOURCES = Crumb("Resources", "resources/")
TOOLKIT = "toolkit/"


def resource_pages(library: Library, crumbs: tuple[Crumb, ...], copy: LocalCopy | None = None) -> Iterator[Page]:
    """One page for all resources, each with an anchor of its own.

    Args:
        library: the records.
        crumbs: the way to the toolkit, which they are a part of.
        copy: the local copy whose page this is, or None for the original.
    """
    top = library.pages.get(f"{TOOLKIT}index")
    crumbs = (*crumbs, Crumb(top.short_title or top.title, TOOLKIT)) if top else crumbs
    description = "Help elsewhere: services, programmes, training, guidance and tools, with whom each is for."
    data = {"left_out": tuple(absent_resources(library, copy))}
    yield Page(RESOURCES.address, "resources", RESOURCES.title, description, data, crumbs, TOOLKIT)
