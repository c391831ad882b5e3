"""What single pages say, and what they leave out."""

from collections.abc import Iterator

import pytest
from tests.support.builders import a_case_study, a_feature, a_framework, a_library, read
from tests.support.proses import words
from tests.support.sites import (
    PAGES,
    WITHDRAWN,
    Element,
    a_full_library,
    a_renderer,
    every_page,
    html_of,
    many_cases,
    page_at,
    parsed,
    some_pages,
)

from tenfold.library import Library
from tenfold.model import Record
from tenfold.pages import Download


def text_of(address: str, library: Library) -> str:
    return " ".join(words(parsed(html_of(address, library)).find("body")).split())


def links_of(address: str, library: Library) -> Iterator[Element]:
    yield from parsed(html_of(address, library)).iter("a")


def test_a_heading_about_frameworks_stands_only_above_some() -> None:
    other = a_feature(number="3", in_practice=[{"title": "x", "body": "y"}])
    library = a_full_library({"third-one": other, "oak": a_case_study(features=["third-one"])})
    assert "Seen through other frameworks" in text_of("case_studies/elm/", library)
    assert "Seen through other frameworks" not in text_of("case_studies/oak/", library)


def test_a_feature_whose_only_example_was_withdrawn_does_not_say_see_nothing() -> None:
    feature = a_feature(in_practice=[{"title": "At the gate", "body": "Adults wait.", "cases": ["yew"]}])
    page = parsed(html_of("features/belonging-first/", a_full_library({"belonging-first": feature})))
    assert [words(p) for p in page.iter("p") if words(p).strip() == "See"] == []


def test_a_withdrawn_case_study_says_why_and_nothing_of_what_it_was() -> None:
    text = text_of("case_studies/yew/", a_full_library())
    assert "It was about Yew School, and it was taken back on 3 February 2026." in text
    assert "The school asked us to." in text
    assert "greeting" not in text.lower()
    assert "fair start" not in text.lower()


def test_one_that_could_harm_somebody_is_not_even_named() -> None:
    why = {"on": "2026-02-03", "reason": "The school asked us to.", "safeguarding": "yes"}
    harmful = a_case_study(setting__name="Bay School", title="Not here", status="withdrawn", withdrawal=why)
    library = a_full_library({"bay": harmful})
    assert [address for address, html in every_page(library).items() if "Bay School" in html] == []
    text = text_of("case_studies/bay/", library)
    assert "It was taken back on 3 February 2026." in text
    assert "The school asked us to." in text


@pytest.mark.parametrize(
    "changes", [pytest.param({"status": "draft"}, id="draft"), pytest.param(WITHDRAWN, id="withdrawn")]
)
def test_what_is_not_published_is_on_no_other_page(changes: dict[str, object]) -> None:
    library = a_full_library({"bay": a_case_study(setting__name="Bay School", title="Not here", **changes)})
    pages = every_page(library)
    naming = [address for address, html in pages.items() if "Bay School" in html or "Not here" in html]
    assert naming == (["case_studies/bay/"] if "withdrawal" in changes else [])
    assert not any("Not here" in html for html in pages.values())


def test_a_case_study_under_review_says_so_and_so_does_its_card() -> None:
    library = a_full_library()
    assert "is being reviewed" in text_of("case_studies/elm/", library)
    assert "is being reviewed" not in text_of("case_studies/oak/", library)
    assert text_of("case_studies/", library).count("Under review") == 1


def test_a_former_address_leads_on() -> None:
    assert [link.get("href") for link in links_of("case_studies/acorn/", a_full_library())] == [
        "../../case_studies/oak/"
    ]


def test_related_case_studies_come_with_their_reason() -> None:
    assert "also about belonging first in a primary school" in text_of("case_studies/oak/", a_full_library())


def test_a_source_says_where_it_is_cited_and_how_often_more() -> None:
    library = a_library(many_cases(20) | some_pages(*PAGES))
    assert "School 010, School 011 and 9 more." in text_of("sources/", library)


def test_an_item_of_a_framework_shows_the_case_studies_that_bear_on_it() -> None:
    item = read("frameworks/fair-start.yml")["items"][0]
    other = {**item, "id": "no-one", "features": [{"feature": "staff-together", "why": "x"}]}
    library = a_full_library({"fair-start": a_framework(items=[item, other])})
    assert "Elm School" in text_of("frameworks/fair-start/know-everyone/", library)
    assert "No case study shows it yet." in text_of("frameworks/fair-start/no-one/", library)


