"""The address of everything."""

from pathlib import PurePosixPath

import pytest
from tests.support.builders import a_library, a_page
from tests.support.sites import a_full_library

from tenfold.model import Kind
from tenfold.pages import address_of, browse_address, plan_pages, raw_address


@pytest.mark.parametrize(
    "kind, id, address",
    [
        pytest.param(Kind.CASE, "oak", "case_studies/oak/", id="case study"),
        pytest.param(Kind.FEATURE, "belonging-first", "features/belonging-first/", id="feature"),
        pytest.param(Kind.FRAMEWORK, "fair-start", "frameworks/fair-start/", id="framework"),
        pytest.param(Kind.FRAMEWORK, "fair-start/one", "frameworks/fair-start/one/", id="item"),
        pytest.param(Kind.EXERCISE, "iceberg", "exercises/iceberg/", id="exercise"),
        pytest.param(Kind.RESOURCE, "inclusion-team", "resources/#inclusion-team", id="resource"),
        pytest.param(Kind.SOURCE, "oak-report", "sources/#oak-report", id="source"),
        pytest.param(Kind.TERM, "late-mark", "glossary/#late-mark", id="term"),
        pytest.param(Kind.PAGE, "index", "", id="home"),
        pytest.param(Kind.PAGE, "toolkit/index", "toolkit/", id="the top of a folder"),
        pytest.param(Kind.PAGE, "toolkit/evidence", "toolkit/evidence/", id="page"),
        pytest.param(Kind.PAGE, "toolkit/steps/index", "toolkit/steps/", id="the top of a folder in a folder"),
        pytest.param(Kind.PAGE, "toolkit/inclusion-index", "toolkit/inclusion-index/", id="a name that ends in index"),
    ],
)
def test_where_a_record_stands(kind: Kind, id: str, address: str) -> None:
    assert address_of(kind, id) == address


def test_a_page_whose_name_ends_in_index_is_like_any_other() -> None:
    library = a_library({"toolkit/index": a_page(), "toolkit/inclusion-index": a_page()})
    page = next(page for page in plan_pages(library) if page.subject == (Kind.PAGE, "toolkit/inclusion-index"))
    assert page.address == "toolkit/inclusion-index/"
    assert [crumb.address for crumb in page.crumbs] == ["", "toolkit/"]


@pytest.mark.parametrize("kind", [Kind.NOTE])
def test_kinds_without_pages_have_no_address(kind: Kind) -> None:
    with pytest.raises(KeyError, match=kind):
        address_of(kind, "anything")


def test_every_page_about_a_record_stands_at_its_address() -> None:
    pages = [page for page in plan_pages(a_full_library()) if page.subject]
    assert [page.address for page in pages] == [address_of(*page.subject) for page in pages if page.subject]


@pytest.mark.parametrize(
    "facet, word, address",
    [
        pytest.param("phase", "early_years", "browse/phase/early-years/", id="underscores become hyphens"),
        pytest.param("need", "violence_and_exploitation", "browse/need/violence-and-exploitation/", id="all of them"),
        pytest.param("feature", "belonging-first", "browse/feature/belonging-first/", id="an id"),
    ],
)
def test_where_a_shelf_stands(facet: str, word: str, address: str) -> None:
    assert browse_address(facet, word) == address


@pytest.mark.parametrize(
    "edit, address",
    [
        pytest.param("case_studies/oak.yml", "case_studies/oak.yml", id="a record under its own name"),
        pytest.param("toolkit/evidence.md", "toolkit/evidence.txt", id="a page of prose as plain text"),
        pytest.param("index.md", "index.txt", id="the home page"),
    ],
)
def test_where_the_file_behind_a_page_is_published(edit: str, address: str) -> None:
    assert raw_address(edit) == address


def test_no_published_file_lies_where_a_page_is() -> None:
    pages = plan_pages(a_full_library())
    files = {PurePosixPath(raw_address(page.edit)) for page in pages if page.edit}
    assert not files & {PurePosixPath(page.address) for page in pages}
    assert not files & {PurePosixPath(page.address) / "index.html" for page in pages}
