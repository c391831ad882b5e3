"""What stands in a local copy where the original has a page and the copy leaves it out."""

from pathlib import Path

import pytest
import yaml
from tests.support.builders import a_case_study, a_library, a_page
from tests.support.copies import a_copy, own_case
from tests.support.hiding import (
    ANNOTATION,
    FORMER,
    HERE,
    HIDDEN,
    LISTS,
    NAMES,
    SETTINGS,
    SPOKEN_OF,
    THERE,
    a_hiding_copy,
)
from tests.support.sites import Element, a_renderer, every_page, many_cases, parsed

from tenfold.library import Arrangement, Library
from tenfold.local.arranging import OWED, keys
from tenfold.local.copy import LocalCopy
from tenfold.model import Kind
from tenfold.pages import Page, Whereabouts, plan_pages
from tenfold.pages.left_out import LEFT_OUT
from tenfold.pages.planning import PER_PAGE
from tenfold.pages.statements import STATEMENTS


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> LocalCopy:
    return a_hiding_copy(tmp_path_factory.mktemp("hiding"))


@pytest.fixture(scope="module")
def library(copy: LocalCopy) -> Library:
    checked = copy.check()
    assert checked.problems == []
    return checked.library


@pytest.fixture(scope="module")
def plan(copy: LocalCopy, library: Library) -> dict[str, Page]:
    return {page.address: page for page in plan_pages(library, copy=copy)}


@pytest.fixture(scope="module")
def pages(copy: LocalCopy, library: Library) -> dict[str, Element]:
    """What every page of the copy that is left out shows, by address."""
    renderer = a_renderer(library, copy=copy)
    found = (page for page in plan_pages(library, copy=copy) if page.fragment == LEFT_OUT)
    return {page.address: parsed(str(renderer.render(page).html)) for page in found}


def words(page: Element) -> str:
    return " ".join(" ".join(page.itertext()).split())


def links(page: Element) -> list[tuple[str, str]]:
    """Words and target of every button of a page."""
    return [(words(link), link.get("href")) for link in page.iter("a") if link.get("class") == "button"]


def test_every_address_that_the_original_has_is_in_the_plan_of_the_copy(
    copy: LocalCopy, library: Library, plan: dict[str, Page]
) -> None:
    original = Library(entry for entry in library.entries.values() if not entry.local)
    missing = {page.address for page in plan_pages(original)} - set(plan)
    assert missing == set()
    assert {address for address, page in plan.items() if page.fragment == LEFT_OUT} == set(NAMES) | LISTS
    assert {address: page.redirect for address, page in plan.items() if page.redirect} == FORMER


@pytest.mark.parametrize("address, name", NAMES.items(), ids=NAMES)
def test_a_page_says_what_is_left_out_and_by_whom(address: str, name: str, pages: dict[str, Element]) -> None:
    said = words(pages[address])
    assert name in said
    assert "Exampleton Borough Council publishes this copy, and has left it out." in said


@pytest.mark.parametrize(
    "address, heading, here",
    [
        ("case_studies/oak/", "This case study is not in this copy", "All case studies"),
        ("case_studies/oak/starting-theory/", "This starting theory is not in this copy", "All theories of change"),
        ("theories_of_change/hazel-lane/", "This theory of change is not in this copy", "All theories of change"),
        ("exercises/the-gate/", "This exercise is not in this copy", "All exercises"),
        ("frameworks/fair-start/", "This framework is not in this copy", "All frameworks"),
        ("frameworks/fair-start/know-everyone/", "This principle is not in this copy", "All frameworks"),
        ("contribute/examples/oak-noted/", "This annotated case study is not in this copy", "Contribute"),
        ("toolkit/evidence/", "This page is not in this copy", "The toolkit"),
        ("browse/challenge/attendance/", "This list is not in this copy", "All ways to browse"),
        ("matrix/framework-fair-start/", "This table is not in this copy", "The matrix"),
    ],
)
def test_each_kind_has_its_words_and_two_ways_on(
    address: str, heading: str, here: str, pages: dict[str, Element], plan: dict[str, Page]
) -> None:
    page = pages[address]
    assert words(page.find(".//h1")) == heading
    (original, there), (label, local) = links(page)
    assert original == ("See it in the original" if address.startswith("browse/") else "Read it in the original")
    assert there == f"{THERE}{address}"
    assert label == here
    assert plan[local.replace("../", "")].fragment != LEFT_OUT


def test_none_of_them_is_for_search_engines_nor_in_the_map(plan: dict[str, Page]) -> None:
    places = Whereabouts(HERE, THERE, lambda page: page.subject is None)
    absent = [page for page in plan.values() if page.fragment == LEFT_OUT]
    assert not [page.address for page in absent if page.indexed or places.is_listed(page)]
    assert not [page.address for page in absent if page.subject or page.edit]


def test_each_has_a_title_of_its_own(plan: dict[str, Page]) -> None:
    titles = [page.title for address, page in plan.items() if page.fragment == LEFT_OUT and "starting" not in address]
    assert len(set(titles)) == len(titles)
    assert all(title.endswith("(not in this copy)") for title in titles)


def test_nothing_that_is_left_out_is_named_on_any_other_page(copy: LocalCopy, library: Library) -> None:
    said = {address: words(parsed(html)) for address, html in every_page(library, copy=copy).items()}
    named = {address for address, text in said.items() if any(name in text for name in NAMES.values())}
    assert named - {*FORMER} == {*NAMES}


