"""A page of the plan, and the address of everything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tenfold.model import Kind


@dataclass(frozen=True)
class Crumb:
    """A step on the way from the home page to a page."""

    title: str
    address: str


@dataclass(frozen=True)
class Page:
    """One page of the site.

    `address` is relative to the site's root and ends in a slash, empty for the home page. `fragment` names the template
    that renders `data`. `section` is the place in the header that it belongs to. `edit` is the file, below the content
    folder, to change it in. `subject` is the record that it is about. `indexed` is false for pages that search engines
    should pass over.
    """

    address: str
    fragment: str
    title: str
    description: str
    data: Mapping[str, Any] = field(default_factory=dict)
    crumbs: tuple[Crumb, ...] = ()
    section: str = ""
    edit: str = ""
    subject: tuple[Kind, str] | None = None
    indexed: bool = True
    script: str = ""
    """The script, below assets/ and without its ending, that works on this page; it reads without."""
    redirect: str = ""
    """The address that this one leads to, if it is a former one."""


@dataclass(frozen=True)
class Download:
    """A file to take away: its name below downloads/, what people call it, its size, and what it is for.

    `digest` is its SHA-256, where somebody may want to know that it is whole.
    """

    name: str
    label: str
    kilobytes: int
    purpose: str
    digest: str = ""


ADDRESSES = {
    Kind.CASE: "case_studies/{}/",
    Kind.FEATURE: "features/{}/",
    Kind.FRAMEWORK: "frameworks/{}/",
    Kind.THEORY: "theories_of_change/{}/",
    Kind.EXERCISE: "exercises/{}/",
    Kind.ANNOTATION: "contribute/examples/{}/",
    Kind.RESOURCE: "resources/#{}",
    Kind.SOURCE: "sources/#{}",
    Kind.TERM: "glossary/#{}",
}


def address_of(kind: Kind, id: str) -> str:
    """Where a record stands, relative to the site's root, with its anchor if it shares a page."""
    if kind is Kind.PAGE:
        return "" if id == "index" else f"{id.removesuffix('/index')}/"
    if kind not in ADDRESSES:
        raise KeyError(f"a {kind} has no page")
    return ADDRESSES[kind].format(id)


def raw_address(edit: str) -> str:
    """Where the file behind a page is published as it is: a .yml under its own name, a page of prose as plain text."""
    return edit if edit.endswith(".yml") else f"{edit.removesuffix('.md')}.txt"


def browse_address(facet: str, word: str) -> str:
    return f"browse/{facet}/{word.replace('_', '-')}/"
