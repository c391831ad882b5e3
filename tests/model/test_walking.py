"""Walking over a record finds everything in it that is marked: compared with a search of the annotations themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import pytest
from tests.support.builders import a_case_study, a_source, read

from tenfold.model import CaseStudy, Exercise, Framework, KeyFeature, Kind, ProsePage, Record, Source, Term
from tenfold.model.base import Markdown, Refers
from tenfold.model.walking import Mark, marked, mentions, prose_of

TOP = (CaseStudy, Exercise, Framework, KeyFeature, ProsePage, Source, Term)
Fields = tuple[str, ...]


def is_record(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Record)


def marks_in(annotation: Any, path: Fields = ()) -> Iterator[tuple[Fields, Mark]]:
    """Every mark anywhere in an annotation, with the fields that lead to it."""
    if get_origin(annotation) is Annotated:
        yield from ((path, mark) for mark in get_args(annotation)[1:] if isinstance(mark, (Refers, Markdown)))
        yield from marks_in(get_args(annotation)[0], path)
    elif is_record(annotation):
        for name, hint in get_type_hints(annotation, include_extras=True).items():
            if name in annotation.model_fields:
                yield from marks_in(hint, (*path, name))
    else:
        for part in get_args(annotation):
            yield from marks_in(part, path)


def filled(annotation: Any, path: Fields = ()) -> Any:
    """A value for an annotation with something in every field, each text saying which field it stands in."""
    if get_origin(annotation) is Annotated:
        return filled(get_args(annotation)[0], path)
    if is_record(annotation):
        hints = get_type_hints(annotation, include_extras=True)
        return annotation.model_construct(
            **{name: filled(hints[name], (*path, name)) for name in annotation.model_fields}
        )
    if get_origin(annotation) is tuple:
        return (filled(get_args(annotation)[0], path), filled(get_args(annotation)[0], path))
    choices = [part for part in get_args(annotation) if part is not type(None)]
    return filled(choices[0], path) if choices else ".".join(path)


def fields_of(path: tuple[str | int, ...]) -> Fields:
    return tuple(part for part in path if isinstance(part, str))


@pytest.mark.parametrize("cls", TOP, ids=lambda cls: cls.__name__)
def test_every_marked_field_is_found(cls: type[Record]) -> None:
    found = {(fields_of(path), mark) for path, mark, _ in marked(filled(cls))}

    assert found == set(marks_in(cls))


@pytest.mark.parametrize("cls", TOP, ids=lambda cls: cls.__name__)
def test_each_value_is_the_one_at_its_path(cls: type[Record]) -> None:
    for path, _, value in marked(filled(cls)):
        assert value == ".".join(fields_of(path))


def test_every_entry_of_a_list_is_visited() -> None:
    positions = [path for path, mark, _ in marked(filled(CaseStudy)) if mark == Refers(Kind.FEATURE)]

    assert positions == [("features", 0), ("features", 1)]


def test_a_case_study_mentions_its_features_and_sources() -> None:
    study = a_case_study(related=["elm"])

    assert [(path, mark.kind, id) for path, mark, id in mentions(study)] == [
        (("features", 0), Kind.FEATURE, "belonging-first"),
        (("in_numbers", 0, "source"), Kind.SOURCE, "oak-report"),
        (("related", 0), Kind.CASE, "elm"),
        (("provenance", "sources", 0), Kind.SOURCE, "oak-report"),
    ]


def test_the_prose_of_a_case_study_is_its_context_practices_and_answers() -> None:
    written = read("case_studies/oak.yml")

    assert list(prose_of(a_case_study())) == [
        (("context",), written["context"]),
        (("practices", 0, "body"), written["practices"][0]["body"]),
        (("implementation", 0, "answer"), written["implementation"][0]["answer"]),
    ]


def test_a_record_that_mentions_nothing_has_nothing_marked() -> None:
    assert list(marked(a_source())) == []
