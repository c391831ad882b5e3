"""What a content folder is checked with: in a local copy the content that it is a copy of, elsewhere nothing."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from tenfold.checking import Checked, check_content
from tenfold.library import Library
from tenfold.loading import Content, load_content, load_layers
from tenfold.local.arranging import keys
from tenfold.local.copy import OWN, LocalCopy, NotACopy, read_copy
from tenfold.local.place import FILE


def is_of_copy(folder: Path) -> bool:
    """Whether a content folder is that of a local copy."""
    return folder.name == OWN and (folder.parent / FILE).is_file()


def copy_of(folder: Path, *, shown_as: str) -> LocalCopy:
    """The copy that a content folder is that of.

    Raises:
        NotACopy: its settings have problems.
    """
    around = PurePosixPath(shown_as).parent.as_posix()
    return read_copy(folder.parent, shown_as="" if around == "." else around)


def check_around(folder: Path, *, shown_as: str = OWN) -> Checked:
    """Load and check a content folder with what belongs to it.

    Args:
        folder: the content folder.
        shown_as: how messages call it.
    """
    if not is_of_copy(folder):
        return check_content(folder, shown_as=shown_as)
    try:
        return copy_of(folder, shown_as=shown_as).check()
    except NotACopy as refused:
        return Checked(Library([]), refused.problems)


def load_around(folder: Path, *, shown_as: str = OWN) -> Content:
    """Load a content folder with what belongs to it, without a check of what they say of each other."""
    if not is_of_copy(folder):
        return load_content(folder, shown_as=shown_as)
    try:
        copy = copy_of(folder, shown_as=shown_as)
    except NotACopy as refused:
        return Content(problems=refused.problems)
    return load_layers(copy.layers, replaced=keys(copy.settings.replace))
