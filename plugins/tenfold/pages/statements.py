"""What the accessibility statement and the privacy notice of a local copy say of it, taken from what is built."""

from __future__ import annotations

from dataclasses import dataclass

from tenfold.library import Library
from tenfold.loading.placing import BLOCKS
from tenfold.local.copy import LocalCopy
from tenfold.model import Kind
from tenfold.problems import counted

STATEMENTS = {"about/accessibility": "accessibility_statement", "about/privacy": "privacy_notice"}
"""Pages of prose that every publisher has to answer for: in a copy, what is true of it stands above our text."""


@dataclass(frozen=True)
class Facts:
    """What is true of a copy: what it has of its own, in words, and which of our templates it has changed."""

    own: tuple[str, ...]
    replaced: tuple[str, ...]
    templates: tuple[str, ...]


COUNTED = {
    Kind.CASE: ("case study", "case studies"),
    Kind.FEATURE: ("key feature", "key features"),
    Kind.THEORY: ("theory of change", "theories of change"),
    Kind.FRAMEWORK: ("framework", "frameworks"),
    Kind.EXERCISE: ("exercise", "exercises"),
    Kind.RESOURCE: ("resource", "resources"),
    Kind.ANNOTATION: ("annotation", "annotations"),
    Kind.PAGE: ("page", "pages"),
    Kind.TERM: ("glossary term", "glossary terms"),
    Kind.SOURCE: ("source", "sources"),
    Kind.NOTE: ("local note", "local notes"),
}
"""Every kind, because what is not counted here is said to come from the original."""


def facts(library: Library, copy: LocalCopy) -> Facts:
    """What a copy has of its own."""
    own = []
    for kind, (one, more) in COUNTED.items():
        number = sum(
            entry.local for (this, id), entry in library.entries.items() if this is kind and listed(library, kind, id)
        )
        if number:
            own.append(counted(number, one, more))
    blocks = sum(library.is_local(Kind.PAGE, f"{BLOCKS}/{name}") for name in library.blocks)
    if blocks:
        own.append(f"{counted(blocks, 'part', 'parts')} of the home page")
    return Facts(tuple(own), replaced_titles(library, copy), copy.templates)


def listed(library: Library, kind: Kind, id: str) -> bool:
    return not library.unlisted(kind, id)


def replaced_titles(library: Library, copy: LocalCopy) -> tuple[str, ...]:
    """The titles of what the copy has in place of ours."""
    mentioned = ((Kind(kind), id) for kind, _, id in (mention.partition(":") for mention in copy.settings.replace))
    shown = (key for key in mentioned if key in library.entries and not library.left_out(*key))
    return tuple(library.title(kind, id) for kind, id in shown)
