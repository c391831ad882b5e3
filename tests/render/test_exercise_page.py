"""What the page of an exercise says, and how one gets its sheet."""

import json
from functools import cache
from typing import Any

import pytest
from tests.support.builders import a_library
from tests.support.exercises import an_exercise
from tests.support.proses import words
from tests.support.sites import Element, a_renderer, page_at, parsed
from tests.support.workshops import a_library_with

from tenfold.library import Library
from tenfold.render.sheets import sheet_downloads, sheet_files
from tenfold.render.structured import json_ld

LIBRARY = a_library_with(the_gate=an_exercise(), lunch=an_exercise(order="1", short_title="Lunch", minutes="60"))
SHEETS = sheet_downloads(sheet_files(LIBRARY, site_name="Tenfold"))


def rendered(address: str, library: Library = LIBRARY, *, sheets: bool = True) -> Element:
    renderer = a_renderer(library)
    if sheets:
        renderer.downloads |= SHEETS
    return parsed(str(renderer.render(page_at(address, library)).html))


@cache
def page() -> Element:
    return rendered("exercises/the-gate/")


def texts(element: Element, tag: str) -> list[str]:
    return [" ".join(words(each).split()) for each in element.iter(tag)]


def links(element: Element) -> dict[str, str]:
    return {" ".join(words(link).split()): link.get("href") for link in element.iter("a")}


def section(element: Element, named: str) -> Element:
    return next(each for each in element.iter("section") if each.get("aria-labelledby") == named)


def test_it_starts_with_how_long_it_takes_for_whom_and_what_one_needs() -> None:
    facts = dict(zip(texts(page(), "dt"), texts(page(), "dd"), strict=True))
    assert facts == {
        "Time": "45 minutes",
        "Group": "4 to 6 people",
        "You need": "A large sheet. Pens for everybody.",
        "The sheet": "Write one name on each note.",
    }
    assert "Workshop exercise 2 of 2" in texts(page(), "p")


def test_steps_are_numbered_in_order_and_say_their_minutes_if_they_have_some() -> None:
    steps = section(page(), "steps")
    assert texts(steps, "h3") == ["1. Draw the gate 15 minutes", "2. Talk about it 20 minutes", "3. Keep it"]
    assert texts(steps, "li") == ["One", "Two"]


def test_the_room_the_facilitator_and_the_example_have_a_part_each() -> None:
    assert texts(section(page(), "questions"), "li") == ["Whom does nobody greet?", "Who comes last?"]
    facilitator = section(page(), "facilitator")
    assert texts(facilitator, "strong") == ["Your part."]
    assert texts(facilitator, "li") == ["The loudest person draws for all. Give everybody a pen."]
    assert links(section(page(), "example"))["A fair start for every pupil"] == "../../case_studies/oak/"


@pytest.mark.parametrize(
    "field, part", [("questions", "questions"), ("example", "example"), ("sheet", "take-away")], ids=str
)
def test_what_an_exercise_does_not_have_leaves_no_trace(field: str, part: str) -> None:
    bare = rendered("exercises/the-gate/", a_library_with(the_gate=an_exercise(**{field: None})), sheets=False)
    if field == "sheet":
        assert "The sheet" not in texts(bare, "dt")
    else:
        assert part not in {each.get("aria-labelledby") for each in bare.iter("section")}
        assert f"#{part}" not in links(bare).values()


def test_the_part_for_the_facilitator_is_there_for_notes_or_pitfalls_alone() -> None:
    both: dict[str, Any] = {"notes": None, "pitfalls": None}
    for left_out, there in ((["notes"], True), (["pitfalls"], True), (["notes", "pitfalls"], False)):
        changes = {name: both[name] for name in left_out}
        one = rendered("exercises/the-gate/", a_library_with(the_gate=an_exercise(**changes)))
        assert ("#facilitator" in links(one).values()) is there


def test_an_example_that_is_not_published_is_not_linked() -> None:
    library = a_library_with(the_gate=an_exercise(example__case="ash"))
    assert not [link for link in links(rendered("exercises/the-gate/", library)).values() if "ash" in link]


