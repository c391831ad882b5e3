"""A site that is a copy of another says so, page by page, and a site that is nobody's copy speaks for itself."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.support.copies import a_copy

from tenfold.adapters.building import build_site

HERE = "https://www.oakshire.example/inclusion/"
THERE = "https://original.example/"

Built = Callable[[str | None], Path]


@pytest.fixture
def built(tmp_path: Path) -> Built:
    """Build a copy that has a page and a glossary term of its own, of the site at an address, or of none."""

    def build(original: str | None) -> Path:
        settings = f"address: {HERE}\n" + (f"original: {original}\n" if original else "")
        page = "---\ntitle: What we offer\ndescription: Services.\n---\nThree of them.\n"
        a_copy(tmp_path, settings, {"content/toolkit/our-offer.md": page})
        if not original:
            (tmp_path / "upstream/bundle.json").unlink()
        build_site(tmp_path / "mkdocs.yml")
        return tmp_path / "site"

    return build


def canonical(site: Path, address: str) -> list[str]:
    html = (site / address / "index.html").read_text(encoding="utf-8")
    return re.findall(r'<link rel="canonical" href="([^"]*)">', html)


def in_the_map(site: Path) -> list[str]:
    return re.findall(r"<loc>([^<]*)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))


def test_a_copy_says_which_is_the_original_of_each_page(built: Built) -> None:
    site = built(THERE)
    assert canonical(site, "") == [HERE]
    assert canonical(site, "toolkit/our-offer/") == [f"{HERE}toolkit/our-offer/"]
    assert canonical(site, "toolkit/") == [f"{THERE}toolkit/"]
    assert canonical(site, "case_studies/oak/") == [f"{THERE}case_studies/oak/"]
    study = (site / "case_studies/oak/index.html").read_text(encoding="utf-8")
    assert f'"sameAs":"{THERE}case_studies/oak/"' in study
    assert f'"isBasedOn":"{THERE}"' in study
    assert f'property="og:url" content="{THERE}case_studies/oak/"' in study
    listed = in_the_map(site)
    assert {HERE, f"{HERE}toolkit/our-offer/"} <= set(listed)
    assert not [each for each in listed if "case_studies/oak/" in each or each == f"{HERE}toolkit/"]


def test_a_site_that_is_nobodys_copy_stands_for_every_page(built: Built) -> None:
    site = built(None)
    assert canonical(site, "case_studies/oak/") == [f"{HERE}case_studies/oak/"]
    assert f"{HERE}case_studies/oak/" in in_the_map(site)
    assert (site / "robots.txt").read_text(encoding="utf-8").endswith(f"Sitemap: {HERE}sitemap.xml\n")
    assert not (site / "sitemap.xml.gz").exists()


def test_a_site_that_does_not_know_where_it_stands_names_no_address(small_project: Path) -> None:
    build_site(small_project / "mkdocs.yml")
    site = small_project / "site"
    assert (site / "robots.txt").read_text(encoding="utf-8") == "User-agent: *\nAllow: /\n"
    assert not (site / "sitemap.xml").exists()
    assert canonical(site, "case_studies/oak/") == []


def test_an_update_that_was_broken_off_is_ended_before_a_copy_is_read(tmp_path: Path) -> None:
    a_copy(tmp_path)
    (tmp_path / ".tenfold-update/upstream").mkdir(parents=True)
    build_site(tmp_path / "mkdocs.yml")
    assert not (tmp_path / ".tenfold-update").exists()
