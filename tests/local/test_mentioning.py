"""What a council may write to name a record in `local.yml`, and what it is told when it writes something else."""

from __future__ import annotations

import pytest
from pydantic_core import PydanticCustomError

from tenfold.local.mentioning import NAMED, RULE, a_mention, mention_at
from tenfold.model import Kind


@pytest.mark.parametrize("text", ["case:carr-manor", "page:toolkit/index", "framework:five/expert", "annotation:oak"])
def test_a_kind_a_colon_and_an_id(text: str) -> None:
    assert a_mention(text) == text


@pytest.mark.parametrize(
    "text, meant",
    [
        ("case_studies/kingsford/", "case:kingsford"),
        ("case_studies/kingsford.yml", "case:kingsford"),
        ("upstream/content/case_studies/kingsford.yml", "case:kingsford"),
        ("https://www.exampleton.example/inclusion/case_studies/kingsford/", "case:kingsford"),
        ("https://www.exampleton.example/case_studies/kingsford/starting-theory/", "case:kingsford"),
        ("http://127.0.0.1:8000/frameworks/five/expert-teaching/", "framework:five"),
        ("/resources/#tutor-trust", "resource:tutor-trust"),
        ("/contribute/examples/carr-manor/", "annotation:carr-manor"),
        ("/theories_of_change/astrea/", "theory:astrea"),
        ("exercises:iceberg", "exercise:iceberg"),
        ("case study: Kingsford", None),
        ("case study:kingsford", "case:kingsford"),
        ("theory of change:astrea", "theory:astrea"),
        ("pages:toolkit/evidence", "page:toolkit/evidence"),
        ("cases:kingsford", "case:kingsford"),
        ("toolkit/evidence/", "page:toolkit/evidence"),
        ("https://www.exampleton.example/inclusion/toolkit/", "page:toolkit/index"),
        ("content/about/privacy.md", "page:about/privacy"),
        ("Astrea", None),
        ("case_studies/", None),
        ("https://www.exampleton.example/", None),
        ("{within}", None),
        ("", None),
    ],
)
def test_what_was_meant(text: str, meant: str | None) -> None:
    assert mention_at(text) == meant
    with pytest.raises(PydanticCustomError) as refused:
        a_mention(text)
    assert str(refused.value) == (f"this names no record. Did you mean {meant}?" if meant else RULE)


def test_every_kind_that_can_be_named_is() -> None:
    assert {Kind.NOTE} == set(Kind) - set(NAMED)
