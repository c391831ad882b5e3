"""Links in prose."""

import pytest
from tests.support.builders import a_case_study, a_framework, a_page
from tests.support.proses import prose, tree, words
from tests.support.sites import Element, a_full_library, html_of, parsed


def the_link(text: str) -> Element:
    (link,) = tree(text).iter("a")
    return link


@pytest.mark.parametrize(
    "text, href",
    [
        pytest.param("[Oak](case:oak)", "../case_studies/oak/", id="by id"),
        pytest.param("[Oak](page:toolkit/evidence#levels)", "../toolkit/evidence/#levels", id="with a part"),
        pytest.param('[Oak](case:oak "A title")', "../case_studies/oak/", id="with a title, which is left out"),
        pytest.param("[Oak](#part)", "#part", id="to a part of the page"),
        pytest.param("[Oak](https://example.org/?a=1&b=2)", "https://example.org/?a=1&b=2", id="to the web"),
        pytest.param("<https://example.org/>", "https://example.org/", id="an address alone"),
        pytest.param("[Oak](mailto:office@example.org)", "mailto:office@example.org", id="to a mailbox"),
    ],
)
def test_a_link_leads_where_it_says(text: str, href: str) -> None:
    assert the_link(text).get("href") == href


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("case:nobody", id="an unknown id"),
        pytest.param("cases:oak", id="an unknown kind"),
        pytest.param("theory:oak", id="a kind without pages"),
        pytest.param("oak.html", id="a file"),
        pytest.param("/etc/passwd", id="a path"),
        pytest.param("//example.org/", id="an address without its scheme"),
        pytest.param("javascript:alert(1)", id="a script"),
        pytest.param("JavaScript:alert(1)", id="a script in capitals"),
        pytest.param("java&#x73;cript:alert(1)", id="a script behind an entity"),
        pytest.param("<javascript:alert(1)//https://example.org>", id="a script with an address in it"),
        pytest.param("data:text/html,x", id="data"),
        pytest.param("vbscript:x", id="another script"),
        pytest.param("file:///etc/passwd", id="a file of this machine"),
        pytest.param("https:example.org", id="an address without slashes"),
        pytest.param(r"https:\\\\example.org", id="backslashes"),
    ],
)
def test_a_link_to_anywhere_else_stays_text(url: str) -> None:
    page = a_page(body=f"See [the **words**]({url}) here.")
    html = html_of("toolkit/some-page/", a_full_library({"toolkit/some-page": page}))
    (text,) = (p for p in parsed(html).iter("p") if words(p) == "See the words here.")
    assert list(text.iter("a")) == []
    assert [words(strong) for strong in text.iter("strong")] == ["words"]


@pytest.mark.parametrize(
    "text, outside",
    [
        pytest.param("[x](https://example.org)", True, id="https"),
        pytest.param("[x](http://example.org)", True, id="http"),
        pytest.param("[x](HTTPS://example.org)", True, id="in capitals"),
        pytest.param("[x](mailto:office@example.org)", False, id="mail"),
        pytest.param("[x](case:oak)", False, id="by id"),
        pytest.param("[x](#part)", False, id="a part of the page"),
    ],
)
def test_links_that_leave_the_site_are_marked(text: str, outside: bool) -> None:
    assert (the_link(text).get("class") == "outside") is outside


def test_links_in_each_other_and_side_by_side_are_closed_where_they_end() -> None:
    html = prose("[a](case:nobody) [b](case:oak) [*c*](case:nobody) [d](case:oak)")
    assert html == '<p>a <a href="../case_studies/oak/">b</a> <em>c</em> <a href="../case_studies/oak/">d</a></p>\n'


@pytest.mark.parametrize(
    "link, href",
    [
        pytest.param("case:elm", "../../case_studies/elm/", id="case study"),
        pytest.param("case:yew", "../../case_studies/yew/", id="withdrawn case study"),
        pytest.param("feature:staff-together", "../../features/staff-together/", id="feature"),
        pytest.param("feature:staff-together#evidence", "../../features/staff-together/#evidence", id="its part"),
        pytest.param("framework:fair-start", "../../frameworks/fair-start/", id="framework"),
        pytest.param("framework:fair-start/know-everyone", "../../frameworks/fair-start/know-everyone/", id="item"),
        pytest.param("source:oak-report", "../../sources/#oak-report", id="source"),
        pytest.param("term:late-mark", "../../glossary/#late-mark", id="term"),
        pytest.param("term:late-mark#more", "../../glossary/#late-mark", id="a term has no parts"),
        pytest.param("page:toolkit/evidence", "../../toolkit/evidence/", id="page"),
        pytest.param("page:index", "../../", id="home"),
    ],
)
def test_links_by_id_lead_from_the_page_they_stand_on(link: str, href: str) -> None:
    library = a_full_library({"oak": a_case_study(context=f"[here it is]({link})")})
    page = parsed(html_of("case_studies/oak/", library))
    assert [a.get("href") for a in page.iter("a") if words(a) == "here it is"] == [href]


def test_a_link_by_id_in_a_framework_leads_from_its_own_depth() -> None:
    framework = a_framework(items=[{**a_framework().items[0].model_dump(), "body": "[here it is](case:oak)"}])
    page = parsed(html_of("frameworks/fair-start/know-everyone/", a_full_library({"fair-start": framework})))
    assert [a.get("href") for a in page.iter("a") if words(a) == "here it is"] == ["../../../case_studies/oak/"]
