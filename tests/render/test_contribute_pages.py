"""What the pages on how to contribute say, with what a copy of the site has and without."""

import pytest
from tests.support.builders import a_case_study, a_feature, an_annotation
from tests.support.proses import words
from tests.support.sites import Element, a_full_library, a_renderer, parsed

from tenfold.library import Library
from tenfold.model import Record
from tenfold.model.vocabulary import Licence, Phase
from tenfold.pages import Download, Host, plan_pages
from tenfold.safeguarding import rules

FORMS = (
    Download("case-study-template.docx", "Word", 31, "to fill in"),
    Download("case-study-template.xlsx", "Excel", 12, "to fill in"),
    Download("blank-theory-of-change.docx", "Word", 40, "to fill in together"),
)


def page(
    address: str, library: Library | None = None, *, forms: tuple[Download, ...] = (), **options: object
) -> Element:
    renderer = a_renderer(library or a_full_library())
    renderer.downloads["anything"] = forms
    plan = plan_pages(renderer.library, **options)  # type: ignore[arg-type]
    (found,) = (each for each in plan if each.address == address)
    return parsed(str(renderer.render(found).html))


def text(element: Element) -> str:
    return " ".join(words(element).split())


def part(whole: Element, named_by: str) -> Element:
    """The section that a heading with this id gives its name to."""
    return next(each for each in whole.iter("section") if each.get("aria-labelledby") == named_by)


def links(element: Element) -> list[str]:
    return [link.get("href") for link in element.iter("a")]


def test_there_are_four_ways_in_and_each_says_what_it_takes_and_what_happens_next() -> None:
    ways = [each for each in page("contribute/").iter("section") if each.get("class") == "way"]
    assert [text(next(way.iter("h3"))) for way in ways] == [
        "1. Fill in a document",
        "2. Fill in a form in your browser",
        "3. Answer questions in a terminal",
        "4. Send a pull request",
    ]
    for way in ways:
        assert [words(name) for name in way.iter("dt")] == ["Time", "You need"]


def test_the_forms_that_there_are_can_be_downloaded_with_format_and_size() -> None:
    way = part(page("contribute/", forms=FORMS), "way_document")
    offered = [link for link in way.iter("a") if link.get("download") is not None]
    assert [(link.get("href"), text(link)) for link in offered] == [
        ("../downloads/case-study-template.docx", "Word docx, 31 kB, to fill in"),
        ("../downloads/case-study-template.xlsx", "Excel xlsx, 12 kB, to fill in"),
    ]
    assert "no form to download" not in text(way)


def test_without_forms_one_is_told_what_to_answer_instead() -> None:
    way = part(page("contribute/"), "way_document")
    assert "no form to download" in text(way)
    assert links(way) == ["../contribute/fields/case-study/"]


def test_a_form_in_the_browser_is_opened_where_the_host_has_one() -> None:
    form = "https://host.example/new"
    assert links(part(page("contribute/", host=Host(form=form)), "way_form")) == [form]
    assert "the form is public as soon as you send it" in text(
        part(page("contribute/", host=Host(form=form)), "way_form")
    )
    assert "names no form" in text(part(page("contribute/"), "way_form"))


def test_nobody_is_named_who_did_not_name_themselves() -> None:
    assert "Send it to the people who publish this copy." in text(page("contribute/"))


def test_a_host_is_called_by_its_name_and_reached_at_its_address() -> None:
    host = Host(name="the team of Example Council", contact="https://example.org/contact")
    way = part(page("contribute/", host=host), "way_document")
    assert "Send it to the team of Example Council." in text(way)
    assert "https://example.org/contact" in links(way)


def test_who_cannot_be_reached_is_said_before_somebody_writes() -> None:
    said = text(page("contribute/"))
    warning = "This copy of the site does not say how to reach the people who publish it."
    assert said.index(warning) < said.index("1. Fill in a document")
    assert warning[:40] not in text(page("contribute/", host=Host(contact="mailto:inclusion@example.org")))