def test_a_feature_lists_its_case_studies_by_phase_and_those_of_several_by_their_kind() -> None:
    library = a_full_library(
        {
            "oak": a_case_study(),
            "elm": a_case_study(setting__phase=["primary", "secondary"], setting__kind="trust"),
            "fir": a_case_study(setting__kind="charity", setting__phase=None),
        }
    )
    page = parsed(html_of("features/belonging-first/", library))
    (section,) = (part for part in page.iter("section") if part.get("aria-labelledby") == "cases")
    assert [words(heading) for heading in section.iter("h3")] == ["Primary", "Multi-academy trust", "Charity"]


def test_a_feature_without_case_studies_invites_one() -> None:
    text = text_of("features/staff-together/", a_full_library())
    assert "No case study shows this feature yet. Is yours the first?" in text


def test_without_a_page_on_how_to_contribute_nothing_leads_there() -> None:
    records: dict[str, Record] = {**some_pages("index")}
    assert not [
        link.get("href")
        for address in ("features/belonging-first/", "case_studies/", "browse/phase/")
        for link in links_of(address, a_library(records))
        if link.get("href").endswith("contribute/")
    ]


@pytest.mark.parametrize(
    "base, href, says",
    [
        pytest.param(None, "../../case_studies/oak.yml", "Edit this page: open its file", id="no host"),
        pytest.param(
            "https://example.org/edit/", "https://example.org/edit/case_studies/oak.yml", "Edit this page", id="a host"
        ),
    ],
)
def test_a_page_can_be_edited_where_its_record_is(base: str | None, href: str, says: str) -> None:
    page = parsed(html_of("case_studies/oak/", a_full_library(), edit_base=base))
    (edit,) = (link for link in page.iter("a") if link.get("class") == "edit")
    assert (edit.get("href"), words(edit)) == (href, says)


@pytest.mark.parametrize(
    "site_url, address",
    [
        pytest.param(None, "/case_studies/oak/", id="nobody knows where the site is"),
        pytest.param("https://example.org/x/", "https://example.org/x/case_studies/oak/", id="somebody does"),
    ],
)
def test_a_print_out_says_where_it_is_from(site_url: str | None, address: str) -> None:
    page = parsed(html_of("case_studies/oak/", a_full_library(), site_url=site_url, site_name="Oakshire"))
    (foot,) = (p for p in page.iter("p") if p.get("class") == "print-only")
    assert words(foot).startswith(f"From Oakshire: {address}.")


GUIDE = "toolkit/theory-of-change/"
EMPTY = (
    Download("blank-theory-of-change.docx", "Word", 8, "to fill in together"),
    Download("blank-theory-of-change.yml", "Record", 6, "a text file"),
)


def test_whoever_wants_to_start_a_theory_of_change_can() -> None:
    """The home page and the header lead here: to a guide that without this led nowhere."""
    renderer = a_renderer(a_full_library())
    renderer.downloads["blank"] = EMPTY
    page = parsed(str(renderer.render(page_at(GUIDE, renderer.library)).html))
    first = next(section for section in page.iter("section") if section.get("aria-labelledby") == "start-from_")
    assert [link.get("href") for link in first.iter("a")] == [
        "../../theories_of_change/",
        "../../downloads/blank-theory-of-change.docx",
    ]


def test_without_documents_one_starts_from_what_others_did() -> None:
    assert "../../theories_of_change/" in [link.get("href") for link in links_of(GUIDE, a_full_library())]
    assert "an empty one" not in text_of(GUIDE, a_full_library())


def test_what_is_not_on_the_page_cannot_be_printed_from_it() -> None:
    renderer = a_renderer(a_full_library())
    renderer.downloads["blank"] = EMPTY
    assert "data-print" not in str(renderer.render(page_at("theories_of_change/", renderer.library)).html)


def test_a_hand_out_has_the_licence_of_its_case_study() -> None:
    library = a_full_library({"oak": a_case_study(provenance__licence="OGL-UK-3.0")})
    for address in ("case_studies/oak/", "case_studies/oak/starting-theory/"):
        assert "Licence: Open Government Licence 3.0." in text_of(address, library)
        assert "Licence: CC BY 4.0." not in text_of(address, library)
