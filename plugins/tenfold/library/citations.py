"""Sources as people cite them, and letters for those that would read alike."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from string import ascii_lowercase

from tenfold.model import Source

PERSON = re.compile(r"([^,]+), (?:[A-Z]\.[ -]?)+")
"""A person as the bibliography writes them, such as "Billington, T.". Anybody else is an organisation."""
ARTICLES = frozenset(["a", "an", "the"])
UNDATED = "no date"


@dataclass(frozen=True)
class Citation:
    """How a source is cited: by whom it is, its year (empty when nobody knows it), and its letter if it needs one.

    `place` counts from 1 among the sources that would read alike, and is 0 where none other does.
    """

    who: str
    year: str
    place: int = 0

    @property
    def dated(self) -> str:
        """What stands in brackets in the full reference: "2018", "2018b", "no date b", or nothing."""
        if not self.place:
            return self.year
        return f"{self.year}{letter(self.place)}" if self.year else f"{UNDATED} {letter(self.place)}"

    @property
    def short(self) -> str:
        """It in a few words: "Billington and others, 2020", "Ofsted, 2009b", "RSA and Mayor of London, 2022"."""
        return ", ".join(filter(None, (self.who, self.dated)))

    @property
    def order(self) -> tuple[str, str, int]:
        """Where it stands in a bibliography: by whom it is, then by year, then by letter."""
        return self.who.casefold(), self.year, self.place


def citations(sources: Mapping[str, Source], *, own: Collection[str] = ()) -> dict[str, Citation]:
    """How each source is cited, so that no two read alike.

    Those of one author and one year get letters by their titles, without "a", "an" or "the" in front, as
    bibliographies do it. So a letter changes only when one comes or goes that shares both, wherever the list has it.

    Args:
        sources: every source of a site, by id.
        own: the ids of those that a local copy has added. They come after the others, whatever their titles, so that
            "2018b" means the same in every copy.
    """
    plain = {id: Citation(who(source), source.year or "") for id, source in sources.items()}
    alike: dict[str, list[str]] = defaultdict(list)
    for id in sorted(sources, key=lambda each: (each in own, title_order(sources[each].title), each)):
        alike[plain[id].short.casefold()].append(id)
    for ids in alike.values():
        if len(ids) > 1:
            plain |= {id: Citation(plain[id].who, plain[id].year, place) for place, id in enumerate(ids, 1)}
    return plain


def title_order(title: str) -> list[str]:
    """A title as one looks it up: its words in small letters, without signs and without an article in front."""
    words: list[str] = re.findall(r"\w+", title.casefold())
    return words[1:] if len(words) > 1 and words[0] in ARTICLES else words


def letter(place: int) -> str:
    """The letter of a place, from 1: a to z, then aa, ab."""
    before, number = divmod(place - 1, len(ascii_lowercase))
    return (letter(before) if before else "") + ascii_lowercase[number]


def who(source: Source) -> str:
    """By whom a source is, in a few words: "Billington and others", or what stands for them when nobody is named."""
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
