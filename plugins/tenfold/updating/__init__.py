"""A local copy gets newer content: what that means for what is theirs, then all of it or nothing, whatever fails."""

from tenfold.updating.journal import Busy, UpdateFailed, recover
from tenfold.updating.meaning import Affected, Fate, fates
from tenfold.updating.preparing import Update, UpdateRefused, Wishes, prepare
from tenfold.updating.putting import put_in_place

__all__ = [
    "Affected",
    "Busy",
    "Fate",
    "Update",
    "UpdateFailed",
    "UpdateRefused",
    "Wishes",
    "fates",
    "prepare",
    "put_in_place",
    "recover",
]
