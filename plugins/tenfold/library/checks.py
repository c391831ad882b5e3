"""Checks that need all records at once: does everything that is mentioned exist, is anything left over?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from tenfold.library.annotating import lost_parts
from tenfold.library.clashes import clashes
from tenfold.library.library import Library
from tenfold.library.logic import Gap, gaps
from tenfold.library.mending import instead_of, meant_link, unknown
from tenfold.library.note_checks import note_gaps
from tenfold.library.pointing import Subject, at
from tenfold.library.resources import resource_gaps
from tenfold.loading import Entry, Unread
from tenfold.model import Annotation, CaseStudy, KeyFeature, Kind, LocalNote, Resource, TheoryOfChange
from tenfold.model.base import Refers
from tenfold.model.vocabulary import Status
from tenfold.model.walking import Path
from tenfold.problems import Level, Problem, did_you_mean, dotted
from tenfold.prose import (
    MAX_COLUMNS,
    Reference,
    allowed,
    anchors,
    as_far_as_one_may_go,
    headings,
    images,
    links,
    markup,
    plain_start,
    reference,
    too_wide,
)


def check_library(library: Library, unread: Iterable[Unread] = ()) -> Iterator[Problem]:
    """Every problem between records.

    Args:
        library: the records.
        unread: what has problems of its own and is no record; its links are checked with the others.
    """
    subjects: list[Subject] = [*library.entries.values(), *unread]
    for subject in subjects:
        yield from check_subject(subject, library)
    yield from clashes(library)


def check_subject(subject: Subject, library: Library) -> Iterator[Problem]:
    """Every problem of one record with what it says and mentions.

    Args:
        subject: the record, or what was to be one.
        library: it, with at least what it mentions.
    """
    for where, mark, value in subject.marked:
        if not isinstance(mark, Refers):
            yield from prose_problems(subject, where, value, library)
        elif not is_former(subject, where, library):
            yield from mention_problem(subject, where, mark.kind, value, library)
    if isinstance(subject, Entry):
        for gap in gaps_in(subject, library):
            yield at(subject, gap.where, gap.message, gap.hint, gap.rule, gap.level)


def gaps_in(entry: Entry, library: Library) -> Iterator[Gap]:
    """What does not go together in a theory of change, or between a note and the record that it is on."""
    if isinstance(entry.record, TheoryOfChange):
        yield from gaps(entry.record)
    elif isinstance(entry.record, Annotation):
        yield from annotation_gaps(entry.record, library)
    elif isinstance(entry.record, Resource):
        yield from resource_gaps(entry.record, library.sources)
    elif isinstance(entry.record, LocalNote):
        yield from note_gaps(entry.record, library)


def annotation_gaps(annotation: Annotation, library: Library) -> Iterator[Gap]:
    """The parts of its case study that an annotation names and that are not there. Taking one back is never held up."""
    about = library.entries.get((Kind.CASE, annotation.case))
    if about is not None and isinstance(about.record, CaseStudy) and annotation.case not in library.withdrawn:
        yield from lost_parts(annotation, about.record)


def is_former(subject: Subject, where: Path, library: Library) -> bool:
    """Whether this is what a local note is on, by a former id: that is no error, since others changed the id."""
    if not isinstance(subject, Entry) or not isinstance(subject.record, LocalNote) or where != ("on",):
        return False
    kind, id = library.target_of(subject.record)
    return (kind, id) != subject.record.target and id in library.ids[kind]


def mention_problem(entry: Subject, where: Path, kind: Kind, id: str, library: Library) -> Iterator[Problem]:
    if id not in library.ids[kind]:
        yield at(entry, where, *unknown(kind, id, library), f"unknown_{kind}", about=id)
    elif (kind, id) == (entry.kind, entry.id):
        yield at(entry, where, "this names the record itself.", "Delete this line.", "self_mention")
    elif is_draft(kind, id, library) and not is_draft(entry.kind, entry.id, library):
        hint = "Publish it first, or leave it out."
        yield at(entry, where, f'"{id}" is a draft and has no page yet.', hint, "draft")


def is_draft(kind: Kind, id: str, library: Library) -> bool:
    entry = library.entries.get((kind, id))
    return entry is not None and getattr(entry.record, "status", None) is Status.DRAFT


class Prose:
    """A piece of prose in its file: finds the place of each thing that is wrong in it."""

    def __init__(self, entry: Subject, where: Path) -> None:
        self.entry = entry
        self.where = where
        self.text = entry.document.text
        self.after: dict[str, int] = {}

    @cached_property
    def place(self) -> tuple[int, int]:
        """Line and column at which it starts."""
        return self.entry.place(self.where)

    @cached_property
    def start(self) -> int:
        """How many signs of the file stand before it: below its first line, when that is only > or |."""
        line, column = self.place
        start = 0
        for _ in range(line - 1):
            start = self.text.find("\n", start) + 1
        start += column - 1
        return max(self.text.find("\n", start), start) if self.text[start : start + 1] in (">", "|") else start

    def problem(self, fragment: str, message: str, hint: str, rule: str, *, about: str = "") -> Problem:
        """A problem where a fragment stands: each time it is asked for, the next one."""
        found = self.text.find(fragment, self.after.get(fragment, self.start))
        if found < 0:  # Markdown reads two backslashes as one
            fragment = fragment.replace("\\", "\\\\")
            found = self.text.find(fragment, self.after.get(fragment, self.start))
        line, column = self.place
        if found >= 0:
            self.after[fragment] = found + len(fragment)
            line = 1 + self.text.count("\n", 0, found)
            column = found - self.text.rfind("\n", 0, found)
        field = dotted((*self.entry.within, *self.where))
        return Problem(self.entry.path, line, column, field, message, hint, rule, about=about)


def prose_problems(entry: Subject, where: Path, text: str, library: Library) -> Iterator[Problem]:
    if not plain_start(text)[1] and not bullets(text):
        return
    text = as_far_as_one_may_go(text)
    prose = Prose(entry, where)
    yield from bullet_problems(prose, text)
    for url in links(text):
        yield from link_problem(prose, text, url, library)
    for address in images(text):
        hint = "Delete it, from the exclamation mark to the bracket; say in words what it shows."
        yield prose.problem(address, "pictures are not taken in text yet.", hint, "image")
    for tag in markup(text):
        message = f"{tag[:40]} looks like HTML, and HTML is shown as it stands here."
        yield prose.problem(tag, message, instead_of(tag), "html")
    if too_wide(text):
        message = f"a table here has more than {MAX_COLUMNS} columns."
        yield prose.problem("|", message, "Split it in two: nobody can read it on a phone.", "wide_table")
    yield from heading_problems(prose, text)


def bullet_problems(prose: Prose, text: str) -> Iterator[Problem]:
    """A list pasted from a word processor: to Markdown its bullets are letters, and its lines run together."""
    for sign in bullets(text)[:1]:
        message = f'the lines of this list start with "{sign}", and would run together on the page.'
        hint = f'Write a hyphen and a space in place of each "{sign}".'
        yield prose.problem(sign, message, hint, "bullets")


def bullets(text: str) -> list[str]:
    return [] if text.isascii() else BULLETS_AT_START.findall(text)


BULLETS_AT_START = re.compile(r"^[ \u00a0]*([•●▪■◦○‣\u2043·])", re.MULTILINE)


def link_problem(prose: Prose, text: str, url: str, library: Library) -> Iterator[Problem]:
    target = reference(url)
    shown = f"({url}" if f"({url}" in text else url
    if target is None:
        yield from odd_link(prose, text, url, shown, library)
    elif target.id not in library.ids[target.kind]:
        message, hint = unknown(target.kind, target.id, library)
        yield prose.problem(target.written, message, hint, f"unknown_{target.kind}", about=target.id)
    elif is_draft(target.kind, target.id, library) and not is_draft(prose.entry.kind, prose.entry.id, library):
        message = f'"{target.id}" is a draft and has no page yet.'
        yield prose.problem(target.written, message, "Publish it first, or leave the link out.", "draft")
    elif target.anchor:
        yield from anchor_problem(prose, target, library)


def odd_link(prose: Prose, text: str, url: str, shown: str, library: Library) -> Iterator[Problem]:
    """A link that is none of ours, and may not stand here, or points at a heading that is not there."""
    if allowed(url) and not url.startswith("#"):
        return
    if url.startswith("#") and allowed(url):
        known = anchors(text) if prose.entry.kind is Kind.PAGE else []
        if url[1:] in known:
            return
        message = f"there is no heading {url} here."
        hint = f"Its headings: {', '.join(known)}." if known else "Link to a page or a record by its id."
        yield in_brackets(prose.problem(shown, message, hint, "unknown_anchor"), shown)
        return
    hint = (
        meant_link(url, library) + "Link to https://..., mailto:..., or to a record by its id, as in case:carr-manor."
    )
    message = f'"{url[:60]}" is not an address that may stand here.'
    yield in_brackets(prose.problem(shown, message, hint, "link"), shown)


def in_brackets(problem: Problem, shown: str) -> Problem:
    """The same problem at the address itself, when it was found with the bracket before it."""
    return replace(problem, column=problem.column + 1) if shown.startswith("(") else problem


def anchor_problem(prose: Prose, target: Reference, library: Library) -> Iterator[Problem]:
    """A link to a part of a page: of a page of prose, where the part has a heading."""
    page = library.whole.pages.get(target.id) if target.kind is Kind.PAGE else None
    known = anchors(page.body) if page else []
    if target.anchor[1:] not in known:
        message = f'the {target.kind.noun} "{target.id}" has no heading {target.anchor}.'
        listed = f"Its headings: {', '.join(known)}." if known else f"Link to it as a whole: {target.kind}:{target.id}"
        hint = did_you_mean(target.anchor[1:], known) + listed
        yield prose.problem(target.written, message, hint, "unknown_anchor")


def heading_problems(prose: Prose, text: str) -> Iterator[Problem]:
    """Headings in prose come below those of the page, and none is skipped."""
    top = 2 if prose.entry.kind is Kind.PAGE else 3
    last = top - 1
    for level, heading, _ in headings(text):
        if level < top or level > last + 1:
            wanted = "#" * (top if level < top else last + 1)
            hint = f"Write {wanted} {heading[:40]}. The headings above it are there already."
            yield prose.problem(heading, "this heading is not at its level.", hint, "heading_level")
        last = max(level, top)


def findings(library: Library) -> Iterator[Problem]:
    """What is not wrong, but is worth somebody's look."""
    for id in library.sources:
        if not library.mentioned_by(Kind.SOURCE, id):
            entry = library.entries[Kind.SOURCE, id]
            hint = "Cite it where its facts are used, or delete it."
            yield at(entry, (), f'nothing cites the source "{id}".', hint, "uncited_source", Level.ADVICE)
    for id, cases in library.cases_by_feature.items():
        if not cases:
            entry = library.entries[Kind.FEATURE, id]
            assert isinstance(entry.record, KeyFeature)
            hint = "Ask a setting that does this for its story."
            yield at(
                entry,
                (),
                f'no case study shows "{entry.record.short_title}".',
                hint,
                "feature_without_case",
                Level.ADVICE,
            )
    for id in library.cases:
        yield from unlisted_sources(library.entries[Kind.CASE, id], library)
    for (kind, id), entry in library.entries.items():
        if kind is Kind.ANNOTATION and id not in library.annotations:
            hint = "Annotate another, or delete this file."
            fate = "is hidden" if library.left_out(kind, id) else "was withdrawn"
            yield at(entry, ("case",), f"its case study {fate}: this has no page.", hint, "no_case", Level.ADVICE)


SOURCE_ID = Refers(Kind.SOURCE)


def unlisted_sources(entry: Entry, library: Library) -> Iterator[Problem]:
    """Figures whose source is missing from the sources that the record says it rests on."""
    assert isinstance(entry.record, CaseStudy)
    listed = set(entry.record.provenance.sources)
    for where, mark, id in entry.marked:
        if mark == SOURCE_ID and where[0] != "provenance" and id not in listed and id in library.sources:
            hint = f"Add - {id} to provenance.sources."
            yield at(
                entry,
                where,
                f'this cites "{id}", which provenance.sources does not list.',
                hint,
                "unlisted_source",
                Level.ADVICE,
            )
            listed.add(id)
