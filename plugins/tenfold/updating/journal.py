"""The journal of an update: staged beside the copy, ready by one rename, put in place by renames alone.

An update that was killed before it was ready has changed nothing, and what it left is removed. One that was killed
later is completed by whatever command comes next, because every step can be told from what lies where:

    staged, not in the copy     the former one is out of the way, this comes next
    staged, and in the copy     nothing was done yet
    not staged                  done
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from filelock import FileLock, Timeout

from tenfold.local.copy import BELOW, OWN
from tenfold.updating.disk import DISK, Disk

PLACE = ".tenfold-update"
READY, PLAN, NEW, OLD, KEPT = "ready", "plan.json", "new", "old", "kept"
DONE = "done"
"""What is no longer a journal and waits to be removed: one that is half removed would look like one begun."""
FORMER = ".tenfold-former"
"""Where the former versions of their files are kept, in a folder for each update that changed some."""
LOCK = ".tenfold-lock"
UPSTREAM = PurePosixPath(BELOW)

COMPLETED = "An update that was broken off half-way has been completed first."
DISCARDED = "An update that was broken off before it was ready has been cleared away. Nothing of it was in place."


class Busy(Exception):
    """Somebody else updates the copy at this moment."""


class UpdateFailed(Exception):
    """An update could not be written. The text says why, and how things stand."""


@dataclass(frozen=True)
class Step:
    """Something in the copy that is replaced: all of upstream, or a file of theirs with its sum as it was."""

    path: PurePosixPath
    was: str = ""

    @property
    def is_theirs(self) -> bool:
        return self.path != UPSTREAM


@dataclass(frozen=True)
class Plan:
    """What an update puts in place, with the sum of each staged file."""

    steps: tuple[Step, ...]
    sums: Mapping[str, str]

    def as_json(self) -> bytes:
        steps = [{"path": str(step.path), "was": step.was} for step in self.steps]
        return json.dumps({"steps": steps, "sums": dict(self.sums)}, indent=1).encode()


def sum_of(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


@contextmanager
def only_updater(folder: Path) -> Iterator[None]:
    """See that nobody else updates the same copy.

    Raises:
        Busy: somebody does.
        UpdateFailed: nothing can be written into the folder.
    """
    lock = FileLock(folder / LOCK, timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise Busy("another update of this copy is running. Wait for it, then try again.") from None
    except OSError as error:
        raise UpdateFailed(f"nothing can be written into this folder: {because(error)}.") from None
    try:
        yield
    finally:
        lock.release()


def because(error: OSError) -> str:
    return (error.strerror or "unknown reason").lower()


def is_pending(folder: Path) -> bool:
    """Whether an update of this copy was begun and not ended."""
    return (folder / PLACE).is_dir() and not (folder / PLACE).is_symlink()


def recover(folder: Path, *, disk: Disk = DISK) -> str:
    """End an update that was broken off: a sentence about it, or nothing when there was none.

    Every command that reads a local copy calls this first. It is quick when there is nothing to do.

    Args:
        folder: that of the local copy.
        disk: how things are written; tests give one that fails.

    Raises:
        Busy: an update is running.
        UpdateFailed: it can neither be completed nor taken back now.
    """
    if not is_pending(folder):
        return ""
    with only_updater(folder):
        return recovered(folder, disk)


def recovered(folder: Path, disk: Disk) -> str:
    """The same for whoever holds the lock."""
    if not is_pending(folder):
        return ""
    try:
        ready = folder / PLACE / READY
        plan = read_plan(folder, ready) if ready.exists() else None
        if plan is None or not (begun(ready, plan) or is_whole(ready, plan)):
            was_done = (folder / PLACE / DONE).exists()
            if (ready / OLD / UPSTREAM).is_dir() and not (folder / UPSTREAM).exists():
                disk.move(ready / OLD / UPSTREAM, folder / UPSTREAM)  # whatever became of the plan
            clear(folder, disk)
            return "" if was_done else DISCARDED
        apply(folder, plan, disk)
        end(folder, disk)
    except OSError as error:
        raise UpdateFailed(f"an update that was broken off cannot be completed: {because(error)}.") from None
    return COMPLETED


def read_plan(folder: Path, ready: Path) -> Plan | None:
    """The plan of an update, or None when it is not one of ours: it lies in a folder that others may write to."""
    try:
        said = json.loads((ready / PLAN).read_text(encoding="utf-8"))
        steps = tuple(Step(PurePosixPath(each["path"]), str(each["was"])) for each in said["steps"])
        plan = Plan(steps, {str(path): str(sum) for path, sum in said["sums"].items()})
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return plan if all(may_change(folder, step.path) for step in steps) else None


def may_change(folder: Path, path: PurePosixPath) -> bool:
    """Whether an update may put something at a path: upstream as a whole, or a file of their content."""
    inside = (folder / path).parent.resolve().is_relative_to(folder.resolve())
    below = path == UPSTREAM or (len(path.parts) > 1 and path.parts[0] in (OWN, str(UPSTREAM)))
    return inside and below and ".." not in path.parts


def begun(ready: Path, plan: Plan) -> bool:
    """Whether any of it has been put in place."""
    return any(not (ready / NEW / step.path).exists() for step in plan.steps) or (ready / OLD).exists()


def is_whole(ready: Path, plan: Plan) -> bool:
    """Whether every staged file is as it was written: after a power cut, it may not be."""
    files = [path for path in (ready / NEW).rglob("*") if path.is_file()]
    there = {path.relative_to(ready / NEW).as_posix(): sum_of(path.read_bytes()) for path in files}
    return there == plan.sums


def stage(folder: Path, new: Mapping[PurePosixPath, bytes], kept: Mapping[PurePosixPath, bytes], disk: Disk) -> Plan:
    """Write what an update puts in place to the side, and mark it ready by one rename.

    Args:
        folder: that of the local copy.
        new: everything by its path in the copy: what stands below upstream, and files of theirs.
        kept: files that are kept beside those that are replaced.
        disk: how things are written.
    """
    theirs = sorted(path for path in new if path.parts[0] != str(UPSTREAM))
    steps = [Step(UPSTREAM), *(Step(path, sum_of((folder / path).read_bytes())) for path in theirs)]
    plan = Plan(tuple(steps), {str(path): sum_of(raw) for path, raw in sorted(new.items())})
    disk.make_folder(folder / PLACE)
    building = Path(tempfile.mkdtemp(prefix="building-", dir=folder / PLACE))
    for below, files in ((NEW, new), (KEPT, kept)):
        for path, raw in sorted(files.items()):
            if not (building / below / path).parent.exists():
                disk.make_folder((building / below / path).parent)
            disk.write(building / below / path, raw)
    disk.write(building / PLAN, plan.as_json())
    disk.move(building, folder / PLACE / READY)
    return plan


def apply(folder: Path, plan: Plan, disk: Disk) -> None:
    """Put everything in its place. What is there already is left."""
    ready = folder / PLACE / READY
    for step in plan.steps:
        staged, target, former = ready / NEW / step.path, folder / step.path, former_of(ready, step)
        if not staged.exists():
            continue
        if target.exists() and step.is_theirs and sum_of(target.read_bytes()) != step.was:
            continue  # they have written in it since: it is theirs, and stays; the check says what is wrong with it
        if target.exists():
            disk.make_folder(former.parent)
            disk.move(target, former if not former.exists() else Path(tempfile.mkdtemp(dir=former.parent)) / "again")
        disk.make_folder(target.parent)
        disk.move(staged, target)


def former_of(ready: Path, step: Step) -> Path:
    """Where what was there before goes: what is theirs is kept, what is ours is not.

    What was withdrawn for safeguarding must not lie about in a former version of upstream.
    """
    return ready / (KEPT if step.is_theirs else OLD) / step.path


def take_back(folder: Path, plan: Plan, disk: Disk) -> None:
    """Undo what was put in place."""
    ready = folder / PLACE / READY
    for step in reversed(plan.steps):
        staged, target, former = ready / NEW / step.path, folder / step.path, former_of(ready, step)
        if not staged.exists() and target.exists():
            disk.move(target, staged)
        if former.exists() and not target.exists():
            disk.move(former, target)
    clear(folder, disk)


def end(folder: Path, disk: Disk) -> None:
    """Keep the former versions of what is theirs, and remove the journal. The update is in place by now."""
    kept = folder / PLACE / READY / KEPT
    if kept.exists():
        disk.make_folder(folder / FORMER)
        number = 1
        while (folder / FORMER / str(number)).exists():
            number += 1
        disk.move(kept, folder / FORMER / str(number))
    clear(folder, disk)


def clear(folder: Path, disk: Disk) -> None:
    """Remove the journal."""
    place = folder / PLACE
    if (place / READY).exists():
        if (place / DONE).exists():
            disk.remove(place / DONE)
        disk.move(place / READY, place / DONE)
    disk.remove(place)
