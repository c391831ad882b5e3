"""Rules between the fields of a record, in JSON Schema: those that it can say. Their words are the model's own.

What it cannot say, because days, sums or ids have to be compared, is left to `tenfold check`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from tenfold.model.base import Ruled
from tenfold.model.case_study import CaseStudy, Outcome, Provenance, Setting
from tenfold.model.vocabulary import SettingKind, Status
from tenfold.schema.conditions import Schema, complaint, given, lacking
from tenfold.schema.words import capitalised

SEVERAL: Schema = {"not": {"anyOf": [{"type": "null"}, {"type": "array", "maxItems": 0}]}}
"""A word, or a list with something in it."""
YES: Schema = {"anyOf": [{"const": True}, {"type": "string", "pattern": "^(?:[Yy][Ee][Ss]|[Tt][Rr][Uu][Ee])$"}]}
WITHDRAWN: Schema = {"const": Status.WITHDRAWN.value}
FIGURES: dict[str, Any] = {"before": None, "after": None, "source": None, "unit": None}


@dataclass(frozen=True)
class Rule:
    """A rule that a schema can say: at which field it is shown, its name, when it is broken."""

    at: str
    name: str
    when: list[Schema]
    example: dict[str, Any] = field(default_factory=dict)
    """The fields of a record that breaks it, to hear what the model says of that."""

    def message(self, model: type[Ruled]) -> str:
        """What the model says to whoever breaks it."""
        broken = model.model_construct(**self.example).broken_rules()
        return capitalised(next(each.message for each in broken if (each.field, each.rule) == (self.at, self.name)))


RULES: dict[type[BaseModel], tuple[Rule, ...]] = {
    Setting: (
        Rule(
            "kind",
            "school_phase",
            [given("kind", {"const": SettingKind.SCHOOL.value}), lacking("phase", SEVERAL)],
            {"kind": SettingKind.SCHOOL, "phase": ()},
        ),
    ),
    Outcome: (
        Rule("before", "figure_source", [given("before"), lacking("source")], FIGURES | {"before": "1"}),
        Rule("before", "figure_unit", [given("before"), lacking("unit")], FIGURES | {"before": "1"}),
        Rule(
            "after",
            "figure_source",
            [given("after"), lacking("before"), lacking("source")],
            FIGURES | {"after": "1"},
        ),
        Rule("after", "figure_unit", [given("after"), lacking("before"), lacking("unit")], FIGURES | {"after": "1"}),
    ),
    Provenance: (
        Rule(
            "contains_quotes",
            "consent",
            [given("contains_quotes", YES), lacking("consent")],
            {"contains_quotes": True, "consent": None},
        ),
        Rule(
            "contains_images",
            "consent",
            [given("contains_images", YES), lacking("contains_quotes", YES), lacking("consent")],
            {"contains_quotes": False, "contains_images": True, "consent": None},
        ),
    ),
    CaseStudy: (
        Rule(
            "status",
            "withdrawal",
            [given("status", WITHDRAWN), lacking("withdrawal")],
            {"status": Status.WITHDRAWN, "withdrawal": None},
        ),
        Rule(
            "status",
            "withdrawal",
            [given("withdrawal"), lacking("status", WITHDRAWN)],
            {"status": Status.PUBLISHED, "withdrawal": {}},
        ),
    ),
}


def rules_of(model: type[BaseModel]) -> Iterator[Schema]:
    """The rules between the fields of a record class that a schema can say."""
    if issubclass(model, Ruled):
        for rule in RULES.get(model, ()):
            yield complaint(rule.at, rule.message(model), when=rule.when)
