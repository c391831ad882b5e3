"""How `local.yml` names a record, and what was most likely meant where it names none, such as by its web address."""

from __future__ import annotations

import re

from tenfold.loading.placing import FOLDERS, PROSE_FOLDERS
from tenfold.model import Kind
from tenfold.model.base import problem_with

NAMED = (Kind.CASE, Kind.FEATURE, Kind.FRAMEWORK, Kind.THEORY, Kind.EXERCISE, Kind.RESOURCE, Kind.PAGE, Kind.TERM,
         Kind.SOURCE, Kind.ANNOTATION)  # fmt: skip
MENTION = re.compile(rf"(?:{'|'.join(NAMED)}):[a-z0-9-]+(?:/[a-z0-9-]+)*")
PLACES = {folder: kind for folder, (kind, _) in FOLDERS.items() if kind in NAMED} | {
    "contribute/examples": Kind.ANNOTATION,
    "glossary": Kind.TERM,
    "sources": Kind.SOURCE,
}
"""Below which part of an address the records of a kind stand."""
STANDS = re.compile(rf"(?:.*/)?({'|'.join(PLACES)})/#?([a-z0-9-]+)(?:/.*)?")
PROSE = re.compile(rf"(?:.*/)?((?:{'|'.join(PROSE_FOLDERS)})(?:/[a-z0-9-]+)*)")
RULE = (
    "this names no record. Write its kind, a colon and the end of its page's address: "
    "case:carr-manor stands at /case_studies/carr-manor/."
)


def a_mention(text: str) -> str:
    """Text that names a record, as it is."""
    if MENTION.fullmatch(text):
        return text
    meant = mention_at(text)
    raise problem_with("pattern", f"this names no record. Did you mean {meant}?" if meant else RULE)


def mention_at(text: str) -> str | None:
    """The record that an address, a file or a kind in other words most likely means, or None."""
    written = re.sub(r"^[a-z]+://[^/]*", "", text.strip().lower())
    written = re.sub(r"\.(?:yml|md)$", "", written).replace(":", "/").replace(" ", "_").strip("/")
    found = STANDS.fullmatch(written)
    if found:
        return f"{PLACES[found[1]]}:{found[2]}"
    for kind in NAMED:
        for name in (kind.noun.replace(" ", "_"), f"{kind}s"):
            if written.startswith(f"{name}/") and MENTION.fullmatch(f"{kind}:{written.removeprefix(f'{name}/')}"):
                return f"{kind}:{written.removeprefix(f'{name}/')}"
    page = PROSE.fullmatch(written)
    return f"{Kind.PAGE}:{page[1] if '/' in page[1] else f'{page[1]}/index'}" if page else None
