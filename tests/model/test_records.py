"""Rules that hold for every record class and every vocabulary, now and when one is added."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pydantic import TypeAdapter, ValidationError
from tests.support.builders import a_case_study

from tenfold.model import Record
from tenfold.model.docstrings import meaning_of
from tenfold.model.vocabulary import Unit, Word


def below(cls: type[Record]) -> Iterator[type[Record]]:
    for inner in cls.__subclasses__():
        yield inner
        yield from below(inner)


RECORDS = sorted((cls for cls in below(Record) if cls.model_fields), key=lambda cls: cls.__name__)
VOCABULARIES = sorted(Word.__subclasses__(), key=lambda cls: cls.__name__)


def test_the_classes_are_found() -> None:
    assert {"CaseStudy", "Setting", "Term", "FrameworkItem"} <= {cls.__name__ for cls in RECORDS}
    assert {"Phase", "Unit"} <= {cls.__name__ for cls in VOCABULARIES}


@pytest.mark.parametrize("cls", RECORDS, ids=lambda cls: cls.__name__)
def test_every_field_says_in_a_sentence_what_it_is_for(cls: type[Record]) -> None:
    assert cls.__doc__
    for name in cls.model_fields:
        assert meaning_of(cls, name).endswith((".", "?")), f"{cls.__name__}.{name}"


@pytest.mark.parametrize("cls", RECORDS, ids=lambda cls: cls.__name__)
def test_a_field_that_nobody_knows_is_refused(cls: type[Record]) -> None:
    with pytest.raises(ValidationError) as refusal:
        cls.model_validate({"nonsense": "x"})

    assert ("extra_forbidden", ("nonsense",)) in [(found["type"], found["loc"]) for found in refusal.value.errors()]


@pytest.mark.parametrize("cls", RECORDS, ids=lambda cls: cls.__name__)
def test_nothing_changes_a_record(cls: type[Record]) -> None:
    name = next(iter(cls.model_fields))
    record = cls.model_construct(None, **{name: "before"})

    with pytest.raises(ValidationError, match="frozen"):
        setattr(record, name, "after")


def test_lists_in_a_record_cannot_grow() -> None:
    study = a_case_study()

    assert isinstance(study.features, tuple)
    assert isinstance(study.in_numbers, tuple)
    assert hash(study) == hash(a_case_study())


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda cls: cls.__name__)
def test_every_word_has_a_label_of_its_own(vocabulary: type[Word]) -> None:
    labels = [word.label for word in vocabulary if word is not Unit.OTHER]

    assert all(label.strip() == label and label for label in labels)
    assert len(set(labels)) == len(labels)


def test_the_unit_without_a_name_is_the_only_word_without_a_label() -> None:
    assert [word for vocabulary in VOCABULARIES for word in vocabulary if not word.label] == [Unit.OTHER]


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda cls: cls.__name__)
def test_a_word_is_read_by_what_files_say(vocabulary: type[Word]) -> None:
    assert vocabulary.__doc__
    for word in vocabulary:
        assert TypeAdapter(vocabulary).validate_python(word.value) is word


def test_a_refused_value_is_not_repeated() -> None:
    """Logs are public: what somebody wrote must not end up there."""
    with pytest.raises(ValidationError) as refusal:
        a_case_study(setting__urn="a secret")

    assert "a secret" not in str(refusal.value)
