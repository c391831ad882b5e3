"""What search knows of the glossary: names for everybody who searches, meanings for whoever typed one."""

from __future__ import annotations

import json
from dataclasses import replace

from tests.support.builders import a_library, a_term
from tests.support.sites import a_full_library

from tenfold.finding import MEANINGS_A_FILE, finder_filters, finder_table, finder_terms, meanings
from tenfold.library import Library
from tenfold.pages import finder_racks, racks


def named(**changes: object) -> list[str]:
    """The names that search knows of one term."""
    ((_, *names),) = finder_terms(a_library(it=a_term(**changes)))["terms"]
    return list(names)


def test_a_term_is_known_by_its_name_its_abbreviation_and_its_other_forms() -> None:
    assert named(term="Managed move", abbreviation="MM", also=["managed moves"]) == [
        "Managed move",
        "MM",
        "managed moves",
    ]


def test_a_term_without_other_forms_has_its_name_alone() -> None:
    assert named(term="Nurture", also=[]) == ["Nurture"]


def test_a_name_written_twice_is_sent_once() -> None:
    assert named(term="Nurture", abbreviation="NG", also=["NG", "Nurture"]) == ["Nurture", "NG"]


def test_what_a_name_says_it_belongs_to_is_not_typed() -> None:
    assert named(term="Aims (theory of change)", also=[]) == ["Aims"]


def test_names_stand_with_the_id_in_the_order_of_the_glossary() -> None:
    library = a_library({f"term-{number:02}": a_term(term=f"Word {number}") for number in range(25)})
    terms = finder_terms(library)
    assert terms["a_file"] == MEANINGS_A_FILE
    assert [id for id, *_ in terms["terms"]] == list(library.terms)


def test_the_meaning_of_a_term_is_at_its_place_in_its_file() -> None:
    library = a_library(
        {f"term-{number:02}": a_term(term=f"Word {number}", definition=f"It is {number}.") for number in range(25)}
    )
    files = list(meanings(library))
    assert [len(file) for file in files] == [10, 10, 5]
    for place, (id, *_) in enumerate(finder_terms(library)["terms"]):
        told = files[place // MEANINGS_A_FILE][place % MEANINGS_A_FILE]
        assert told["means"] == library.terms[id].definition


def test_a_meaning_is_told_under_the_name_that_stands_in_the_glossary() -> None:
    library = a_library(it=a_term(term="Education, health and care plan", abbreviation="EHCP", definition="A plan."))
    assert list(meanings(library)) == [[{"name": "Education, health and care plan (EHCP)", "means": "A plan."}]]


def test_a_term_that_a_local_copy_added_says_whose_it_is() -> None:
    ours = a_library(ours=a_term(term="Ours"), theirs=a_term(term="Theirs"))
    library = Library(replace(entry, local=entry.id == "theirs") for entry in ours.entries.values())
    told = {each["name"]: each.get("from") for file in meanings(library, "Northshire") for each in file}
    assert told == {"Ours": None, "Theirs": "From Northshire"}
    assert [each.get("from") for file in meanings(library) for each in file] == [None, "Local"]


def test_an_empty_glossary_has_no_names_and_no_files() -> None:
    assert finder_terms(Library([])) == {"a_file": MEANINGS_A_FILE, "terms": []}
    assert list(meanings(Library([]))) == []


def test_the_header_knows_every_word_of_the_table_and_how_many_are_under_it() -> None:
    library = a_full_library()
    shelved = finder_racks(library, racks(library))
    table, filters = finder_table(library, shelved), finder_filters(shelved)
    known = {(facet, word): about for facet, each in filters.items() for word, about in each["words"].items()}
    for facet, each in table["facets"].items():
        assert filters[facet]["label"] == each["label"]
        for word, about in each["words"].items():
            told = known.pop((facet, word))
            assert (told["label"], told.get("also")) == (about["label"], about.get("also"))
    assert known == {}
    for rack in shelved:
        numbers = {word: about["number"] for word, about in filters[rack.id]["words"].items()}
        assert numbers == {shelf.word: len(shelf.cases) for shelf in rack.filled}
    assert json.loads(json.dumps(filters)) == filters
