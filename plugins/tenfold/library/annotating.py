"""Whether an annotation speaks of what there is: every part that it names stands in its case study."""

from __future__ import annotations

from collections.abc import Iterator

from tenfold.library.logic import Gap
from tenfold.model import Annotation, CaseStudy, Kind, Record
from tenfold.model.walking import Path, value_at
from tenfold.problems import Level, did_you_mean, dotted


def lost_parts(annotation: Annotation, case: CaseStudy) -> Iterator[Gap]:
    """A gap for each note about a part that the case study does not have."""
    for position, note in enumerate(annotation.notes):
        message, hint = lost_part(note.where, case)
        if message:
            yield Gap("lost_part", Level.ERROR, ("notes", position, "part"), message, hint)


def lost_part(where: Path, case: CaseStudy) -> tuple[str, str]:
    """What to say of a part that is not there, and what to do; two empty texts when it is there."""
    try:
        value = value_at(case, where)
    except KeyError as error:
        return not_there(error.args[0], case, Kind.CASE.noun)
    if value in (None, ()):
        return f"this case study has nothing in {dotted(where)}.", "Choose another part, or delete this note."
    return "", ""


def not_there(lost: Path, record: Record, noun: str) -> tuple[str, str]:
    """What to say of a path, all but the last of which is there."""
    *above, last = lost
    around = value_at(record, tuple(above))
    if isinstance(last, int) and isinstance(around, tuple):
        known = f"It has {len(around)}, counted from 1." if around else "It has none."
        return f"there is no {dotted(lost)} in this {noun}.", f"{known} Choose another."
    if isinstance(last, str) and isinstance(around, Record):
        fields = list(type(around).model_fields)
        return f'"{last}" is not a field here.', f"{did_you_mean(last, fields)}Fields: {', '.join(fields)}."
    return f"{dotted(above)} is one text and has no parts.", f"Write part: {dotted(above)}."
