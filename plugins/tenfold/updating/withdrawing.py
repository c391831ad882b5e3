"""What was withdrawn stays withdrawn: on the list of what is installed, and in what is said of their records."""

from __future__ import annotations

from collections.abc import Iterator

from tenfold.bundling import Changes, Manifest, What
from tenfold.bundling.manifest import Migrated, sealed
from tenfold.library import Library
from tenfold.loading import Content
from tenfold.model import CaseStudy


def carried_on(now: Manifest, was: Manifest | None, library: Library) -> Manifest:
    """The manifest of new content, with what was withdrawn before and is on its list no more.

    A bundle that was made without the one before it does not know. What the original has published again is left out.
    """
    known = {(each.kind, each.id) for each in now.withdrawn}
    earlier = [
        each
        for each in (was.withdrawn if was else ())
        if (each.kind, each.id) not in known and each.id not in library.ids[each.kind]
    ]
    if not earlier:
        return now
    origin = now.migrated_from or Migrated(record_format=now.record_format, digest=now.digest)
    withdrawn = tuple(sorted([*now.withdrawn, *earlier], key=lambda each: (each.kind, each.id)))
    return sealed(now.model_copy(update={"withdrawn": withdrawn, "migrated_from": origin}))


def still_about(changes: Changes, old: Library, own: Content) -> Iterator[str]:
    """Their case studies about a setting whose own was withdrawn: under another id, a copy would not be noticed."""
    for change in changes.of(What.WITHDRAWN):
        before = old.cases.get(change.id)
        for entry in own.entries if before else ():
            record = entry.record
            if isinstance(record, CaseStudy) and before and same_setting(record, before):
                yield (
                    f"{entry.path}:1 is about {record.setting.name}, whose case study {change.id} was withdrawn: "
                    f"{change.withdrawal.reason if change.withdrawal else ''} See that yours does not say the same."
                )


def same_setting(one: CaseStudy, other: CaseStudy) -> bool:
    urn = one.setting.urn is not None and one.setting.urn == other.setting.urn
    return urn or one.setting.name.casefold() == other.setting.name.casefold()
