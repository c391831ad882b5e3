"""A site that is a copy of another says so, page by page, and a site that is nobody's copy speaks for itself."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig

from tenfold.adapters.building import build_site
from tenfold.adapters.library import LibraryPlugin
from tenfold.pages import Page

HERE = "https://www.oakshire.example/inclusion/"
THERE = "https://original.example/"

Built = Callable[[str | None], Path]


@pytest.fixture
def built(small_project: Path, monkeypatch: pytest.MonkeyPatch) -> Built:
    """Build the small project, its home page and its glossary changed, as a copy of the site at an address."""
    as_it_was = LibraryPlugin.on_config

    def build(original: str | None) -> Path:
        def on_config(plugin: LibraryPlugin, config: MkDocsConfig) -> MkDocsConfig:
            plugin.original, plugin.is_local = original, changed_here
            return as_it_was(plugin, config)

        monkeypatch.setattr(LibraryPlugin, "on_config", on_config)
        with (small_project / "mkdocs.yml").open("a", encoding="utf-8") as config:
            config.write(f"site_url: {HERE}\n")
        build_site(small_project / "mkdocs.yml")
        return small_project / "site"

    return build


def changed_here(page: Page) -> bool:
    return page.address in ("", "glossary/")


def canonical(site: Path, address: str) -> list[str]:
    html = (site / address / "index.html").read_text(encoding="utf-8")
    return re.findall(r'<link rel="canonical" href="([^"]*)">', html)


def in_the_map(site: Path) -> list[str]:
    return re.findall(r"<loc>([^<]*)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))


def test_a_copy_says_which_is_the_original_of_each_page(built: Built) -> None:
    site = built(THERE)
    assert canonical(site, "") == [HERE]
    assert canonical(site, "glossary/") == [f"{HERE}glossary/"]
    assert canonical(site, "case_studies/oak/") == [f"{THERE}case_studies/oak/"]
    study = (site / "case_studies/oak/index.html").read_text(encoding="utf-8")
    assert f'"sameAs":"{THERE}case_studies/oak/"' in study
    assert f'"isBasedOn":"{THERE}"' in study
    assert f'property="og:url" content="{THERE}case_studies/oak/"' in study
    assert sorted(in_the_map(site)) == [HERE, f"{HERE}glossary/"]


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
