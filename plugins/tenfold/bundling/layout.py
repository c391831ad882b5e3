"""What stands where in a bundle, and how large it may be: the same limits when it is written and when it is read."""

from __future__ import annotations

from pathlib import PurePosixPath

from tenfold.loading import yaml_text
from tenfold.loading.placing import LEDGER, misplaced

CONTENT = "content"
MANIFEST = "bundle.json"
CHANGES = "CHANGES.md"

MOST_FILES = 12_000
MOST_BYTES = 60_000_000
MOST_UNPACKED = 120_000_000
"""Of the whole bundle. A thousand case studies have 13 MB."""
MOST_MANIFEST = 6_000_000
MOST_CHANGES = 500_000
MOST_LEDGER = 2_000_000


def limit_for(name: str) -> int:
    """How many bytes a file of a bundle may have."""
    if name == MANIFEST:
        return MOST_MANIFEST
    if name == CHANGES:
        return MOST_CHANGES
    return MOST_LEDGER if name == f"{CONTENT}/{LEDGER}" else yaml_text.MAX_BYTES


def belongs(name: str) -> bool:
    """Whether there is a place for a file of this name in a bundle."""
    if name in (MANIFEST, CHANGES, f"{CONTENT}/{LEDGER}"):
        return True
    path = PurePosixPath(name)
    inside = path.parts[:1] == (CONTENT,) and len(path.parts) > 1 and str(path) == name
    return inside and misplaced(path.relative_to(CONTENT), name) is None
