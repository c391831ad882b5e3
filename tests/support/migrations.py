"""Made-up steps from one record format to the next: there is only one format yet."""

from __future__ import annotations

from collections.abc import Mapping

from tenfold.migrating import Migrations, Step
from tenfold.migrating.edits import Value, added_field, renamed_field, renamed_word, split_field


def period_in_two(value: Value) -> Mapping[str, str]:
    """A period from one year to another as two fields."""
    first, _, last = str(value or "").partition(" to ")
    return {"first_year": first, "last_year": last}


def audience(beside: Mapping[str, Value]) -> str:
    return "schools" if beside.get("status") == "published" else ""


TO_2 = Step(
    1,
    "What a figure is of is called what: now, and an incident is an event.",
    (
        renamed_field("case_studies", ("in_numbers", "*", "label"), "what"),
        renamed_word("case_studies", ("in_numbers", "*", "unit"), "incidents", "events"),
        renamed_word("case_studies", ("challenges",), "attendance", "being_there"),
        renamed_field("sources.yml", ("authors",), "by"),
        renamed_field("toolkit", ("description",), "about"),
    ),
)
TO_3 = Step(
    2,
    "A period has a first and a last year, and each case study says whom it is for.",
    (
        split_field("case_studies", ("outcomes", "*", "period"), period_in_two),
        added_field("case_studies", (), "audience", audience),
        added_field("case_studies", ("setting",), "country", lambda beside: "England"),
    ),
)
TO_THREE = Migrations(3, {1: TO_2, 2: TO_3})
