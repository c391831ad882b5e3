"""Where a link of a built page leads, and what is wrong with it: without a site on a disk."""

from __future__ import annotations

import pytest

from tenfold.publishing.verifying import link_fault, resolved

FILES = {"index.html", "404.html", "about/index.html", "case_studies/oak/index.html", "assets/a b.css"}
ANCHORS = {"index.html": frozenset({"top"}), "about/index.html": frozenset({"caf\u00e9"})}
NOWHERE, NO_PART = "leads nowhere.", "a part of the page that is not there."


@pytest.mark.parametrize(
    "page, address, file",
    [
        ("index.html", "about/", "about/index.html"),
        ("about/index.html", "../", "index.html"),
        ("about/index.html", "..", "index.html"),
        ("about/index.html", ".", "about/index.html"),
        ("about/index.html", "./", "about/index.html"),
        ("about/index.html", "../case_studies/oak/", "case_studies/oak/index.html"),
        ("case_studies/oak/index.html", "../..", "index.html"),
        ("case_studies/oak/index.html", "../../assets/a.css", "assets/a.css"),
        ("index.html", "../outside/", "../outside/index.html"),
    ],
)
def test_an_address_means_a_file_seen_from_its_page(page: str, address: str, file: str) -> None:
    assert resolved(page, address) == file


@pytest.mark.parametrize(
    "page, target, fault",
    [
        pytest.param("index.html", "about/", "", id="a page"),
        pytest.param("index.html", "about/?q=x", "", id="a page that is asked something"),
        pytest.param("index.html", "#top", "", id="a part of the page itself"),
        pytest.param("index.html", "about/#caf%C3%A9", "", id="a part with a letter of its own"),
        pytest.param("index.html", "assets/a%20b.css", "", id="a file with a space"),
        pytest.param("index.html", "assets/a%20b.css#x", "", id="a part of what is no page"),
        pytest.param("index.html", "https://example.org/none", "", id="another site"),
        pytest.param("index.html", "//example.org/none", "", id="another site in short"),
        pytest.param("index.html", "mailto:a@example.org", "", id="a mail"),
        pytest.param("404.html", "/anywhere/", "", id="the root, from the page for missing pages"),
        pytest.param("index.html", "none/", NOWHERE, id="no page"),
        pytest.param("index.html", "../about/", NOWHERE, id="outside of the site"),
        pytest.param("index.html", "/about/", NOWHERE, id="the root of the host"),
        pytest.param("index.html", "#bottom", NO_PART, id="no part of the page itself"),
        pytest.param("index.html", "about/#cafe", NO_PART, id="no part of another page"),
    ],
)
def test_what_is_wrong_with_a_link(page: str, target: str, fault: str) -> None:
    said = link_fault(page, target, FILES, ANCHORS)
    assert (said or "").endswith(fault)
    assert bool(said) is bool(fault)
