"""The review sheet of a record, section by section."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tenfold.library import Library
from tenfold.loading import Entry
from tenfold.model import CaseStudy, Kind
from tenfold.problems import Level, Problem, counted, errors
from tenfold.reviewing.alike import nearest, told
from tenfold.reviewing.evidence import evidence_lines
from tenfold.reviewing.keeping import agreement_lines, date_lines
from tenfold.reviewing.links import link_lines
from tenfold.reviewing.safeguarding import RULES as SAFEGUARDING
from tenfold.reviewing.safeguarding import safeguarding_lines
from tenfold.reviewing.sheet import Line, Section, Sheet, at_lines, good, look, note, stop
from tenfold.teaching import Advised, completeness
from tenfold.teaching.passages import passages
from tenfold.teaching.reading_age import reading_age
from tenfold.teaching.written import Subject

ABOUT_EVIDENCE = ("claim_", "level_")


@dataclass(frozen=True)
class Case:
    """A record to review: what it is, what stands beside it, and what the checks say of it.

    `subject` is None when the file could not be read at all. `replaces` says that the content holds a record of this id
    already, in another file; `alone` that there is no content beside it.
    """

    path: str
    subject: Subject | None
    library: Library
    problems: Sequence[Problem]
    advised: Sequence[Advised]
    replaces: bool = False
    alone: bool = False

    @property
    def study(self) -> CaseStudy | None:
        """The case study, if it is one and can be read."""
        record = self.subject.record if isinstance(self.subject, Entry) else None
        return record if isinstance(record, CaseStudy) else None

    @property
    def remarks(self) -> list[Problem]:
        """The advice on its wording and its claims, each at its line."""
        return [problem for advised in self.advised for problem in advised.problems]

    @property
    def title(self) -> str:
        name = self.study.setting.name if self.study else self.subject.id if self.subject else self.path
        return f"Review sheet: {name}"


def review(case: Case, today: date) -> Sheet:
    """The review sheet of a record.

    Args:
        case: the record and what is known of it.
        today: the day by which its dates are judged.
    """
    parts: list[tuple[str, Iterable[Line]]] = [("What must be mended", problem_lines(case))]
    if case.study:
        parts.append(("Completeness", completeness_lines(case.study)))
        parts.append(("Evidence", evidence_lines(case.study, about_evidence(case.remarks))))
    if case.subject:
        parts.append(("Wording", wording_lines(case)))
        parts.append(("Safeguarding", safeguarding_lines(case.study, case.problems, case.subject)))
        if case.subject.kind is Kind.CASE:
            parts.append(("Is it told already?", alike_lines(case)))
        parts.append(("Links and sources", link_lines(case.subject, case.library, alone=case.alone)))
    if case.study:
        parts.append(("Dates", date_lines(case.study, today)))
        parts.append(("Agreement and consent", agreement_lines(case.study, case.subject)))
    return Sheet(case.title, case.path, tuple(Section(heading, tuple(lines)) for heading, lines in parts))


def about_evidence(remarks: Iterable[Problem]) -> list[Problem]:
    return [remark for remark in remarks if remark.rule.startswith(ABOUT_EVIDENCE)]


def problem_lines(case: Case) -> Iterator[Line]:
    """What stops publication, but for safeguarding, which has a section of its own."""
    found = [problem for problem in case.problems if not problem.rule.startswith(SAFEGUARDING)]
    for problem in found:
        line = f"{place(problem)}: {problem.message} {problem.hint}".strip()
        yield stop(line) if problem.level is Level.ERROR else look(line)
    if case.subject is None and not found:
        yield stop("The file holds no record that could be read.")
    if not errors(found) and case.subject is not None:
        yield good("The file can be read, and every field in it is as it should be.")
    if case.replaces:
        yield look("A record of this name is published already: this file would take its place.")


def place(problem: Problem) -> str:
    return f"Line {problem.line}{f', {problem.field}' if problem.field else ''}"


def completeness_lines(study: CaseStudy) -> Iterator[Line]:
    found = completeness(study)
    yield note(f"{found.score} of 100. The score says what is there, not how good it is.")
    for thing in found.next_things:
        yield look(thing)
    if not found.next_things:
        yield good("It has all that readers look for.")


WORDING_RULES = {
    "long_sentence": "Long sentences",
    "long_paragraph": "Long paragraphs",
    "passive_wall": "Sentences in a row that do not say who acts",
    "abbreviation": "Abbreviations that are not explained",
    "deficit_language": "Words that blame a child or a family",
    "reading_age": "Hard to read as a whole",
}


def wording_lines(case: Case) -> Iterator[Line]:
    """How the text reads: each kind of remark with its lines. `tenfold check` says what to do about each."""
    lines_of: dict[str, list[int]] = defaultdict(list)
    for remark in case.remarks:
        lines_of[remark.rule].append(remark.line)
    for rule, heading in WORDING_RULES.items():
        if rule in lines_of:
            yield look(f"{heading}: {at_lines(lines_of[rule])}.")
    if not lines_of.keys() & WORDING_RULES.keys():
        yield good("No long sentences, unexplained abbreviations or words that blame a child or a family.")
    age = reading_age(list(passages(case.subject))) if case.subject else None
    if age is not None:
        yield note(f"Easy to read from an age of about {age:.0f}.")


def alike_lines(case: Case) -> Iterator[Line]:
    """The case studies that are most like this one, and why."""
    entries = [entry for entry in case.library.entries.values() if entry.kind is Kind.CASE]
    others = [told(entry) for entry in entries if entry.path != case.path]
    if case.subject is None or not others:
        yield note("There is no other case study to compare it with.")
        return
    found = nearest(told(case.subject), others)
    for each in found:
        yield look(f"{each.id}: {each.reason}.") if each.is_close else note(f"{each.id}: {each.reason}.")
    if not any(each.is_close for each in found):
        yield good(
            f"None of the {counted(len(others), 'other case study', 'other case studies')} tells the same story."
        )