def test_its_sources_are_listed_with_those_that_its_text_cites() -> None:
    listed = [each.get("id") for each in page().iter("li") if (each.get("id") or "").startswith("ref_")]
    assert listed == ["ref_oak-report", "ref_second-report"]


def test_the_picture_of_the_sheet_says_what_it_shows_and_leads_to_the_pdf() -> None:
    (picture,) = page().iter("img")
    link = next(link for link in page().iter("a") if link.find("img") is not None)
    assert link.get("href") == "../../downloads/exercise-the-gate.pdf"
    assert picture.get("src") == "../../downloads/exercise-the-gate.svg"
    assert picture.get("alt").startswith("The sheet, as PDF. An iceberg in four layers")
    assert (picture.get("width"), picture.get("height")) == ("420", "297")


def test_each_file_is_offered_with_its_kind_its_size_and_what_it_is_for() -> None:
    pdf, svg = SHEETS["exercise-the-gate"]
    assert 5 < pdf.kilobytes < 15
    assert 2 < svg.kilobytes < 10
    assert links(section(page(), "take-away")) == {
        f"Sheet as PDF A3, to print, {pdf.kilobytes} kB": "../../downloads/exercise-the-gate.pdf",
        f"Sheet as SVG for whiteboards and large prints, {svg.kilobytes} kB": "../../downloads/exercise-the-gate.svg",
    }


def test_without_files_there_is_no_picture_and_no_link_to_one() -> None:
    for address in ("exercises/the-gate/", "exercises/"):
        bare = rendered(address, sheets=False)
        assert list(bare.iter("img")) == []
        assert not [link for link in links(bare).values() if "downloads" in link]


def test_an_exercise_under_review_says_so() -> None:
    library = a_library_with(the_gate=an_exercise(status="under_review"))
    assert "is being reviewed" in words(rendered("exercises/the-gate/", library))
    assert "is being reviewed" not in words(page())


def test_the_list_says_of_each_what_it_is_for_how_long_it_takes_and_for_whom() -> None:
    every = rendered("exercises/")
    items = [each for each in every.iter("li") if each.find("div/h2") is not None]
    assert [item.find("div/h2/a").get("href") for item in items] == ["../exercises/lunch/", "../exercises/the-gate/"]
    assert texts(items[0], "p") == [an_exercise().summary, "60 minutes. 4 to 6 people."]
    assert [picture.get("alt") for picture in every.iter("img")] == ["", ""]


def test_a_library_without_exercises_says_so() -> None:
    assert "No exercise has been added yet." in words(rendered("exercises/", a_library()))


def test_all_exercises_are_within_reach_and_the_page_itself_is_marked() -> None:
    beside = next(each for each in page().iter("aside"))
    assert [(words(link), link.get("aria-current")) for link in beside.iter("a")] == [
        ("Lunch", None),
        ("The gate", "page"),
    ]
    around = next(nav for nav in page().iter("nav") if nav.get("aria-label") == "Other exercises")
    assert [(link.get("rel"), link.get("href")) for link in around.iter("a")] == [("prev", "../../exercises/lunch/")]


def test_machines_are_told_that_it_is_a_how_to() -> None:
    data = json_ld(page_at("exercises/the-gate/", LIBRARY), LIBRARY, site_name="Tenfold", site_url=None)
    subject = json.loads(data)["@graph"][0]
    assert (subject["@type"], subject["totalTime"]) == ("HowTo", "PT45M")
    assert subject["supply"] == ["A large sheet.", "Pens for everybody."]
    assert [(step["position"], step["name"]) for step in subject["step"]] == [
        (1, "Draw the gate"),
        (2, "Talk about it"),
        (3, "Keep it"),
    ]
    every = json_ld(page_at("exercises/", LIBRARY), LIBRARY, site_name="Tenfold", site_url=None)
    assert json.loads(every)["@graph"][0]["@type"] == "CollectionPage"
