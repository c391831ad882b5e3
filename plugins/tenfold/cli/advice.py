"""What `tenfold check` says besides problems: advice, how complete a case study is, and what to add next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tenfold.cli.parts import Part
from tenfold.loading import Entry, Unread
from tenfold.model import CaseStudy, Kind
from tenfold.problems import Level, Problem, counted, printable
from tenfold.teaching import Advised, Completeness, advise, completeness


@dataclass(frozen=True)
class Score:
    """How complete a case study in a file is; None while it is not readable as one."""

    path: str
    found: Completeness | None

    @property
    def lines(self) -> Iterator[str]:
        """What to print: the score, and up to three things to do next."""
        if self.found is None:
            yield printable(f"{self.path}: how complete it is can be said when its problems are mended.")
        elif not self.found.next_things:
            yield printable(
                f"{self.path}: {self.found.score} of 100 for completeness. It has all that readers look for."
            )
        else:
            yield printable(
                f"{self.path}: {self.found.score} of 100 for completeness. Readers would gain most from this:"
            )
            yield from (f"  {number}. {thing}" for number, thing in enumerate(self.found.next_things, 1))

    @property
    def problem(self) -> Problem:
        """The same for machines."""
        first, *_ = self.lines
        message = first.removeprefix(f"{self.path}: ")
        hint = " ".join(self.found.next_things) if self.found else ""
        return Problem(self.path, 1, 1, "", message, hint, "completeness", Level.ADVICE)


@dataclass(frozen=True)
class Advice:
    """What is shown of the advice, and what is only counted."""

    shown: tuple[Advised, ...]
    counted: tuple[Advised, ...]
    scores: tuple[Score, ...]

    @property
    def problems(self) -> list[Problem]:
        return [problem for advised in self.shown for problem in advised.problems]

    @property
    def closing(self) -> Iterator[str]:
        """The last lines of a report."""
        for score in self.scores:
            yield from score.lines
        if self.counted:
            yield self.count

    @property
    def count(self) -> str:
        """How much advice is not shown, and how to see it."""
        number = sum(len(advised.remarks) for advised in self.counted)
        files = counted(len({advised.subject.path for advised in self.counted}), "file")
        pieces = counted(number, "piece") if number == 1 else f"{number} pieces"
        return f"And {pieces} of advice on wording in {files}: tenfold check FILE shows it, or tenfold check --advice."


def advice_on(parts: Sequence[Part], *, everything: bool, count: bool = True) -> Advice:
    """The advice on what was checked.

    Args:
        parts: what was checked.
        everything: whether advice is shown for whole folders as well as for files that were named.
        count: whether the rest is counted. While something is wrong, that comes first.
    """
    shown: list[Advised] = []
    hidden: list[Advised] = []
    scores: list[Score] = []
    for part in parts:
        subjects = list(part.subjects)
        wanted = [each for each in subjects if everything or each.path in part.files]
        rest = [each for each in subjects if not everything and each.path not in part.files] if count else []
        terms = part.checked.library.terms.values()
        shown += advise(wanted, terms)
        hidden += advise(rest, terms)
        scores += (score_of(each) for each in subjects if each.path in part.files and each.kind is Kind.CASE)
    return Advice(tuple(shown), tuple(hidden), tuple(sorted(scores, key=lambda score: score.path)))


def score_of(subject: Entry | Unread) -> Score:
    record = subject.record if isinstance(subject, Entry) else None
    return Score(subject.path, completeness(record) if isinstance(record, CaseStudy) else None)
