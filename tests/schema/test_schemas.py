"""What the schemas hold: every field of the models, in their order and words, and nothing that is not derived."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import PurePosixPath
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic import AfterValidator, BaseModel, ValidationError
from tests.support.builders import (
    BASE,
    PROJECT,
    a_case_study,
    a_feature,
    a_library,
    a_resource,
    a_source,
    a_term,
)
from tests.support.schemas import UNSAYABLE, shape_named
from tests.support.sites import a_full_library
from tests.support.steady import STEADY

from tenfold.library import Library
from tenfold.loading import load_content
from tenfold.loading.placing import COLLECTIONS, FOLDERS
from tenfold.model import CaseStudy, Exercise, KeyFeature, Kind, LocalNote, Record, Resource, Source
from tenfold.model.base import Matching, Prose, Sentence, Words
from tenfold.model.docstrings import meaning_of
from tenfold.model.figures import FigureText
from tenfold.model.shape import parts_if_type
from tenfold.schema import FOLDER, IDS_FILE, SHAPES, Shape, schema_files, schema_text, shape_of, suggested_ids
from tenfold.schema.ids import cut
from tenfold.schema.marks import marks_of
from tenfold.schema.rules import RULES
from tenfold.schema.texts import DAYS, text_schema

UP_TO_DATE = "the models have changed: run `tenfold schema --out schemas`"


def inner_models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """A record class and those it is made of."""
    yield model
    for field in model.model_fields.values():
        for part in parts_if_type(field.annotation):
            if issubclass(part, BaseModel):
                yield from inner_models(part)


def groups(schema: Any) -> Iterator[dict[str, Any]]:
    """Every group of fields in a schema, from the outside in; conditions are none."""
    if isinstance(schema, dict):
        if "additionalProperties" in schema and "properties" in schema:
            yield schema
        for name, value in schema.items():
            if name not in ("if", "then", "allOf", "defaultSnippets"):
                yield from groups(value)
    elif isinstance(schema, list):
        for each in schema:
            yield from groups(each)


def references(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from (value for name, value in schema.items() if name == "$ref")
        for value in schema.values():
            yield from references(value)
    elif isinstance(schema, list):
        for each in schema:
            yield from references(each)


def loaded(shape: Shape) -> Any:
    return json.loads(schema_text(shape))


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_every_field_of_the_models_is_there_in_order_with_its_docstring(shape: Shape) -> None:
    models = list(inner_models(shape.model))
    found = list(groups(loaded(shape)))

    assert [list(group["properties"]) for group in found] == [list(model.model_fields) for model in models]
    for group, model in zip(found, models, strict=True):
        for name, field in model.model_fields.items():
            assert group["properties"][name]["description"] == meaning_of(model, name)
            assert group["properties"][name]["title"]
            assert (name in group["required"]) == field.is_required()
        assert group["additionalProperties"] is False


def test_every_file_of_content_has_its_schema() -> None:
    assert [shape.name for shape in SHAPES] == [
        *("case-study", "feature", "framework", "theory-of-change", "exercise", "resource"),
        *("annotation", "note", "sources", "glossary"),
    ]
    assert [shape.kind for shape in SHAPES] == [kind for kind, _ in (*FOLDERS.values(), *COLLECTIONS.values())]
    assert shape_of(PurePosixPath("case_studies/oak.yml")) == shape_named("case-study")
    assert shape_of(PurePosixPath("sources.yml")) == shape_named("sources")
    assert shape_of(PurePosixPath("toolkit/index.md")) is None
    assert shape_of(PurePosixPath("case_studies/deeper/oak.yml")) is None
    assert shape_of(PurePosixPath("toolkit/sources.yml")) is None


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_a_schema_is_one_of_the_seventh_draft(shape: Shape) -> None:
    schema = loaded(shape)

    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    Draft7Validator.check_schema(schema)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_patterns_mean_the_same_to_editors(shape: Shape) -> None:
    """Editors read them as JavaScript does, where fewer signs may stand behind a backslash."""
    patterns = re.findall(r'"pattern": ("(?:[^"\\]|\\.)*")', schema_text(shape))

    assert patterns
    for pattern in map(json.loads, patterns):
        assert set(re.findall(r"\\(.)", pattern)) <= set("sSd.[]\\")
        assert pattern.startswith("^")
        assert pattern.endswith("$")


def test_files_lean_on_ids_that_are_there() -> None:
    files = {name: json.loads(text) for name, text in schema_files({}).items()}
    targets = {target for schema in files.values() for target in references(schema)}
    known = {f"{IDS_FILE}#/definitions/{name}" for name in files[IDS_FILE]["definitions"]}

    assert f"{IDS_FILE}#/definitions/source" in targets
    assert targets <= known


def test_a_schema_by_itself_leans_on_nothing() -> None:
    study = shape_named("case-study")

    assert list(references(loaded(study))) == []
    assert set(references(json.loads(schema_text(study, {})))) <= {f"#/definitions/{kind.value}" for kind in Kind}


def test_the_ids_of_a_library_are_offered_with_what_they_stand_for() -> None:
    library = a_library({"old": a_case_study(status="withdrawn", withdrawal={"on": "2026-01-01", "reason": "x"})})
    ids = suggested_ids(library)

    assert ids[Kind.SOURCE] == {"oak-report": "Oak Primary School, 2025: A year of greetings at…"}
    assert ids[Kind.CASE] == {}
    assert list(ids[Kind.FEATURE]) == ["belonging-first"]


LONG = "Nine words of a title that goes on for long and then some more of it, to its end"


def test_what_an_id_stands_for_is_short() -> None:
    library = a_full_library(
        {
            "long-report": a_source(title=LONG),
            "longer-by": a_source(authors=[LONG, LONG]),
            "nobodys": a_source(title=LONG, authors=[], publisher=None),
            "long-case": a_case_study(title=LONG, setting__name=LONG),
            "long-term": a_term(term=LONG),
            "long-feature": a_feature(title=LONG),
            "long-resource": a_resource(title=LONG),
        }
    )
    for kind, ids in suggested_ids(library).items():
        for id, about in ids.items():
            assert 0 < len(about) <= 60, (kind, id)
            assert "\n" not in about


def test_sources_that_would_read_alike_are_offered_with_their_letters() -> None:
    library = a_library({"second": a_source(title="B", authors=[LONG]), "first": a_source(title="A", authors=[LONG])})
    offered = suggested_ids(library)[Kind.SOURCE]
    assert offered["first"] == "Nine words of a title that goes on for…, 2025a: A"
    assert offered["second"] == "Nine words of a title that goes on for…, 2025b: B"


def test_no_label_holds_a_passage_of_a_title() -> None:
    """Five words of it: a list of ids is no place to copy bibliographies to."""
    library = a_library({"short": a_source(title="a b c d, e f g h i j", authors=["Ng, A."], year="2020")})
    assert suggested_ids(library)[Kind.SOURCE]["short"] == "Ng, 2020: a b c d, e…"


def test_a_source_by_nobody_is_called_by_its_title_once() -> None:
    library = a_library({"nobodys": a_source(title="Greeting", authors=[], publisher=None)})
    assert suggested_ids(library)[Kind.SOURCE]["nobodys"] == "Greeting, 2025"


@pytest.mark.parametrize(
    "text, short",
    [
        pytest.param("one two", "one two", id="it fits"),
        pytest.param("one two three", "one two…", id="after a whole word"),
        pytest.param("one two, three", "one two…", id="not after a comma"),
        pytest.param("one (two three)", "one (two…", id="not before a bracket"),
        pytest.param("one two (three)", "one two…", id="not after a bracket"),
        pytest.param("one-two-three-four", "one-two-t…", id="one long word"),
        pytest.param("one two - three", "one two…", id="not after a dash"),
        pytest.param("one twofo ur", "one twofo…", id="at the very end"),
    ],
)
def test_a_text_is_cut_after_whole_words(text: str, short: str) -> None:
    assert cut(text, 10) == short


def test_neither_drafts_nor_what_was_withdrawn_is_offered() -> None:
    library = a_library({"young": a_case_study(status="draft"), "oak": a_case_study()})

    assert list(suggested_ids(library)[Kind.CASE]) == ["oak"]


def test_the_same_records_give_the_same_bytes() -> None:
    entries = load_content(BASE).entries
    one = schema_files(suggested_ids(Library(entries)))
    other = schema_files(suggested_ids(Library(reversed(entries))))

    assert one == other


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_the_schemas_of_the_project_are_up_to_date(shape: Shape) -> None:
    assert (PROJECT / FOLDER / shape.file).read_text(encoding="utf-8") == schema_files({})[shape.file], UP_TO_DATE


def test_the_ids_of_the_project_are_well_formed() -> None:
    """They may lag behind the content, which changes every day: ids are offered, not required."""
    held = json.loads((PROJECT / FOLDER / IDS_FILE).read_text(encoding="utf-8"))["definitions"]

    assert set(held) == {kind.value for kind in Kind}
    assert len(held["feature"]["anyOf"]) == 10
    for each in held["source"]["anyOf"]:
        assert each["description"], each["const"]


def test_no_other_file_lies_beside_them() -> None:
    assert {path.name for path in (PROJECT / FOLDER).iterdir()} == set(schema_files({}))


def rules_in(file: str) -> Iterator[str]:
    """The names of the rules between fields that a module of the model has."""
    tree = ast.parse((PROJECT / "plugins/tenfold/model" / file).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Broken":
            name = node.args[1]
            assert isinstance(name, ast.Constant)
            yield str(name.value)


def test_each_rule_between_fields_is_in_the_schema_or_among_those_it_cannot_say() -> None:
    said = {rule.name for rules in RULES.values() for rule in rules}
    files = (
        "case_study.py",
        "exercise.py",
        "figures.py",
        "framework.py",
        "theory.py",
        "contact.py",
        "resource.py",
        "note.py",
    )
    known = {name for file in files for name in rules_in(file)}

    assert said
    assert known == said | (known & set(UNSAYABLE))


@pytest.mark.parametrize(
    "model, rule", [(model, rule) for model, rules in RULES.items() for rule in rules], ids=lambda each: str(each)[:60]
)
def test_the_words_of_a_rule_are_those_of_the_model(model: type[Any], rule: Any) -> None:
    assert re.fullmatch(r"[A-Z].+\. .+\.", rule.message(model))


CHECKS = [
    mark.func
    for model in (CaseStudy, Exercise, KeyFeature, Source, Resource, LocalNote)
    for inner in inner_models(model)
    for field in inner.model_fields.values()
    for mark in marks_of(field)
    if isinstance(mark, AfterValidator) and isinstance(mark.func, Matching)
]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.pattern)
def test_the_numbers_that_a_pattern_takes_are_its_own(check: Matching) -> None:
    def takes(*numbers: int) -> bool:
        """Any of them, with zeros in front or without: an editor does not tell them apart."""
        texts = (str(number).zfill(width) for number in numbers for width in range(min(len(str(number)), 8), 9))
        return bool(whole(check.pattern).search("\n".join(texts)))

    if check.numbers is None:
        assert not takes(*range(20_000))
    else:
        lowest, highest = check.numbers
        assert takes(lowest)
        assert takes(highest)
        assert not takes(lowest - 1)
        assert not takes(highest + 1)


def whole(pattern: str) -> re.Pattern[str]:
    """A pattern that takes whole lines: thousands of texts are looked at in one go."""
    return re.compile(f"^(?:{pattern})$", re.MULTILINE)


def is_a_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def test_every_day_is_a_day_and_no_other() -> None:
    days = [date.fromordinal(number).isoformat() for number in range(1, 3_652_060, 13)]
    years = ("0000", "1900", "2000", "2024", "2026", "2100")
    others = [f"{year}-{month:02}-{day:02}" for year in years for month in range(14) for day in range(33)]

    assert len(whole(DAYS).findall("\n".join(days))) == len(days)
    assert [day for day in others if bool(re.fullmatch(DAYS, day)) != is_a_day(day)] == []


def long_texts() -> st.SearchStrategy[str]:
    """Text of any length that fits or does not, with spaces and line breaks in odd places."""
    piece = st.sampled_from(["a", "é", "漢", "\U0001f388", " ", "  ", "\n", "\n\n", "\t", "\u00a0", "-"])
    return st.tuples(st.lists(piece, max_size=12).map("".join), st.integers(1, 80)).map(lambda both: both[0] * both[1])


@STEADY
@pytest.mark.parametrize("kind", [Words, Sentence, FigureText, Prose], ids=["words", "sentence", "figure", "prose"])
@given(text=long_texts())
def test_lengths_are_counted_alike(kind: Any, text: str) -> None:
    holder = holder_of(kind)
    pattern = text_schema(marks_of(holder.model_fields["held"]), optional=False)["anyOf"][0]["pattern"]

    assert (re.search(pattern.replace("$", r"\Z"), text) is not None) == accepts(holder, text)


@cache
def holder_of(kind: Any) -> type[Record]:
    """A record with one field of a kind; pydantic takes longer to make one than to check what it holds."""

    class Holder(Record):
        held: kind

    return Holder


def accepts(holder: type[BaseModel], text: str) -> bool:
    try:
        holder.model_validate({"held": text})
    except ValidationError:
        return False
    return True
