"""A site with search, and one without: which files there are, what they know, and what stops a build."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.support.builders import BASE, a_content_folder
from tests.support.commands import run_tenfold
from tests.support.sites import parsed

from tenfold.adapters.building import BuildFailed, build_site
from tenfold.finding.pagefind import fragment
from tenfold.pages import planning

pytestmark = pytest.mark.usefixtures("programs")

CONFIG = """
site_name: Small
docs_dir: content
nav: []
theme: {name: material, font: false}
plugins: [PLUGINS]
"""
FINDING = ("find/index.html", "compare/index.html", "my-setting/index.html")
DATA = (
    "find/table.json",
    "find/cards/0.json",
    "compare/names.json",
    "compare/cases/elm.json",
    "compare/cases/oak.json",
    "pagefind/cases.json",
    "pagefind/pagefind.js",
    "pagefind/pagefind-entry.json",
)
WITHDRAWAL = "withdrawal:\n  on: 2026-02-03\n  reason: The school asked us to.\n"


def a_study(name: str, *, status: str = "published", more: str = "") -> str:
    """The file of a case study that differs from the base one by its setting and its status."""
    oak = (BASE / "case_studies/oak.yml").read_text(encoding="utf-8")
    return oak.replace("Oak Primary School", name).replace("status: published", f"status: {status}") + more


STUDIES: dict[str, str | bytes] = {
    "case_studies/elm.yml": a_study("Elm School", status="under_review", more="aliases:\n  - old-elm\n"),
    "case_studies/ash.yml": a_study("Ash School", status="draft", more="aliases:\n  - old-ash\n"),
    "case_studies/yew.yml": a_study("Yew School", status="withdrawn", more=f"aliases:\n  - old-yew\n{WITHDRAWAL}"),
}


def a_project(folder: Path, plugins: str = "tenfold/library, tenfold/search") -> Path:
    """A project with the base case study and one of each other status; where its mkdocs.yml is."""
    folder.mkdir(exist_ok=True)
    a_content_folder(folder, STUDIES)
    config = folder / "mkdocs.yml"
    config.write_text(CONFIG.replace("PLUGINS", plugins), encoding="utf-8")
    return config


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with search, to read from."""
    config = a_project(tmp_path_factory.mktemp("with") / "project")
    build_site(config)
    return config.with_name("site")


