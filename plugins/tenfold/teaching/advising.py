"""All advice on a record, in the order of its fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from tenfold.loading import Entry
from tenfold.model import CaseStudy, Kind, Term
from tenfold.model.vocabulary import EvidenceLevel
from tenfold.problems import Problem
from tenfold.teaching.abbreviations import known_to, unexplained
from tenfold.teaching.claims import claims
from tenfold.teaching.levels import level_remarks
from tenfold.teaching.passages import passages
from tenfold.teaching.plain_language import long_paragraphs, long_sentences, passive_walls
from tenfold.teaching.reading_age import hard_to_read
from tenfold.teaching.remark import Remark
from tenfold.teaching.respect import disrespect
from tenfold.teaching.written import Subject

MOST = 100
"""Nobody reads more advice than this on one record."""


@dataclass(frozen=True)
class Advised:
    """A record with the advice on it."""

    subject: Subject
    remarks: tuple[Remark, ...]

    @property
    def problems(self) -> list[Problem]:
        """The advice, each piece at its line and column."""
        return [remark.problem(self.subject) for remark in self.remarks]


def advise(subjects: Iterable[Subject], terms: Iterable[Term]) -> Iterator[Advised]:
    """The advice on each record on which there is any.

    Args:
        subjects: the records, and what was to be one.
        terms: the glossary, which explains abbreviations.
    """
    explained = known_to(terms, ())
    for subject in subjects:
        remarks = tuple(islice(remarks_on(subject, explained), MOST))
        if remarks:
            yield Advised(subject, remarks)


def remarks_on(subject: Subject, explained: frozenset[str]) -> Iterator[Remark]:
    """The remarks on a record, those on its words first."""
    found = list(passages(subject))
    level, basis = evidence_of(subject)
    for passage in found:
        yield from long_sentences(passage)
        yield from long_paragraphs(passage)
        yield from passive_walls(passage)
        yield from disrespect(passage)
        if subject.kind is Kind.CASE:
            yield from claims(passage, level, basis)
    if subject.kind is not Kind.SOURCE:
        if explained:  # without a glossary nobody knows what it would explain
            yield from unexplained(found, explained | own_names(subject))
        if subject.kind is not Kind.THEORY:  # its statements are no running text
            yield from hard_to_read(found)
    if isinstance(subject, Entry) and isinstance(subject.record, CaseStudy):
        yield from level_remarks(subject.record)


def evidence_of(subject: Subject) -> tuple[EvidenceLevel | None, str]:
    """The level of evidence and what it rests on, as far as the record has them."""
    if isinstance(subject, Entry):
        evidence = subject.record.evidence if isinstance(subject.record, CaseStudy) else None
        return (evidence.level, evidence.basis) if evidence else (None, "")
    data = subject.data.get("evidence") if isinstance(subject.data, dict) else None
    if not isinstance(data, dict):
        return None, ""
    level = next((level for level in EvidenceLevel if level == data.get("level")), None)
    return level, str(data.get("basis") or "")


def own_names(subject: Subject) -> frozenset[str]:
    """Abbreviations in the name of the setting itself."""
    if isinstance(subject, Entry) and isinstance(subject.record, CaseStudy):
        setting = subject.record.setting
        return known_to((), [setting.name, setting.place])
    return frozenset()
