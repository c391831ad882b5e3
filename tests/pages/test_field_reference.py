"""The field reference: every field once, in an order that one can follow, with examples that load."""

from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest
from tests.support.builders import PROJECT, a_case_study, a_feature, a_library
from tests.support.real import the_real_library
from tests.support.sites import a_full_library

from tenfold.checking import check_content
from tenfold.library import Library
from tenfold.loading import yaml_text
from tenfold.loading.placing import COLLECTIONS, FOLDERS
from tenfold.model import Kind, Record
from tenfold.pages import fields_address, kind_of_file, plan_pages
from tenfold.pages.field_examples import Example, records_of
from tenfold.pages.field_reference import FieldEntry, Reference, every_reference

KINDS = [*(kind for kind, _ in (*FOLDERS.values(), *COLLECTIONS.values())), Kind.PAGE]
each_kind = pytest.mark.parametrize("kind", KINDS)
each_kind_of_ours = pytest.mark.parametrize("kind", [kind for kind in KINDS if kind is not Kind.NOTE])
"""Local notes are written in local copies: there are none among our own records to take examples from."""


@cache
def references() -> dict[Kind, Reference]:
    """The reference of each kind, with examples of the real content."""
    return {reference.kind: reference for reference in every_reference(the_real_library())}


def entry(kind: Kind, name: str, library: Library | None = None) -> FieldEntry:
    """The entry of a field by its name, such as setting.phase; with examples of the real content unless of another."""
    (reference,) = (each for each in every_reference(library or the_real_library()) if each.kind is kind)
    return next(each for each in reference.entries if each.name == name)


def test_every_kind_of_record_has_a_reference() -> None:
    assert list(references()) == KINDS


@each_kind
def test_a_reference_has_every_field_once(kind: Kind) -> None:
    reference = references()[kind]
    assert [each.name for each in reference.top] == list(reference.model.model_fields)
    assert [name for name, times in Counter(each.name for each in reference.entries).items() if times > 1] == []


@each_kind
def test_each_field_has_an_anchor_of_its_own(kind: Kind) -> None:
    anchors = Counter(each.anchor for each in references()[kind].entries)
    assert [anchor for anchor, times in anchors.items() if times > 1] == []


@pytest.mark.parametrize(
    "name, anchor",
    [("setting.phase", "setting-phase"), ("in_numbers.comparator.kind", "in-numbers-comparator-kind")],
)
def test_an_anchor_is_the_name_with_hyphens(name: str, anchor: str) -> None:
    assert entry(Kind.CASE, name).anchor == anchor


def test_a_group_stands_behind_the_one_that_it_belongs_to() -> None:
    around = [group.around.name if group.around else "" for group in references()[Kind.CASE].groups]
    assert around[:4] == ["", "setting", "in_numbers", "in_numbers.comparator"]


def examples(reference: Reference) -> Iterator[FieldEntry]:
    yield from (each for each in reference.entries if each.example)


def leaf(data: object, names: tuple[str, ...]) -> object:
    """What an example says of its field."""
    for name in names:
        data = data[0] if isinstance(data, list) else data
        assert isinstance(data, dict)
        assert list(data) == [name]
        data = data[name]
    return data


def put(data: object, names: tuple[str, ...], value: object) -> bool:
    """Write a value at the first place in a record's data that has the field; whether there was one."""
    if isinstance(data, list):
        return any(put(each, names, value) for each in data)
    if not isinstance(data, dict) or names[0] not in data:
        return False
    if len(names) > 1:
        return put(data[names[0]], names[1:], value)
    data[names[0]] = value
    return True


@each_kind_of_ours
def test_every_example_loads_as_what_it_is_an_example_of(kind: Kind) -> None:
    reference = references()[kind]
    found = list(examples(reference))
    assert found
    for each in found:
        assert each.example is not None
        document = yaml_text.read(each.example.text.encode())
        assert document.faults == [], each.example.text
        record: Record = records_of(the_real_library(), kind)[each.example.id]
        data = record.model_dump(mode="json", exclude_defaults=True)
        assert put(data, each.names, leaf(document.data, each.names)), each.name
        assert isinstance(reference.model.model_validate(data), reference.model)


@each_kind_of_ours
def test_examples_are_short(kind: Kind) -> None:
    assert max(len(each.example.text) for each in examples(references()[kind]) if each.example) < 900


