"""Structured data for machines."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from tests.support.builders import a_case_study, a_term
from tests.support.sites import a_full_library, page_at

from tenfold.pages import plan_pages
from tenfold.render.structured import json_ld

SITE = "https://example.org/inclusion/"
LIBRARY = a_full_library()


def graph(address: str, site_url: str | None = SITE, **more: Any) -> list[dict[str, Any]]:
    """The things that the page at an address describes."""
    library = a_full_library(more) if more else LIBRARY
    data = json.loads(json_ld(page_at(address, library), library, site_name="Tenfold", site_url=site_url))
    assert data["@context"] == "https://schema.org"
    found: list[dict[str, Any]] = data["@graph"]
    return found


def values(thing: Any) -> Iterator[str]:
    """Every text in structured data."""
    if isinstance(thing, dict):
        for value in thing.values():
            yield from values(value)
    elif isinstance(thing, list):
        for value in thing:
            yield from values(value)
    else:
        yield str(thing)


@pytest.mark.parametrize(
    "address, kind",
    [
        pytest.param("", "WebPage", id="home"),
        pytest.param("case_studies/oak/", "Article", id="case study"),
        pytest.param("case_studies/yew/", "WebPage", id="withdrawn case study"),
        pytest.param("case_studies/acorn/", "WebPage", id="former address"),
        pytest.param("case_studies/", "CollectionPage", id="list"),
        pytest.param("features/belonging-first/", "DefinedTerm", id="feature"),
        pytest.param("features/", "CollectionPage", id="features"),
        pytest.param("frameworks/fair-start/", "CollectionPage", id="framework"),
        pytest.param("frameworks/fair-start/know-everyone/", "WebPage", id="item"),
        pytest.param("browse/phase/", "CollectionPage", id="rack"),
        pytest.param("glossary/", "DefinedTermSet", id="glossary"),
        pytest.param("sources/", "CollectionPage", id="sources"),
        pytest.param("toolkit/", "WebPage", id="page of prose"),
    ],
)
def test_what_a_page_is(address: str, kind: str) -> None:
    subject = graph(address)[0]
    assert subject["@type"] == kind
    assert subject["url"] == SITE + address
    assert subject["isPartOf"] == {"@type": "WebSite", "name": "Tenfold", "url": SITE}
    assert subject["name"]
    assert subject["description"]


def test_a_case_study_is_described_from_its_record() -> None:
    article = graph("case_studies/oak/")[0]
    assert article["headline"] == "A fair start for every pupil"
    assert (article["datePublished"], article["dateModified"]) == ("2026-01-10", "2026-01-10")
    assert article["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert article["author"] == {"@type": "Organization", "name": "The tests"}
    assert article["about"] == [
        {"@type": "DefinedTerm", "name": "Belonging comes first", "url": f"{SITE}features/belonging-first/"}
    ]
    assert article["citation"] == ["A year of greetings at Oak Primary School"]


@pytest.mark.parametrize("licence", ["CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0", "OGL-UK-3.0"])
def test_every_licence_has_an_address(licence: str) -> None:
    article = graph("case_studies/oak/", oak=a_case_study(provenance__licence=licence))[0]
    assert article["license"].startswith("https://")


def test_the_glossary_defines_its_terms() -> None:
    terms = graph("glossary/")[0]["hasDefinedTerm"]
    assert terms == [{"@type": "DefinedTerm", "name": "late mark", "description": a_term().definition}]


def test_breadcrumbs_end_at_the_page_itself() -> None:
    trail = graph("browse/phase/primary/")[1]
    assert trail["@type"] == "BreadcrumbList"
    steps = [(step["position"], step["name"], step["item"]) for step in trail["itemListElement"]]
    assert steps[0] == (1, "Home", SITE)
    assert steps[-1] == (5, "Phase: Primary, 2 case studies", f"{SITE}browse/phase/primary/")
    assert [position for position, *_ in steps] == [1, 2, 3, 4, 5]


def test_the_home_page_has_no_breadcrumbs() -> None:
    assert len(graph("")) == 1


def test_a_site_without_an_address_names_none() -> None:
    for page in plan_pages(LIBRARY):
        things = graph(page.address, site_url=None)
        assert len(things) == 1
        addresses = {value for value in values(things) if "://" in value or value.endswith("/")}
        assert addresses <= {"https://creativecommons.org/licenses/by/4.0/"}
        assert "None" not in set(values(things))


def test_a_copy_says_what_it_is_the_same_as_and_what_it_is_made_from() -> None:
    data = json_ld(
        page_at("case_studies/oak/", LIBRARY),
        LIBRARY,
        site_name="Oakshire",
        site_url=SITE,
        same_as="https://original.example/case_studies/oak/",
        based_on="https://original.example/",
    )
    study = json.loads(data)["@graph"][0]
    assert study["url"] == f"{SITE}case_studies/oak/"
    assert study["sameAs"] == "https://original.example/case_studies/oak/"
    assert study["isPartOf"]["isBasedOn"] == "https://original.example/"


def test_what_is_nobodys_copy_names_no_original() -> None:
    text = json.dumps(graph("case_studies/oak/"))
    assert "sameAs" not in text
    assert "isBasedOn" not in text


@pytest.mark.parametrize("site_url", ["https://example.org/inclusion/", "https://example.org/inclusion"])
def test_addresses_are_whole_with_or_without_a_slash_at_the_end(site_url: str) -> None:
    assert graph("toolkit/", site_url)[0]["url"] == "https://example.org/inclusion/toolkit/"


def test_it_can_stand_inside_a_script_element() -> None:
    hostile = "</script><script>alert(1)</script> <!-- & \u2028"
    case = a_case_study(title=hostile, setting__name=hostile)
    library = a_full_library({"oak": case})
    text = str(json_ld(page_at("case_studies/oak/", library), library, site_name=hostile, site_url=SITE))
    assert not {"<", ">", "&", "\u2028"} & set(text)
    assert json.loads(text)["@graph"][0]["headline"] == case.title
