"""Makes a bundle of a content folder: what is public, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from tenfold.bundling.archives import zipped
from tenfold.bundling.changelog import changelog
from tenfold.bundling.comparing import compare
from tenfold.bundling.layout import (
    CHANGES,
    CONTENT,
    MANIFEST,
    MOST_BYTES,
    MOST_FILES,
    MOST_UNPACKED,
    belongs,
    limit_for,
)
from tenfold.bundling.manifest import MOST_FOLLOWED, Manifest, Original, WithdrawnRecord, as_json, listed, sealed
from tenfold.bundling.opening import Bundle, check_files
from tenfold.bundling.stones import stone_of
from tenfold.checking import Checked
from tenfold.library import Library
from tenfold.library.newest import newest
from tenfold.loading.writing import as_yaml
from tenfold.model import Kind
from tenfold.model.format import FORMAT
from tenfold.model.vocabulary import Status
from tenfold.problems import Problem, counted

WITHDRAWN = "Withdrawn. What it said is gone from here; see withdrawal: for why."


class CannotBundle(Exception):
    """No bundle can be made of the content. The text says why; `problems` are those of the content."""

    def __init__(self, why: str, problems: list[Problem] | None = None) -> None:
        super().__init__(why)
        self.problems = problems or []


@dataclass(frozen=True)
class Made:
    """A bundle: its bytes, what it says of itself, what is new in it, and what stayed behind."""

    raw: bytes
    manifest: Manifest
    changes: str
    left_out: tuple[str, ...]


def make_bundle(
    folder: Path, found: Checked, original: Original, *, since: Bundle | None = None, shown_as: str = CONTENT
) -> Made:
    """The bundle of a content folder: the same bytes for the same content.

    Args:
        folder: the content folder.
        found: what its check says; there are no errors.
        original: whose content it is.
        since: the bundle before it, whose changelog and list of withdrawals are carried on.
        shown_as: how the check called the folder.

    Raises:
        CannotBundle: what may travel does not hold together alone, or is too large.
    """
    travels, left_out = files_of(folder, found.library, shown_as)
    again = check_files(travels, shown_as=CONTENT)
    if again.errors:
        why = "Without drafts and what was withdrawn, the content has problems. Mend them, then try again."
        raise CannotBundle(why, again.errors)
    changed = compare(since.library, again.library) if since else None
    changes = changelog(original.name, newest(again.library), again.library, changed, since.changes if since else "")
    files = {f"{CONTENT}/{path}": raw for path, raw in travels.items()} | {CHANGES: changes.encode()}
    refuse_too_large(files)
    manifest = sealed(
        Manifest(
            record_format=FORMAT,
            original=original,
            day=newest(again.library),
            follows=followed(since),
            files=tuple(listed(name, raw) for name, raw in sorted(files.items())),
            withdrawn=withdrawals(again.library, since),
        )
    )
    raw = zipped({**files, MANIFEST: as_json(manifest)})
    if len(raw) > MOST_BYTES:
        raise CannotBundle(TOO_MUCH.format(f"{len(raw) / 1e6:,.0f} MB", f"{MOST_BYTES / 1e6:,.0f} MB"))
    return Made(raw, manifest, changes, left_out)


TOO_MUCH = "the bundle would have {}, and {} is the most that a local copy reads."


def files_of(folder: Path, library: Library, shown_as: str) -> tuple[dict[PurePosixPath, bytes], tuple[str, ...]]:
    """The files of a content folder that may travel, and what stayed behind, a sentence each."""
    kept: dict[PurePosixPath, bytes] = {}
    left_out: list[str] = []
    own = {entry.path: entry for entry in library.entries.values() if not entry.within}
    for file in sorted(folder.rglob("*")):
        path = PurePosixPath(file.relative_to(folder).as_posix())
        if file.is_symlink() or not file.is_file() or not belongs(f"{CONTENT}/{path}"):
            continue
        entry = own.get(f"{shown_as}/{path}")
        if entry and getattr(entry.record, "status", None) is Status.DRAFT:
            left_out.append(f"{path} is a draft.")
        elif entry and entry.kind is Kind.ANNOTATION and library.unlisted(entry.kind, entry.id):
            left_out.append(f"{path} is about a case study that is not public.")
        elif entry and entry.id in library.withdrawn and entry.kind is Kind.CASE:
            kept[path] = as_yaml(stone_of(library.withdrawn[entry.id]), comment=WITHDRAWN).encode()
        else:
            kept[path] = file.read_bytes()
    return kept, tuple(left_out)


def refuse_too_large(files: Mapping[str, bytes]) -> None:
    total = sum(map(len, files.values()))
    if len(files) > MOST_FILES:
        raise CannotBundle(TOO_MUCH.format(counted(len(files), "file"), f"{MOST_FILES:,}"))
    if total > MOST_UNPACKED:
        raise CannotBundle(TOO_MUCH.format(f"{total / 1e6:,.0f} MB", f"{MOST_UNPACKED / 1e6:,.0f} MB"))
    for name, raw in files.items():
        if len(raw) > limit_for(name):
            raise CannotBundle(TOO_MUCH.format(f"{len(raw):,} bytes in {name}", f"{limit_for(name):,}"))


def withdrawals(library: Library, since: Bundle | None) -> tuple[WithdrawnRecord, ...]:
    """What was withdrawn, now or in the bundles before; what came back since is no longer on the list."""
    found = {(Kind.CASE, id): withdrawn_case(id, library) for id in library.withdrawn}
    for each in since.manifest.withdrawn if since else ():
        if each.id not in library.ids[each.kind]:
            aliases = tuple(alias for alias in each.aliases if alias not in library.ids[each.kind])
            found.setdefault((each.kind, each.id), each.model_copy(update={"aliases": aliases}))
    return tuple(found[key] for key in sorted(found))


def withdrawn_case(id: str, library: Library) -> WithdrawnRecord:
    case = library.withdrawn[id]
    assert case.withdrawal is not None
    return WithdrawnRecord(
        kind=Kind.CASE,
        id=id,
        name=case.setting.name,
        aliases=case.aliases,
        on=case.withdrawal.on,
        reason=case.withdrawal.reason,
        safeguarding=case.withdrawal.safeguarding,
    )


def followed(since: Bundle | None) -> tuple[str, ...]:
    return (since.manifest.identity, *since.manifest.follows)[:MOST_FOLLOWED] if since else ()
