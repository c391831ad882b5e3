"""What a bundle says of itself: whose content it is, of which day, which files it has, and what was withdrawn."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from tenfold.bundling.layout import CHANGES, CONTENT, MANIFEST, belongs
from tenfold.bundling.refusing import AGAIN, BundleRefused
from tenfold.model import Kind

KIND = "tenfold-content"
FORMAT = 1
"""Of the manifest itself, which is another thing than that of the records."""
MOST_FOLLOWED = 200
DIGEST = r"^[0-9a-f]{64}$"

NO_BUNDLE = "this zip file is no bundle of Tenfold. A bundle is called tenfold-content-DATE.zip."
BROKEN_LIST = f"the list of what is in this bundle cannot be read. {AGAIN}"
CHANGED = f"this bundle is not as it was made: {{}}. Do not use it. {AGAIN}"
NEWER = (
    "this bundle was made by a newer Tenfold than yours. Update yours with pip install -r requirements.txt, after "
    "putting the newer version into that file; then try again."
)


class Said(BaseModel):
    """A part of the manifest. Nothing in it is guessed at, and nothing unknown is passed over."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Original(Said):
    """Whose content it is."""

    name: str = Field(min_length=1, max_length=200)
    """The name of their site."""
    site: str = Field(default="", max_length=500)
    """Its address."""


class Listed(Said):
    """A file of the bundle."""

    path: str = Field(max_length=300)
    size: int = Field(ge=0)
    sha256: str = Field(pattern=DIGEST)


class WithdrawnRecord(Said):
    """A record that was taken back: its id says so, for ever."""

    kind: Kind
    id: str = Field(min_length=1, max_length=200)
    name: str = Field(max_length=200)
    """What people called it."""
    aliases: tuple[str, ...] = ()
    on: date
    reason: str = Field(max_length=1000)
    safeguarding: bool = False
    """Whether it could harm somebody. No local copy may keep it."""


class Migrated(Said):
    """What a bundle was before its content was brought to another record format."""

    record_format: int
    digest: str = Field(pattern=DIGEST)


class Manifest(Said):
    """All of it."""

    kind: str = KIND
    format: int = FORMAT
    record_format: int = Field(ge=1)
    """The form that its records are written in."""
    original: Original
    day: date
    """That of its newest content."""
    follows: tuple[str, ...] = Field(default=(), max_length=MOST_FOLLOWED)
    """The digests of the bundles before it, the newest first, as far as whoever made it named them."""
    files: tuple[Listed, ...]
    withdrawn: tuple[WithdrawnRecord, ...] = ()
    migrated_from: Migrated | None = None
    digest: str = ""
    """Of all the rest."""

    @property
    def identity(self) -> str:
        """The digest of the bundle as it was made, whatever became of it since."""
        return self.migrated_from.digest if self.migrated_from else self.digest

    @property
    def gone_back(self) -> Mapping[tuple[Kind, str], WithdrawnRecord]:
        """What was withdrawn, by each id that it had."""
        return {(each.kind, id): each for each in self.withdrawn for id in (each.id, *each.aliases)}


def listed(name: str, raw: bytes) -> Listed:
    return Listed(path=name, size=len(raw), sha256=hashlib.sha256(raw).hexdigest())


def sealed(manifest: Manifest) -> Manifest:
    """The manifest with its digest."""
    return manifest.model_copy(update={"digest": digest_of(manifest)})


def digest_of(manifest: Manifest) -> str:
    said = manifest.model_dump(mode="json", exclude={"digest"})
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def as_json(manifest: Manifest) -> bytes:
    """The manifest as the file that stands in a bundle, the same for the same content."""
    said = manifest.model_dump(mode="json", exclude_defaults=True)
    head = {"kind": manifest.kind, "format": manifest.format}
    return (json.dumps(head | said, ensure_ascii=False, indent=1) + "\n").encode()


def read_manifest(raw: bytes) -> Manifest:
    """The manifest of a bundle from a stranger.

    Raises:
        BundleRefused: it is not one, or of a newer Tenfold, or not as it was made.
    """
    said = data_of(raw)
    if not isinstance(said, dict) or said.get("kind") != KIND:
        raise BundleRefused(NO_BUNDLE)
    if isinstance(said.get("format"), int) and said["format"] > FORMAT:
        raise BundleRefused(NEWER)
    try:
        manifest = Manifest.model_validate_json(raw, strict=False)
    except ValidationError:
        raise BundleRefused(BROKEN_LIST) from None
    if manifest.format != FORMAT:
        raise BundleRefused(BROKEN_LIST)
    if digest_of(manifest) != manifest.digest:
        raise BundleRefused(CHANGED.format(f"its list, {MANIFEST}, was changed"))
    names = [file.path for file in manifest.files]
    if len(set(names)) < len(names) or not all(belongs(name) and name != MANIFEST for name in names):
        raise BundleRefused(BROKEN_LIST)
    if CHANGES not in names or f"{CONTENT}/index.md" not in names:
        raise BundleRefused(BROKEN_LIST)
    return manifest


def data_of(raw: bytes) -> Any:
    """JSON in which nothing stands twice."""
    try:
        return json.loads(raw.decode("utf-8"), object_pairs_hook=each_once)
    except (ValueError, RecursionError):
        raise BundleRefused(BROKEN_LIST) from None


def each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands twice")
    return found
