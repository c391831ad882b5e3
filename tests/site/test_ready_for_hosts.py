"""A site that is built for a host holds what the host reads, and is not put in place when its policy would break it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig

from tenfold.adapters.building import BuildFailed, build_site, for_its_host
from tenfold.adapters.library import LibraryPlugin
from tenfold.hosting import policy, with_meta_policy

Built = Callable[[str], Path]


@pytest.fixture
def built(small_project: Path, monkeypatch: pytest.MonkeyPatch) -> Built:
    """Build the small project for a host, to stand below a path."""
    as_it_was = LibraryPlugin.on_config
    with (small_project / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("site_url: https://www.oakshire.example/inclusion/\n")

    def build(host: str) -> Path:
        def on_config(plugin: LibraryPlugin, config: MkDocsConfig) -> MkDocsConfig:
            done = as_it_was(plugin, config)
            plugin.hosting = host
            return done

        monkeypatch.setattr(LibraryPlugin, "on_config", on_config)
        build_site(small_project / "mkdocs.yml")
        return small_project / "site"

    return build


def everything(site: Path) -> dict[str, bytes]:
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


def test_where_no_header_can_be_set_every_page_holds_the_policy(built: Built) -> None:
    site = built("github_pages")
    pages = [file.read_text(encoding="utf-8") for file in site.rglob("*.html")]
    assert all(page.count('http-equiv="Content-Security-Policy"') == 1 for page in pages)
    assert (site / ".nojekyll").read_bytes() == b""
    assert len(policy(site).scripts) == 1
    assert with_meta_policy(site) == 0
    first = everything(site)
    assert everything(built("github_pages")) == first


def test_where_a_file_sets_them_it_lies_in_the_site(built: Built) -> None:
    site = built("iis")
    config = (site / "web.config").read_text(encoding="utf-8")
    assert policy(site).scripts[0].strip("'") in config
    assert "Content-Security-Policy" not in (site / "index.html").read_text(encoding="utf-8")
    assert 'href="/inclusion/assets/tenfold.css"' in (site / "404.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("host, needs", [("nginx", "tenfold.conf"), ("cloudflare", "_headers")])
def test_what_does_not_belong_into_the_site_is_said(host: str, needs: str, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>Text.", encoding="utf-8")
    (tmp_path / "404.html").write_text('<link rel="stylesheet" href="/inclusion/assets/tenfold.css">', encoding="utf-8")
    said = for_its_host(host, tmp_path)
    assert said == f"\nThe host also needs {needs}: tenfold headers --for {host} --out FOLDER makes that."
    assert not (tmp_path / needs).exists()


def test_a_template_that_the_policy_would_break_is_not_published(built: Built, small_project: Path) -> None:
    before = everything(built("iis"))
    (small_project / "overrides").mkdir()
    counter = '<script src="https://counter.example/c.js"></script>'
    local = f'{{% extends "frame.html" %}}{{% block extrahead %}}{counter}{{% endblock %}}'
    (small_project / "overrides/main.html").write_text(local, encoding="utf-8")
    config = (small_project / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.replace("font: false", "font: false, custom_dir: overrides")
    (small_project / "mkdocs.yml").write_text(config, encoding="utf-8")
    with pytest.raises(BuildFailed, match=r"loads https://counter\.example/c\.js from elsewhere"):
        built("iis")
    assert everything(small_project / "site") == before


def test_the_next_build_of_the_same_process_knows_nothing_of_the_host(
    built: Built, small_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built("iis")
    monkeypatch.undo()
    build_site(small_project / "mkdocs.yml")
    assert not (small_project / "site/web.config").exists()
