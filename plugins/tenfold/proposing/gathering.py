"""Gathers what goes to the original: the record that somebody names, and of theirs what it cannot do without."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from tenfold.library import Library
from tenfold.loading import Content, Entry, Unread
from tenfold.model import Annotation, CaseStudy, Kind, TheoryOfChange
from tenfold.nearby import mentioned_by
from tenfold.problems import did_you_mean, printable

Key = tuple[Kind, str]
Subject = Entry | Unread

PROPOSABLE = (
    *(Kind.CASE, Kind.THEORY, Kind.EXERCISE, Kind.FRAMEWORK, Kind.RESOURCE, Kind.TERM, Kind.SOURCE),
    Kind.ANNOTATION,
)
"""The kinds that can be proposed."""
GO_ALONG = (Kind.SOURCE, Kind.TERM)
"""What goes along with whatever mentions it."""
STAYS = {
    Kind.PAGE: "A page speaks for whoever publishes it, and is not proposed like this: offer its text by mail.",
    Kind.FEATURE: "There are ten key features, the same in every copy. Write to those who look after the original.",
    "note": "A local note is for your copy alone and never leaves it.",
}
"""Why a record of another kind cannot be proposed."""


class NotProposable(Exception):
    """What was asked for cannot be proposed; the text says why and what to do."""


@dataclass(frozen=True)
class Wish:
    """What somebody asks for: an id, alone or with its kind before it; what goes along, and what is left out."""

    id: str
    kind: Kind | None = None
    along: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


@dataclass(frozen=True)
class Two:
    """The records of a copy and those of the original, by kind and id."""

    own: Mapping[Key, Subject]
    original: Library
    replaced: frozenset[Key]
    """What theirs takes the place of, by the settings of the copy."""
    withheld: frozenset[Key] = frozenset()
    """What the copy withholds, because it may lead to a child."""

    def is_own(self, key: Key) -> bool:
        """Whether theirs is meant by a mention: it is theirs alone, or takes the place of the original's."""
        return key in self.own and (key not in self.known or key in self.replaced)

    @cached_property
    def known(self) -> frozenset[Key]:
        """The records of the original, those that could not be read among them."""
        return frozenset((kind, id) for kind, ids in self.original.ids.items() for id in ids)


def by_key(content: Content) -> dict[Key, Subject]:
    subjects: list[Subject] = [*content.entries, *content.unread]
    return {(each.kind, each.id): each for each in subjects}


def gathered(wish: Wish, two: Two) -> tuple[Key, ...]:
    """What goes: the record itself first.

    Raises:
        NotProposable: there is no such record of theirs, or it may not go.
    """
    target = named(wish.id, wish.kind, two)
    found = [target, *(named(each, None, two) for each in wish.along)]
    left = set(mentions_of(wish.without))
    for key in found:  # grows while it is gone through
        found += [each for each in needed_by(key, two) if each not in found and each not in left]
    for key in found:
        refuse_taken(key, two)
    return tuple(dict.fromkeys(found))


def mentions_of(texts: tuple[str, ...]) -> Iterator[Key]:
    """The kinds and ids that texts such as case:ash name."""
    for text in texts:
        kind, colon, id = text.partition(":")
        if not colon or kind not in list(Kind) or not id:
            shown = printable(text)[:60]
            raise NotProposable(f'"{shown}" names no record. Write its kind, a colon and its id: case:ash.')
        yield Kind(kind), id


def named(text: str, kind: Kind | None, two: Two) -> Key:
    """The record of theirs that somebody means."""
    prefix, colon, rest = text.partition(":")
    id = rest if colon else text
    wanted = {prefix} if colon else {kind} if kind else {*Kind}
    found = sorted(key for key in two.own if key[1] == id and key[0] in wanted)
    able = [key for key in found if key[0] in PROPOSABLE]
    if len(able) == 1:
        return able[0]
    if able:
        ways = " or ".join(f"{kind}:{id}" for kind, _ in able)
        raise NotProposable(f'"{id}" is the id of several things of yours. Write {ways}.')
    if found:
        raise NotProposable(f'"{id}" is a {found[0][0].noun}. {STAYS.get(found[0][0], "It cannot be proposed.")}')
    raise NotProposable(unknown(id, wanted, two))


def unknown(id: str, wanted: set[str] | set[Kind], two: Two) -> str:
    """What to say of an id that nothing of theirs has."""
    shown = printable(id)[:60]
    theirs = sorted(key for key in two.known if key[1] == id and key[0] in wanted and key[0] in PROPOSABLE)
    if theirs:
        kind = theirs[0][0]
        change = (
            "To propose a change to it, copy its file from upstream/content/ to content/, change it there, "
            f"and add {kind}:{id} to replace: in local.yml."
        )
        return f'the {kind.noun} "{id}" is the original\'s own, and you have no version of it. {change}'
    able = [own for kind, own in two.own if kind in PROPOSABLE and kind in wanted]
    hint = did_you_mean(id, able).strip()
    listed = f"Yours are: {', '.join(sorted(able)[:12])}." if able else "There is nothing of yours yet to propose."
    return f'you have no record "{shown}" below content/. {hint or listed}'


def refuse_taken(key: Key, two: Two) -> None:
    """Stop where the original has a record of this id that theirs does not stand for, or has taken one back."""
    kind, id = key
    if key in two.withheld:
        why = "What may lead to a child is sent to nobody. Take it out of withhold: first, once all is well."
        raise NotProposable(f'you withhold the {kind.noun} "{id}". {why}')
    if kind is Kind.CASE and id in two.original.withdrawn:
        withdrawal = two.original.withdrawn[id].withdrawal
        day = f" on {withdrawal.on}" if withdrawal else ""
        if getattr(withdrawal, "safeguarding", False):
            why = "for safeguarding. It never comes back, under no name: take it out of your copy as well."
            raise NotProposable(f'the original withdrew the case study "{id}"{day} {why}')
        why = "Its page says why. Write to those who look after the original before you write it anew."
        raise NotProposable(f'the original withdrew the case study "{id}"{day}. {why}')
    if key in two.known and key not in two.replaced:
        another = "another id" if two.own[key].within else "another name"
        change = f"If yours is a change to it, add {kind}:{id} to replace: in local.yml."
        raise NotProposable(f'the original has a {kind.noun} "{id}" already. Give yours {another}. {change}')


def needed_by(key: Key, two: Two) -> Iterator[Key]:
    """What of theirs goes along with a record: sources, terms, its theory of change, its annotation."""
    subject = two.own[key]
    for mentioned in mentioned_by(subject):
        if mentioned[0] in GO_ALONG and mentioned in two.own and mentioned not in two.known:
            yield mentioned
    if key[0] is Kind.CASE:
        record = subject.record if isinstance(subject, Entry) else None
        theory = record.theory_of_change if isinstance(record, CaseStudy) else None
        for other, each in two.own.items():
            belongs = isinstance(each, Entry) and case_of(each) == key[1]
            if (belongs or other == (Kind.THEORY, theory)) and two.is_own(other):
                yield other


def case_of(entry: Entry) -> str | None:
    """The case study that a theory of change or an annotation belongs to."""
    return entry.record.case if isinstance(entry.record, (TheoryOfChange, Annotation)) else None
