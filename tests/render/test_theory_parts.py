"""A theory of change in its page: drawn, as a list and as a table, which say the same; and the chains of its items."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from tests.support.builders import PROJECT
from tests.support.drawings import a_drawn_theory, a_reading_theory, linked
from tests.support.sites import Element, a_full_library, parsed

from tenfold.adapters.files import icon_folder
from tenfold.library.logic import Logic
from tenfold.model.theory import TheoryOfChange
from tenfold.pages import Page as Planned
from tenfold.render import Renderer
from tenfold_theme import FRAGMENTS, OVERRIDES

FRAGMENT = """{% import "theory_parts.html.jinja" as theories %}
<h1>{{ theory.title }}</h1>
{{ theories.diagram(view, 'toc', theory) }}
{{ theories.as_list(view, theory) }}
{{ theories.as_table(view, theory) }}
"""
LIBRARY = a_full_library()
MARKUP = "<b>bold</b> & \"quotes\" 'n' {{ more }}"
TANGLED = linked(
    f"a00 {MARKUP} > f00 m00 o00",
    "a01 Alone",
    "f00 A factor > m00",
    "m00 One > m01",
    "m01 Two > m02 o00",
    "m02 Three > m00 a00",
    "o00 A result > g00 o00",
    "g00 An aim",
)
EMPTY = a_drawn_theory()


@pytest.fixture
def page_of(tmp_path: Path) -> Callable[[TheoryOfChange], str]:
    """The HTML of a page that shows a theory in all three ways."""

    def rendered(theory: TheoryOfChange) -> str:
        (tmp_path / "odd.html.jinja").write_text(FRAGMENT, encoding="utf-8")
        renderer = Renderer(LIBRARY, fragments=[tmp_path, FRAGMENTS], icons=icon_folder())
        return str(renderer.render(Planned("odd/", "odd", "Odd", "An odd page.", {"theory": theory})).html)

    return rendered


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
    skip = next(a for a in page.iter("a") if a.get("class") == "theory-skip")
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


# In a browser

AXE = PROJECT / "node_modules/axe-core/axe.min.js"
SCAN = """() => axe.run(document, {resultTypes: ['violations']})
  .then(result => result.violations.map(v => `${v.id}: ${v.nodes[0].html.slice(0, 160)}`))"""
MARKED = """() => Object.fromEntries(['svg', 'ol'].map((root) =>
  [root, [...document.querySelectorAll(`${root} [data-item].in-chain`)].map((one) => one.dataset.item).sort()]))"""
MARKED_LINKS = (
    """() => [...document.querySelectorAll('path.in-chain')].map((one) => [one.dataset.from, one.dataset.to])"""
)
RUNNING_OVER = """() => [...document.querySelectorAll('.theory-diagram :is(.item, .empty-part)')].flatMap((group) => {
  const box = group.querySelector('rect').getBBox();
  return [...group.querySelectorAll('text')].filter((text) => {
    const own = text.getBBox();
    return own.x < box.x + 5 || own.x + own.width > box.x + box.width || own.y < box.y
      || own.y + own.height > box.y + box.height;
  }).map((text) => text.textContent);
})"""


@pytest.fixture
def look(browser: Browser, page_of: Rendered, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Open a page that shows a theory, in a browser of some width, scheme and so on."""
    contexts = []
    shutil.copytree(OVERRIDES / "assets", tmp_path / "assets")

    def opened(theory: TheoryOfChange, width: int = 1280, **options: Any) -> Page:
        head = '<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="assets/tenfold.css">'
        script = '<script src="assets/theory.js" defer></script>'
        body = f'<body><main class="tenfold"><div class="wrap">{page_of(theory)}</div></main></body>'
        html = f'<!doctype html><html lang="en-GB" class="js"><title>x</title>{head}{script}{body}</html>'
        (tmp_path / "page.html").write_text(html, encoding="utf-8")
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.goto((tmp_path / "page.html").as_uri())
        page.evaluate("document.fonts.ready.then(() => true)")
        return page

    yield opened
    for context in contexts:
        context.close()


Look = Callable[..., Page]


@pytest.mark.parametrize(
    "theory", [pytest.param(a_reading_theory(), id="reading"), pytest.param(TANGLED, id="tangled")]
)
def test_the_chain_that_is_marked_is_that_of_the_logic(theory: TheoryOfChange, look: Look) -> None:
    """In the drawing and in the list, for every item, however one gets to it."""
    page = look(theory)
    logic = Logic(theory)
    for id in logic.items:
        chain = sorted(logic.chain(id))
        page.locator(f"svg [data-item={id}]").focus()
        assert page.evaluate(MARKED) == {"svg": chain, "ol": chain}
        before, after = logic.backwards(id) | {id}, logic.forwards(id) | {id}
        assert [tuple(each) for each in page.evaluate(MARKED_LINKS)] == [
            (placed.item.id, target)
            for placed in logic.items.values()
            for target in placed.item.leads_to
            if {placed.item.id, target} <= before or {placed.item.id, target} <= after
        ]


