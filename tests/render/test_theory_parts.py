"""A theory of change in its page: drawn, as a list and as a table, which say the same; and the chains of its items."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.support.drawings import a_drawn_theory, a_reading_theory, linked
from tests.support.sites import Element, parsed
from tests.support.theory_pages import MARKUP, TANGLED, theory_page

from tenfold.model.theory import TheoryOfChange

EMPTY = a_drawn_theory()


@pytest.fixture
def page_of(tmp_path: Path) -> Callable[[TheoryOfChange], str]:
    """The HTML of a page that shows a theory in all three ways."""
    return lambda theory: theory_page(theory, tmp_path)


Rendered = Callable[[TheoryOfChange], str]


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def entries(page: Element) -> dict[str, Element]:
    return {li.get("data-item"): li for li in page.iter("li") if li.get("data-item")}


def rows(page: Element) -> list[tuple[str, str]]:
    """Each row of the table as the part it stands under and its text."""
    part, found = "", []
    for tr in next(page.iter("table")).iter("tr"):
        cells = [cell for cell in tr if cell.get("scope") != "rowgroup"]
        part = next((words(cell) for cell in tr if cell.get("scope") == "rowgroup"), part)
        found.append((part, words(cells[0])))
    return found[1:]


def facts(entry: Element) -> dict[str, list[str]]:
    return {words(div.find("dt")): [words(dd) for dd in div.findall("dd")] for div in entry.iter("div")}


@pytest.mark.parametrize(
    "theory", [pytest.param(a_reading_theory(), id="reading"), pytest.param(TANGLED, id="tangled")]
)
def test_drawing_list_and_table_have_the_same_items(theory: TheoryOfChange, page_of: Rendered) -> None:
    page = parsed(page_of(theory))
    drawn = [g.get("data-item") for g in page.iter("g") if g.get("data-item")]
    assert drawn == list(entries(page))
    said = {id: words(entry.find("p")) for id, entry in entries(page).items()}
    assert said == {item.id: item.text for items in theory.parts().values() for item in items}
    assert [text for _, text in rows(page)] == list(said.values())


def test_the_list_goes_through_the_parts_in_reading_order(page_of: Rendered) -> None:
    page = parsed(page_of(a_reading_theory()))
    headings = ["Activities", "Moderating factors", "Mediating mechanisms", "Outcomes", "Aims"]
    assert [words(h3) for h3 in page.iter("h3")] == headings
    assert [name.split(":")[0] for g in page.iter("g") if (name := g.get("aria-label"))] == (
        ["Activity"] * 4 + ["Moderating factor"] * 5 + ["Mediating mechanism"] * 6 + ["Outcome"] * 3 + ["Aim"] * 2
    )


def test_an_item_of_the_list_says_all_that_is_known_of_it(page_of: Rendered) -> None:
    page = parsed(page_of(a_reading_theory()))
    assert facts(entries(page)["therapists"]) == {
        "Strand": ["Talk"],
        "For whom": ["Children who score below 85 when they start"],
        "Who": ["SENCO"],
        "When": ["Weekly, from October"],
        "Taken from": ["Oak Primary School"],
        "Leads to": ["Children get help with language at the right time", "A lead for language with a day a week"],
    }
    (measured,) = facts(entries(page)["language-gap"])["How we will know"]
    assert measured == (
        "Children at a good level of development, disadvantaged and others; today: 49% and 71% in July 2025; "
        "target: 65% and 75%; by: July 2027; from: the profile at the end of reception"
    )
    assert entries(page)["confident"].find("dl") is None


def test_what_it_leads_to_is_a_link_to_an_item_of_the_list(page_of: Rendered) -> None:
    page = parsed(page_of(TANGLED))
    ids = {element.get("id") for element in page.iter() if element.get("id")}
    links = [a.get("href") for a in page.iter("a") if a.get("href", "").startswith("#")]
    assert links.count("#item-o00") == 6  # from three items, in the list and in the table
    assert {link.removeprefix("#") for link in links} <= ids


@pytest.mark.parametrize("case, shown", [("oak", True), ("ash", False), ("gone", False)])
def test_a_case_study_is_named_where_it_can_be_read(case: str, shown: bool, page_of: Rendered) -> None:
    theory = a_drawn_theory(aims=[{"id": "one", "text": "An aim", "from_case": case}])
    assert ("Taken from" in page_of(theory)) is shown


def test_a_part_without_items_asks_its_question_in_the_list_and_the_table(page_of: Rendered) -> None:
    page = parsed(page_of(EMPTY))
    assert sum(words(p) == "What is it all for?" for p in page.iter("p")) == 1
    assert rows(page)[-1] == ("Aims", "What is it all for?")


def test_markup_in_a_theory_is_text(page_of: Rendered) -> None:
    html = page_of(TANGLED)
    assert "<b>" not in html
    assert "style=" not in html
    assert words(entries(parsed(html))["a00"].find("p")) == MARKUP


def test_the_drawing_is_named_and_can_be_skipped(page_of: Rendered) -> None:
    page = parsed(page_of(TANGLED))
    ids = {element.get("id"): element for element in page.iter() if element.get("id")}
    svg = next(page.iter("svg"))
    assert words(ids[svg.get("aria-labelledby")]).startswith(
        "Diagram of the theory of change: A fair start in reading."
    )
    skip = next(a for a in page.iter("a") if a.get("class") == "skip-on")
    assert skip.get("href").removeprefix("#") in ids


def test_the_table_has_a_caption_scopes_and_can_be_scrolled_with_the_keyboard(page_of: Rendered) -> None:
    page = parsed(page_of(a_reading_theory()))
    region = next(div for div in page.iter("div") if div.get("role") == "region")
    assert region.get("tabindex") == "0"
    assert region.get("aria-labelledby") == next(region.iter("caption")).get("id")
    assert all(th.get("scope") in {"col", "row", "rowgroup"} for th in region.iter("th"))


LONG = "Every child is greeted by name at the gate each morning by an adult who knows them well, whatever the weather"


@pytest.mark.parametrize(
    "items, says",
    [
        pytest.param(4, None, id="both"),
        pytest.param(12, "Print this diagram on A3: on A4 its letters would be too small to read.", id="A3 alone"),
        pytest.param(
            40, "This diagram is too large for a sheet of paper. Printed, this page has the list alone.", id="none"
        ),
    ],
)
def test_the_page_says_on_which_paper_the_drawing_can_be_read(items: int, says: str | None, page_of: Rendered) -> None:
    page = parsed(page_of(linked(*(f"a{n:02} {LONG}" for n in range(items)))))
    notes = [words(p) for p in page.iter("p") if p.get("class") == "theory-paper"]
    assert notes == ([says] if says else [])


def test_links_to_items_that_begin_alike_do_not_read_the_same(page_of: Rendered) -> None:
    """Two links of one name that lead to two places tell nobody which is which."""
    begins = "Within two years no gap to the national average is left in the"
    early, later = f"{begins} early years.", f"{begins} reading of older pupils."
    page = parsed(page_of(linked("m00 A step > o00 o01", f"o00 {early}", f"o01 {later}")))
    assert facts(entries(page)["m00"])["Leads to"] == [early, later]


def test_links_to_long_items_that_begin_alike_end_where_they_differ(page_of: Rendered) -> None:
    begins = "Within two years no gap to the national average is left in the"
    early = f"{begins} good level of development, and help comes early as a rule."
    later = f"{begins} reading of older pupils, so that they leave with what they need."
    page = parsed(page_of(linked("m00 A step > o00 o01", f"o00 {early}", f"o01 {later}")))
    assert facts(entries(page)["m00"])["Leads to"] == [f"{begins} good...", f"{begins} reading..."]


def test_words_are_not_broken_off_after_a_comma(page_of: Rendered) -> None:
    said = "Schools and teachers understand how the three kinds of support fit together, and know where to get help."
    page = parsed(page_of(linked("f00 A step > m00", f"m00 {said}")))
    (link,) = facts(entries(page)["f00"])["Leads to"]
    assert link.endswith("fit together...")


def test_an_indicator_that_says_its_outcome_again_is_not_shown(page_of: Rendered) -> None:
    """A starting theory has room for figures in its documents; on the page it would say every outcome twice."""
    bare = {"id": "o00", "text": "Attendance rose.", "indicators": [{"measure": "Attendance rose."}]}
    full = {**bare, "id": "o01", "indicators": [{"measure": "Attendance", "target": "95%"}]}
    page = parsed(page_of(a_drawn_theory(outcomes=[bare, full])))
    assert entries(page)["o00"].find("dl") is None
    assert facts(entries(page)["o01"]) == {"How we will know": ["Attendance; target: 95%"]}


def test_a_theory_of_one_case_study_does_not_name_it_at_each_item(page_of: Rendered) -> None:
    theory = a_drawn_theory(case="oak", aims=[{"id": "one", "text": "An aim", "from_case": "oak"}])
    assert entries(parsed(page_of(theory)))["one"].find("dl") is None
