"""Sources as people cite them."""

from __future__ import annotations

import re

from tenfold.model import Source

PERSON = re.compile(r"([^,]+), (?:[A-Z]\.[ -]?)+")
"""A person as the bibliography writes them, such as "Billington, T.". Anybody else is an organisation."""


def short_citation(source: Source) -> str:
    """A source in a few words: "Billington and others, 2020", "Ofsted, 2009", "RSA and Mayor of London, 2022"."""
    return f"{who(source)}, {source.year}" if source.year else who(source)


def who(source: Source) -> str:
    names = [surname(author) for author in source.authors] or [source.publisher or source.title]
    if len(names) == 1:
        return names[0]
    return f"{names[0]} and {names[1]}" if len(names) == 2 else f"{names[0]} and others"


def all_authors(source: Source) -> str:
    """Everybody who wrote a source: "Ng, A.; Roe, B.", "Ng, A. and others", "RSA and Mayor of London"."""
    *first, last = source.authors
    if not first:
        return last
    together = last == "others" or not any(PERSON.fullmatch(author) for author in source.authors)
    return f"{'; '.join(first)} and {last}" if together else "; ".join(source.authors)


def surname(author: str) -> str:
    """The surname of a person written as "Billington, T.", or the whole name of an organisation."""
    person = PERSON.fullmatch(author)
    return person[1] if person else author
