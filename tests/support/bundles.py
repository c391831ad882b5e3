"""Bundles for tests: made of content folders, and what strangers might make of them."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from tenfold.bundling.making import make_bundle
from tenfold.bundling.manifest import Listed, Manifest, Original, as_json, listed, sealed
from tenfold.bundling.opening import Bundle, read_bundle
from tenfold.checking import check_content

OURS = Original(name="Tenfold", site="https://example.org/tenfold/")
HELD = "case_studies/elm.yml"


def a_bundle(folder: Path, *, since: Bundle | None = None, original: Original = OURS) -> bytes:
    """The bundle of a content folder in which nothing is wrong."""
    found = check_content(folder)
    assert not found.errors, found.errors
    return make_bundle(folder, found, original, since=since).raw


def opened(folder: Path, *, since: Bundle | None = None) -> Bundle:
    return read_bundle(a_bundle(folder, since=since))


def files_in(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: Mapping[str, bytes], *, about: Callable[[zipfile.ZipInfo], None] = lambda info: None) -> bytes:
    """A zip file of these files, each with something done to its entry."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in files.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            about(info)
            archive.writestr(info, raw)
    return made.getvalue()


def with_files(raw: bytes, files: Mapping[str, bytes | None]) -> bytes:
    """A bundle with files changed, added or (None) taken out, its list as it was."""
    held: dict[str, bytes | None] = {**files_in(raw), **files}
    return packed({name: body for name, body in held.items() if body is not None})


def remade(raw: bytes, files: Mapping[str, bytes | None], **said: Any) -> bytes:
    """The same, with a list that says so: what somebody makes who knows how bundles are made."""
    held = {name: body for name, body in {**files_in(raw), **files}.items() if body is not None}
    manifest = Manifest.model_validate_json(held.pop("bundle.json"))
    sums: tuple[Listed, ...] = tuple(listed(name, body) for name, body in sorted(held.items()))
    manifest = sealed(manifest.model_copy(update={"files": sums, **said}))
    return packed({"bundle.json": as_json(manifest), **held})


def with_manifest(raw: bytes, change: Callable[[dict[str, Any]], Any]) -> bytes:
    """A bundle whose list says something else, without its digest being made anew."""
    said = json.loads(files_in(raw)["bundle.json"])
    change(said)
    return with_files(raw, {"bundle.json": json.dumps(said).encode()})
