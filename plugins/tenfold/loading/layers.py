"""Content in two layers: ours below, that of a local copy on top of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tenfold.loading.content import Content, Entry, Unread, load_content
from tenfold.model import Kind
from tenfold.problems import Problem, dotted


@dataclass(frozen=True)
class Layer:
    """A content folder, how messages call it, and whether it is that of a local copy."""

    folder: Path
    shown_as: str
    local: bool = False


Key = tuple[Kind, str]


def load_layers(layers: Sequence[Layer], *, replaced: Collection[Key] = ()) -> Content:
    """Read content folders, the lowest first, as one.

    Args:
        layers: the folders.
        replaced: what an upper layer may have under an id of a lower one; all else that both have is a problem.
    """
    merged = Content()
    for layer in layers:
        found = load_content(layer.folder, shown_as=layer.shown_as)
        add_layer(found, layer, merged, replaced)
    return merged


def add_layer(found: Content, layer: Layer, merged: Content, replaced: Collection[Key]) -> None:
    below, own = by_key(merged), by_key(found)
    gone = {key for key in own if key in below and key in replaced}
    former = {key: aliases_of(below[key]) for key in gone}
    merged.entries = [entry for entry in merged.entries if (entry.kind, entry.id) not in gone]
    merged.unread = [each for each in merged.unread if (each.kind, each.id) not in gone]
    merged.problems += found.problems
    merged.problems += clashes(own, {key: each for key, each in below.items() if key not in gone})
    taken = set(below) - gone
    kept = (entry for entry in found.entries if (entry.kind, entry.id) not in taken)
    merged.entries += [
        replace(with_aliases(entry, former.get((entry.kind, entry.id), ())), local=layer.local) for entry in kept
    ]
    merged.unread += [each for each in found.unread if (each.kind, each.id) not in taken]
    merged.files += found.files


def aliases_of(each: Entry | Unread) -> tuple[str, ...]:
    return tuple(getattr(each.record, "aliases", ())) if isinstance(each, Entry) else ()


def with_aliases(entry: Entry, former: Collection[str]) -> Entry:
    """A record that takes the place of another keeps its former ids: their addresses were made public, too."""
    more = [alias for alias in former if alias not in aliases_of(entry)]
    if not more:
        return entry
    return replace(entry, record=entry.record.model_copy(update={"aliases": (*aliases_of(entry), *more)}))


def by_key(content: Content) -> dict[Key, Entry | Unread]:
    subjects: list[Entry | Unread] = [*content.entries, *content.unread]
    return {(each.kind, each.id): each for each in subjects}


def clashes(own: dict[Key, Entry | Unread], below: dict[Key, Entry | Unread]) -> Iterator[Problem]:
    """What both layers have and only one may."""
    for (kind, id), each in own.items():
        other = below.get((kind, id))
        if other is None:
            continue
        line, column = each.place((), key=True)
        message = f'{other.path} has the {kind.noun} "{id}" already.'
        yield Problem(
            each.path, line, column, dotted(each.within), message, hint_for(kind, id, each), "same_id", about=id
        )


def hint_for(kind: Kind, id: str, each: Entry | Unread) -> str:
    another = "another id" if each.within else "another name"
    return f"Give yours {another}; or, to put yours in the place of ours, add {kind}:{id} to replace: in local.yml."
