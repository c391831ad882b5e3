"""The list of public addresses as part of a change: what becomes public with it is promised with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path, PurePosixPath

from tenfold.changing.change import Change, with_file
from tenfold.ledger import read_ledger, standing, with_new, written
from tenfold.library import Library
from tenfold.loading.placing import LEDGER


def with_ledger(folder: Path, change: Change, before: Library, after: Library, on: date, *, shown_as: str) -> Change:
    """The change with the addresses that it makes public, if the content has a list of them.

    Args:
        folder: the content folder.
        change: what is to become of it.
        before: the records as they are.
        after: the records as they will be.
        on: the day from which the addresses are public.
        shown_as: how messages call the folder.
    """
    file = folder / LEDGER
    lines, _ = read_ledger(folder, shown_as=shown_as)
    known = standing(before)
    new = [line for line in with_new(lines, after, on)[1] if line.address not in known]
    if not lines or not new:
        return change
    return with_file(change, PurePosixPath(LEDGER), file.read_bytes(), written([*lines, *new]))
