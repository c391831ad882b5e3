"""Checks that need all records at once: does everything that is mentioned exist, is anything left over?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenfold.library.library import Library
from tenfold.loading import Entry
from tenfold.model import CaseStudy, KeyFeature, Kind, Term
from tenfold.model.vocabulary import Status
from tenfold.model.walking import Path, mentions, prose_of
from tenfold.problems import Level, Problem, did_you_mean, dotted
from tenfold.prose import OUTSIDE, allowed, anchors, headings, images, links, markup, reference


def check_library(library: Library) -> Iterator[Problem]:
    """Every problem between records, and every finding about them."""
    for entry in library.entries.values():
        yield from unknown_mentions(entry, library)
        yield from prose_problems(entry, library)
    yield from clashes(library)


def at(
    entry: Entry, where: Path, message: str, hint: str, rule: str, level: Level = Level.ERROR, *, about: str = ""
) -> Problem:
    line, column = entry.place(where)
    return Problem(entry.path, line, column, dotted((*entry.within, *where)), message, hint, rule, level, about)


def unknown_mentions(entry: Entry, library: Library) -> Iterator[Problem]:
    for where, mark, id in mentions(entry.record):
        if id not in library.ids[mark.kind]:
            yield at(entry, where, *unknown(mark.kind, id, library), f"unknown_{mark.kind}", about=id)
        elif (mark.kind, id) == (entry.kind, entry.id):
            yield at(entry, where, "this names the record itself.", "Delete this line.", "self_mention")
        elif is_draft(mark.kind, id, library) and not is_draft(entry.kind, entry.id, library):
            yield at(
                entry, where, f'"{id}" is a draft and has no page yet.', "Publish it first, or leave it out.", "draft"
            )


def unknown(kind: Kind, id: str, library: Library) -> tuple[str, str]:
    """What to say of an id that nothing has."""
    known = library.ids[kind]
    hint = did_you_mean(id, known) or title_match(kind, id, library) or some_of(known)
    return f'there is no {kind.noun} "{id}".', hint.strip()


def some_of(known: frozenset[str], *, most: int = 12) -> str:
    if not known:
        return "None exists yet: leave this out."
    return f"Known: {', '.join(sorted(known)[:most])}{', ...' if len(known) > most else '.'}"


def title_match(kind: Kind, id: str, library: Library) -> str:
    """A hint at the record whose title holds the words of an id: fair-start for "A fair start at Oak School"."""
    words = set(id.split("-"))
    for other in sorted(library.ids[kind]):
        if words <= set(re.findall(r"[a-z0-9]+", f"{other} {library.title(kind, other)}".lower())):
            return f'Did you mean "{other}"?'
    return ""


def is_draft(kind: Kind, id: str, library: Library) -> bool:
    entry = library.entries.get((kind, id))
    return entry is not None and isinstance(entry.record, CaseStudy) and entry.record.status is Status.DRAFT


def prose_problems(entry: Entry, library: Library) -> Iterator[Problem]:
    for where, text in prose_of(entry.record):
        for url in links(text):
            yield from link_problem(entry, where, url, library)
        for address in images(text):
            hint = "Leave it out; say in words what it shows."
            yield in_prose(entry, where, address, "pictures are not taken in text yet.", hint, "image")
        for tag in markup(text):
            message = f"{tag[:40]} looks like HTML, and HTML is shown as it stands here."
            yield in_prose(entry, where, tag, message, "Write **bold**, *italic*, lists and links as Markdown.", "html")
        yield from heading_problems(entry, where, text)


def link_problem(entry: Entry, where: Path, url: str, library: Library) -> Iterator[Problem]:
    target = reference(url)
    if target is None:
        if not allowed(url):
            hint = "Link to https://..., mailto:..., or to a record by its id, as in case:carr-manor."
            kind, _, id = url.partition(":")
            hint = did_you_mean(kind, list(Kind)) + hint if id and not OUTSIDE.match(url) else hint
            yield in_prose(entry, where, url, f'"{url[:60]}" is not an address that may stand here.', hint, "link")
    elif target.id not in library.ids[target.kind]:
        found = unknown(target.kind, target.id, library)
        yield in_prose(entry, where, target.written, *found, f"unknown_{target.kind}", about=target.id)
    elif is_draft(target.kind, target.id, library) and not is_draft(entry.kind, entry.id, library):
        message = f'"{target.id}" is a draft and has no page yet.'
        yield in_prose(entry, where, target.written, message, "Publish it first, or leave the link out.", "draft")
    elif target.anchor and target.kind is Kind.PAGE:
        known = anchors(library.pages[target.id].body)
        if target.anchor[1:] not in known:
            message = f'the page "{target.id}" has no heading {target.anchor}.'
            hint = did_you_mean(target.anchor[1:], known) + f"Its headings: {', '.join(known)}."
            yield in_prose(entry, where, target.written, message, hint, "unknown_anchor")


def heading_problems(entry: Entry, where: Path, text: str) -> Iterator[Problem]:
    """Headings in prose come below those of the page, and none is skipped."""
    top = 2 if entry.kind is Kind.PAGE else 3
    last = top - 1
    for level, heading, _ in headings(text):
        if level < top or level > last + 1:
            wanted = "#" * (top if level < top else last + 1)
            hint = f"Write {wanted} {heading[:40]}. The headings above it are there already."
            yield in_prose(entry, where, heading, "this heading is not at its level.", hint, "heading_level")
        last = max(level, top)


def in_prose(
    entry: Entry, where: Path, fragment: str, message: str, hint: str, rule: str, *, about: str = ""
) -> Problem:
    """A problem at the place of a fragment within a piece of prose, or at its start if the fragment is not found."""
    line, column = entry.place(where)
    lines = entry.document.text.split("\n")
    for number in range(line, len(lines) + 1):
        found = lines[number - 1].find(fragment, column - 1 if number == line else 0)
        if found >= 0:
            line, column = number, found + 1
            break
    field = dotted((*entry.within, *where))
    return Problem(entry.path, line, column, field, message, hint, rule, about=about)


def clashes(library: Library) -> Iterator[Problem]:
    """Two records that claim the same name, number or former address."""
    yield from same_number(library)
    yield from same_form(library)
    yield from taken_alias(library)


def same_number(library: Library) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for id, feature in library.features.items():
        other = first.setdefault(feature.number, id)
        if other != id:
            entry = library.entries[Kind.FEATURE, id]
            message = f'the key feature "{other}" has number {feature.number} already.'
            yield at(entry, ("number",), message, "Give each its own, from 1 to 10.", "same_number")


def same_form(library: Library) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for id, term in library.terms.items():
        for form in forms_of(term):
            other = first.setdefault(form, id)
            if other != id:
                message = f'the glossary term "{other}" has the form "{form}" too.'
                yield at(library.entries[Kind.TERM, id], (), message, "Leave it to one of them.", "same_form")


def forms_of(term: Term) -> list[str]:
    """How a term stands in text: its name, its abbreviation, its other forms, each once, in small letters."""
    return list(dict.fromkeys(form.lower() for form in (term.term, term.abbreviation, *term.also) if form))


def taken_alias(library: Library) -> Iterator[Problem]:
    studies = [entry for entry in library.entries.values() if isinstance(entry.record, CaseStudy)]
    former: dict[str, str] = {}
    for entry in sorted(studies, key=lambda entry: entry.id):
        assert isinstance(entry.record, CaseStudy)
        for position, alias in enumerate(entry.record.aliases):
            other = former.setdefault(alias, entry.id)
            if alias in library.ids[Kind.CASE] or other != entry.id:
                message = f'"{alias}" is the id of another case study, now or formerly.'
                yield at(entry, ("aliases", position), message, "An address leads to one place: delete this.", "alias")


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
        yield from unlisted_sources(library.entries[Kind.CASE, id])


def unlisted_sources(entry: Entry) -> Iterator[Problem]:
    """Figures whose source is missing from the sources that the record says it rests on."""
    assert isinstance(entry.record, CaseStudy)
    listed = set(entry.record.provenance.sources)
    for where, mark, id in mentions(entry.record):
        if mark.kind is Kind.SOURCE and where[0] != "provenance" and id not in listed:
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