def test_a_document_that_is_there_already_may_be_sent_as_it_is() -> None:
    host = Host(contact="mailto:inclusion@example.org", answer_days=5)
    way = text(part(page("contribute/", host=host), "way_document"))
    assert "Send your own document as it is." in way
    assert "You hear from them within 5 working days." in way
    assert "Let your head and your safeguarding lead read it" in way


def test_the_name_of_a_host_is_text() -> None:
    html = page("contribute/", host=Host(name="<script>alert(1)</script>"))
    assert list(html.iter("script")) == []
    assert "<script>alert(1)</script>" in text(html)


def test_no_time_is_promised_that_nobody_stated() -> None:
    said = text(part(page("contribute/review/"), "days_"))
    assert "we promise none" in said
    assert "working day" not in said


@pytest.mark.parametrize(
    "host, says",
    [
        pytest.param(Host(answer_days=1), ("You get an answer within", "1 working day"), id="an answer"),
        pytest.param(
            Host(decide_days=20), ("It is decided within", "20 working days of having all of it"), id="a decision"
        ),
    ],
)
def test_the_days_that_a_host_states_are_told(host: Host, says: tuple[str, str]) -> None:
    section = part(page("contribute/review/", host=host), "days_")
    said = [(text(row[0]), text(row[1])) for row in next(section.iter("dl"))]
    assert said == [("Who decides", "the people who publish this copy"), says]
    assert "we promise none" not in text(section)


def test_the_rules_of_the_checks_stand_in_a_table_with_who_may_accept_what() -> None:
    section = part(page("contribute/consent/"), "rules_")
    rows = [[text(cell) for cell in row if cell.tag in ("th", "td")] for row in section.iter("tr")]
    for row, rule in zip(rows[1:], rules(), strict=True):
        assert row[:4] == [f"{rule.title} {rule.name}", rule.finds, rule.why, rule.safer]
        assert row[4] == ("Yes, by name and with a reason" if rule.acceptable else "No")


def test_every_licence_is_explained_in_the_words_of_its_vocabulary() -> None:
    section = part(page("contribute/licences/"), "licences_")
    rows = [[text(cell) for cell in row if cell.tag in ("th", "td")] for row in section.iter("tr")][1:]
    assert [row[:3] for row in rows] == [[licence.label, licence.meaning, licence.value] for licence in Licence]
    assert [licence.address in links(section) for licence in Licence] == [True] * len(Licence)


def tables(whole: Element) -> list[Element]:
    return list(whole.iter("table"))


@pytest.mark.parametrize(
    "address",
    [
        "contribute/licences/",
        "contribute/consent/",
        "contribute/fields/",
        "contribute/fields/case-study/",
        "contribute/fields/source/",
    ],
)
def test_a_table_has_a_caption_and_scopes_and_a_region_that_a_keyboard_can_scroll(address: str) -> None:
    whole = page(address)
    assert tables(whole)
    for table in tables(whole):
        caption = next(table.iter("caption"))
        assert text(caption)
        assert {head.get("scope") for head in table.iter("th")} == {"col", "row"}
    regions = [each for each in whole.iter("div") if (each.get("class") or "").startswith("table")]
    assert [(each.get("role"), each.get("tabindex")) for each in regions] == [("region", "0")] * len(tables(whole))
    assert [each.get("aria-labelledby") for each in regions] == [
        next(t.iter("caption")).get("id") for t in tables(whole)
    ]


def test_a_field_is_reached_by_its_anchor_and_says_what_it_needs() -> None:
    field = part(page("contribute/fields/case-study/"), "setting-phase")
    said = text(field)
    assert said.startswith("setting.phase May be left out")
    assert "A school must say" in said
    assert [text(next(row.iter("th"))) for row in field.iter("tr")][1:] == [word.value for word in Phase]


def test_the_field_reference_has_what_is_on_the_page_beside_it() -> None:
    whole = page("contribute/fields/case-study/")
    (nav,) = (each for each in whole.iter("nav") if each.get("aria-labelledby") == "on-this-page_")
    ids = {each.get("id") for each in whole.iter()}
    assert "#setting" in links(nav)
    assert {link.removeprefix("#") for link in links(nav)} <= ids


