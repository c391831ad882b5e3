"""Puts an update in place: all of it or nothing."""

from __future__ import annotations

import contextlib
from pathlib import Path

from tenfold.updating.disk import DISK, Disk
from tenfold.updating.journal import (
    PLACE,
    Plan,
    UpdateFailed,
    apply,
    because,
    clear,
    end,
    may_change,
    only_updater,
    stage,
    take_back,
)
from tenfold.updating.preparing import Update, UpdateRefused, fingerprint

AS_IT_WAS = "Everything is as it was."


def put_in_place(update: Update, *, disk: Disk = DISK) -> None:
    """Write an update.

    Args:
        update: what `prepare` made of a bundle.
        disk: how things are written; tests give one that fails.

    Raises:
        Busy: somebody else updates the copy.
        UpdateRefused: somebody has changed the copy since the update was prepared.
        UpdateFailed: it could not be written. The text says how things stand.
    """
    folder = update.folder
    with only_updater(folder):
        if (folder / PLACE).exists() or fingerprint(folder) != update.fingerprint:
            raise UpdateRefused("somebody else has changed this copy in the meantime. Run this again.")
        if not all(may_change(folder, path) for path in update.new):
            raise UpdateRefused(
                "content/ is a link to another place, where nothing is changed. Put the folder itself here."
            )
        plan = staged(update, folder, disk)
        placed(folder, plan, disk)
        with contextlib.suppress(OSError):
            end(folder, disk)  # what it leaves is cleared away by the next command


def staged(update: Update, folder: Path, disk: Disk) -> Plan:
    try:
        return stage(folder, update.new, update.kept, disk)
    except (OSError, KeyboardInterrupt) as error:
        with contextlib.suppress(OSError):
            clear(folder, disk)
        if isinstance(error, OSError):
            raise UpdateFailed(f"the update cannot be written: {because(error)}. {AS_IT_WAS}") from None
        raise


def placed(folder: Path, plan: Plan, disk: Disk) -> None:
    try:
        apply(folder, plan, disk)
    except (OSError, KeyboardInterrupt) as error:
        try:
            take_back(folder, plan, disk)
        except OSError as again:
            why = f"the update cannot be put in place: {because(again)}. A part of it is in place already"
            raise UpdateFailed(f"{why}; the next tenfold command completes it.") from error
        if isinstance(error, OSError):
            raise UpdateFailed(f"the update cannot be put in place: {because(error)}. {AS_IT_WAS}") from None
        raise
