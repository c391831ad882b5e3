"""The ids that exist, with what they stand for: what an editor offers where a field refers to another record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tenfold.library import Library
from tenfold.model import Kind, Term

Suggested = Mapping[Kind, Mapping[str, str]]
"""For each kind of record, the ids that may be mentioned, each with what it stands for, in 60 signs at most."""

MOST = 60
"""Signs that the list of an editor shows in one line."""
MOST_OF_WHO = 40
"""Signs of an author's name, so that year and title are seen beside it."""
WORDS_OF_TITLE = 5
SIGNS = " .,:;-\u2013\u2014…([\"'\u2018\u201c"
"""What does not stand before an ellipsis."""


def suggested_ids(library: Library) -> Suggested:
    """The ids of a library that a record may mention: neither drafts nor what was withdrawn."""
    about = {
        Kind.CASE: {id: f"{case.setting.name}: {case.title}" for id, case in library.cases.items()},
        Kind.FEATURE: {id: f"{feature.title}. {feature.summary}" for id, feature in library.features.items()},
        Kind.SOURCE: {id: about_source(id, library) for id in library.sources},
        Kind.TERM: {id: about_term(term) for id, term in library.terms.items()},
        Kind.RESOURCE: {id: f"{each.title}. {each.summary}" for id, each in library.resources.items()},
        Kind.THEORY: {id: theory.title for id, theory in library.theories.items()},
    }
    return {kind: {id: cut(text) for id, text in texts.items()} for kind, texts in about.items()}


def about_source(id: str, library: Library) -> str:
    """A source as it is cited, and how its title starts: "Ofsted, 2009: The exclusion from school of…"."""
    citation, title = library.citations[id], library.sources[id].title
    cited = replace(citation, who=cut(citation.who, MOST_OF_WHO)).short
    return cited if citation.who == title else f"{cited}: {first_words(title)}"


def first_words(title: str) -> str:
    """A title, or its first words: one knows it by them, and to give it in full is what the bibliography is for."""
    words = title.split(" ")
    return title if len(words) <= WORDS_OF_TITLE else f"{' '.join(words[:WORDS_OF_TITLE]).rstrip(SIGNS)}…"


def about_term(term: Term) -> str:
    return f"{term.term}. {term.definition}"


def cut(text: str, most: int = MOST) -> str:
    """The start of a text in at most so many signs, cut after a whole word and with an ellipsis if it is longer."""
    if len(text) <= most:
        return text
    start = text[:most].rpartition(" ")[0] or text[: most - 1]
    return f"{start.rstrip(SIGNS)}…"