def test_links_in_prose_lead_to_what_stands_there_instead(copy: LocalCopy, library: Library) -> None:
    html = every_page(library, copy=copy)["case_studies/elm/"]
    found = {link.get("href") for link in parsed(html).iter("a") if words(link) in SPOKEN_OF}
    wanted = {"../../resources/#inclusion-team", *(f"../../{address}" for address in NAMES)}
    assert found == wanted - {"../../case_studies/oak/starting-theory/"}


@pytest.mark.parametrize("id", ["inclusion-team", "exclusion-team"], ids=["now", "formerly"])
def test_a_resource_has_its_anchor_still(id: str, copy: LocalCopy, library: Library) -> None:
    page = parsed(every_page(library, copy=copy)["resources/"])
    notice = next(element for element in page.iter("section") if element.get("class") == "absent")
    assert [element for element in notice.iter() if element.get("id") == id]
    assert words(notice.find("h2")) == "This resource is not in this copy"
    assert "“Exampleton Inclusion Team”" in words(notice)
    assert links(notice) == [("Read it in the original", f"{THERE}resources/#inclusion-team")]
    assert notice.get("data-pagefind-ignore") is not None


def test_a_list_that_is_shorter_leads_to_its_beginning() -> None:
    many = many_cases(PER_PAGE + 1)
    hide = frozenset((Kind.CASE, f"case-{number:03}") for number in range(10))
    entries = a_library(many | {"index": a_page()}).entries.values()
    plan = {page.address: page for page in plan_pages(Library(entries, arrangement=Arrangement(hide)))}
    assert plan["case_studies/page/2/"].redirect == "case_studies/"


def test_what_is_the_copys_own_has_no_original(tmp_path: Path) -> None:
    files = {"content/case_studies/elm.yml": own_case()}
    copy = a_copy(tmp_path, "hide: [case:elm, case:oak]\n", files)
    pages = every_page(copy.check().library, copy=copy)
    assert links(parsed(pages["case_studies/elm/"])) == [("All case studies", "../../case_studies/")]
    assert len(links(parsed(pages["case_studies/oak/"]))) == 2


def test_what_took_the_place_of_ours_has_one(tmp_path: Path) -> None:
    files = {"content/case_studies/oak.yml": own_case("Oak, as we tell it")}
    copy = a_copy(tmp_path, "hide: case:oak\nreplace: case:oak\n", files)
    page = parsed(every_page(copy.check().library, copy=copy)["case_studies/oak/"])
    assert links(page)[0] == ("Read it in the original", f"{THERE}case_studies/oak/")


def test_what_the_original_says_of_itself_is_not_offered_as_what_is_true_here(tmp_path: Path) -> None:
    statement = "---\ntitle: Privacy\ndescription: What we keep.\n---\nNothing.\n"
    copy = a_copy(tmp_path, "hide: page:about/privacy\n", {"upstream/content/about/privacy.md": statement})
    checked = copy.check()
    page = parsed(every_page(checked.library, copy=copy)["about/privacy/"])
    assert [label for label, _ in links(page)] == ["Home"]
    (problem,) = checked.problems
    assert "a public body has to have its own" in str(problem)


def test_a_withdrawn_case_study_says_so_though_it_is_hidden_as_well() -> None:
    gone = a_case_study(status="withdrawn", withdrawal={"on": "2026-02-03", "reason": "They asked."})
    library = Library(a_library(yew=gone).entries.values(), arrangement=Arrangement(frozenset(keys(("case:yew",)))))
    assert {page.address: page for page in plan_pages(library)}["case_studies/yew/"].fragment == "withdrawn"


def test_a_draft_that_is_hidden_has_no_page() -> None:
    entries = a_library(ash=a_case_study(status="draft")).entries.values()
    plan = plan_pages(Library(entries, arrangement=Arrangement(frozenset(keys(("case:ash",))))))
    assert "case_studies/ash/" not in {page.address for page in plan}


def test_a_copy_that_leaves_nothing_out_has_no_such_page(tmp_path: Path) -> None:
    library = a_hiding_copy(tmp_path, SETTINGS.partition("hide")[0]).check().library
    assert LEFT_OUT not in {page.fragment for page in plan_pages(library)}
    assert library.hidden == ()
    assert library.whole is library


def test_a_framework_hides_its_items_and_a_case_study_what_is_about_it(library: Library) -> None:
    assert set(library.hidden) == set(keys(HIDDEN))
    assert library.left_out(Kind.FRAMEWORK, "fair-start/know-everyone")
    assert not library.left_out(Kind.CASE, "elm")
    assert library.title(Kind.FRAMEWORK, "fair-start/know-everyone") == "Know everyone"


def test_an_annotation_goes_with_its_case_study(tmp_path: Path) -> None:
    library = a_hiding_copy(tmp_path, "hide: case:oak\n").check().library
    assert library.hidden == ((Kind.ANNOTATION, "oak-noted"), (Kind.CASE, "oak"))


def test_an_annotation_of_theirs_goes_too_and_they_are_told(tmp_path: Path) -> None:
    files = {"content/annotations/ours.yml": yaml.safe_dump(ANNOTATION)}
    checked = a_hiding_copy(tmp_path, "hide: case:oak\n", files).check()
    (problem,) = checked.problems
    assert "its case study is hidden: this has no page." in str(problem)


def test_a_list_of_which_nothing_is_left_does_not_say_that_nothing_was_ever_there(
    copy: LocalCopy, library: Library
) -> None:
    pages = every_page(library, copy=copy)
    for address in ("exercises/", "frameworks/", "resources/", "theories_of_change/"):
        assert "There is none in this copy." in words(parsed(pages[address])), address


def test_every_statement_is_told_apart_when_it_is_hidden() -> None:
    assert {id for _, id in OWED} == set(STATEMENTS)
