"""What holds for every page of the plan, rendered with the fragments of the theme."""

from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from tests.support.builders import a_case_study, a_feature, a_library, a_page, a_term
from tests.support.canary import Canary
from tests.support.sites import (
    PAGES,
    Element,
    a_full_library,
    every_page,
    html_of,
    many_cases,
    parsed,
    some_pages,
    write_site,
)

from tenfold.library import Library
from tenfold.model import Record
from tenfold.pages import plan_pages, raw_address
from tenfold.pages.planning import PER_PAGE
from tenfold.publishing import verify

LIBRARIES: dict[str, Callable[[], Library]] = {
    "full": a_full_library,
    "every field": lambda: Canary("Text # of some length.", "text #").library(),
    "no cases": lambda: a_library(some_pages("index", "about/index")),
    "no page about it": lambda: a_library(some_pages("index")),
    "nothing at all": lambda: Library([]),
}
each_library = pytest.mark.parametrize("library", LIBRARIES)


@cache
def rendered(library: str) -> dict[str, str]:
    """The HTML of each page of a library, by address: rendered once, when a test first asks."""
    return every_page(LIBRARIES[library]())


@cache
def understood(library: str) -> dict[str, Element]:
    """The same as a browser understands it."""
    return {address: parsed(html) for address, html in rendered(library).items()}


@each_library
def test_a_page_has_one_main_heading_and_skips_no_level(library: str) -> None:
    for address, page in understood(library).items():
        levels = [int(element.tag[1]) for element in page.iter() if element.tag in {f"h{n}" for n in range(1, 7)}]
        assert levels[0] == 1, address
        assert levels.count(1) == 1, address
        assert all(level <= before + 1 for before, level in pairwise(levels)), address


@each_library
def test_ids_are_unique_on_a_page(library: str) -> None:
    for address, page in understood(library).items():
        assert repeated_ids(page) == [], address


def repeated_ids(page: Element) -> list[str]:
    ids = Counter(element.get("id") for element in page.iter() if element.get("id"))
    return [id for id, times in ids.items() if times > 1]


@each_library
def test_what_is_named_or_described_by_another_element_has_that_element(library: str) -> None:
    for address, page in understood(library).items():
        ids = {element.get("id") for element in page.iter()}
        named = {
            name
            for element in page.iter()
            for attribute in ("aria-labelledby", "aria-describedby")
            for name in element.get(attribute, "").split()
        }
        assert named <= ids, address


@pytest.mark.parametrize("library", ["full", "every field", "no cases", "no page about it"])
def test_every_link_leads_somewhere(library: str, tmp_path: Path) -> None:
    pages = plan_pages(LIBRARIES[library]())
    files = tuple(raw_address(page.edit) for page in pages if page.edit)
    site = write_site(rendered(library), tmp_path, files=files)
    assert [str(fault) for fault in verify(site, pages=[page.address for page in pages])] == []


CASE = {
    "outcomes": [{"statement": "It is quiet."}],
    "effort": {"cost_band": "low"},
    "voices": [{"who": "pupils", "how": "They spoke."}],
}


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("case_studies/oak/", id="case study"),
        pytest.param("features/belonging-first/", id="feature"),
        pytest.param("frameworks/fair-start/know-everyone/", id="item"),
        pytest.param("toolkit/evidence/", id="page of prose"),
    ],
)
def test_a_heading_in_prose_may_be_called_like_any_part_of_its_page(address: str) -> None:
    library = a_full_library({"oak": a_case_study(**CASE)})
    ids = [element.get("id") for element in parsed(html_of(address, library)).iter() if element.tag != "symbol"]
    headings = "\n\n".join(f"## {id}" for id in ids if id) + "\n\n[x](source:oak-report)"
    hostile: dict[str, Record] = {
        "oak": a_case_study(context=headings.replace("##", "###"), **CASE),
        "belonging-first": a_feature(what_it_is=headings.replace("##", "###")),
        "fair-start": with_body(library, headings.replace("##", "###")),
        "toolkit/evidence": a_page(body=headings),
    }
    assert repeated_ids(parsed(html_of(address, a_full_library(hostile)))) == []


def with_body(library: Library, text: str) -> Record:
    framework = library.frameworks["fair-start"]
    items = tuple(item.model_copy(update={"body": text}) for item in framework.items)
    return framework.model_copy(update={"items": items})


def test_a_term_may_be_called_like_any_part_of_the_glossary() -> None:
    terms: dict[str, Record] = {"letter-t": a_term(term="the letter"), "references": a_term(sources=["oak-report"])}
    assert repeated_ids(parsed(html_of("glossary/", a_full_library(terms)))) == []


def test_the_pages_of_a_long_list_lead_to_each_other() -> None:
    library = a_library(many_cases(PER_PAGE + 1) | some_pages(*PAGES))
    addresses = next(page.data["addresses"] for page in plan_pages(library) if page.address == "case_studies/")
    second = parsed(html_of(addresses[1], library))
    (pager,) = (nav for nav in second.iter("nav") if nav.get("class") == "pager")
    links = list(pager.iter("a"))
    root = "../" * addresses[1].count("/")
    assert [link.get("href") for link in links] == [root + address for address in addresses]
    assert [link.get("aria-current") for link in links] == [None, "page"]
