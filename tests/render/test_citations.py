"""Sources in a few words, and in full."""

import pytest
from tests.support.builders import a_case_study, a_source, read
from tests.support.proses import words
from tests.support.sites import a_full_library, a_renderer, html_of, parsed

from tenfold.library import Library
from tenfold.library.citations import citations


@pytest.mark.parametrize(
    "changes, short",
    [
        pytest.param({"authors": ["Billington, T."]}, "Billington, 2020", id="a person"),
        pytest.param({"authors": ["Billington, T. A."]}, "Billington, 2020", id="with two initials"),
        pytest.param({"authors": ["Sartre, J.-P."]}, "Sartre, 2020", id="with a hyphen"),
        pytest.param({"authors": ["van der Kolk, B."]}, "van der Kolk, 2020", id="of several words"),
        pytest.param({"authors": ["O'Neill-Grey, B."]}, "O'Neill-Grey, 2020", id="with an apostrophe"),
        pytest.param({"authors": ["RSA", "Mayor of London"]}, "RSA and Mayor of London, 2020", id="two organisations"),
        pytest.param({"authors": ["Ng, A.", "Roe, B.", "Doe, C."]}, "Ng and others, 2020", id="three"),
        pytest.param(
            {"authors": ["Children, Schools and Families"]}, "Children, Schools and Families, 2020", id="comma"
        ),
        pytest.param({"authors": [], "publisher": "Ofsted"}, "Ofsted, 2020", id="a publisher alone"),
        pytest.param({"authors": [], "publisher": None}, "A title, 2020", id="a title alone"),
        pytest.param({"authors": ["Ofsted"], "year": None}, "Ofsted", id="no year"),
    ],
)
def test_a_source_in_a_few_words(changes: dict[str, object], short: str) -> None:
    source = a_source(**{"title": "A title", "year": "2020", **changes})
    assert citations({"it": source})["it"].short == short


FULL = {
    "title": "On greeting",
    "authors": ["Ng, A.", "Roe, B."],
    "year": "2020",
    "published_in": "Doors 4, 1 to 9",
    "publisher": "Gate Press",
}


@pytest.mark.parametrize(
    "changes, full",
    [
        pytest.param({}, "Ng, A.; Roe, B. (2020). On greeting. Doors 4, 1 to 9. Gate Press.", id="all of it"),
        pytest.param(
            {"authors": ["Ofsted"]}, "Ofsted. (2020). On greeting. Doors 4, 1 to 9. Gate Press.", id="an organisation"
        ),
        pytest.param(
            {"authors": ["Ng, A.", "others"]},
            "Ng, A. and others. (2020). On greeting. Doors 4, 1 to 9. Gate Press.",
            id="others",
        ),
        pytest.param(
            {"authors": ["RSA", "Mayor of London"]},
            "RSA and Mayor of London. (2020). On greeting. Doors 4, 1 to 9. Gate Press.",
            id="two organisations",
        ),
        pytest.param(
            {"title": "Why greet?", "published_in": None}, "Ng, A.; Roe, B. (2020). Why greet? Gate Press.", id="?"
        ),
        pytest.param(
            {"authors": [], "year": None, "published_in": None, "publisher": None}, "On greeting.", id="a title alone"
        ),
    ],
)
def test_a_source_in_full(changes: dict[str, object], full: str) -> None:
    library = a_full_library({"oak-report": a_source(**{**FULL, **changes})})
    (entry,) = (item for item in parsed(html_of("sources/", library)).iter("p") if item.get("id") == "oak-report")
    assert " ".join(words(entry).split()) == f"{full} Report."


def references(address: str = "case_studies/oak/", **changes: object) -> list[str]:
    """The ids of the references at the end of a page, as they stand there."""
    beside = {id: a_source(title=id) for id in ("aaa-aaa", "zzz-zzz")}
    library = a_full_library({**beside, "oak": a_case_study(**changes)})
    page = parsed(html_of(address, library))
    return [item.get("id") for item in page.iter("li") if (item.get("id") or "").startswith("ref_")]


def test_a_page_ends_with_every_source_that_it_cites_each_once() -> None:
    figure = {**read("case_studies/oak.yml")["in_numbers"][0], "source": "zzz-zzz"}
    found = references(in_numbers=[figure, figure], context="As [they say](source:aaa-aaa).")
    assert sorted(found) == ["ref_aaa-aaa", "ref_oak-report", "ref_zzz-zzz"]


def test_sources_stand_in_the_order_in_which_the_page_names_them() -> None:
    base = read("case_studies/oak.yml")["in_numbers"][0]
    figures = [{**base, "source": "zzz-zzz"}, {**base, "source": "aaa-aaa"}]
    assert references(in_numbers=figures) == ["ref_zzz-zzz", "ref_aaa-aaa", "ref_oak-report"]


def test_an_unknown_source_is_not_listed() -> None:
    assert references(provenance__sources=["nobody", "oak-report"]) == ["ref_oak-report"]


def test_sources_are_sorted_as_people_look_them_up() -> None:
    sources = {"one": ["zoe, A."], "two": ["Abe, B."], "three": ["Mae, C."]}
    library = a_full_library({id: a_source(authors=authors) for id, authors in sources.items()})
    page = parsed(html_of("sources/", library))
    assert [item.get("id") for item in page.iter("p") if item.get("id") in sources] == ["two", "three", "one"]


ALIKE = {
    "late": a_source(title="Waiting", authors=["Ng, A."], year="2020"),
    "early": a_source(title="Greeting", authors=["Ng, A."], year="2020"),
}


def page_of(address: str, library: Library) -> str:
    """What a page says, in one line."""
    return " ".join(words(parsed(html_of(address, library))).split())


def test_a_letter_stands_where_a_source_is_cited_and_in_its_full_reference() -> None:
    figure = {**read("case_studies/oak.yml")["in_numbers"][0], "source": "late", "page": "4"}
    other = {**figure, "source": "early"}
    library = a_full_library({**ALIKE, "oak": a_case_study(in_numbers=[figure, other])})
    page = page_of("case_studies/oak/", library)
    assert "Ng, 2020b, page 4" in page
    assert "Ng, 2020a, page 4" in page
    assert "Ng, A. (2020b). Waiting." in page
    assert "Ng, A. (2020a). Greeting." in page


def test_the_comparison_has_the_letters_of_the_other_pages() -> None:
    library = a_full_library({**ALIKE, "oak": a_case_study(provenance__sources=["late", "early"])})
    column = parsed(a_renderer(library).compared("oak")["rows"])
    assert "Ng, 2020b; Ng, 2020a" in words(column)


def test_the_list_of_sources_says_what_letters_are_for() -> None:
    said = "letters tell them apart"
    assert said in page_of("sources/", a_full_library({**ALIKE}))
    assert said not in page_of("sources/", a_full_library())


def test_the_list_of_sources_goes_by_year_and_letter() -> None:
    more = {
        **ALIKE,
        "old": a_source(title="Zest", authors=["Ng, A."], year="1999"),
        "site": a_source(title="Doors", authors=["Ng, A."], year=None),
        "page": a_source(title="Arches", authors=["Ng, A."], year=None),
    }
    listed = parsed(html_of("sources/", a_full_library({**more})))
    entries = [words(item).strip() for item in listed.iter("p") if item.get("id") in more]
    assert [" ".join(entry.split()).removesuffix(". Report.") for entry in entries] == [
        "Ng, A. (no date a). Arches",
        "Ng, A. (no date b). Doors",
        "Ng, A. (1999). Zest",
        "Ng, A. (2020a). Greeting",
        "Ng, A. (2020b). Waiting",
    ]
