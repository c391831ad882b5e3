"""All records together: what exists, who mentions whom, what is alike. No files, no HTML."""

from tenfold.library.arrangement import Arrangement
from tenfold.library.checks import check_library, check_subject, findings
from tenfold.library.facets import FACETS, Facet
from tenfold.library.library import Library, Mention
from tenfold.library.noting import Anchored, How, Noted, passage_of, place_of
from tenfold.library.relatedness import Related

__all__ = [
    "FACETS",
    "Anchored",
    "Arrangement",
    "Facet",
    "How",
    "Library",
    "Mention",
    "Noted",
    "Related",
    "check_library",
    "check_subject",
    "findings",
    "passage_of",
    "place_of",
]
