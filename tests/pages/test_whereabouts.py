"""Of two copies of one page, which is the one: for search engines, and for the map that they read."""

import pytest

from tenfold.pages import Page, Whereabouts

HERE = "https://www.oakshire.example/inclusion/"
THERE = "https://original.example/toolkit"
OURS = Page("case_studies/elm/", "case_study", "Elm", "What Elm did.")
THEIRS = Page("case_studies/oak/", "case_study", "Oak", "What Oak did.")
LEADS_ON = Page("case_studies/old-oak/", "moved", "Oak", "Oak.", indexed=False, redirect="case_studies/oak/")
HOME = Page("", "home", "Home", "The start.")


def is_local(page: Page) -> bool:
    return page in (OURS, HOME)


COPY = Whereabouts(HERE, THERE, is_local)


@pytest.mark.parametrize(
    "places, page, address",
    [
        pytest.param(COPY, OURS, f"{HERE}case_studies/elm/", id="a local page stands here"),
        pytest.param(COPY, THEIRS, f"{THERE}/case_studies/oak/", id="an unchanged one stands there"),
        pytest.param(COPY, LEADS_ON, f"{THERE}/case_studies/oak/", id="a former address leads to where it stands"),
        pytest.param(COPY, HOME, HERE, id="the changed home page stands here"),
        pytest.param(Whereabouts(None, THERE, is_local), THEIRS, f"{THERE}/case_studies/oak/", id="here is not known"),
        pytest.param(Whereabouts(None, THERE, is_local), OURS, None, id="nor where ours stands"),
        pytest.param(Whereabouts(HERE, None, is_local), THEIRS, f"{HERE}case_studies/oak/", id="there is not known"),
        pytest.param(Whereabouts(HERE), THEIRS, f"{HERE}case_studies/oak/", id="nobody's copy"),
        pytest.param(Whereabouts(HERE), LEADS_ON, f"{HERE}case_studies/oak/", id="nobody's copy, a former address"),
        pytest.param(Whereabouts(), THEIRS, None, id="nothing is known"),
    ],
)
def test_the_canonical_address(places: Whereabouts, page: Page, address: str | None) -> None:
    assert places.canonical_of(page) == address


def test_only_pages_that_stand_here_are_in_the_map() -> None:
    assert [page for page in (OURS, THEIRS, LEADS_ON, HOME) if COPY.is_listed(page)] == [OURS, HOME]
    assert [page for page in (OURS, THEIRS, LEADS_ON, HOME) if Whereabouts(HERE).is_listed(page)] == [
        OURS,
        THEIRS,
        HOME,
    ]


def test_a_copy_that_does_not_know_its_original_lists_everything() -> None:
    assert Whereabouts(HERE, None, is_local).is_listed(THEIRS)
    assert Whereabouts(HERE, None, is_local).original_of(THEIRS) is None
