"""Replaces a folder by another in one step, so that whoever serves it has one whole site at every moment."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2  # Linux, linux/fs.h
RENAME_SWAP = 2  # macOS, sys/stdio.h


def former_of(site: Path) -> Path:
    """Where the site before this one is kept."""
    return site.with_name(f".{site.name}-former")


def swap(new: Path, site: Path) -> None:
    """Put a new site where the old one is; the old one is kept beside it, under `former_of(site)`.

    On Linux and macOS the two folders change places in one system call. Elsewhere there are two renames, and `recover`
    mends what a kill between them leaves.

    Args:
        new: the folder to put there; it is gone afterwards.
        site: where it goes.
    """
    former = former_of(site)
    shutil.rmtree(former, ignore_errors=True)
    if not site.exists():
        os.rename(new, site)
    elif exchanged(new, site):
        os.rename(new, former)
    else:
        os.rename(site, former)
        os.rename(new, site)


def recover(site: Path) -> bool:
    """Put the former site back if a swap was killed halfway and left none; whether that was needed."""
    former = former_of(site)
    if site.exists() or not former.exists():
        return False
    os.rename(former, site)
    return True


def exchanged(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; False where the system cannot."""
    a, b = os.fsencode(one), os.fsencode(other)
    try:
        if sys.platform == "linux":
            return int(ctypes.CDLL(None).renameat2(AT_FDCWD, a, AT_FDCWD, b, RENAME_EXCHANGE)) == 0
        if sys.platform == "darwin":
            return int(ctypes.CDLL(None).renamex_np(a, b, RENAME_SWAP)) == 0
    except (AttributeError, OSError):
        pass
    return False
