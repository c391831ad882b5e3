"""What the file is called: proposed from the name of the setting, and never that of another."""

from __future__ import annotations

from pathlib import Path

from tenfold.conversation.draft import MARK, current
from tenfold.loading.placing import better_name
from tenfold.model.base import ID, RESERVED

LONGEST = 40
"""Longer names make addresses that nobody can read out."""


def name_for(setting: str, folder: Path) -> str:
    """A name for the file of a setting's case study that nothing has yet: willow-lane-primary-school."""
    words = better_name(setting).split("-")
    while len("-".join(words)) > LONGEST and len(words) > 1:
        words.pop()
    base = "-".join(words)
    if base == "name":
        base = "case-study"
    names = (base if number == 1 else f"{base}-{number}" for number in range(1, 1_000))
    return next(name for name in names if is_free(name, folder))


def is_free(name: str, folder: Path) -> bool:
    """Whether a file of this name would be nobody else's, also on a computer that knows no capitals."""
    taken = {each.name.lower() for each in folder.iterdir()} if folder.is_dir() else set()
    return f"{name}.yml".lower() not in taken


def is_own(name: str, folder: Path) -> bool:
    """Whether the file of this name is a draft that was begun here."""
    raw = current(folder / f"{name}.yml")
    return raw is not None and MARK.encode() in raw[:2_000]


def is_name(name: str) -> bool:
    return bool(ID.fullmatch(name)) and name not in RESERVED
