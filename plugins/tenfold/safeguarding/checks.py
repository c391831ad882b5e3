"""The safeguarding checks of a whole content folder."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import PurePosixPath
from typing import NamedTuple

from tenfold.loading.content import Read
from tenfold.problems import Problem, dotted
from tenfold.safeguarding.acceptance import Acceptances, mark_of, to_paste
from tenfold.safeguarding.comments import comments_in
from tenfold.safeguarding.contact import is_mobile
from tenfold.safeguarding.placing import Places
from tenfold.safeguarding.publication import Publication
from tenfold.safeguarding.rule import Rule, Span
from tenfold.safeguarding.rules import RULES
from tenfold.safeguarding.said import Said, all_said
from tenfold.side_by_side import begun

SIGN_OFF_RULE = "safeguarding-sign-off"


class Found(NamedTuple):
    """Something that a rule found in a file."""

    rule: Rule
    span: Span


@dataclass
class Safeguarded:
    """What the checks say, and what they found, which no message may repeat."""

    problems: list[Problem] = field(default_factory=list)
    values: list[str] = field(default_factory=list)


def check_safeguarding(files: Iterable[Read], published: Container[str]) -> Safeguarded:
    """Every finding in every file that nobody accepted, and every sign-off that is wrong or not needed.

    Args:
        files: what was read, whether or not it became a record.
        published: the ids of sources that anybody can look up; figures beside one of them are public already.
    """
    with safeguarding(files, published) as found:
        return together(found)


def safeguarding(files: Iterable[Read], published: Container[str]) -> AbstractContextManager[Iterator[Safeguarded]]:
    """The same for each file, for who has something else to do meanwhile: it begins at once."""
    return begun(partial(check_file, published=published), tuple(files))


def together(found: Iterable[Safeguarded]) -> Safeguarded:
    """What the checks say of several files."""
    result = Safeguarded()
    for each in found:
        result.problems += each.problems
        result.values += each.values
    return result


def check_file(read: Read, *, published: Container[str]) -> Safeguarded:
    """The same for one file."""
    file = File(read, published)
    return Safeguarded(list(file.problems()), list(file.values()))


class File:
    """One file, and what was found in it."""

    def __init__(self, read: Read, published: Container[str]) -> None:
        self.read = read
        self.document = read.document
        comments = list(comments_in(above_the_body(read)))
        data = self.document.data
        if data is None:  # nothing could be made of it: what it says is looked at as it stands
            data, comments = self.document.text, []
        name = PurePosixPath(read.path).stem
        self.said: Said = all_said(data, comments, name=name)
        self.places = Places(self.document)
        self.publication = Publication(self.said, self.document.data, published)
        self.acceptances = Acceptances(self.document.data, RULES)
        self.offered = False
        """Whether a problem told already how to begin the list of sign-offs."""

    @cached_property
    def found(self) -> list[Found]:
        """What the rules found, without figures that are published and what only looks like a comment."""
        every = (Found(rule, span) for rule in RULES for span in rule.find(self.said))
        return [each for each in every if self.counts(each)]

    def counts(self, found: Found) -> bool:
        piece = self.said.piece_at(found.span[0])
        if piece.path[:2] == ("safeguarding", "accepted") and piece.path[-1] == "by":
            return found.rule.is_a_value
        if found.rule.contact_passes and self.is_of_a_team(found):
            return False
        if piece.origin == "comment":
            return not self.places.is_in_a_value(piece.offset + found.span[0] - piece.start)
        if piece.origin == "name":
            return found.rule.is_a_value
        return not (found.rule.published_passes and self.publication.covers(found.span[0]))

    def is_of_a_team(self, found: Found) -> bool:
        """Whether a phone number stands where that of a team is asked for, and is nobody's own."""
        piece, (start, end) = self.said.piece_at(found.span[0]), found.span
        asked = piece.path[-2:] == ("contact", "phone") and "contact" in self.read.model.model_fields
        return asked and piece.origin == "value" and not is_mobile(self.said.raw[start:end])

    def values(self) -> Iterator[str]:
        yield from (self.said.raw[start:end] for _, (start, end) in self.found)

    def problems(self) -> Iterator[Problem]:
        """A problem for each rule and sentence, at the first place, in the order of the file."""
        for place, rule, at in sorted(self.to_tell(), key=lambda found: found[0]):
            mark = mark_of(self.said, at) if rule.acceptable else ""
            if not self.acceptances.accept(rule, mark):
                yield self.problem(rule, at, place, mark)
        yield from self.sign_offs()

    def to_tell(self) -> Iterator[tuple[tuple[int, int], Rule, int]]:
        """The first finding of each rule in each sentence, with its line and column."""
        told: set[tuple[str, int]] = set()
        for rule, (at, _) in self.found:
            sentence = (rule.name, self.said.sentence(at)[0])
            if sentence not in told:
                told.add(sentence)
                yield self.places.line_and_column(self.said.piece_at(at), at), rule, at

    def problem(self, rule: Rule, at: int, place: tuple[int, int], mark: str) -> Problem:
        piece = self.said.piece_at(at)
        hint = f"{rule.why} {rule.safer} {self.way_to_accept(rule, mark)}".strip()
        name = dotted(piece.path) if piece.origin == "value" else dotted(piece.path[:-1])
        return Problem(self.read.path, *place, name, rule.message, hint, rule.name)

    def way_to_accept(self, rule: Rule, mark: str) -> str:
        """What to paste when a named person accepts a finding; it ends the message, so that it is easy to copy."""
        if not rule.acceptable:
            return ""
        if "safeguarding" not in self.read.model.model_fields:
            return "Nobody can sign it off in this file."
        if not isinstance(self.document.data, dict):
            return "It can be signed off once the file can be read."
        if self.acceptances.begun(rule, mark):
            return "Its sign-off is not complete yet."
        where, line = self.paste(to_paste(rule, mark))
        return f"If a named person accepts it, {where}, with why, who and the day in place of each ?: {line}"

    def paste(self, entry: str) -> tuple[str, str]:
        """Where a sign-off goes, and what: into the list that is there, or into one to be made."""
        whole = f"safeguarding: {{accepted: [{entry}]}}"
        if self.acceptances.any:
            in_brackets = self.places.sign_at(("safeguarding", "accepted")) == "["
            into = "they add this between the square brackets, behind a comma"
            return (into, entry) if in_brackets else ("they add this line to those below accepted", f"- {entry}")
        if self.has_safeguarding:
            return "they put this in place of safeguarding", whole
        if self.offered:
            return "too, they add this to the same list, behind a comma", entry
        self.offered = True
        end = "above the second line ---" if self.read.path.endswith(".md") else "at the end of the file"
        return f"they add this line {end}", whole

    @property
    def has_safeguarding(self) -> bool:
        assert isinstance(self.document.data, dict)
        return "safeguarding" in self.document.data

    def sign_offs(self) -> Iterator[Problem]:
        for fault in self.acceptances.faults():
            line, column = self.document.place(fault.path)
            yield Problem(
                self.read.path, line, column, dotted(fault.path), fault.message, fault.hint, SIGN_OFF_RULE, fault.level
            )


def above_the_body(read: Read) -> str:
    """The part of a file that is YAML: all of it, or the lines above the text of a page."""
    text = read.document.text
    return text[: text.find("\n---", 3) + 1] if read.path.endswith(".md") else text
