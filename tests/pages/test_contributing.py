"""Which pages there are for those who contribute, and what they are given."""

import pytest
from tests.support.builders import a_case_study, a_library, a_page, an_annotation
from tests.support.sites import PAGES, WITHDRAWN, a_full_library, some_pages

from tenfold.library import Library
from tenfold.model.vocabulary import Licence
from tenfold.pages import Host, Page, footer_places, header_places, plan_pages
from tenfold.pages.annotations import Shape, noted_parts
from tenfold.safeguarding import rules


def planned(library: Library, **options: object) -> dict[str, Page]:
    return {page.address: page for page in plan_pages(library, **options)}  # type: ignore[arg-type]


FULL = planned(a_full_library())


def test_the_part_has_a_page_for_each_thing_one_needs_to_know() -> None:
    assert [address for address in FULL if address.startswith("contribute/") and address.count("/") < 4] == [
        "contribute/",
        "contribute/consent/",
        "contribute/examples/oak-noted/",
        "contribute/fields/",
        "contribute/fields/annotation/",
        "contribute/fields/case-study/",
        "contribute/fields/exercise/",
        "contribute/fields/framework/",
        "contribute/fields/glossary-term/",
        "contribute/fields/key-feature/",
        "contribute/fields/local-note/",
        "contribute/fields/page/",
        "contribute/fields/resource/",
        "contribute/fields/source/",
        "contribute/fields/theory-of-change/",
        "contribute/host-your-own/",
        "contribute/licences/",
        "contribute/review/",
    ]


def test_all_of_them_belong_to_one_place_of_the_header() -> None:
    within = [page for address, page in FULL.items() if address.startswith("contribute/")]
    assert {page.section for page in within} == {"contribute/"}
    assert {page.crumbs[1].address for page in within if page.address != "contribute/"} == {"contribute/"}


def test_without_a_page_on_how_to_contribute_no_place_leads_there_and_fields_stand_below_home() -> None:
    library = a_library(some_pages("index"))
    assert "Contribute" not in [place.title for place in (*header_places(library), *footer_places(library))]
    assert [crumb.address for crumb in planned(library)["contribute/fields/"].crumbs] == [""]


def test_header_and_footer_lead_there() -> None:
    library = a_full_library()
    assert "contribute/" in [place.address for place in header_places(library)]
    assert "contribute/" in [place.address for place in footer_places(library)]


def test_a_former_address_of_a_page_leads_on_and_is_not_indexed() -> None:
    page = planned(a_library({**some_pages("index"), "contribute/index": a_page(aliases=["about/contribute"])}))
    moved = page["about/contribute/"]
    assert (moved.fragment, moved.redirect, moved.indexed) == ("moved", "contribute/", False)
    assert moved.section == "contribute/"


def test_a_page_is_told_who_publishes_and_by_which_rules_it_is_checked() -> None:
    host = Host(name="Example Council")
    page = planned(a_full_library(), host=host)["contribute/consent/"]
    assert (page.data["host"], page.data["rules"]) == (host, rules())


def test_every_licence_is_there_with_how_many_case_studies_are_under_it() -> None:
    library = a_library(
        {**some_pages(*PAGES), "oak": a_case_study(), "elm": a_case_study(provenance__licence="CC0-1.0")}
    )
    found = dict(planned(library)["contribute/licences/"].data["licences"])
    assert list(found) == list(Licence)
    assert (found[Licence.CC_BY], found[Licence.CC0], found[Licence.OGL]) == (1, 1, 0)


def test_where_a_withdrawn_case_study_was_annotated_nothing_of_it_is_left() -> None:
    gone = a_case_study(title="Not here", **WITHDRAWN)
    records = {**some_pages(*PAGES), "oak": gone, "oak-noted": an_annotation(title="Not here, part by part")}
    page = planned(a_library(records))["contribute/examples/oak-noted/"]
    assert (page.fragment, page.redirect, page.indexed) == ("moved", "contribute/", False)
    assert "Not here" not in f"{page.title} {page.description}"


def test_a_draft_is_not_annotated_in_public() -> None:
    records = {**some_pages(*PAGES), "oak": a_case_study(status="draft"), "oak-noted": an_annotation()}
    assert "contribute/examples/oak-noted/" not in planned(a_library(records))


def notes(*parts: str) -> dict[str, object]:
    return {"notes": [{"part": part, "title": f"On {part}", "works": "It does."} for part in parts]}


def test_parts_stand_in_the_order_of_their_notes_and_each_has_an_anchor() -> None:
    found = noted_parts(an_annotation(**notes("practices[1]", "title", "in_numbers[1].value")), a_case_study())
    assert [part.anchor for part in found] == ["part-practices-1", "part-title", "part-in_numbers-1-value"]
    assert [part.field for part in found] == ["practices", "title", "in-numbers-value"]


def test_where_a_field_is_used_is_told_once() -> None:
    first, second = noted_parts(an_annotation(**notes("practices[1]", "practices")), a_case_study())
    assert first.uses
    assert second.uses == ()


@pytest.mark.parametrize(
    "part, shape, text",
    [
        pytest.param("title", Shape.WORDS, "A fair start for every pupil", id="words"),
        pytest.param("context", Shape.PROSE, "The school stands in a town that does not exist.", id="prose"),
        pytest.param("setting.kind", Shape.WORDS, "School", id="a word of a vocabulary, by its label"),
        pytest.param("setting.phase", Shape.WORDS, "Primary", id="the only entry of a list"),
        pytest.param("features[1]", Shape.LINK, "belonging-first", id="an id"),
        pytest.param("provenance.published", Shape.WORDS, "10 January 2026", id="a day"),
        pytest.param("provenance.agreed_by_setting", Shape.WORDS, "yes", id="yes or no"),
    ],
)
def test_a_part_is_shown_as_people_read_it(part: str, shape: Shape, text: str) -> None:
    (found,) = noted_parts(an_annotation(**notes(part)), a_case_study())
    assert (found.shown.shape, found.shown.text) == (shape, text)


def test_a_group_is_shown_by_the_fields_that_are_filled_in() -> None:
    (found,) = noted_parts(an_annotation(**notes("evidence")), a_case_study())
    assert found.shown.shape is Shape.GROUP
    assert [(part.label, part.text) for part in found.shown.inside] == [
        ("Level of evidence", "Change measured"),
        ("Basis of the evidence", "The school's own registers."),
        ("Limitations", "There was no comparison group."),
    ]


def test_several_entries_are_shown_as_a_list() -> None:
    case = a_case_study(challenges=["attendance", "exclusion"])
    (found,) = noted_parts(an_annotation(**notes("challenges")), case)
    assert (found.shown.shape, [part.text for part in found.shown.inside]) == (
        Shape.LIST,
        ["Attendance", "Exclusion and suspension"],
    )
