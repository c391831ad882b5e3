"""Which pages the exercises have, in which order, and who may link to them."""

import pytest
from tests.support.builders import a_library, a_page
from tests.support.exercises import an_exercise
from tests.support.workshops import a_library_with

from tenfold.library import Library
from tenfold.model import Kind
from tenfold.pages import Page, plan_pages


def below(library: Library) -> list[Page]:
    """The pages of the exercises, the list of all first, the others in their order."""
    pages = [page for page in plan_pages(library) if page.address.startswith("exercises/")]
    return sorted(pages, key=lambda page: page.data.get("number", 0))


LIBRARY = a_library_with(
    the_gate=an_exercise(order="10"),
    lunch=an_exercise(order="9", title="Lunch", short_title="Lunch", status="under_review"),
    bells=an_exercise(order="9", title="Bells"),
    corridors=an_exercise(order="1", status="draft"),
    old_gate=an_exercise(order="1", status="withdrawn"),
)


def test_exercises_stand_in_their_order_which_is_a_number() -> None:
    assert list(LIBRARY.exercises) == ["bells", "lunch", "the-gate"]


def test_each_has_a_page_and_there_is_one_for_all_of_them() -> None:
    addresses = [page.address for page in below(LIBRARY)]
    assert addresses == ["exercises/", "exercises/bells/", "exercises/lunch/", "exercises/the-gate/"]


def test_a_page_is_about_its_record_and_is_changed_in_its_file() -> None:
    page = below(LIBRARY)[3]
    assert (page.title, page.description) == (an_exercise().title, an_exercise().summary)
    assert (page.subject, page.edit) == ((Kind.EXERCISE, "the-gate"), "exercises/the-gate.yml")


def test_a_page_knows_its_number_and_its_neighbours() -> None:
    around = [(page.data["number"], page.data["before"], page.data["after"]) for page in below(LIBRARY)[1:]]
    assert around == [(1, None, "lunch"), (2, "bells", "the-gate"), (3, "lunch", None)]


def test_they_belong_to_the_toolkit() -> None:
    every, first, *_ = below(LIBRARY)
    assert {page.section for page in below(LIBRARY)} == {"toolkit/"}
    assert [(crumb.title, crumb.address) for crumb in every.crumbs] == [("Home", ""), ("The toolkit", "toolkit/")]
    assert first.crumbs[-1].address == "exercises/"


def test_without_a_page_on_the_toolkit_they_stand_below_the_home_page() -> None:
    (every,) = below(a_library())
    assert [crumb.address for crumb in every.crumbs] == [""]


@pytest.mark.parametrize(
    "id, found",
    [
        pytest.param("the-gate", True, id="published"),
        pytest.param("lunch", True, id="under review"),
        pytest.param("corridors", False, id="draft"),
        pytest.param("old-gate", False, id="withdrawn"),
        pytest.param("nowhere", False, id="not there"),
    ],
)
def test_a_link_in_prose_leads_only_to_those_with_a_page(id: str, found: bool) -> None:
    assert (LIBRARY.referred(f"exercise:{id}") is not None) is found


def test_only_those_with_a_page_count_as_mentioning_a_source() -> None:
    mentioning = [id for kind, id in LIBRARY.mentioned_by(Kind.SOURCE, "second-report") if kind is Kind.EXERCISE]
    assert mentioning == ["bells", "lunch", "the-gate"]


def test_a_page_of_prose_that_links_to_an_exercise_mentions_it() -> None:
    library = a_library({"the-gate": an_exercise(), "toolkit/other": a_page(body="Do [the gate](exercise:the-gate).")})
    assert library.mentioned_by(Kind.EXERCISE, "the-gate") == [(Kind.PAGE, "toolkit/other")]
