"""The files behind pages, as they may be published where a local copy withholds something."""

from __future__ import annotations

from tenfold.layout.leaving_out import left_out, without_records
from tenfold.library import Library
from tenfold.library.unlinking import without_links
from tenfold.library.withholding import leading_to


def public_text(text: str, path: str, library: Library) -> str:
    """The text of a file of the content without what a copy withholds, and without any mention of it in a field.

    Args:
        text: the text of the file.
        path: its path below the content folder.
        library: the records that are published.
    """
    gone = library.full.withheld
    markdown = path.endswith(".md")
    text = without_links(text, leading_to(gone, library.full), file=not markdown)
    if markdown:
        return text
    inside = [(key, entry) for key, entry in library.full.entries.items() if entry.path.endswith(f"/{path}")]
    for key, entry in inside:
        if key not in gone and library.entries[key] is not entry:
            text = left_out(text, entry, gone)
    return without_records(text, {key[1] for key, entry in inside if entry.within and key in gone})