def test_pointing_goes_before_focus_and_escape_clears_both(look: Look) -> None:
    page = look(TANGLED)
    chain = {"svg": ["a01"], "ol": ["a01"]}
    page.locator("svg [data-item=g00]").focus()
    page.locator("svg [data-item=a01]").hover()
    assert page.evaluate(MARKED) == chain
    page.mouse.move(1, 1)
    assert "g00" in page.evaluate(MARKED)["svg"]
    page.keyboard.press("Escape")
    assert page.evaluate(MARKED) == {"svg": [], "ol": []}
    page.locator("ol [data-item=a01]").hover()
    assert page.evaluate(MARKED) == chain


def test_a_tap_marks_and_another_one_clears(look: Look) -> None:
    page = look(TANGLED, has_touch=True)
    for marked in (["a01"], []):
        page.locator("svg [data-item=a01]").tap()
        assert page.evaluate(MARKED)["svg"] == marked
    page.locator("svg [data-item=a01]").tap()
    page.locator("h1").tap()
    assert page.evaluate(MARKED)["svg"] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_is_accessible_with_and_without_a_chain(scheme: str, width: int, look: Look) -> None:
    page = look(TANGLED, width=width, color_scheme=scheme)
    page.add_script_tag(path=AXE)
    assert page.evaluate(SCAN) == []
    page.locator("ol [data-item=m00] a").first.focus()
    assert "m00" in page.evaluate(MARKED)["ol"]
    assert page.evaluate(SCAN) == []
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_a_narrow_screen_has_the_list_alone(look: Look) -> None:
    page = look(a_reading_theory(), width=320)
    assert not page.locator("svg.theory-diagram").is_visible()
    assert not page.get_by_role("heading", name="The same as a list").is_visible()
    assert page.locator("#item-ready").is_visible()


@pytest.mark.parametrize("theory", [a_reading_theory(), TANGLED, EMPTY], ids=["reading", "tangled", "empty"])
def test_all_text_stays_in_its_box(theory: TheoryOfChange, look: Look) -> None:
    page = look(theory)
    assert page.evaluate("document.fonts.check('16px \"Atkinson Hyperlegible Next\"')")
    assert page.evaluate(RUNNING_OVER) == []


def test_text_stays_in_its_box_in_a_fallback_font(look: Look) -> None:
    page = look(a_reading_theory())
    page.add_style_tag(content="body { font-family: Arial, Helvetica, sans-serif }")
    assert page.evaluate(RUNNING_OVER) == []


def test_long_texts_are_printed_in_a_drawing_of_their_own(look: Look) -> None:
    page = look(linked(*(f"a{n:02} {LONG} > g00" for n in range(8)), "g00 An aim"))
    screen, paper = page.locator(".theory-diagram:not(.for-paper)"), page.locator(".theory-diagram.for-paper")
    assert (screen.is_visible(), paper.is_visible()) == (True, False)
    page.emulate_media(media="print")
    assert (screen.is_visible(), paper.is_visible()) == (False, True)


def luminance(colour: str) -> float:
    parts = [int(each) / 255 for each in re.findall(r"\d+", colour)[:3]]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def fill(page: Page, selector: str) -> str:
    return str(page.locator(selector).first.evaluate("(one) => getComputedStyle(one).fill"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_in_the_drawing_can_be_read_whether_marked_or_not(scheme: str, look: Look) -> None:
    """axe does not look at text in SVG."""
    page = look(TANGLED, color_scheme=scheme)
    ground = fill(page, ".column rect")
    page.locator("svg [data-item=a00]").focus()
    pairs = {
        "a heading": (fill(page, ".heading text"), ground),
        "what it explains": (fill(page, ".explains text"), ground),
        "the chosen item": (fill(page, ".chosen text"), fill(page, ".chosen rect")),
        "one of its chain": (fill(page, ".in-chain:not(.chosen) text"), fill(page, ".in-chain:not(.chosen) rect")),
        "another": (fill(page, ".item:not(.in-chain) text"), ground),
    }
    assert {name: pair for name, pair in pairs.items() if contrast(*pair) < 4.5} == {}


def test_with_forced_colours_a_chain_is_told_by_its_lines(look: Look) -> None:
    page = look(a_reading_theory(), forced_colors="active")
    page.locator("svg [data-item=money]").focus()

    def thickness(selector: str) -> float:
        return float(page.locator(selector).first.evaluate("(one) => parseFloat(getComputedStyle(one).strokeWidth)"))

    assert thickness(".item.in-chain rect") > thickness(".item:not(.in-chain) rect") + 2
    assert thickness("path.in-chain") > thickness("path[data-from]:not(.in-chain)") + 2


def test_the_drawing_is_printed_on_a_sheet_of_its_own_on_its_side(look: Look) -> None:
    pdf = look(a_reading_theory()).pdf(prefer_css_page_size=True)
    sheets = [
        tuple(round(float(side)) for side in box.split()) for box in re.findall(rb"/MediaBox ?\[0 0 ([\d. ]+)\]", pdf)
    ]
    assert sum(wide == pytest.approx(1191, abs=2) and high == pytest.approx(842, abs=2) for wide, high in sheets) == 1
    assert len(sheets) > 1
