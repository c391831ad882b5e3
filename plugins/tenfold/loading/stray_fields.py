"""A field that nobody knows where it stands: misspelt, in the wrong place, or no field at all but text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from tenfold.loading.failure import Failure
from tenfold.loading.yaml_faults import Path, shortened
from tenfold.loading.yaml_lines import above, indent_of
from tenfold.model.shape import field_name, homes, record_at
from tenfold.problems import did_you_mean, dotted, nearest


def meant_fields(found: list[ErrorDetails], model: type[BaseModel]) -> Iterator[Path]:
    """The missing fields that somebody wrote under a name close to theirs, or in the wrong place: one message about
    both is enough."""
    for details in found:
        if details["type"] == "extra_forbidden":
            *around, name = details["loc"]
            for home in homes(model, str(name)):
                yield from (home, (*home, str(name)))
            near = near_field(str(name), record_at(model, tuple(around)).model_fields)
            if near:
                yield (*around, near)


def unknown_field(failure: Failure) -> tuple[str, str]:
    name = field_name(failure.where)
    hint = (
        hint_at_spelling(name, failure.siblings)
        or hint_at_home(failure)
        or did_you_mean(name, failure.siblings).strip()
        or hint_at_text(failure)
        or f"Fields here: {', '.join(failure.siblings)}."
    )
    return f'"{shortened(name)}" is not a field here.', hint


def hint_at_spelling(name: str, siblings: Iterable[str]) -> str:
    """A field with a capital, a space or a hyphen where it has none."""
    plain = spelt(name)
    return f'Did you mean "{plain}"?' if plain in siblings else ""


def spelt(name: str) -> str:
    return re.sub(r"[\s-]+", "_", name.strip().lower())


def near_field(name: str, siblings: Iterable[str]) -> str | None:
    return nearest(spelt(name), siblings)


def hint_at_home(failure: Failure) -> str:
    """Where a field belongs that stands in the wrong place."""
    places = [place for place in homes(failure.model, field_name(failure.where)) if place != failure.where[:-1]]
    if not places:
        return ""
    if places[0] == ():
        return "It belongs to the record as a whole: start its line at the very left."
    return f"It belongs in {' or '.join(map(dotted, places[:3]))}: {move_to(places[0], failure)}"


def move_to(home: Path, failure: Failure) -> str:
    line = failure.document.keys.get(home, (0, 0))[0]
    if not line:
        return f"add a line {home[-1]}: and write it below that, two spaces further in."
    return f"write it below {home[-1]}: (line {line}), indented by {2 * len(home)} spaces."


def hint_at_text(failure: Failure) -> str:
    """A line of running text that YAML takes for a field, because it has a colon and is not indented."""
    if " " not in field_name(failure.where):
        return ""
    line, _ = failure.document.place(failure.where, key=True)
    spaces = indent_of(above(line, failure.document.text.splitlines()))
    like = f"with {spaces} spaces" if spaces else "with as many spaces as the lines of that text"
    return f"If it belongs to the text above, start it {like}."
