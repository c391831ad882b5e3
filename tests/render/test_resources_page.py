"""The page of the resources, and where else they are shown."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.support.builders import a_case_study, a_feature, a_library, a_page, a_resource, a_source
from tests.support.sites import html_of, page_at, parsed

from tenfold.library import Library
from tenfold.pages import plan_pages
from tenfold.render.structured import json_ld

GUIDE: dict[str, Any] = {"title": "A guide", "group": "guidance", "contact": None, "cost": None, "features": []}


def with_resources(**changes: Any) -> Library:
    return a_library(
        {
            "inclusion-team": a_resource(**changes),
            "a-guide": a_resource(**GUIDE, link="https://example.org/guide"),
            "belonging-first": a_feature(),
            "oak": a_case_study(resources=["inclusion-team"]),
        }
    )


def entry(library: Library, id: str = "inclusion-team") -> str:
    """The words of one resource on the page."""
    (found,) = (each for each in parsed(html_of("resources/", library)).iter("li") if each.get("id") == id)
    return " ".join(" ".join(found.itertext()).split())


def test_resources_stand_under_their_groups_each_with_what_it_means() -> None:
    page = parsed(html_of("resources/", with_resources()))
    assert [heading.text for heading in page.iter("h2")][:2] == ["Services and advice", "Guidance"]
    assert [heading.get("id") for heading in page.iter("h2")][:2] == ["group_service", "group_guidance"]


@pytest.mark.parametrize(
    "changes, said",
    [
        pytest.param({}, "Offered by Exampleton Borough Council", id="who offers it"),
        pytest.param({}, "Cost Free in its area", id="what it costs"),
        pytest.param(
            {"cost_note": "Visits cost more."}, "Free in its area. Visits cost more.", id="what it costs exactly"
        ),
        pytest.param(
            {"for_whom": {"people": "SENCOs", "phase": ["primary", "secondary"], "needs": ["semh"]}},
            "For SENCOs; Primary, Secondary; Social, emotional and mental health",
            id="whom it is for",
        ),
        pytest.param({"area": "Exampleton"}, "Where Exampleton", id="where"),
        pytest.param({}, "Phone 020 7946 0000", id="whom to call"),
        pytest.param({}, "Used at Oak Primary School", id="who uses it"),
        pytest.param({}, "Checked 10 January 2026", id="how old it is"),
    ],
)
def test_what_is_said_of_a_resource(changes: dict[str, Any], said: str) -> None:
    assert said in entry(with_resources(**changes))


def test_what_nobody_knows_is_not_said() -> None:
    words = entry(with_resources(publisher="A guide"), "a-guide")
    assert "Where" not in words
    assert "Cost" not in words
    assert "Contact" not in words
    assert not words.startswith("For ")


def test_its_name_leads_to_it() -> None:
    assert '<a class="outside" href="https://example.org/guide">A guide</a>' in html_of("resources/", with_resources())


def test_one_that_is_a_source_has_the_address_of_that() -> None:
    library = a_library(
        {
            "a-guide": a_resource(**GUIDE, document="oak-report"),
            "oak-report": a_source(url="https://example.org/report"),
        }
    )
    assert '<a class="outside" href="https://example.org/report">A guide</a>' in html_of("resources/", library)


def test_a_former_id_leads_to_it_on_the_page_and_needs_no_page_of_its_own() -> None:
    library = with_resources(aliases=["exclusion-team"])
    assert '<span id="exclusion-team"></span>' in html_of("resources/", library)
    assert [page.address for page in plan_pages(library) if "exclusion-team" in page.address] == []


def test_it_stands_on_the_pages_of_the_case_study_and_the_feature_that_it_helps_with() -> None:
    library = with_resources()
    for address in ("case_studies/oak/", "features/belonging-first/"):
        assert 'href="../../resources/#inclusion-team">Exampleton Inclusion Team</a>' in html_of(address, library)


def test_links_in_prose_lead_to_it() -> None:
    library = a_library(
        {"inclusion-team": a_resource(), "toolkit/help": a_page(body="Ask [them](resource:inclusion-team).")}
    )
    assert '<a href="../../resources/#inclusion-team">them</a>' in html_of("toolkit/help/", library)


def test_without_resources_the_page_says_so() -> None:
    assert "No resource has been added yet." in html_of("resources/", a_library())


def test_machines_read_services_and_works() -> None:
    library = with_resources()
    found = json.loads(json_ld(page_at("resources/", library), library, site_name="x", site_url=None))
    service, guide = found["@graph"][0]["hasPart"]
    assert (service["@type"], service["provider"]["name"]) == ("Service", "Exampleton Borough Council")
    assert (guide["@type"], guide["url"]) == ("CreativeWork", "https://example.org/guide")
