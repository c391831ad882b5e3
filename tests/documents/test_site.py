"""The plugin: which documents a site has, where they say that they are from, and what stops a build."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
import yaml
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from tests.support.builders import a_content_folder
from tests.support.exercises import an_exercise
from tests.support.theories import THEORY
from tests.support.workshops import a_library_with

from tenfold.adapters.branding import wear
from tenfold.adapters.building import BuildFailed, build_site
from tenfold.adapters.documents import DocumentsPlugin, blank, refuse_namesakes, sheets_of, theories
from tenfold.branding import Brand, palette
from tenfold.documents import FORMS, About, Colours
from tenfold.forms import Filled, read_form
from tenfold.library import Library
from tenfold.model import TheoryOfChange
from tenfold.model.shape import meaning_at
from tenfold.model.theory import PARTS
from tenfold.model.vocabulary import Licence, SheetKind

CONFIG = """
site_name: Small
site_url: SITE_URL
docs_dir: content
nav: []
theme: {name: material, font: false}
plugins: [PLUGINS]
"""
PLUGINS = "tenfold/library, tenfold/documents"
ADDRESS = "https://example.org/copy/"


def a_project(folder: Path, *, plugins: str = PLUGINS, site_url: str = ADDRESS, id: str = "hazel-lane") -> Path:
    """A project with a theory of change; where its mkdocs.yml is."""
    theory = yaml.safe_dump(THEORY, allow_unicode=True, sort_keys=False)
    a_content_folder(folder, {f"theories_of_change/{id}.yml": theory})
    config = folder / "mkdocs.yml"
    config.write_text(CONFIG.replace("PLUGINS", plugins).replace("SITE_URL", site_url), encoding="utf-8")
    return config


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    config = a_project(tmp_path_factory.mktemp("site"))
    build_site(config)
    return config.with_name("site")


def from_where(site: Path, id: str) -> str:
    """What the Word document of a theory says of itself."""
    content = (site / "downloads" / FORMS[0].name(id)).read_bytes()
    return str(docx.Document(BytesIO(content)).core_properties.comments)


@pytest.mark.parametrize("id", ["hazel-lane", "blank"])
def test_each_theory_and_the_form_can_be_taken_away(site: Path, id: str) -> None:
    for form in FORMS:
        assert (site / "downloads" / form.name(id)).read_bytes().startswith(b"PK")


@pytest.mark.parametrize("id", ["hazel-lane", "blank"])
def test_each_can_be_taken_away_as_a_record(site: Path, id: str) -> None:
    text = (site / f"downloads/{id}-theory-of-change.yml").read_text(encoding="utf-8")
    assert list(yaml.safe_load(text))[:2] == ["title", "summary"]


def test_a_record_to_fill_in_has_every_part_and_says_what_belongs_there(site: Path) -> None:
    text = (site / "downloads/blank-theory-of-change.yml").read_text(encoding="utf-8")
    for part in PARTS:
        assert f"\n{part}:\n" in text
        assert meaning_at(TheoryOfChange, (part,)) in " ".join(line.strip("# ") for line in text.splitlines())
    assert "# A theory of change, to fill in, from Small." in text


def test_a_page_links_to_the_documents_of_its_theory(site: Path) -> None:
    html = (site / "theories_of_change/hazel-lane/index.html").read_text(encoding="utf-8")
    for form in FORMS:
        assert f'href="../../downloads/{form.name("hazel-lane")}"' in html
        assert form.purpose in html


def test_a_document_names_the_page_the_licence_and_the_day_of_its_theory(site: Path) -> None:
    line = f"Small · {ADDRESS}theories_of_change/hazel-lane/ · CC BY 4.0 · content of 10 February 2026"
    assert from_where(site, "hazel-lane") == line


def test_the_form_has_the_day_of_the_newest_content(site: Path) -> None:
    assert from_where(site, "blank").endswith("content of 10 February 2026")


@pytest.mark.parametrize("kind", ["docx", "xlsx", "md", "json"])
def test_the_form_for_a_case_study_can_be_taken_away(site: Path, kind: str) -> None:
    raw = (site / "downloads" / f"case-study-template.{kind}").read_bytes()
    assert read_form(raw) == Filled({}, (), ())
    assert len(raw) > 5000


def test_building_twice_gives_the_same_documents(site: Path, tmp_path: Path) -> None:
    config = a_project(tmp_path)
    build_site(config)
    for file in sorted((site / "downloads").iterdir()):
        assert (tmp_path / "site/downloads" / file.name).read_bytes() == file.read_bytes()


def test_without_a_known_address_documents_name_none(tmp_path: Path) -> None:
    config: MkDocsConfig = load_config(str(a_project(tmp_path, site_url='""')))
    _, theory, about = blank(Library(()), config)
    assert theory is None
    assert about.address == ""
    assert about.licence is Licence.CC_BY
    assert list(theories((), config)) == []


def test_without_the_records_one_is_told_what_to_add(tmp_path: Path) -> None:
    config: MkDocsConfig = load_config(str(a_project(tmp_path)))
    del config.plugins["tenfold/library"]
    plugin = config.plugins["tenfold/documents"]
    assert isinstance(plugin, DocumentsPlugin)
    with pytest.raises(
        PluginError, match=r"tenfold/documents needs the records\. Add - tenfold/library below plugins:"
    ):
        plugin.on_config(config)


def test_a_theory_with_the_name_of_the_form_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BuildFailed, match=r'"blank" would have the names of others\. Give .*/blank\.yml another name'):
        build_site(a_project(tmp_path, id="blank"))


def test_names_that_differ_are_not_refused() -> None:
    about = About("Small", "", Licence.CC_BY, date(2026, 1, 1))
    refuse_namesakes([("one", None, about), ("two", None, about)])


class TestBrand:
    @pytest.fixture
    def config(self, tmp_path: Path) -> MkDocsConfig:
        return load_config(str(a_project(tmp_path)))

    def test_documents_and_sheets_are_in_the_colours_of_the_brand(self, config: MkDocsConfig) -> None:
        wear(config, Brand("Elm", "Elm Council", palette("#00543c", "#b76300")))
        accent = palette("#00543c", "#b76300").on_paper.accent
        assert blank(Library([]), config)[2].colours == Colours("00543C", accent.removeprefix("#").upper())
        library = a_library_with(the_gate=an_exercise(sheet__kind=SheetKind.ICEBERG))
        sheets = dict(sheets_of(library, config))
        assert b"#00543c" in sheets["downloads/exercise-the-gate.svg"]
        assert b"#12505b" not in sheets["downloads/exercise-the-gate.svg"]

    def test_a_brand_without_colours_leaves_them_as_they_are(self, config: MkDocsConfig) -> None:
        wear(config, Brand("Elm", "Elm Council"))
        assert blank(Library([]), config)[2].colours == Colours()

    def test_so_does_none(self, config: MkDocsConfig) -> None:
        assert blank(Library([]), config)[2].colours == Colours()
