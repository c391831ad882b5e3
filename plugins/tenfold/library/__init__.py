"""All records together: what exists, who mentions whom, what is alike. No files, no HTML."""

from tenfold.library.arrangement import Arrangement
from tenfold.library.checks import check_library, check_subject, findings
from tenfold.library.library import FACETS, Facet, Library, Mention
from tenfold.library.relatedness import Related

__all__ = [
    "FACETS",
    "Arrangement",
    "Facet",
    "Library",
    "Mention",
    "Related",
    "check_library",
    "check_subject",
    "findings",
]
