"""A copy that hides one of each kind, built whole: each link leads somewhere, and no list has what is hidden."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from tests.support.hiding import FORMER, HERE, LISTS, NAMES, a_hiding_copy, whole_config
from tests.support.validity import html_faults

from tenfold.adapters.offline import build_offline
from tenfold.cli import main
from tenfold.finding.pagefind import indexed
from tenfold.local.copy import read_copy
from tenfold.pages.statements import facts
from tenfold.publishing.verifying import verify

pytestmark = pytest.mark.usefixtures("programs")

NOTE = "on: {}\ntext: In our borough, call the team first.\nwritten: 2026-02-01\n"
NOTED = ("case:oak", "framework:fair-start", "framework:fair-start/know-everyone", "resource:inclusion-team")
STATEMENT = "---\ntitle: {}\ndescription: What is true of this site.\n---\nIt is so.\n"
FILES = {
    **{f"content/notes/on-{number}.yml": NOTE.format(on) for number, on in enumerate(NOTED)},
    "upstream/content/about/privacy.md": STATEMENT.format("Privacy"),
    "upstream/content/about/accessibility.md": STATEMENT.format("Accessibility"),
    "mkdocs.yml": whole_config(),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy, built with an offline copy."""
    place = tmp_path_factory.mktemp("hiding")
    a_hiding_copy(place, files=FILES)
    build_offline(place / "mkdocs.yml")
    return place


@pytest.fixture(scope="module")
def site(folder: Path) -> Path:
    return folder / "site"


def test_every_address_of_the_original_answers_and_every_link_leads_somewhere(site: Path) -> None:
    assert verify(site, pages=[*NAMES, *LISTS, *FORMER]) == []


def test_what_is_hidden_is_in_no_map_no_index_and_no_table(site: Path) -> None:
    hidden = {*NAMES, *LISTS, *FORMER}
    listed = re.findall(r"<loc>([^<]*)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))
    searched = {address.lstrip("/") for _, address in indexed(site / "pagefind")}
    table = json.loads((site / "find/table.json").read_text(encoding="utf-8"))
    assert not hidden & {address.removeprefix(HERE) for address in listed}
    assert not hidden & searched
    assert table["cases"] == ["elm"]
    assert not [facet for facet in table["facets"] if facet.startswith("framework")]


def test_search_engines_are_told_to_pass_over_what_is_left_out(site: Path) -> None:
    for address in (*NAMES, *LISTS):
        assert '<meta name="robots" content="noindex">' in (site / address / "index.html").read_text(encoding="utf-8")


def test_no_file_of_what_is_hidden_is_published(site: Path) -> None:
    names = {file.relative_to(site).as_posix() for file in site.rglob("*.*") if file.suffix != ".html"}
    words = ("oak", "hazel", "gate", "fair-start", "inclusion-team", "evidence.txt")
    assert not [name for name in names if any(word in name for word in words)]
    assert "case_studies/elm.yml" in names


def test_an_offline_copy_has_the_same_pages(folder: Path) -> None:
    with zipfile.ZipFile(folder / "site-offline.zip") as packed:
        names = {name.partition("/site/")[2] for name in packed.namelist()}
        page = next(name for name in packed.namelist() if name.endswith("toolkit/evidence/index.html"))
        html = packed.read(page).decode()
    assert {f"{address}index.html" for address in (*NAMES, *LISTS, *FORMER)} <= names
    assert 'href="../../toolkit/index.html"' in html


def test_notes_on_what_is_hidden_are_not_counted(folder: Path) -> None:
    copy = read_copy(folder)
    assert facts(copy.check().library, copy).own == ("1 case study",)


def test_each_note_on_what_is_hidden_is_told(folder: Path) -> None:
    said = [problem for problem in read_copy(folder).check().problems if problem.rule == "note_hidden"]
    assert len(said) == len(NOTED)
    assert "you hide what this note is on, so nobody sees it" in str(said[0])


def test_the_ledger_of_a_copy_may_list_what_it_hides(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    again = tmp_path / "again"
    shutil.copytree(folder, again, ignore=shutil.ignore_patterns("site*"))
    lines = sorted(f"{address} page 2026-01-10\n" for address in (*NAMES, *FORMER) if "starting-theory" not in address)
    kept = [line for line in lines if "contribute/examples" not in line]
    (again / "content/urls.txt").write_text("".join(kept), encoding="utf-8")
    assert main(["check", str(again / "content")]) == 0, capsys.readouterr().out


def test_every_page_of_it_is_valid_html(site: Path) -> None:
    assert html_faults(site) == ""
