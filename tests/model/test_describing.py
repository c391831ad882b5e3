"""What fields take, in words that come from the models."""

import pytest
from pydantic import BaseModel

from tenfold.model import Annotation, CaseStudy, Exercise, Framework, KeyFeature, Kind, ProsePage, Source, Term
from tenfold.model.base import Record
from tenfold.model.case_study import Figure, Practice, Provenance, Setting
from tenfold.model.describing import taken_by
from tenfold.model.docstrings import meaning_of
from tenfold.model.safeguarding import Acceptance
from tenfold.model.theory import TheoryOfChange
from tenfold.model.vocabulary import Phase, Status

RECORDS = (CaseStudy, KeyFeature, Framework, TheoryOfChange, Exercise, Annotation, Source, Term, ProsePage)


def written(model: type[Record], name: str) -> str:
    """What to write into a field, and its limits, in one line."""
    taken = taken_by(model.model_fields[name])
    return " ".join([taken.write, *taken.limits])


@pytest.mark.parametrize(
    "model, name, says",
    [
        pytest.param(CaseStudy, "title", "A few words, on one line. At most 200 characters.", id="words"),
        pytest.param(
            CaseStudy, "summary", "One or a few sentences, in one paragraph. At most 300 characters.", id="sentence"
        ),
        pytest.param(
            CaseStudy,
            "context",
            "Text in paragraphs; lists, tables, bold and links are possible. At most 20,000 characters.",
            id="prose",
        ),
        pytest.param(CaseStudy, "status", "One of the words below.", id="a vocabulary"),
        pytest.param(
            Setting,
            "phase",
            "One of the words below, or a list of several. Start each line of the list with a hyphen. Nothing twice.",
            id="one word or several",
        ),
        pytest.param(
            CaseStudy,
            "features",
            "A list, with the id of a key feature on each line. Start each line of the list with a hyphen. "
            "At least one. Nothing twice.",
            id="ids",
        ),
        pytest.param(Figure, "source", "The id of a source.", id="an id of another record"),
        pytest.param(
            Acceptance, "rule", "An id (small letters, digits and hyphens, as in carr-manor).", id="an id of its own"
        ),
        pytest.param(Figure, "value", "A few letters or digits. At most 40 characters.", id="a figure"),
        pytest.param(Setting, "urn", "A few letters or digits. A school's URN has six digits.", id="a pattern"),
        pytest.param(
            Setting, "website", "A whole web address, starting with https://. At most 500 characters.", id="an address"
        ),
        pytest.param(Provenance, "published", "A date: year, month and day, as in 2026-11-01.", id="a day"),
        pytest.param(Provenance, "agreed_by_setting", "Yes or no.", id="yes or no"),
        pytest.param(
            Practice,
            "examples",
            "A list, with one or a few sentences, in one paragraph on each line. Start each line of the list with a "
            "hyphen. Each at most 600 characters.",
            id="sentences",
        ),
        pytest.param(CaseStudy, "evidence", "These fields, indented below it.", id="a group"),
        pytest.param(
            CaseStudy,
            "practices",
            "A list of groups of these fields. Start each group with a hyphen. At least one.",
            id="groups",
        ),
        pytest.param(
            KeyFeature, "short_title", "A few words, on one line. At most 40 characters.", id="the smaller limit counts"
        ),
    ],
)
def test_what_to_write_is_said_in_words(model: type[Record], name: str, says: str) -> None:
    assert written(model, name) == says


def test_a_field_knows_its_vocabulary_its_group_and_what_it_refers_to() -> None:
    assert taken_by(Setting.model_fields["phase"]).vocabulary is Phase
    assert taken_by(CaseStudy.model_fields["status"]).vocabulary is Status
    assert taken_by(CaseStudy.model_fields["in_numbers"]).record is Figure
    assert taken_by(CaseStudy.model_fields["features"]).refers is Kind.FEATURE
    assert taken_by(CaseStudy.model_fields["title"]).refers is None


def every_model(model: type[BaseModel]) -> list[type[BaseModel]]:
    """A record class, and those of the groups in it."""
    inner = [taken_by(field).record for field in model.model_fields.values()]
    return [model, *(found for each in inner if each for found in every_model(each))]


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_every_field_of_every_record_has_a_meaning_and_is_told_in_sentences(model: type[Record]) -> None:
    for each in every_model(model):
        for name, field in each.model_fields.items():
            taken = taken_by(field)
            assert meaning_of(each, name), f"{each.__name__}.{name}"
            assert all(text[0].isupper() and text.endswith(".") for text in (taken.write, *taken.limits)), name
