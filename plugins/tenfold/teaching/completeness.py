"""How complete a case study is, from 0 to 100, and what would help its readers most next.

The weights follow what readers come for. A head asks: are they like us, what did they do, how, what did it take, and
what came of it? What they did and how it was done weigh most (18 each), then what changed (16), what it takes (14), who
it was and for whom (12), figures (9) and how sure one can be (8). Who had a voice in it, and whether the setting
agreed, make up the rest (5). What a record must have anyway counts as well where there can be too
little of it: a practice of one line tells nobody how to do it.

The score is about what is there, not about how good it is. It is never a reason to refuse a record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tenfold.library.reasons import lower_first
from tenfold.model import CaseStudy
from tenfold.model.shape import meaning_at
from tenfold.model.vocabulary import SettingKind
from tenfold.model.walking import Path
from tenfold.problems import dotted
from tenfold.teaching.sentences import words

FULL = 100
NEXT = 3


@dataclass(frozen=True)
class Part:
    """Something that a complete case study has: its field, its weight, how much of it is there, and what to do."""

    where: Path
    weight: int
    share: Callable[[CaseStudy], float]
    """From 0 (missing) to 1 (all there)."""
    ask: str = ""
    """What to do, where "Add" and what the field is for do not say it well enough."""

    def missing(self, case: CaseStudy) -> float:
        """The points that the case study does not have."""
        return self.weight * (1 - min(1.0, self.share(case)))

    @property
    def action(self) -> str:
        """What to do, as a sentence."""
        return self.ask or f"Add {dotted(self.where)}: {lower_first(meaning_at(CaseStudy, self.where))}"


@dataclass(frozen=True)
class Completeness:
    """How complete a case study is."""

    score: int
    missing: tuple[tuple[Part, int], ...]
    """What is missing, with its points, the most first."""

    @property
    def next_things(self) -> tuple[str, ...]:
        """The most useful things to do next, as sentences: three at most."""
        return tuple(part.action for part, _ in self.missing[:NEXT])


def there(get: Callable[[CaseStudy], object]) -> Callable[[CaseStudy], float]:
    """A part that is there or is not."""
    return lambda case: 1.0 if get(case) else 0.0


def enough(count: Callable[[CaseStudy], int], wanted: int) -> Callable[[CaseStudy], float]:
    """A part of which there can be too little."""
    return lambda case: count(case) / wanted


def effort(name: str) -> Callable[[CaseStudy], float]:
    return there(lambda case: getattr(case.effort, name, None))


def words_of_practices(case: CaseStudy) -> int:
    return sum(len(words(practice.body)) for practice in case.practices)


def place_is_known(case: CaseStudy) -> float:
    """A school is found by its number, others by the council or their website."""
    setting = case.setting
    return 1.0 if setting.urn or setting.website or (setting.kind is not SettingKind.SCHOOL and setting.gss) else 0.0


PARTS = (
    Part(
        ("practices",),
        12,
        enough(words_of_practices, 250),
        "Say more in practices, until somebody could do it too: what happens, who does it, for whom, how often.",
    ),
    Part(
        ("practices", 0, "examples"),
        6,
        enough(lambda case: sum(len(each.examples) for each in case.practices), 3),
        "Add examples to a practice: small and concrete, what somebody would see on the day.",
    ),
    Part(
        ("implementation",),
        18,
        enough(lambda case: len(case.implementation), 4),
        "Add a question and its answer to implementation: what would others ask? What did it cost? What went wrong?",
    ),
    Part(
        ("outcomes",),
        8,
        there(lambda case: case.outcomes),
        "Add outcomes: what changed, for whom. Without figures, say what people saw.",
    ),
    Part(("outcomes", 0, "attribution"), 4, there(lambda case: any(each.attribution for each in case.outcomes))),
    Part(
        ("outcomes", 0, "before"),
        4,
        there(
            lambda case: (
                any(each.before and each.after for each in case.outcomes)
                or any(each.comparator for each in case.in_numbers)
            )
        ),
        "Add a figure from before to an outcome: before, after, unit and source. A change is what readers look for.",
    ),
    Part(
        ("in_numbers",),
        9,
        enough(lambda case: len(case.in_numbers), 3),
        "Add a figure with its source: label, value, unit and source under in_numbers.",
    ),
    Part(
        ("evidence",),
        8,
        there(lambda case: case.evidence),
        "Add evidence: its level, what it rests on (basis), what one cannot conclude from it (limitations).",
    ),
    Part(("effort", "start_small"), 4, effort("start_small")),
    Part(("effort", "staffing"), 4, effort("staffing")),
    Part(("effort", "time_to_embed"), 3, effort("time_to_embed")),
    Part(
        ("effort", "cost_note"),
        3,
        there(lambda case: case.effort and (case.effort.cost_band or case.effort.cost_note)),
        "Add effort.cost_band or effort.cost_note: roughly what it cost, and where the money came from.",
    ),
    Part(("challenges",), 4, there(lambda case: case.challenges)),
    Part(("needs",), 2, there(lambda case: case.needs)),
    Part(("setting", "size"), 4, there(lambda case: case.setting.size)),
    Part(
        ("setting", "website"),
        2,
        place_is_known,
        "Add setting.urn for a school, or setting.website: readers want to look it up.",
    ),
    Part(
        ("voices",),
        3,
        there(lambda case: case.voices),
        "Add voices: who was involved, pupils and families first, and how.",
    ),
    Part(
        ("provenance", "agreed_by_setting"),
        2,
        there(lambda case: case.provenance.agreed_by_setting),
        "Show the record to the setting, and write agreed_by_setting: yes when it has agreed.",
    ),
)


def completeness(case: CaseStudy) -> Completeness:
    """How complete a case study is, and what is missing, the most useful first."""
    lost = [(part, part.missing(case)) for part in PARTS]
    missing = sorted(((part, points) for part, points in lost if points >= 0.5), key=lambda each: -each[1])
    score = FULL - round(sum(points for _, points in lost))
    return Completeness(score, tuple((part, round(points)) for part, points in missing))


def weights() -> Iterator[tuple[str, int, str]]:
    """Each part by its field, with its weight and what it asks for: for whoever wants to explain the score."""
    for part in PARTS:
        yield dotted(part.where), part.weight, part.action
