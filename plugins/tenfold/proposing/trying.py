"""Tries what goes as if it lay in the original: the original's rules, at the lines of the copy."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from tenfold.checking import Checked, checked
from tenfold.loading import Content, Entry, load_content
from tenfold.loading.content import add_bytes
from tenfold.model import Kind
from tenfold.model.vocabulary import Status
from tenfold.problems import Level, Problem, dotted
from tenfold.proposing.excerpt import without_comments
from tenfold.proposing.gathering import GO_ALONG, PROPOSABLE, STAYS, Key, Two
from tenfold.reviewing.alike import nearest, told

NOT_YET = {
    Status.DRAFT: ("this is a draft.", "Write status: published once it is ready: that is what is proposed."),
    Status.WITHDRAWN: ("you withdrew this yourselves.", "What is withdrawn is not proposed."),
}


@dataclass(frozen=True)
class Going:
    """What goes of a file of the copy: its path below content/, how messages call it, and the text that goes."""

    path: PurePosixPath
    shown: str
    text: str


def tried(original: Path, shown_as: str, going: Collection[Going], two: Two, keys: Collection[Key]) -> Checked:
    """The original with what goes, and every problem of what goes, or that others have because of it.

    Args:
        original: the content folder of the original.
        shown_as: how messages call it.
        going: what goes.
        two: the records of both.
        keys: the records that go.
    """
    content = load_content(original, shown_as=shown_as)
    before = frozenset(map(str, content.problems))
    leave_to(content, keys, {f"{shown_as}/{each.path}" for each in going})
    for each in going:
        add_bytes(without_comments(each.text).encode(), each.path, content, each.shown)
    found = checked(content)
    theirs = {each.shown for each in going}
    ours = [problem for problem in found.problems if problem.path in theirs]
    others = [each for each in found.errors if each.path not in theirs and str(each) not in before]
    if others:  # the original may have problems of its own, which are nobody's here
        known = frozenset(map(str, checked(load_content(original, shown_as=shown_as)).errors))
        others = [problem for problem in others if str(problem) not in known]
    told = [*(in_words(problem, two) for problem in ours), *others, *not_yet(found, keys)]
    return replace(found, problems=sorted(told, key=lambda each: (each.path, each.line, each.column)))


def leave_to(content: Content, keys: Collection[Key], paths: Collection[str]) -> None:
    """Take what is to be replaced out of the original."""
    content.entries = [entry for entry in content.entries if (entry.kind, entry.id) not in keys]
    content.unread = [each for each in content.unread if (each.kind, each.id) not in keys]
    content.files = [read for read in content.files if read.path not in paths]


def in_words(problem: Problem, two: Two) -> Problem:
    """A problem with what only the copy has, said as such."""
    kind = problem.rule.removeprefix("unknown_")
    if kind == problem.rule or kind not in list(Kind):
        return problem
    key = (Kind(kind), problem.about.partition("/")[0] if kind == Kind.FRAMEWORK else problem.about)
    if key not in two.own:
        return problem
    named = f"{kind}:{key[1]}"
    message = f'the {Kind(kind).noun} "{key[1]}" is in your copy alone: the original would link to nothing.'
    along = f"Take it along with --with {named}, or leave" if key[0] in PROPOSABLE else "Leave"
    why = f" {STAYS[key[0]]}" if key[0] in STAYS else ""
    return replace(problem, message=message, hint=f"{along} it out with --without {named}.{why}", rule="local_only")


def not_yet(found: Checked, keys: Collection[Key]) -> Iterator[Problem]:
    """What has not come so far that it could be published."""
    for key in keys:
        entry = found.library.entries.get(key)
        status = getattr(entry.record, "status", None) if entry else None
        said = NOT_YET.get(status) if status else None
        if entry and said:
            line, column = entry.place(("status",))
            yield Problem(entry.path, line, column, dotted((*entry.within, "status")), *said, "not_yet")


def remarks(found: Checked, keys: Sequence[Key], two: Two, address: str) -> Iterator[Problem]:
    """What is no mistake, and somebody should look at before it goes."""
    for key in keys:
        entry = found.library.entries.get(key)
        if entry is None:
            continue
        for where, kind, id in found.library.points_at(*key):
            if kind in GO_ALONG and (kind, id) in two.replaced and (kind, id) not in keys:
                message = f'your copy has its own version of the {kind.noun} "{id}"; here the original\'s counts.'
                hint = f"If what you wrote rests on yours, take it along with --with {kind}:{id}."
                yield advice(entry, where, message, hint, "own_version")
        yield from agreement(entry)
    if address:
        yield from links_home(found, keys, address)
    if keys[0][0] is Kind.CASE and keys[0] in found.library.entries:
        yield from told_already(found, keys[0], two)


def agreement(entry: Entry) -> Iterator[Problem]:
    provenance = getattr(entry.record, "provenance", None)
    if entry.kind is Kind.CASE and provenance is not None and not provenance.agreed_by_setting:
        message = "the setting has not agreed to this."
        hint = "Ask it before you send this: only what is published about it already may stand in the original."
        yield advice(entry, ("provenance", "agreed_by_setting"), message, hint, "not_agreed")


def told_already(found: Checked, key: Key, two: Two) -> Iterator[Problem]:
    """The case studies of the original that may tell the same story."""
    entry = found.library.entries[key]
    others = [told(each) for (kind, id), each in two.original.entries.items() if kind is Kind.CASE and id != key[1]]
    for near in nearest(told(entry), others):
        if near.is_close and near.id in two.original.withdrawn:
            message = f'the original withdrew its case study "{near.id}", which may tell the same: {near.reason}.'
            hint = "Ask those who look after it before you send this: what was withdrawn must not come back by mistake."
            yield advice(entry, (), message, hint, "told_already")
        elif near.is_close:
            message = f'the original\'s case study "{near.id}" may tell the same: {near.reason}.'
            hint = "Read it first. If yours adds to it, propose a change to that one instead."
            yield advice(entry, (), message, hint, "told_already")


def links_home(found: Checked, keys: Collection[Key], address: str) -> Iterator[Problem]:
    """Web addresses of the copy itself, which say nothing to readers elsewhere."""
    bare = address.partition("://")[2].rstrip("/")
    for entry in (found.library.entries[key] for key in keys if key in found.library.entries):
        for where, _, value in entry.marked:
            if bare and bare in value:
                hint = "Link by id to what the original has, or take the link out."
                yield advice(entry, where, "a link here leads to your own copy.", hint, "own_address")


def advice(entry: Entry, where: tuple[str | int, ...], message: str, hint: str, rule: str) -> Problem:
    line, column = entry.place(where)
    return Problem(entry.path, line, column, dotted((*entry.within, *where)), message, hint, rule, Level.ADVICE)
