"""What to write instead of a link that leads nowhere, or of what text may not hold: the nearest that may stand."""

from __future__ import annotations

import re

from tenfold.library.library import Library
from tenfold.loading.yaml_faults import shortened
from tenfold.model import Kind
from tenfold.problems import did_you_mean
from tenfold.prose import KINDS, OUTSIDE


def unknown(kind: Kind, id: str, library: Library) -> tuple[str, str]:
    """What to say of an id that nothing has."""
    known = library.ids[kind]
    several = known_in(id, known)
    if len(several) > 1:
        listed = ", then ".join(f"- {one}" for one in several)
        message = f"{len(several)} ids stand on this line."
        return message, f"In a list, write each on a line of its own: {listed}. Elsewhere, keep one."
    hint = did_you_mean(id, known) or title_match(kind, id, library) or some_of(known)
    new = NEW.get(kind, "") if not hint.startswith("Did") else ""
    return f'there is no {kind.noun} "{shortened(id)}".', f"{hint} {new}".strip()


def known_in(text: str, known: frozenset[str]) -> list[str]:
    """The ids in a text that holds several and nothing else, such as two entries of a list on one line."""
    parts = [part for part in re.split(r"\s+-\s+|\s*[,;/&]\s*|\s+and\s+|\s+", text.strip()) if part]
    return parts if known.issuperset(parts) else []


NEW = {Kind.SOURCE: "A new source goes into sources.yml first: its id with a colon, and title: and kind: below it."}
"""What to do about something that nobody has written down yet."""


def some_of(known: frozenset[str], *, most: int = 12) -> str:
    if not known:
        return "None exists yet: leave this out."
    return f"Known: {', '.join(sorted(known)[:most])}{', ...' if len(known) > most else '.'}"


def title_match(kind: Kind, id: str, library: Library) -> str:
    """A hint at the record whose title holds the words of an id: fair-start for "A fair start at Oak School"."""
    words = set(re.findall(r"[a-z0-9]+", id.lower()))
    address = next((other for other, source in library.sources.items() if str(source.url) == id), None)
    if kind is Kind.SOURCE and address:
        return f'Did you mean "{address}"?'
    if not words:
        return ""
    for other in sorted(library.ids[kind] - {id for of, id in library.unread if of is kind}):
        if words <= set(re.findall(r"[a-z0-9]+", f"{other} {library.title(kind, other)}".lower())):
            return f'Did you mean "{other}"?'
    return ""


def meant_link(url: str, library: Library) -> str:
    """What to write for an address without its scheme: that of a web site, or the id of a record alone."""
    kind, _, id = url.partition(":")
    if id and not OUTSIDE.match(url):
        return did_you_mean(kind, sorted(KINDS))
    if re.match(r"www\.[\w-]+\.", url):
        return f'Did you mean "https://{url}"? '
    known = next((of for of in Kind if url in library.ids[of]), None)
    return f'Did you mean "{known}:{url}"? ' if known else ""


INSTEAD = {
    ("b", "strong"): "Write **text** for bold, and delete the tag.",
    ("i", "em"): "Write *text* for italics, and delete the tag.",
    ("br", "p", "div"): "Delete it; a blank line starts a new paragraph.",
    ("ul", "ol", "li"): "Delete it; an entry of a list starts on a line of its own with a hyphen and a space.",
    ("a",): "Write [text](https://...) for a link, and delete the tag.",
}


def instead_of(tag: str) -> str:
    """What to write in Markdown instead of a tag."""
    name = re.sub(r"[^a-z0-9]", "", tag.lower().partition(" ")[0])
    found = next((hint for names, hint in INSTEAD.items() if name in names), "")
    return found or "Delete it, or write **bold**, *italic*, lists and links as Markdown."
