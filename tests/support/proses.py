"""Prose on its own, rendered as if it stood on a page."""

from __future__ import annotations

from collections.abc import Mapping

from tenfold.model import Term
from tenfold.render.prose_html import ProseState, page_html, prose_html
from tenfold.render.terms import TermFinder
from tests.support.sites import Element, parsed

KNOWN = {"case:oak": "../case_studies/oak/", "page:toolkit/evidence#levels": "../toolkit/evidence/#levels"}


def a_state(terms: Mapping[str, Term] | None = None) -> ProseState:
    """The state of a page that knows these terms, and the links of `KNOWN`."""
    terms = terms or {}

    def resolve(url: str) -> str | None:
        return KNOWN.get(url) or (url if url.lower().startswith(("http", "mailto:", "#")) else None)

    return ProseState(resolve, TermFinder(terms), lambda term: (f"../glossary/#{term}", terms[term].definition))


def prose(text: str, *, under: int = 2, terms: Mapping[str, Term] | None = None) -> str:
    return str(prose_html(text, a_state(terms), under=under))


def page(text: str, *, terms: Mapping[str, Term] | None = None) -> str:
    return str(page_html(text, a_state(terms)))


def tree(text: str, *, under: int = 2, terms: Mapping[str, Term] | None = None) -> Element:
    """The body that a browser makes of prose."""
    return parsed(prose(text, under=under, terms=terms)).find("body")


def words(element: Element) -> str:
    return "".join(element.itertext())
