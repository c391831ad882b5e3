"""Opens a bundle that came from somewhere: all of it checked, in memory, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from tenfold.bundling.archives import bytes_of, unzipped
from tenfold.bundling.layout import CHANGES, CONTENT, MANIFEST
from tenfold.bundling.manifest import CHANGED, NEWER, Manifest, as_json, listed, read_manifest, sealed
from tenfold.bundling.manifest import Migrated as WasOf
from tenfold.bundling.refusing import BundleRefused
from tenfold.checking import Checked, checked, no_home
from tenfold.library import Library
from tenfold.loading import Content
from tenfold.loading.content import add_bytes
from tenfold.loading.placing import LEDGER
from tenfold.migrating import OURS, CannotMigrate, Migrations
from tenfold.model.vocabulary import Status
from tenfold.problems import counted

MOST_SHOWN = 10


@dataclass(frozen=True)
class Bundle:
    """A bundle that holds together, its content in our record format and without a problem."""

    manifest: Manifest
    """As it came."""
    content: Mapping[PurePosixPath, bytes]
    """The files below its content folder."""
    changes: str
    """What is new, in words, as Markdown."""
    checked: Checked
    installed: Manifest
    """The manifest for the content as it is now: another one when it was migrated."""

    @property
    def library(self) -> Library:
        return self.checked.library

    @property
    def files(self) -> dict[PurePosixPath, bytes]:
        """What stands in `upstream/` when the bundle is unpacked there."""
        below = {PurePosixPath(CONTENT) / path: raw for path, raw in self.content.items()}
        said = {PurePosixPath(MANIFEST): as_json(self.installed), PurePosixPath(CHANGES): self.changes.encode()}
        return dict(sorted({**below, **said}.items()))


def open_bundle(path: Path, *, migrations: Migrations = OURS) -> Bundle:
    """Read and check a bundle. Nothing is written.

    Args:
        path: the zip file.
        migrations: the record format that is wanted; tests give made-up ones.

    Raises:
        BundleRefused: it is not taken; the text says why and what to do.
    """
    return read_bundle(bytes_of(path), migrations=migrations)


def read_bundle(raw: bytes, *, migrations: Migrations = OURS) -> Bundle:
    """The same for the bytes of a bundle."""
    files = unzipped(raw)
    manifest = read_manifest(files.pop(MANIFEST))
    if manifest.record_format > migrations.goal:
        raise BundleRefused(NEWER)
    check_sums(manifest, files)
    changes = text_of(files.pop(CHANGES))
    content = {PurePosixPath(name).relative_to(CONTENT): body for name, body in files.items()}
    content = in_our_format(content, manifest, migrations)
    found = check_files(content, shown_as=CONTENT)
    refuse_problems(found)
    refuse_missing_withdrawals(manifest, found.library)
    return Bundle(manifest, content, changes, found, installed(manifest, content, changes, migrations.goal))


def check_sums(manifest: Manifest, files: Mapping[str, bytes]) -> None:
    """Refuse what is missing, what is too much, and what is not as the list says."""
    wanted = {file.path: file for file in manifest.files}
    for name in sorted({*wanted, *files}):
        if name not in files:
            raise BundleRefused(CHANGED.format(f"{name} is missing"))
        if name not in wanted:
            raise BundleRefused(CHANGED.format(f"{name} was added to it"))
        if listed(name, files[name]) != wanted[name]:
            raise BundleRefused(CHANGED.format(f"{name} was changed"))


def text_of(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        raise BundleRefused(CHANGED.format(f"{CHANGES} is no text")) from None


def in_our_format(
    content: dict[PurePosixPath, bytes], manifest: Manifest, migrations: Migrations
) -> dict[PurePosixPath, bytes]:
    try:
        return {**content, **migrations.apply(content, manifest.record_format).files}
    except CannotMigrate as error:
        message = f"the content of this bundle cannot be brought to the form that your Tenfold reads: {error.path}"
        raise BundleRefused(f"{message}, {error} Tell whoever made it.") from None


def check_files(content: Mapping[PurePosixPath, bytes], *, shown_as: str) -> Checked:
    """Check the files of a content folder that is in memory alone.

    Args:
        content: the files by their paths below it; each has a place there.
        shown_as: how messages call the folder.
    """
    found = Content()
    for path, raw in sorted(content.items()):
        if str(path) != LEDGER:
            add_bytes(raw, path, found, f"{shown_as}/{path}")
    found.problems += no_home(found, shown_as)
    return checked(found)


def refuse_problems(found: Checked) -> None:
    if not found.errors:
        return
    shown = [f"  {problem}" for problem in found.errors[:MOST_SHOWN]]
    if len(found.errors) > MOST_SHOWN:
        shown.append(f"  and {len(found.errors) - MOST_SHOWN} more")
    head = f"the content of this bundle has {counted(len(found.errors), 'problem')}, which no bundle should:"
    raise BundleRefused("\n".join([head, *shown, "Tell whoever made it; your copy does without it."]))


def refuse_missing_withdrawals(manifest: Manifest, library: Library) -> None:
    """The list of what was withdrawn and the records must say the same, and nothing may travel that has no page."""
    named = set(manifest.gone_back)
    for (kind, id), entry in library.entries.items():
        status = getattr(entry.record, "status", Status.PUBLISHED)
        if status is Status.WITHDRAWN and (kind, id) not in named:
            raise BundleRefused(CHANGED.format(f"its list does not say that {id} was withdrawn"))
        if status is not Status.WITHDRAWN and (kind, id) in named:
            raise BundleRefused(CHANGED.format(f"{id} is on the list of what was withdrawn, and is there all the same"))
        if status is Status.DRAFT:
            raise BundleRefused(CHANGED.format(f"{id} is a draft, and drafts do not travel"))


def installed(manifest: Manifest, content: Mapping[PurePosixPath, bytes], changes: str, goal: int) -> Manifest:
    """The manifest of a bundle whose content may have been migrated."""
    if manifest.record_format == goal:
        return manifest
    files = {f"{CONTENT}/{path}": raw for path, raw in content.items()} | {CHANGES: changes.encode()}
    was = WasOf(record_format=manifest.record_format, digest=manifest.digest)
    now = tuple(listed(name, raw) for name, raw in sorted(files.items()))
    return sealed(manifest.model_copy(update={"record_format": goal, "files": now, "migrated_from": was}))
