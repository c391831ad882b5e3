"""What a review says of evidence: the level, what it rests on, and claims that go further."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tenfold.model import CaseStudy
from tenfold.problems import Problem, counted
from tenfold.reviewing.sheet import Line, good, look, note
from tenfold.teaching.levels import before_and_after, earlier_figures, is_compared


def evidence_lines(study: CaseStudy, remarks: Sequence[Problem]) -> Iterator[Line]:
    """The level against what the record holds.

    Args:
        study: the case study.
        remarks: the advice on its claims and its level.
    """
    yield level_line(study)
    yield figures_line(study)
    yield from unsourced(study)
    for remark in remarks:
        yield look(f"Line {remark.line}, {remark.field}: {remark.message}")
    if study.evidence and not remarks:
        yield good("The level fits the figures, and no sentence was found that claims more than the level bears.")


def level_line(study: CaseStudy) -> Line:
    if study.evidence is None:
        return look("It does not say how sure one can be. Ask for evidence: level, basis and limitations.")
    level = study.evidence.level
    return note(f"Level {level}, {level.label.lower()}. {level.meaning}")


def figures_line(study: CaseStudy) -> Line:
    outcomes, figures = len(study.outcomes), len(study.in_numbers)
    if not outcomes and not figures:
        return look("There are no figures and no outcomes: nothing says what came of it.")
    compared = "Something is compared with elsewhere" if is_compared(study) else "Nothing is compared with elsewhere"
    return note(
        f"{counted(outcomes, 'outcome')}, {len(before_and_after(study))} with figures before and after; "
        f"{counted(figures, 'figure')}, {len(earlier_figures(study))} beside an earlier one. {compared}."
    )


def unsourced(study: CaseStudy) -> Iterator[Line]:
    """Outcomes that cite nothing, and those that do not say what else may explain them."""
    without = [f"outcomes[{number}]" for number, each in enumerate(study.outcomes, 1) if each.source is None]
    if without:
        yield look(f"No source for {', '.join(without)}: where does it come from?")
    alone = [f"outcomes[{number}]" for number, each in enumerate(study.outcomes, 1) if each.attribution is None]
    if alone:
        yield look(f"No word on what else may explain {', '.join(alone)}.")
