"""The questions: all of the model, in the order in which people tell it, in the model's own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from tenfold.forms import AnswerKind, all_questions, editors_step, question_at, steps
from tenfold.forms.answers import names, simple
from tenfold.forms.questions import Question
from tenfold.model import CaseStudy, Kind
from tenfold.model.docstrings import meaning_of
from tenfold.model.shape import parts_if_type
from tenfold.model.vocabulary import Phase, Unit


def leaves(model: type[BaseModel], within: str = "") -> Iterator[tuple[str, str]]:
    """The name and the docstring of every field of a record that is not a part with fields of its own."""
    for name, info in model.model_fields.items():
        inner = [part for part in parts_if_type(info.annotation) if issubclass(part, BaseModel)]
        if inner:
            yield from leaves(inner[0], f"{within}{name}.")
        else:
            yield f"{within}{name}", " ".join(meaning_of(model, name).split())


def flat(questions: tuple[Question, ...]) -> Iterator[Question]:
    for question in questions:
        yield from flat(question.questions) if question.questions else [question]


def test_every_field_is_asked_exactly_once() -> None:
    found = [question.name for question in flat(all_questions())]
    assert sorted(found) == sorted(name for name, _ in leaves(CaseStudy))
    assert Counter(found).most_common(1)[0][1] == 1


def test_every_hint_is_the_docstring_of_its_field() -> None:
    assert {question.name: question.hint for question in flat(all_questions())} == dict(leaves(CaseStudy))


def test_every_question_has_a_hint_that_ends_like_a_sentence() -> None:
    assert [question.name for question in flat(all_questions()) if not question.hint.endswith(".")] == [
        "implementation.question"
    ]


def test_no_two_questions_look_the_same() -> None:
    """Labels are how an answer is found again, in an issue or in a document whose hints were deleted."""
    seen = Counter(simple(question.label) for question in all_questions())
    assert [label for label, times in seen.items() if times > 1] == []
    for group in all_questions():
        within = Counter(simple(question.label) for question in group.questions)
        assert [label for label, times in within.items() if times > 1] == [], group.name


def test_no_two_words_of_a_vocabulary_are_called_the_same() -> None:
    for question in flat(all_questions()):
        if question.vocabulary is not None:
            assert set(names(question.vocabulary).values()) == {word.value for word in question.words}


def test_people_tell_who_they_are_first_and_give_it_a_title_last() -> None:
    assert [step.id for step in steps()] == [
        "who", "situation", "what", "how", "change", "takes", "voices", "origin", "card"
    ]  # fmt: skip
    assert steps()[0].questions[0].name == "setting.kind"
    assert [question.name for question in steps()[-1].questions][:2] == ["title", "summary"]


def test_status_dates_and_withdrawal_are_for_the_editors() -> None:
    assert {question.name.partition(".")[0] for question in editors_step().questions} == {
        "status", "safeguarding", "withdrawal", "aliases", "provenance"
    }  # fmt: skip
    assert "provenance.published" not in {question.name for step in steps() for question in step.questions}


@pytest.mark.parametrize(
    "path, kind, needed, many",
    [
        pytest.param(("title",), AnswerKind.LINE, True, False, id="one line"),
        pytest.param(("context",), AnswerKind.PROSE, True, False, id="prose"),
        pytest.param(("setting", "kind"), AnswerKind.WORD, True, False, id="one word"),
        pytest.param(("setting", "phase"), AnswerKind.WORD, False, True, id="several words"),
        pytest.param(("features",), AnswerKind.ID, True, True, id="several ids, at least one"),
        pytest.param(("theory_of_change",), AnswerKind.ID, False, False, id="an id"),
        pytest.param(("provenance", "agreed_by_setting"), AnswerKind.YES_NO, True, False, id="yes or no"),
        pytest.param(("provenance", "reviewed"), AnswerKind.DATE, True, False, id="a date"),
        pytest.param(("practices",), AnswerKind.GROUP, True, True, id="entries, at least one"),
        pytest.param(("practices", "examples"), AnswerKind.LINE, False, True, id="lines"),
        pytest.param(("in_numbers", "comparator", "value"), AnswerKind.LINE, False, False, id="inside a part"),
    ],
)
def test_how_a_question_is_answered(path: tuple[str, ...], kind: AnswerKind, needed: bool, many: bool) -> None:
    question = question_at(path)
    assert question is not None
    assert (question.kind, question.needed, question.many) == (kind, needed, many)


def test_a_part_that_may_be_left_out_is_told_whole_or_not_at_all() -> None:
    wanted = [question.name for question in flat(all_questions()) if question.needed_with == ("evidence",)]
    assert wanted == ["evidence.level", "evidence.basis", "evidence.limitations"]


def test_limits_vocabularies_and_kinds_of_record_are_those_of_the_model() -> None:
    found = {question.name: question for question in flat(all_questions())}
    assert found["summary"].longest == 300
    assert found["context"].longest == 20_000
    assert found["setting.phase"].words == tuple(Phase)
    assert found["in_numbers.unit"].vocabulary is Unit
    assert found["provenance.sources"].refers is Kind.SOURCE
