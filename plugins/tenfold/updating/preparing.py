"""Prepares an update: reads and checks everything, works out what it means here, and writes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from tenfold.bundling import Bundle, BundleRefused, Changes, compare, open_bundle
from tenfold.bundling.layout import CONTENT, MANIFEST
from tenfold.bundling.manifest import Manifest, as_json, listed, read_manifest
from tenfold.changing.showing import difference
from tenfold.checking import Checked
from tenfold.library import Library
from tenfold.loading import Content
from tenfold.local.copy import OWN, LocalCopy, NotACopy, read_copy
from tenfold.local.place import FILE
from tenfold.migrating import OURS, CannotMigrate, Migrations
from tenfold.problems import Problem, counted, errors
from tenfold.updating.journal import UPSTREAM, because
from tenfold.updating.meaning import what_it_means
from tenfold.updating.own import Files, checked_with, files_below, fingerprint, records_in
from tenfold.updating.refusing import (
    UpdateRefused,
    refuse_another_original,
    refuse_clashes,
    refuse_copies,
    refuse_older,
)
from tenfold.updating.withdrawing import carried_on, still_about


@dataclass(frozen=True)
class Wishes:
    """What somebody has asked for besides the update itself."""

    older: bool = False
    """Go back to older content."""
    from_another_original: bool = False
    """Take content of another site than before."""
    with_problems: bool = False
    """Go on although the copy cannot be built afterwards until somebody mends it."""


@dataclass(frozen=True)
class Update:
    """An update that can be put in place. Nothing of it is written yet."""

    folder: Path
    bundle: Bundle
    changes: Changes
    """What is new in our content."""
    means: tuple[str, ...]
    """What that means for what is theirs, a sentence each."""
    problems: tuple[Problem, ...]
    """What will be wrong, when that was wished for."""
    steps: tuple[str, ...]
    """What changed in the record format."""
    differences: str
    """What that changes in their files, line by line."""
    new: Files
    """Everything that is written, by its path in the copy."""
    kept: Files = field(default_factory=dict)
    """Files of upstream that somebody edited: their edits are kept."""
    fingerprint: str = ""

    @property
    def is_nothing(self) -> bool:
        """Whether all of it is there already."""
        theirs = [path for path in self.new if path.parts[0] != str(UPSTREAM)]
        ours = {path.relative_to(UPSTREAM): raw for path, raw in self.new.items() if path.parts[0] == str(UPSTREAM)}
        return not theirs and ours == files_below(self.folder / UPSTREAM)


@dataclass(frozen=True)
class Standing:
    """How a local copy stands before an update, in our record format."""

    copy: LocalCopy
    manifest: Manifest | None
    upstream: Files
    own: Files
    written: Files
    """Their files as they are on the disk."""
    steps: tuple[str, ...]

    @property
    def migrated(self) -> Files:
        return {path: raw for path, raw in self.own.items() if raw != self.written[path]}


def prepare(
    folder: Path, bundle: Path, wishes: Wishes = Wishes(), *, shown_as: str = "", migrations: Migrations = OURS
) -> Update:
    """Read and check a bundle, and work out what it means for a local copy. Nothing is written.

    Args:
        folder: that of the local copy.
        bundle: the file.
        wishes: what was asked for besides.
        shown_as: how messages name the folder; nothing when somebody stands in it.
        migrations: the record format that is wanted; tests give made-up ones.

    Raises:
        UpdateRefused: it cannot be done; the text and the problems say why and what to do.
    """
    try:
        return prepared(folder, bundle, wishes, shown_as, migrations)
    except OSError as error:
        raise UpdateRefused(f"the update cannot be tried: {because(error)}.") from None


def prepared(folder: Path, bundle: Path, wishes: Wishes, shown_as: str, migrations: Migrations) -> Update:
    before = fingerprint(folder)
    copy = copy_in(folder, shown_as)
    try:
        found = open_bundle(bundle, migrations=migrations)
    except BundleRefused as reason:
        raise UpdateRefused(str(reason)) from None
    standing = stands(copy, migrations, trusted=not wishes.from_another_original)
    was = standing.manifest
    if was and not wishes.from_another_original:
        refuse_another_original(was, found.manifest)
    if was:
        refuse_older(was, found, older=wishes.older, foreign=wishes.from_another_original)
    old = Library(records_in(standing.upstream, shown_as=f"{UPSTREAM}/{CONTENT}").entries)
    own = records_in(standing.own, shown_as=copy.shown(OWN))
    refuse_clashes(own, old, found.library, copy.settings.replace)
    refuse_copies(own, found, was)
    changes = compare(old, found.library)
    problems = new_problems(standing, found)
    if problems and not wishes.with_problems:
        raise UpdateRefused(WOULD_BREAK, problems, tuple(means_here(standing, own, changes, old)))
    return Update(
        folder,
        found,
        changes,
        tuple(means_here(standing, own, changes, old)),
        problems,
        standing.steps,
        "".join(differences(standing)),
        dict(everything_new(found, standing)),
        dict(edited(standing, found)),
        before,
    )


WOULD_BREAK = (
    "With this content your copy could not be built. Mend what is named above first and try again, or add "
    "--with-problems to take the content now and mend your files afterwards; the site stays as it is until then."
)


def copy_in(folder: Path, shown_as: str) -> LocalCopy:
    try:
        return read_copy(folder, shown_as=shown_as)
    except NotACopy as reason:
        raise UpdateRefused("Mend these settings first.", tuple(reason.problems)) from None


def stands(copy: LocalCopy, migrations: Migrations, *, trusted: bool) -> Standing:
    """How a copy stands, everything in it brought to our record format."""
    manifest = manifest_of(copy.folder / UPSTREAM, needed=trusted)
    upstream, written = files_below(copy.upstream), files_below(copy.own)
    start = manifest.record_format if manifest else migrations.goal
    if start > migrations.goal:
        raise UpdateRefused(
            "this copy was made by a newer Tenfold than the one that runs here. Install the one that it names: "
            "pip install -r requirements.txt."
        )
    try:
        theirs = migrations.apply(written, start)
    except CannotMigrate as error:
        what = f"{copy.shown(OWN)}/{error.path} cannot be brought to the new form of records"
        raise UpdateRefused(f"{what}, {error} Mend it first.") from None
    try:
        ours = {**upstream, **migrations.apply(upstream, start).files}
    except CannotMigrate:
        ours = upstream  # somebody edited it, and it is replaced whole
    return Standing(copy, manifest, ours, {**written, **theirs.files}, written, theirs.says)


def manifest_of(upstream: Path, *, needed: bool) -> Manifest | None:
    """What the installed content says of itself; None where there is none yet."""
    if not upstream.exists():
        return None
    try:
        return read_manifest((upstream / MANIFEST).read_bytes())
    except (OSError, BundleRefused):
        if needed:
            raise UpdateRefused(
                f"what is installed cannot be told: upstream/{MANIFEST} is missing or was changed. Bring it back from "
                "your backup or your repository, or add --from-another-original to begin anew."
            ) from None
        return None


def new_problems(standing: Standing, found: Bundle) -> tuple[Problem, ...]:
    """The problems that the update would cause; what was wrong before is left to `tenfold check`."""
    before = errors(as_it_is(standing).problems) if standing.upstream else []
    known = {(each.path, each.field, each.rule, each.message) for each in before}
    after = errors(checked_with(standing.copy, found.files, standing.own).problems)
    return tuple(each for each in after if (each.path, each.field, each.rule, each.message) not in known)


def as_it_is(standing: Standing) -> Checked:
    """The check of the copy before the update, in the record format that it will have afterwards."""
    if not standing.steps:
        return standing.copy.check()
    above = {PurePosixPath(CONTENT) / path: raw for path, raw in standing.upstream.items()}
    return checked_with(standing.copy, above, standing.own)


def means_here(standing: Standing, own: Content, changes: Changes, old: Library) -> Iterator[str]:
    """What the changes mean for what is theirs."""
    copy = standing.copy
    yield from what_it_means(changes, copy.document, own, settings_shown=copy.shown(FILE))
    yield from still_about(changes, old, own)


def differences(standing: Standing) -> Iterator[str]:
    """What a new record format changes in their files, line by line."""
    for path, raw in sorted(standing.migrated.items()):
        shown = standing.copy.shown(f"{OWN}/{path}")
        yield difference(standing.written[path], raw, shown, shown)


def everything_new(found: Bundle, standing: Standing) -> Iterator[tuple[PurePosixPath, bytes]]:
    """All files that are written: upstream whole, and what of theirs was migrated."""
    manifest = carried_on(found.installed, standing.manifest, found.library)
    files = {**found.files, PurePosixPath(MANIFEST): as_json(manifest)}
    yield from ((UPSTREAM / path, raw) for path, raw in sorted(files.items()))
    yield from ((PurePosixPath(OWN) / path, raw) for path, raw in sorted(standing.migrated.items()))


def edited(standing: Standing, found: Bundle) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Files of upstream that somebody edited by hand, which was never meant. What was withdrawn is not kept."""
    sums = {file.path: file for file in standing.manifest.files} if standing.manifest else {}
    for path, raw in files_below(standing.copy.folder / UPSTREAM).items():
        name = str(path)
        known = name == MANIFEST or not sums or (name in sums and listed(name, raw) == sums[name])
        if not known and path.stem not in {each.id for each in found.manifest.withdrawn}:
            yield UPSTREAM / path, raw


def told_of_edits(update: Update) -> Iterator[str]:
    """That edits in upstream were not lost."""
    if update.kept:
        files = counted(len(update.kept), "file")
        yield f"Somebody changed {files} in upstream/, which each update replaces. The changed ones are kept:"
        yield from (f"  .tenfold-former/.../{path}" for path in sorted(update.kept))
        yield "  Put such changes into content/ instead."


__all__ = ["Update", "UpdateRefused", "Wishes", "fingerprint", "prepare"]