def test_an_example_says_which_record_it_is_from() -> None:
    field = part(page("contribute/fields/case-study/"), "title")
    assert "../../../case_studies/oak/" in links(field)
    assert text(next(field.iter("pre"))) == "title: A fair start for every pupil"


NOTES = [
    {"part": "title", "title": "The title", "works": "It is short.", "better": "It could be shorter."},
    {"part": "in_numbers[1]", "title": "A figure", "better": "Say of how many."},
    {"part": "features", "title": "The features", "works": "One is enough."},
]
ANNOTATED: dict[str, Record] = {"oak-noted": an_annotation(notes=NOTES, advice="Be **brief**.")}


def noted() -> list[Element]:
    whole = page("contribute/examples/oak-noted/", a_full_library(ANNOTATED))
    return [each for each in whole.iter("section") if each.get("class") == "noted"]


def test_each_part_of_the_case_study_stands_before_the_notes_on_it() -> None:
    for section in noted():
        order = [each.get("class") for each in section.iter("div") if each.get("class") in ("the-part", "notes")]
        assert order == ["the-part", "notes"]


def test_a_part_is_the_record_as_it_stands() -> None:
    changed = a_full_library({**ANNOTATED, "oak": a_case_study(title="Another title altogether")})
    whole = page("contribute/examples/oak-noted/", changed)
    first = next(each for each in whole.iter("div") if each.get("class") == "the-part")
    assert text(first) == "Another title altogether"


def test_a_note_says_only_what_there_is_to_say() -> None:
    said = [[text(heading) for heading in section.iter("h4")] for section in noted()]
    assert said == [
        ["Why it works", "What could be better", "Where the site uses it"],
        ["What could be better", "Where the site uses it"],
        ["Why it works", "Where the site uses it"],
    ]


def test_each_note_leads_to_what_to_write() -> None:
    found = [links(section)[-1] for section in noted()]
    assert found == [f"../../../contribute/fields/case-study/#{name}" for name in ("title", "in-numbers", "features")]


def test_an_id_is_shown_as_a_link_by_name_and_one_without_a_page_as_it_is() -> None:
    library = a_full_library({**ANNOTATED, "oak": a_case_study(features=["belonging-first", "staff-together"])})
    whole = page("contribute/examples/oak-noted/", library)
    features = [each for each in whole.iter("div") if each.get("class") == "the-part"][2]
    assert links(features) == ["../../../features/belonging-first/", "../../../features/staff-together/"]
    assert "Staff who learn together" in text(features)


def test_the_ways_in_lead_to_all_that_is_good_to_read() -> None:
    found = links(part(page("contribute/"), "first_"))
    assert found == [
        *("../contribute/consent/", "../contribute/host-your-own/", "../contribute/licences/", "../contribute/review/"),
        *("../contribute/examples/oak-noted/", "../contribute/fields/"),
    ]


@pytest.mark.parametrize(
    "address, wanted",
    [
        pytest.param("case_studies/oak/", ["contribute/fields/case-study/", "contribute/"], id="a record"),
        pytest.param("toolkit/evidence/", ["contribute/"], id="a page of prose"),
        pytest.param("contribute/", [], id="the page itself"),
    ],
)
def test_beside_edit_this_page_stand_the_fields_and_the_other_ways(address: str, wanted: list[str]) -> None:
    whole = page(address)
    root = "../" * address.count("/")
    others = [link.get("href") for link in whole.iter("a") if link.get("class") == "edit other"]
    assert others == [f"{root}{each}" for each in wanted]


def test_the_finder_knows_where_to_send_whoever_finds_nothing() -> None:
    (finder,) = (each for each in page("find/").iter("div") if "finder" in (each.get("class") or ""))
    assert finder.get("data-contribute") == "../contribute/"


def test_an_annotation_of_what_has_an_odd_name_keeps_to_its_page() -> None:
    odd = a_feature(title="A <b>bold</b> name")
    whole = page("contribute/examples/oak-noted/", a_full_library({**ANNOTATED, "belonging-first": odd}))
    assert "A <b>bold</b> name" in text(whole)