def filled_in(data: object, names: tuple[str, ...] = ()) -> Iterator[str]:
    """The names of all fields in a record's data that hold no others."""
    if isinstance(data, dict):
        for name, inner in data.items():
            yield from filled_in(inner, (*names, name))
    elif isinstance(data, list) and data and isinstance(data[0], dict):
        for each in data:
            yield from filled_in(each, names)
    else:
        yield ".".join(names)


@each_kind
def test_every_field_that_somebody_has_filled_in_has_an_example(kind: Kind) -> None:
    records = records_of(the_real_library(), kind).values()
    filled = {name for record in records for name in filled_in(record.model_dump(mode="json", exclude_defaults=True))}
    about_people = ("safeguarding.", "withdrawal.", "provenance.consent")
    text_below = {"body"} if kind is Kind.PAGE else set()
    wanted = {name for name in filled if not name.startswith(about_people)} - text_below
    assert {each.name for each in examples(references()[kind])} == wanted


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_what_is_not_published_is_no_example(status: str) -> None:
    withdrawn = {"withdrawal": {"on": "2026-02-03", "reason": "They asked."}} if status == "withdrawn" else {}
    library = a_library(oak=a_case_study(status=status, **withdrawn))
    assert entry(Kind.CASE, "title", library).example is None


def test_what_people_decided_about_findings_and_consent_is_no_example() -> None:
    accepted = {
        "rule": "safeguarding-phone",
        "passage": "bcdfghjk",
        "reason": "The office.",
        "by": "The head",
        "on": "2026-01-01",
    }
    case = a_case_study(safeguarding={"accepted": [accepted]}, provenance__consent="Both were asked.")
    library = a_library(oak=case)
    for name in ("safeguarding.accepted.by", "safeguarding.accepted.reason", "provenance.consent"):
        assert entry(Kind.CASE, name, library).example is None
    assert entry(Kind.CASE, "provenance.written_by", library).example is not None


def test_examples_come_first_from_the_case_study_that_is_shown_part_by_part() -> None:
    example = entry(Kind.CASE, "title").example
    assert example is not None
    assert (example.id, example.text) == ("carr-manor", "title: Coaching circles that every adult runs\n")


def test_a_long_example_ends_with_a_sentence() -> None:
    library = a_library(oak=a_case_study(context="One sentence that goes on. " * 40))
    example = entry(Kind.CASE, "context", library).example
    assert example is not None
    assert len(example.text) < 400
    assert example.text.rstrip().endswith("that goes on.")


def test_a_list_of_words_stands_at_the_first_field_that_takes_them() -> None:
    first, second = entry(Kind.CASE, "in_numbers.unit"), entry(Kind.CASE, "outcomes.unit")
    assert (len(first.words) > 3, second.words, second.words_at) == (True, (), first.anchor)


def test_the_words_of_a_field_are_those_of_its_vocabulary_with_their_meaning() -> None:
    (draft, *_) = entry(Kind.CASE, "status").words
    assert (draft.write, draft.label, draft.meaning) == (
        "draft",
        "Draft",
        "Being written. Checked, but not on the site.",
    )


def test_the_ids_of_key_features_are_listed_where_one_is_to_be_named() -> None:
    library = a_library({"belonging-first": a_feature()})
    assert [(word.write, word.label) for word in entry(Kind.CASE, "features", library).words] == [
        ("belonging-first", library.features["belonging-first"].title)
    ]


def test_the_same_content_gives_the_same_reference() -> None:
    again = list(every_reference(check_content(PROJECT / "content").library))
    assert again == list(references().values())
    assert list(map(all_examples, again)) == list(map(all_examples, references().values()))


def all_examples(reference: Reference) -> list[Example | None]:
    return [each.example for each in reference.entries]


@pytest.mark.parametrize(
    "path, kind",
    [
        ("case_studies/oak.yml", Kind.CASE),
        ("sources.yml", Kind.SOURCE),
        ("toolkit/evidence.md", Kind.PAGE),
        ("annotations/oak.yml", Kind.ANNOTATION),
        ("nowhere/oak.yml", None),
    ],
)
def test_a_file_has_the_fields_of_its_kind(path: str, kind: Kind | None) -> None:
    assert kind_of_file(path) is kind


def test_every_page_that_can_be_edited_has_a_reference_for_its_file() -> None:
    planned = {page.address: page for page in plan_pages(a_full_library())}
    for page in planned.values():
        if page.edit:
            kind = kind_of_file(page.edit)
            assert kind is not None
            assert fields_address(kind) in planned
