"""Whatever somebody writes into whichever field comes out as text, on every page."""

import json
from functools import cache

import pytest
from tests.support.canary import Canary, texts_of
from tests.support.proses import words
from tests.support.sites import Element, a_renderer, every_page, parsed

from tenfold import model
from tenfold.model import Kind, Record
from tenfold.pages import plan_pages
from tenfold.render.structured import json_ld

HOSTILE = {
    "attribute": ("\"'><svg onload=alert(#)>", "\"'><svg onload=#>"),
    "script": ("</script><script>alert(#)</script>", "</script><script>#"),
    "template": ("{{ #*7 }}", "{{ #*7 }}"),
    "statement": ("{% include '#' %}", "{% raw %}#"),
}
"""A hostile text of each kind, and one for fields of at most twenty characters; # is another number in each field."""

FOR_KEEPERS = {
    "Acceptance.by",
    "Acceptance.reason",
    "Provenance.consent",
    "Setting.local_authority",
    "Term.also",
}
"""Fields that stand in the text of no page but as an example: for those who look after the records, for search."""

ABOUT_PEOPLE = {"Acceptance.by", "Acceptance.reason", "Provenance.consent"}
"""Those of them that are not even an example."""

EXAMPLES = "contribute/fields/"

SITE = "https://example.org/"


class Hostile:
    """A library with a record of every class, in which every text is hostile, and its site."""

    def __init__(self, kind: str) -> None:
        self.canary = Canary(*HOSTILE[kind])
        self.library = self.canary.library()
        self.html = every_page(self.library, site_url=SITE)
        self.pages: dict[str, Element] = {address: parsed(html) for address, html in self.html.items()}
        self.text = {address: self.text_of(address) for address in self.pages}

    def text_of(self, address: str) -> str:
        """The texts of a page; examples are lines of a file, in which a quotation mark may stand twice."""
        text = "\n".join(texts_of(self.pages[address].find("body")))
        return text.replace("''", "'") if address.startswith(EXAMPLES) else text

    def elements(self) -> dict[str, list[str]]:
        """The elements of each page; of one with a drawing, which has as many as its texts need, each once."""
        found = {address: [element.tag for element in page.iter()] for address, page in self.pages.items()}
        return {address: sorted(set(tags)) if "theor" in address else tags for address, tags in found.items()}

    def fields(self, *, shown: bool) -> set[str]:
        """The fields whose text some page shows, or does not, as it was written; examples do not count."""
        everything = "\n".join(text for address, text in self.text.items() if not address.startswith(EXAMPLES))
        seen = {field for text, field in self.canary.fields.items() if text in everything}
        return seen if shown else set(self.canary.fields.values()) - seen


hostile = cache(Hostile)


@pytest.mark.parametrize("kind", HOSTILE)
def test_no_text_becomes_an_element_or_an_attribute_that_runs(kind: str) -> None:
    for address, page in hostile(kind).pages.items():
        assert [element.tag for element in page.iter() if element.tag in {"script", "iframe", "style"}] == [], address
        running = [(element.tag, name) for element in page.iter() for name in element.attrib if name.startswith("on")]
        assert running == [], address


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_page_has_the_same_elements_whatever_its_texts_say(kind: str) -> None:
    assert hostile(kind).elements() == hostile("template").elements()


@pytest.mark.parametrize("kind", HOSTILE)
def test_every_field_is_shown_as_it_was_written(kind: str) -> None:
    assert hostile(kind).fields(shown=False) == FOR_KEEPERS


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_is_written_about_people_for_those_who_look_after_records_is_no_example(kind: str) -> None:
    site = hostile(kind)
    everything = "\n".join(site.text.values())
    kept = {text: field for text, field in site.canary.fields.items() if field in ABOUT_PEOPLE}
    assert set(kept.values()) == ABOUT_PEOPLE
    assert [field for text, field in kept.items() if text in everything] == []


@pytest.mark.parametrize("kind", ["attribute", "script"])
def test_a_part_of_a_text_is_only_where_all_of_it_is(kind: str) -> None:
    site = hostile(kind)
    parts = {text: text[text.index("alert(") : text.index(")") + 1] for text in site.canary.fields if "alert(" in text}
    for address, html in site.html.items():
        assert [text for text, part in parts.items() if part in html and text not in site.text[address]] == [], address


@pytest.mark.parametrize("kind", HOSTILE)
def test_structured_data_stays_within_its_script(kind: str) -> None:
    site = hostile(kind)
    for page in plan_pages(site.library):
        data = json_ld(page, site.library, site_name=next(iter(site.canary.fields)), site_url=SITE)
        html = parsed(f'<script type="application/ld+json">{data}</script>')
        (script,) = html.iter("script")
        subject = json.loads(words(script))["@graph"][0]
        assert subject["description"] == page.description
        assert subject["isPartOf"]["name"] == next(iter(site.canary.fields))


def test_every_class_of_record_is_tried() -> None:
    classes = {getattr(model, name) for name in model.__all__} - {Record, Kind}
    tried = {field.partition(".")[0] for field in hostile("attribute").canary.fields.values()}
    assert {each.__name__ for each in classes} <= tried


def test_content_is_never_a_template() -> None:
    """Not even the name of the site, or the address at which it is edited."""
    renderer = a_renderer(hostile("template").library, site_name="{{ 7*7 }}", edit_base="https://{{ 7*7 }}/")
    page = next(page for page in plan_pages(renderer.library) if page.fragment == "case_study")
    html = str(renderer.render(page).html)
    assert "{{ 7*7 }}" in html
    assert "https://{{ 7*7 }}/" in html
