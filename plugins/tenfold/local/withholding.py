"""What is worth a look where a copy withholds something: words of others about it, and whom readers can ask."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tenfold.library import Library
from tenfold.library.noting import passages, plainly
from tenfold.library.withholding import Key, record_of, still_shown
from tenfold.loading.yaml_document import Document
from tenfold.local.arranging import keys
from tenfold.local.settings import Settings
from tenfold.model import Kind
from tenfold.problems import Level, Problem, counted, dotted

Place = tuple[str, int]
"""A file as messages name it, and a line in it."""


def withholding_advice(settings: Settings, document: Document, library: Library, shown: str) -> Iterator[Problem]:
    """What no setting can take away, and what a reader of the pages that say nothing will need.

    Args:
        settings: those of the copy.
        document: where they stand.
        library: the records of both layers.
        shown: how messages name the file.
    """
    for position, key in enumerate(keys(settings.withhold)):
        where = ("withhold", position) if document.place(("withhold", position)) != (1, 1) else ("withhold",)
        for message, hint, rule in remarks(key, settings, library, first=not position):
            line, column = document.place(where)
            field = dotted(("withhold", position))
            yield Problem(shown, line, column, field, message, hint, rule, Level.ADVICE, settings.withhold[position])


def remarks(key: Key, settings: Settings, library: Library, *, first: bool) -> Iterator[tuple[str, str, str]]:
    """What to say of one thing that is withheld: message, hint, rule."""
    places = sorted(set(spoken_of(key, library)))
    if places:
        number = counted(len(places), "other place", "other places")
        hint = (
            "Links are gone, words stay. Read them: withhold what tells who it is about, or put yours in its place "
            "with replace:."
        )
        yield f"it is spoken of in {number}: {listed(places)}.", hint, "withheld_words"
    theories = still_shown(key, library)
    if theories:
        lines = " and ".join(f"{Kind.THEORY}:{id}" for id in theories)
        yield (
            f"a theory of change that belongs to it stands with another case study as well, and is shown: {lines}.",
            "Read it. If it tells who this is about, add it to withhold:.",
            "withheld_theory",
        )
    if first and not (settings.data_protection or settings.contact):
        yield (
            "the page that says that it is not available names nobody to turn to.",
            "Set data_protection: or contact:.",
            "withheld_contact",
        )


def listed(places: Iterable[Place]) -> str:
    """All places, those of one file together: nothing is cut off, because each may have to be read."""
    lines: dict[str, list[str]] = {}
    for path, line in places:
        lines.setdefault(path, []).append(str(line))
    return "; ".join(f"{path}:{', '.join(numbers)}" for path, numbers in lines.items())


def spoken_of(key: Key, library: Library) -> Iterator[Place]:
    """Where records that stay speak of one that is withheld. Of a case study by its name as well, or by what most
    people call it, which is its id in words."""
    kind, id = key
    if key not in library.entries:
        return
    names = (library.title(*key), id.replace("-", " ")) if kind is Kind.CASE else ()
    called = re.compile("|".join(rf"\b{re.escape(plainly(name))}\b" for name in names), re.IGNORECASE)
    for other, entry in library.entries.items():
        if other in library.withheld or library.unlisted(*other):
            continue
        where = [path for path, kind, id in library.points_at(*other) if record_of(kind, id) == key]
        if names:
            where += [path for path, text in passages(entry.record) if " " in text and called.search(plainly(text))]
        yield from ((entry.path, entry.place(path)[0]) for path in where)
