"""The changelog of a bundle: what is new since the one before, with what was new in that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sized
from datetime import date

from tenfold.bundling.comparing import Changes
from tenfold.bundling.layout import MOST_CHANGES
from tenfold.bundling.telling import plural, told
from tenfold.library import Library
from tenfold.model.base import day_in_words
from tenfold.problems import counted

SPECIAL = re.compile(r"[\\`*_\[\]<>#]")
OLDER = "Older changes are left out here.\n"


def changelog(name: str, day: date, library: Library, changed: Changes | None, before: str) -> str:
    """The changelog as Markdown.

    Args:
        name: of the site whose content it is.
        day: of its newest content.
        library: the content.
        changed: what is new since the bundle before; None where there is none.
        before: the changelog of that bundle.
    """
    head = f"# What is new in the content of {escaped(name)}\n"
    older = before.partition("\n## ")[2]
    kept = f"## {older}" if older else ""
    own = section(day, library, changed) if changed is None or changed.all or not kept else ""
    return shortened("\n".join(part for part in (head, own, kept) if part))


def section(day: date, library: Library, changed: Changes | None) -> str:
    return "\n".join([f"## {day_in_words(day)}", "", *lines(library, changed)]) + "\n"


def lines(library: Library, changed: Changes | None) -> Iterator[str]:
    if changed is None:
        yield f"The first bundle: {', '.join(shelves(library))}."
        return
    if not changed.all:
        yield "Nothing in the content has changed."
    for number, (heading, said) in enumerate(told(changed)):
        yield from ([] if number == 0 else [""])
        yield f"**{heading}**"
        yield ""
        yield from (f"- {escaped(line)}" for line in said)


def shelves(library: Library) -> Iterator[str]:
    held: dict[str, Sized] = {
        "case study": library.cases, "key feature": library.features, "framework": library.frameworks,
        "theory of change": library.theories, "exercise": library.exercises, "page": library.pages,
        "source": library.sources, "glossary term": library.terms,
    }  # fmt: skip
    yield from (counted(len(records), noun, plural(noun)) for noun, records in held.items() if records)


def escaped(text: str) -> str:
    """Words that stay words in Markdown."""
    return SPECIAL.sub(r"\\\g<0>", text)


def shortened(text: str) -> str:
    """The newest sections, as many as fit."""
    parts = text.split("\n## ")
    while len(parts) > 2 and len("\n## ".join(parts).encode()) > MOST_CHANGES - len(OLDER) - 1:
        parts.pop()
    cut = len(parts) < len(text.split("\n## "))
    return "\n## ".join(parts) + (f"\n{OLDER}" if cut else "")
