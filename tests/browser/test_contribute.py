"""Finding out how to contribute: with a keyboard, on a narrow phone, on paper, and from where nothing was found."""

import re
from collections.abc import Callable

from playwright.sync_api import FloatRect, Locator, Page, ViewportSize, expect

EXAMPLE = "contribute/examples/carr-manor/"
FIELDS = "contribute/fields/case-study/"
PHONE = {"width": 320, "height": 700}
DESK: ViewportSize = {"width": 1280, "height": 900}


def box(of: Locator) -> FloatRect:
    found = of.bounding_box()
    assert found is not None
    return found


def test_the_old_address_leads_to_the_new_one_without_a_script(open_page: Callable[..., Page]) -> None:
    page = open_page("about/contribute/", java_script_enabled=False)
    page.wait_for_url(re.compile(r"//[^/]+/contribute/$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Tell others what you did")


def test_from_the_header_to_a_field_with_the_keyboard_alone(open_page: Callable[..., Page]) -> None:
    page = open_page("", viewport=DESK)
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Contribute").focus()
    page.keyboard.press("Enter")
    page.get_by_role("complementary").get_by_role("link", name="Every field explained").focus()
    page.keyboard.press("Enter")
    page.get_by_role("table", name="Kinds of record").get_by_role("link", name="Case study").focus()
    page.keyboard.press("Enter")
    page.get_by_role("navigation", name="On this page").get_by_role("link", name="setting", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"{FIELDS}#setting$"))
    expect(page.get_by_role("heading", name="setting", exact=True)).to_be_in_viewport()


def test_a_link_to_a_field_opens_the_page_there(open_page: Callable[..., Page]) -> None:
    page = open_page(f"{FIELDS}#setting-phase", viewport=PHONE)
    expect(page.get_by_role("heading", name="setting.phase")).to_be_in_viewport()


def test_a_table_of_words_is_scrolled_with_the_keyboard_on_a_phone(open_page: Callable[..., Page]) -> None:
    page = open_page(FIELDS, viewport=PHONE)
    tables = page.get_by_role("region", name=re.compile("^Words for")).all()
    region = next(each for each in tables if each.evaluate("each => each.scrollWidth > each.clientWidth"))
    region.focus()
    before = region.evaluate("each => each.scrollLeft")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("([each, before]) => each.scrollLeft > before", arg=[region.element_handle(), before])
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_notes_stand_beside_the_part_on_a_desk(open_page: Callable[..., Page]) -> None:
    page = open_page(EXAMPLE, viewport=DESK)
    first = page.locator(".noted").first
    part, notes = box(first.locator(".the-part")), box(first.locator(".notes"))
    assert notes["x"] >= part["x"] + part["width"]
    assert abs(notes["y"] - part["y"]) < 10


def test_notes_stand_below_the_part_on_a_phone(open_page: Callable[..., Page]) -> None:
    page = open_page(EXAMPLE, viewport=PHONE)
    for section in page.locator(".noted").all():
        part, notes = box(section.locator(".the-part")), box(section.locator(".notes"))
        assert notes["y"] >= part["y"] + part["height"]
        assert part["x"] + part["width"] <= PHONE["width"]


def test_on_paper_the_notes_are_there_and_what_only_a_screen_needs_is_not(open_page: Callable[..., Page]) -> None:
    page = open_page(EXAMPLE, viewport=DESK)
    page.emulate_media(media="print")
    expect(page.locator(".noted .notes").first).to_be_visible()
    expect(page.get_by_role("heading", name="Why it works").first).to_be_visible()
    expect(page.locator(".jump")).to_be_hidden()
    expect(page.locator(".print-address")).to_be_visible()
    part, notes = box(page.locator(".the-part").first), box(page.locator(".notes").first)
    assert notes["y"] >= part["y"] + part["height"]


def test_a_note_leads_to_its_field(open_page: Callable[..., Page]) -> None:
    page = open_page(EXAMPLE, viewport=DESK)
    page.get_by_role("link", name=re.compile("What to write here ?: A strong figure")).click()
    expect(page).to_have_url(re.compile(f"{FIELDS}#in-numbers$"))
    expect(page.get_by_role("heading", name="in_numbers", exact=True)).to_be_in_viewport()


def test_the_four_ways_fit_a_phone_and_read_without_a_script(open_page: Callable[..., Page]) -> None:
    page = open_page("contribute/", viewport=PHONE, java_script_enabled=False)
    assert page.locator(".way h3").all_inner_texts()[0] == "1. Fill in a document"
    for way in page.locator(".way").all():
        expect(way.get_by_text("What happens next:")).to_be_visible()
        assert box(way)["x"] + box(way)["width"] <= PHONE["width"]


def test_whoever_finds_nothing_is_asked_for_theirs(open_page: Callable[..., Page]) -> None:
    page = open_page("find/?challenge=transition&challenge=funding&evidence=2&cost=low&kind=school", viewport=DESK)
    link = page.locator(".dead-end").get_by_role("link", name="Tell us yours")
    link.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/contribute/$"))


def test_on_a_phone_what_a_field_is_stands_beside_it(open_page: Callable[..., Page]) -> None:
    """Three columns do not fit: which fields are needed is said below their names then."""
    page = open_page(FIELDS, viewport=PHONE)
    table = page.get_by_role("region", name="At a glance")
    assert table.evaluate("(one) => one.scrollWidth <= one.clientWidth")
    expect(table.get_by_role("row", name="title")).to_contain_text("needed")
    expect(table.get_by_role("columnheader")).to_have_text(["Field", "What it is"])
    page.set_viewport_size(DESK)
    expect(table.get_by_role("columnheader")).to_have_text(["Field", "Needed", "What it is"])
    expect(table.locator(".needs-it").first).to_be_hidden()


def test_the_line_under_the_name_of_a_field_leaves_its_underscores_to_be_seen(open_page: Callable[..., Page]) -> None:
    page = open_page(FIELDS, viewport=DESK)
    link = page.get_by_role("link", name="theory_of_change").first
    lowered, size = link.evaluate(
        "(one) => [getComputedStyle(one).textUnderlineOffset, getComputedStyle(one).fontSize].map(parseFloat)"
    )
    assert lowered > size / 3
