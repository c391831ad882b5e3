"""A starting theory of change for a case study: its own practices, conditions and outcomes, sorted into the five parts.

What led to what, and what it was all for, a case study does not say: links and aims are left to whoever goes on from
here. The mechanisms are those of its key features.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from tenfold.model import CaseStudy, KeyFeature, TheoryOfChange
from tenfold.model.case_study import Outcome, Practice
from tenfold.model.theory import Activity, ExpectedOutcome, Indicator, MediatingMechanism, ModeratingFactor
from tenfold.model.vocabulary import Drafter, Status
from tenfold.prose import plain_text

SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"'(])")
LONGEST = 2000


def starting_theory(id: str, case: CaseStudy, features: Mapping[str, KeyFeature]) -> TheoryOfChange:
    """The starting theory of a case study, a draft by the toolkit.

    Args:
        id: the id of the case study.
        case: the case study.
        features: all key features by id.
    """
    return TheoryOfChange(
        title=f"A starting theory: {case.title}"[:200],
        summary=f"What {case.setting.name} did and what changed there, sorted into five parts, to go on from."[:300],
        status=Status.DRAFT,
        drafted_by=Drafter.TOOLKIT,
        case=id,
        activities=tuple(activity(id, number, practice) for number, practice in enumerate(case.practices, 1)),
        moderating_factors=conditions(id, case),
        mediating_mechanisms=tuple(
            MediatingMechanism(id=f"mechanism-{number}", text=text, from_case=id)
            for number, text in enumerate(mechanisms(case, features), 1)
        ),
        outcomes=tuple(outcome(id, number, each) for number, each in enumerate(case.outcomes, 1)),
        provenance=case.provenance,
    )


def activity(id: str, number: int, practice: Practice) -> Activity:
    first = SENTENCE.split(plain_text(practice.body), maxsplit=1)[0]
    title = practice.title.rstrip(".")
    return Activity(id=f"activity-{number}", text=f"{title}. {first}".strip()[:LONGEST], from_case=id)


def conditions(id: str, case: CaseStudy) -> tuple[ModeratingFactor, ...]:
    """What the case study says that it took: people, money, time."""
    if case.effort is None:
        return ()
    said = (case.effort.staffing, case.effort.cost_note, case.effort.time_to_embed)
    found = [text for text in said if text]
    return tuple(ModeratingFactor(id=f"factor-{n}", text=text, from_case=id) for n, text in enumerate(found, 1))


def mechanisms(case: CaseStudy, features: Mapping[str, KeyFeature]) -> list[str]:
    """What people experience where the key features of a case study work, as far as those say it."""
    found = (features[feature].mechanism for feature in case.features if feature in features)
    return [text for text in found if text]


def outcome(id: str, number: int, each: Outcome) -> ExpectedOutcome:
    """An outcome of the case study, with room for the reader's own figures where theirs could be measured."""
    measured = each.before is not None or each.after is not None
    indicators = (Indicator(measure=each.statement[:200]),) if measured else ()
    return ExpectedOutcome(id=f"outcome-{number}", text=each.statement, indicators=indicators, from_case=id)