@pytest.fixture(scope="module")
def plain_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same without search."""
    config = a_project(tmp_path_factory.mktemp("without") / "project", plugins="tenfold/library")
    build_site(config)
    return config.with_name("site")


def snapshot(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def read(file: Path) -> Any:
    return json.loads(file.read_text(encoding="utf-8"))


def index_of(site: Path) -> dict[str, str]:
    """What the index holds of each page, by its address."""
    found = map(fragment, (site / "pagefind/fragment").iterdir())
    return {about["url"].removeprefix("/"): about["content"] for about in found}


def numbers_of_the_matrix(site: Path) -> list[str]:
    """Where the numbers in the cells of the matrix lead."""
    page = parsed((site / "matrix/index.html").read_text(encoding="utf-8"))
    rows = [row for row in page.iter("tr") if row.find("th").get("class") in {"all", "some", "staff"}]
    return [link.get("href") for row in rows for cell in row.findall("td") for link in cell.iter("a")]


def mkdocs(config: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    return subprocess.run(command, cwd=config.parent, capture_output=True, text=True, check=False)


def test_a_site_with_search_has_its_pages_its_data_and_its_index(site: Path) -> None:
    assert [file for file in (*FINDING, *DATA) if not (site / file).is_file()] == []
    assert list((site / "pagefind/index").glob("*.pf_index")) != []


def test_without_the_plugin_there_is_nothing_of_it(plain_site: Path) -> None:
    assert [file for file in (*FINDING, *DATA) if (plain_site / file).exists()] == []
    assert [name for name in ("find", "compare", "my-setting", "pagefind") if (plain_site / name).exists()] == []


def test_with_search_every_page_has_a_form_and_the_module_that_works_on_it(site: Path) -> None:
    for file in site.rglob("*.html"):
        html = file.read_text(encoding="utf-8")
        assert html.count('role="search"') == 1, file
        assert "assets/find/everywhere.js" in html, file


@pytest.mark.parametrize("page, script", [("find", "finder"), ("compare", "compare"), ("my-setting", "my-setting")])
def test_a_page_of_finding_has_a_module_of_its_own_that_is_there(page: str, script: str, site: Path) -> None:
    html = (site / page / "index.html").read_text(encoding="utf-8")
    assert f'<script type="module" src="../assets/find/{script}.js"></script>' in html
    assert (site / f"assets/find/{script}.js").is_file()


def test_without_search_no_page_has_a_form_or_a_module_and_none_leads_to_finding(plain_site: Path) -> None:
    pages = {file: file.read_text(encoding="utf-8") for file in plain_site.rglob("*.html")}
    assert len(pages) > 20
    for file, html in pages.items():
        page = parsed(html)
        assert [form.get("action") for form in page.iter("form")] == [], file
        assert [script.get("src") for script in page.iter("script") if script.get("type") == "module"] == [], file
        links = {link.get("href", "").split("?")[0].lstrip("./") for link in page.iter("a")}
        assert links & {"find/", "compare/", "my-setting/"} == set(), file


def test_the_numbers_of_the_matrix_lead_to_the_finder_where_there_is_one(site: Path, plain_site: Path) -> None:
    every = "../browse/feature/belonging-first/"
    assert numbers_of_the_matrix(site) == ["../find/?feature=belonging-first&phase=primary", every]
    assert numbers_of_the_matrix(plain_site) == [every, every]


def test_the_table_knows_what_is_published_and_says_what_is_gone_or_moved(site: Path) -> None:
    table = read(site / "find/table.json")
    assert table["cases"] == ["elm", "oak"]
    assert table["withdrawn"] == ["old-yew", "yew"]
    assert table["moved"] == {"old-elm": "elm"}


def test_cards_columns_and_names_are_those_of_the_table(site: Path) -> None:
    assert list(read(site / "find/cards/0.json")) == ["elm", "oak"]
    assert sorted(file.stem for file in (site / "compare/cases").iterdir()) == ["elm", "oak"]
    assert read(site / "compare/names.json") == ["Elm School", "Oak Primary School"]
    assert read(site / "compare/cases/elm.json")["name"] == "Elm School"


def test_the_case_studies_of_the_index_stand_in_the_order_of_the_table(site: Path) -> None:
    names = read(site / "pagefind/cases.json")
    urls = [fragment(site / f"pagefind/fragment/{name}.pf_fragment")["url"] for name in names]
    assert urls == [f"/case_studies/{id}/" for id in read(site / "find/table.json")["cases"]]


@pytest.mark.parametrize("address", ["yew/", "ash/", "old-elm/", "old-yew/", "old-ash/", ""])
def test_what_is_withdrawn_a_draft_moved_or_a_list_is_not_in_the_index(address: str, site: Path) -> None:
    assert "case_studies/oak/" in index_of(site)
    assert f"case_studies/{address}" not in index_of(site)


def test_nobody_finds_the_name_of_what_is_not_published(site: Path) -> None:
    texts = {file.relative_to(site).as_posix(): file.read_text("utf-8") for file in site.rglob("*.json")}
    texts |= index_of(site)
    assert len(texts) > 20
    assert [name for name, text in texts.items() if "Ash School" in text or "Yew School" in text] == []


def test_the_pages_of_finding_are_not_found_themselves(site: Path) -> None:
    assert set(index_of(site)) & {"find/", "compare/", "my-setting/", "", "404.html"} == set()


def test_every_other_record_is_in_the_index(site: Path) -> None:
    wanted = {"case_studies/elm/", "features/belonging-first/", "frameworks/fair-start/know-everyone/", "toolkit/"}
    assert wanted | {"glossary/", "sources/", "browse/phase/primary/"} <= set(index_of(site))


def test_only_the_first_page_of_a_long_list_is_in_the_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planning, "PER_PAGE", 1)
    config = a_project(tmp_path)
    build_site(config)
    assert (tmp_path / "site/browse/phase/primary/page/2/index.html").is_file()
    assert "browse/phase/primary/" in index_of(tmp_path / "site")
    assert [address for address in index_of(tmp_path / "site") if "/page/2/" in address] == []


def test_many_case_studies_are_spread_over_files_of_cards(tmp_path: Path) -> None:
    config = a_project(tmp_path)
    for number in range(19):
        (tmp_path / f"content/case_studies/more-{number:02}.yml").write_text(a_study(f"School {number:02}"), "utf-8")
    build_site(config)
    site = tmp_path / "site"
    table = read(site / "find/table.json")
    files = [list(read(site / f"find/cards/{number}.json")) for number in range(3)]
    assert [len(ids) for ids in files] == [table["cards_a_file"], table["cards_a_file"], 1]
    assert [id for ids in files for id in ids] == table["cases"]
    assert not (site / "find/cards/3.json").exists()


MENTIONS = [
    ("features/belonging-first.yml", "    cases:\n      - oak\n", ""),
    ("toolkit/index.md", "case:oak", "https://example.org"),
]
"""What of the base content mentions its case study: the file, the words, and what may stand there instead."""


def test_a_site_without_case_studies_can_be_searched_too(tmp_path: Path) -> None:
    config = a_project(tmp_path)
    content = tmp_path / "content"
    for file in (content / "case_studies").iterdir():
        file.unlink()
    for path, mention, instead in MENTIONS:
        text = (content / path).read_text(encoding="utf-8").replace(mention, instead)
        (content / path).write_text(text, encoding="utf-8")
    build_site(config)
    assert read(tmp_path / "site/find/table.json")["cases"] == []
    assert read(tmp_path / "site/pagefind/cases.json") == []
    assert not (tmp_path / "site/find/cards").exists()
    assert "glossary/" in index_of(tmp_path / "site")


def test_mkdocs_itself_builds_the_same_search(site: Path, tmp_path: Path) -> None:
    config = a_project(tmp_path / "project")
    done = mkdocs(config)
    assert done.returncode == 0, done.stderr
    data = {name: content for name, content in snapshot(site).items() if name in DATA}
    assert {name: content for name, content in snapshot(config.with_name("site")).items() if name in DATA} == data
    assert len(data) == len(DATA)


def test_two_builds_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    """In a process of its own, where sets have another order."""
    config = a_project(tmp_path / "project")
    done = run_tenfold("build", folder=config.parent, PYTHONHASHSEED="7")
    assert done.returncode == 0, done.stderr
    assert snapshot(config.with_name("site")) == snapshot(site)


def test_search_may_stand_before_the_library(site: Path, tmp_path: Path) -> None:
    config = a_project(tmp_path / "project", plugins="tenfold/search, tenfold/library")
    build_site(config)
    assert snapshot(config.with_name("site")) == snapshot(site)


@pytest.mark.parametrize(
    "plugins, says",
    [
        pytest.param("tenfold/search", "Add - tenfold/library below plugins:", id="without the library"),
        pytest.param("tenfold/library, tenfold/search, search", "Take - search out of mkdocs.yml", id="with another"),
        pytest.param("search, tenfold/library, tenfold/search", "Take - search out of mkdocs.yml", id="after another"),
    ],
)
def test_plugins_that_do_not_go_together_stop_a_build_and_say_which_line_to_change(
    plugins: str, says: str, tmp_path: Path
) -> None:
    config = a_project(tmp_path, plugins=plugins)
    with pytest.raises(BuildFailed, match=says):
        build_site(config)
    assert not (tmp_path / "site").exists()
    done = mkdocs(config)
    assert done.returncode == 1
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def failing(command: list[str], **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.CompletedProcess(command, 1, stdout="", stderr="No module named pagefind\n")


def test_a_failure_of_pagefind_leaves_the_former_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = a_project(tmp_path)
    build_site(config)
    before = snapshot(tmp_path / "site")
    monkeypatch.setattr(subprocess, "run", failing)
    (tmp_path / "content/case_studies/fir.yml").write_text(a_study("Fir School"), encoding="utf-8")
    with pytest.raises(BuildFailed, match=r"No module named pagefind.*pip install 'pagefind\[bin\]'") as failed:
        build_site(config)
    assert "Traceback" not in str(failed.value)
    assert snapshot(tmp_path / "site") == before
    assert list(tmp_path.glob(".site-building-*")) == []


def test_without_pagefind_a_site_without_search_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", failing)
    assert "2 case studies" in build_site(a_project(tmp_path, plugins="tenfold/library"))


def test_a_page_that_a_local_host_took_out_of_the_index_is_named(tmp_path: Path) -> None:
    config = a_project(tmp_path)
    local = tmp_path / "overrides/fragments"
    local.mkdir(parents=True)
    (local / "case_study.html.jinja").write_text("<article><h1>{{ case.title }}</h1></article>", encoding="utf-8")
    text = config.read_text(encoding="utf-8").replace("font: false", "font: false, custom_dir: overrides")
    config.write_text(text, encoding="utf-8")
    with pytest.raises(BuildFailed, match="Pagefind left out 2 case studies, the first of them elm"):
        build_site(config)
