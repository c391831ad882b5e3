"""What a site offers to those who publish a copy of it: its content as a bundle, and the toolkit."""

import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
from tests.support.copies import a_copy

from tenfold.adapters.building import BuildFailed, build_site
from tenfold.bundling import open_bundle

PAGE = "---\ntitle: Publish a copy\ndescription: How to.\n---\nStep by step.\n"


@pytest.fixture
def exporting(small_project: Path) -> Path:
    """A small project whose site offers what a copy needs."""
    config = small_project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("tenfold/library", "tenfold/library, tenfold/exports")
    config.write_text(f"{text}site_url: https://tenfold.example/\n", encoding="utf-8")
    (small_project / "content/contribute").mkdir()
    (small_project / "content/contribute/host-your-own.md").write_text(PAGE, encoding="utf-8")
    return small_project


def test_the_content_and_the_toolkit_are_offered_with_their_digests(exporting: Path) -> None:
    build_site(exporting / "mkdocs.yml")
    downloads = exporting / "site/downloads"
    html = (exporting / "site/contribute/host-your-own/index.html").read_text(encoding="utf-8")
    (bundle,), (wheel,) = downloads.glob("tenfold-content-*.zip"), downloads.glob("tenfold-*-py3-none-any.whl")
    for file in (bundle, wheel):
        assert f'href="../../downloads/{file.name}"' in html
        assert sha256(file.read_bytes()).hexdigest() in html
    opened = open_bundle(bundle)
    assert opened.manifest.original.site == "https://tenfold.example/"
    assert "oak" in opened.library.cases
    assert "tenfold/cli/__init__.py" in zipfile.ZipFile(wheel).namelist()


def test_a_site_that_offers_nothing_says_nothing_of_files(exporting: Path) -> None:
    config = exporting / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace(", tenfold/exports", ""), encoding="utf-8")
    build_site(config)
    html = (exporting / "site/contribute/host-your-own/index.html").read_text(encoding="utf-8")
    assert "The two files" not in html


def test_a_copy_offers_no_content_as_its_own(tmp_path: Path) -> None:
    a_copy(tmp_path)
    config = tmp_path / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("library]", "library, tenfold/exports]"), "utf-8")
    with pytest.raises(BuildFailed, match="is for originals"):
        build_site(config)
