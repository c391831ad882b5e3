"""The ids that exist, with their titles: what an editor offers where a field refers to another record."""

from __future__ import annotations

from collections.abc import Mapping

from tenfold.library import Library
from tenfold.model import Kind, Source, Term

Suggested = Mapping[Kind, Mapping[str, str]]
"""For each kind of record, the ids that may be mentioned, each with what it stands for."""


def suggested_ids(library: Library) -> Suggested:
    """The ids of a library that a record may mention: neither drafts nor what was withdrawn."""
    return {
        Kind.CASE: {id: f"{case.setting.name}: {case.title}" for id, case in library.cases.items()},
        Kind.FEATURE: {id: f"{feature.title}. {feature.summary}" for id, feature in library.features.items()},
        Kind.SOURCE: {id: about_source(source) for id, source in library.sources.items()},
        Kind.TERM: {id: about_term(term) for id, term in library.terms.items()},
        Kind.RESOURCE: {id: f"{each.title}. {each.summary}" for id, each in library.resources.items()},
        Kind.THEORY: {id: theory.title for id, theory in library.theories.items()},
    }


def about_source(source: Source) -> str:
    by = ", ".join(source.authors) or source.publisher or ""
    return " ".join(filter(None, [f"{by}:" if by else "", source.title, f"({source.year})" if source.year else ""]))


def about_term(term: Term) -> str:
    return f"{term.term}. {term.definition}"
