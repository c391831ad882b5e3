"""Who is asked to look at a change: from regions and key features to the lines of a CODEOWNERS file.

A host asks by path, and the region of a case study stands inside its file. So the file for the host is written from
the case studies and a short list of who looks after what.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field

from tenfold.library import Library
from tenfold.loading import Content
from tenfold.loading.content import add_unreadable, faults_of, validated
from tenfold.loading.yaml_document import Document
from tenfold.loading.yaml_text import read
from tenfold.model import CaseStudy, Kind, Record
from tenfold.model.base import Broken, FeatureId, Once, Ruled, matching
from tenfold.model.vocabulary import Region
from tenfold.problems import Problem, did_you_mean

HANDLE = r"@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:/[A-Za-z0-9._-]{1,100})?"
WRONG_HANDLE = "this names nobody. Write the name of a person or a team at your host, such as @council/editors."

Handle = Annotated[str, AfterValidator(matching(HANDLE, WRONG_HANDLE))]
Handles = Annotated[tuple[Handle, ...], Field(min_length=1), Once]


class Share(Ruled):
    """What somebody is asked about beside those who are asked about everything."""

    region: Region | None = None
    """The region whose case studies they look at."""
    feature: FeatureId | None = None
    """The key feature whose case studies they look at."""
    ask: Handles
    """Who they are."""

    def broken_rules(self) -> Iterator[Broken]:
        if (self.region is None) == (self.feature is None):
            yield Broken("ask", "share", "this is about a region or about a feature. Give one of the two.")

    def covers(self, case: CaseStudy) -> bool:
        return self.region in case.setting.region or self.feature in case.features


class Owners(Record):
    """Who looks at what."""

    everything: Handles
    """Who is asked about every change."""
    also: tuple[Share, ...] = ()
    """Who else is asked about the case studies of a region or a key feature."""


def read_owners(file: Path, library: Library) -> tuple[Owners | None, list[Problem]]:
    """The list of who looks at what, or what is wrong with it."""
    content = Content()
    shown = file.as_posix()
    try:
        document = read(file.read_bytes())
    except OSError as error:
        add_unreadable(error, content, shown)
        return None, content.problems
    content.problems += faults_of(document, shown)
    found = validated(document, document.data, Owners, content, shown)
    if not isinstance(found, Owners):
        return None, content.problems
    content.problems += unknown_features(found, library, document, shown)
    return (None if content.problems else found), content.problems


def unknown_features(owners: Owners, library: Library, document: Document, shown: str) -> Iterator[Problem]:
    known = library.ids[Kind.FEATURE]
    for number, share in enumerate(owners.also):
        if share.feature is not None and share.feature not in known:
            line, column = document.place(("also", number, "feature"))
            hint = did_you_mean(share.feature, known) + f"Key features: {', '.join(sorted(known))}."
            message = f'there is no key feature "{share.feature}".'
            field = f"also[{number + 1}].feature"
            yield Problem(shown, line, column, field, message, hint, "unknown_feature")


def code_owners(owners: Owners, library: Library, *, made_from: str) -> str:
    """The file for the host: everything first, then each case study that somebody else is asked about as well."""
    lines = [f"# Written by `tenfold owners` from {made_from} and the case studies. Change those, and write it again."]
    lines.append(f"* {' '.join(owners.everything)}")
    for id in sorted(id for kind, id in library.entries if kind is Kind.CASE):
        entry = library.entries[Kind.CASE, id]
        assert isinstance(entry.record, CaseStudy)
        also = [handle for share in owners.also if share.covers(entry.record) for handle in share.ask]
        if also:
            lines.append(f"/{entry.path} {' '.join(dict.fromkeys([*owners.everything, *also]))}")
    return "\n".join(lines) + "\n"
