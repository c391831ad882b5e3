"""Finding: the table that the finder in the browser works on, and the full-text index over the built pages.

The table and what is known of the glossary are drawn from the records; the index is Pagefind's, made by its own command
from the pages as they were built.
"""

from tenfold.finding.pagefind import IndexFailed, index_pages, spellings
from tenfold.finding.table import CARDS_A_FILE, finder_filters, finder_table
from tenfold.finding.terms import MEANINGS_A_FILE, finder_terms, meanings

__all__ = [
    "CARDS_A_FILE",
    "MEANINGS_A_FILE",
    "IndexFailed",
    "finder_filters",
    "finder_table",
    "finder_terms",
    "index_pages",
    "meanings",
    "spellings",
]
