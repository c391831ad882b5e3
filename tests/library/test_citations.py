"""Letters for sources that would read alike, over a whole site."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.builders import a_library, a_source
from tests.support.copies import a_copy
from tests.support.steady import STEADY

from tenfold.library.citations import Citation, citations, letter
from tenfold.model import Source

LOCAL_SOURCES = """\
our-audit:
  title: An audit
  authors: [Oak Primary School]
  year: "2025"
  kind: report
"""


def of_ng(title: str, year: str | None = "2020", author: str = "Ng, A.") -> Source:
    return a_source(title=title, year=year, authors=[author])


def short(sources: dict[str, Source]) -> dict[str, str]:
    return {id: citation.short for id, citation in citations(sources).items()}


def test_two_of_one_author_and_year_get_letters_by_their_titles() -> None:
    found = citations({"one": of_ng("Waiting"), "two": of_ng("Greeting")})
    assert {id: (each.short, each.dated) for id, each in found.items()} == {
        "one": ("Ng, 2020b", "2020b"),
        "two": ("Ng, 2020a", "2020a"),
    }


@pytest.mark.parametrize(
    "first, second",
    [
        pytest.param("A wait", "Greeting", id="after the article: g before w"),
        pytest.param("The wait", "greeting", id="in any case"),
        pytest.param("\u2018Waiting\u2019 at doors", "Greeting", id="signs do not count"),
        pytest.param("Greeting: in spring", "Greeting", id="the shorter first"),
        pytest.param("Theme", "An end", id="an article is a word of its own"),
    ],
)
def test_titles_are_in_the_order_in_which_people_look_them_up(first: str, second: str) -> None:
    assert short({"first": of_ng(first), "second": of_ng(second)}) == {"first": "Ng, 2020b", "second": "Ng, 2020a"}


def test_titles_that_are_the_same_go_by_id() -> None:
    assert short({"two": of_ng("x"), "one": of_ng("x")}) == {"two": "Ng, 2020b", "one": "Ng, 2020a"}


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(of_ng("Waiting", year="2021"), id="another year"),
        pytest.param(of_ng("Waiting", year=None), id="no year"),
        pytest.param(of_ng("Waiting", author="Roe, B."), id="another author"),
        pytest.param(a_source(title="Waiting", year="2020", authors=["Ng, A.", "Roe, B."]), id="one more author"),
    ],
)
def test_what_reads_differently_needs_no_letter(other: Source) -> None:
    assert "Ng, 2020" in short({"one": of_ng("Greeting"), "other": other}).values()


@pytest.mark.parametrize(
    "one, other, read",
    [
        pytest.param(
            {"authors": ["Ng, A."], "year": "2020"},
            {"authors": ["Ng, B."], "year": "2020"},
            "Ng, 2020",
            id="of one name",
        ),
        pytest.param(
            {"authors": ["Ng, A.", "Roe, B.", "Doe, C."], "year": "2020"},
            {"authors": ["Ng, A.", "others"], "year": "2020"},
            "Ng and others, 2020",
            id="others that differ",
        ),
        pytest.param(
            {"authors": ["Ofsted"], "year": "2020"},
            {"authors": [], "publisher": "Ofsted", "year": "2020"},
            "Ofsted, 2020",
            id="an author and a publisher",
        ),
        pytest.param(
            {"authors": ["OFSTED"], "year": "2020"}, {"authors": ["Ofsted"], "year": "2020"}, "", id="in any case"
        ),
    ],
)
def test_whatever_would_read_alike_gets_letters(one: dict[str, object], other: dict[str, object], read: str) -> None:
    found = short({"one": a_source(**{**one, "title": "A"}), "other": a_source(**{**other, "title": "B"})})
    assert found["one"].endswith("2020a")
    assert found["other"].endswith("2020b")
    assert found["one"].startswith(read)


def test_without_a_year_letters_follow_no_date() -> None:
    found = citations({"one": of_ng("Waiting", year=None), "two": of_ng("Greeting", year=None)})
    assert [found["one"].short, found["two"].short] == ["Ng, no date b", "Ng, no date a"]
    assert [found["one"].dated, found["two"].dated] == ["no date b", "no date a"]


def test_alone_without_a_year_there_is_nothing_to_say() -> None:
    assert citations({"one": of_ng("Waiting", year=None)})["one"] == Citation("Ng", "")


def test_letters_do_not_depend_on_the_order_of_the_list_nor_on_ids() -> None:
    assert short({"a": of_ng("Waiting"), "b": of_ng("Greeting")}) == short(
        {"b": of_ng("Greeting"), "a": of_ng("Waiting")}
    )
    assert short({"z": of_ng("Greeting"), "a": of_ng("Waiting")}) == {"z": "Ng, 2020a", "a": "Ng, 2020b"}


AUTHORS = st.sampled_from([["Ng, A."], ["Ng, B."], ["Ng, A.", "Roe, B."], ["Ofsted"], []])
SOURCES = st.builds(
    lambda title, authors, year: a_source(title=title, authors=authors, year=year),
    st.sampled_from(["Waiting", "The wait", "Greeting", "greeting"]),
    AUTHORS,
    st.sampled_from(["2020", "2021", None]),
)


@STEADY
@given(st.dictionaries(st.sampled_from([f"s-{n}" for n in range(9)]), SOURCES, max_size=9))
def test_no_two_sources_read_alike(sources: dict[str, Source]) -> None:
    read = [citation.short.casefold() for citation in citations(sources).values()]
    assert len(set(read)) == len(read)


@STEADY
@given(st.dictionaries(st.sampled_from([f"s-{n}" for n in range(9)]), SOURCES, max_size=9))
def test_a_source_that_is_not_related_changes_no_letter(sources: dict[str, Source]) -> None:
    before = short(sources)
    after = short({"a-new-one": a_source(title="Aaa", authors=["Nobody, N."], year="2020"), **sources})
    assert {id: after[id] for id in before} == before


def test_there_are_letters_enough() -> None:
    assert [letter(place) for place in (1, 2, 26, 27, 28, 52, 53, 702, 703)] == [
        *("a", "b", "z", "aa", "ab", "az", "ba", "zz", "aaa")
    ]


def test_more_than_26_stand_in_the_order_of_their_titles() -> None:
    found = citations({f"n-{n}": of_ng(f"Part {n:02}") for n in range(30)})
    assert [citation.dated for citation in sorted(found.values(), key=lambda each: each.order)][24:28] == [
        *("2020y", "2020z", "2020aa", "2020ab")
    ]


def test_the_library_knows_the_letters_of_all_its_sources() -> None:
    library = a_library({"one": of_ng("Waiting"), "two": of_ng("Greeting")})
    assert {id: each.short for id, each in library.citations.items()} == {
        "oak-report": "Oak Primary School, 2025",
        "one": "Ng, 2020b",
        "two": "Ng, 2020a",
    }


def test_what_a_copy_adds_comes_after_what_it_was_given(tmp_path: Path) -> None:
    """By its title it would come first, and "2025a" would mean one thing here and another at the original."""
    copy = a_copy(tmp_path, files={"content/sources.yml": LOCAL_SOURCES})
    cited = copy.check().library.citations
    assert (cited["oak-report"].short, cited["our-audit"].short) == (
        "Oak Primary School, 2025a",
        "Oak Primary School, 2025b",
    )
