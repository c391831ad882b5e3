"""A theory of change in a browser: the chains of its items, by hand and by keyboard; on a phone; on paper."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.support.builders import PROJECT
from tests.support.drawings import a_drawn_theory, a_reading_theory, linked
from tests.support.theory_pages import TANGLED, theory_page

from tenfold.library.logic import Logic
from tenfold.model.theory import TheoryOfChange
from tenfold_theme import OVERRIDES

EMPTY = a_drawn_theory()
LONG = "Every child is greeted by name at the gate each morning by an adult who knows them well, whatever the weather"

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
def look(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Open a page that shows a theory, in a browser of some width, scheme and so on."""
    contexts = []
    shutil.copytree(OVERRIDES / "assets", tmp_path / "assets")

    def opened(theory: TheoryOfChange, width: int = 1280, **options: Any) -> Page:
        head = '<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="assets/tenfold.css">'
        script = '<script src="assets/theory.js" defer></script>'
        body = f'<body><main class="tenfold"><div class="wrap">{theory_page(theory, tmp_path)}</div></main></body>'
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
    chain = page.locator("svg [data-item].in-chain")
    for marked in (["a01"], []):
        page.locator("svg [data-item=a01]").tap()
        expect(chain).to_have_count(len(marked))  # a browser makes the click of a tap when the finger has gone
        assert page.evaluate(MARKED)["svg"] == marked
    page.locator("svg [data-item=a01]").tap()
    expect(chain).to_have_count(1)
    page.locator("h1").tap()
    expect(chain).to_have_count(0)


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


def test_nothing_is_printed_over_something_else(look: Look) -> None:
    """Items are not broken between pages, and those of a grid would then overlap the next part."""
    page = look(TANGLED)
    page.emulate_media(media="print")
    parts = page.locator(".theory-list > ol > li")
    assert parts.count() > 1
    assert {part.evaluate("(one) => getComputedStyle(one).display") for part in parts.all()} == {"block"}
