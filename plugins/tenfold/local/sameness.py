"""Whether a record of a copy and one of the original are the same, such as one that the original has taken in."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Any

from tenfold.loading import Content
from tenfold.loading.content import add_bytes
from tenfold.loading.placing import misplaced
from tenfold.model import Kind, Record

DAYS = frozenset(["published", "reviewed", "review_by"])
"""Days of `provenance` that the original sets when it takes a record in."""


def same_record(local_path: Path, upstream_path: Path) -> bool:
    """Whether two files hold the same, whatever their layout, their comments and the days of their provenance.

    Of lists of records, such as sources.yml: whether every record of the first is in the second, and the same.
    A file that cannot be read, or has problems, is the same as none.

    Args:
        local_path: a file below the content folder of a copy.
        upstream_path: the file of the original.
    """
    one, other = records_in(local_path), records_in(upstream_path)
    return bool(one) and all(key in other and same(record, other[key]) for key, record in one.items())


def same(one: Record, other: Record) -> bool:
    """Whether two records say the same, the days of their provenance apart."""
    return type(one) is type(other) and told_by(one) == told_by(other)


def told_by(record: Record) -> dict[str, Any]:
    data = record.model_dump(mode="python")
    if isinstance(data.get("provenance"), dict):
        data["provenance"] = {name: value for name, value in data["provenance"].items() if name not in DAYS}
    return data


def records_in(file: Path) -> dict[tuple[Kind, str], Record]:
    """The records of a file by kind and id; none if it has problems or is none of content."""
    try:
        raw = file.read_bytes()
    except OSError:
        return {}
    for path in (PurePosixPath(file.parent.name, file.name), PurePosixPath(file.name)):
        if misplaced(path, str(path)) is None:
            content = Content()
            add_bytes(raw, path, content, str(path))
            found = {(entry.kind, entry.id): entry.record for entry in content.entries}
            return {} if content.problems else found
    return {}
