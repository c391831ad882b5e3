"""A copy that withholds one of each kind, built whole with an offline copy: no file of it tells anything of them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.support.validity import html_faults
from tests.support.withholding import ADDRESSES, HERE, ID, THERE, WORD, a_withholding_copy, contents, unpacked

from tenfold.adapters.offline import build_offline
from tenfold.cli import main
from tenfold.finding.pagefind import indexed
from tenfold.local.copy import read_copy
from tenfold.pages.statements import facts
from tenfold.publishing.verifying import verify

pytestmark = pytest.mark.usefixtures("programs")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("withholding")
    a_withholding_copy(place)
    build_offline(place / "mkdocs.yml")
    return place


@pytest.fixture(scope="module")
def site(folder: Path) -> Path:
    return folder / "site"


def telling(path: str, raw: bytes) -> bool:
    """Whether a file holds the word, but for the address of a page in the page itself and in the name of its file."""
    text = raw.decode("utf-8", "ignore").lower()
    own = next((each for each in ADDRESSES if path.endswith(f"/{each}index.html") or path == f"{each}index.html"), None)
    return ID in (text.replace(own, "") if own else text)


def test_the_word_is_there_where_nothing_is_withheld(tmp_path: Path) -> None:
    """What is looked for below is found, in files of every kind."""
    a_withholding_copy(tmp_path, f"address: {HERE}\n")
    build_offline(tmp_path / "mkdocs.yml")
    found = {re.sub(r".*\.", "", path.rstrip("!")) for path, raw in contents(tmp_path / "site") if telling(path, raw)}
    wanted = {"html", "json", "yml", "txt", "xml", "docx", "pptx", "xlsx", "svg", "pf_fragment"}
    assert wanted - found == {"docx", "pptx", "xlsx"}  # it is in what is packed in these
    assert telling(*[each for each in contents(tmp_path / "site") if "pptx!ppt/slides/slide1.xml" in each[0]][-1])


def test_no_file_of_the_site_tells_anything(site: Path) -> None:
    assert [path for path, raw in contents(site) if telling(path, raw)] == []


def test_no_file_has_it_in_its_name(site: Path) -> None:
    names = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    assert {name for name in names if ID in name} == {f"{each}index.html" for each in ADDRESSES if ID in each}


def test_the_offline_copy_tells_nothing_either(folder: Path) -> None:
    packed = (folder / "site-offline.zip").read_bytes()
    assert [path for path, raw in unpacked("offline", packed) if telling(path, raw)] == []


def test_every_address_answers_and_leads_on(site: Path) -> None:
    assert verify(site, pages=[*ADDRESSES]) == []
    for address, above in ADDRESSES.items():
        html = (site / address / "index.html").read_text(encoding="utf-8")
        root = "../" * address.count("/")
        assert "<title>This page is not available here - Inclusion in Exampleton</title>" in html
        assert f'href="{root}{above}"' in html
        assert f'href="{root}"' in html
        assert '<meta name="robots" content="noindex">' in html


def test_nothing_leads_to_the_same_in_the_original(site: Path) -> None:
    linked = {
        link
        for _, raw in contents(site)
        for link in re.findall(rf"{re.escape(THERE)}[^\"<\s]*", raw.decode("utf-8", "ignore"))
    }
    assert THERE in linked
    assert not [link for link in linked if link.removeprefix(THERE) in ADDRESSES]
    assert "data-original" not in (site / "404.html").read_text(encoding="utf-8")


def test_it_is_in_no_map_no_index_and_no_table(site: Path) -> None:
    listed = re.findall(r"<loc>([^<]*)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))
    searched = {address.lstrip("/") for _, address in indexed(site / "pagefind")}
    table = json.loads((site / "find/table.json").read_text(encoding="utf-8"))
    assert not ADDRESSES.keys() & {address.removeprefix(HERE) for address in listed}
    assert not ADDRESSES.keys() & searched
    assert sorted(table["cases"]) == ["elm", "oak"]


def test_files_behind_pages_stay_what_they_are_but_for_it(site: Path) -> None:
    text = (site / "case_studies/elm.yml").read_text(encoding="utf-8")
    assert "- oak" in text
    assert "It speaks of this one, this one" in text
    assert "oak-report:" in (site / "sources.yml").read_text(encoding="utf-8")
    assert "We did this one, this one" in (site / "toolkit/what-we-do.txt").read_text(encoding="utf-8")


def test_what_goes_with_it_is_not_counted(folder: Path) -> None:
    copy = read_copy(folder)
    assert facts(copy.check().library.public, copy).own == ("1 case study", "1 annotation", "1 local note")


def test_the_ledger_of_a_copy_may_list_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [f"case_studies/{ID}-old/ case 2026-01-10\n", f"case_studies/{ID}/ case 2026-01-10\n"]
    (folder / "content/urls.txt").write_text("".join(lines), encoding="utf-8")
    assert main(["check", str(folder / "content")]) == 0, capsys.readouterr().out
    build_offline(folder / "mkdocs.yml")


def test_every_page_of_it_is_valid_html(site: Path) -> None:
    assert html_faults(site) == ""


def test_the_word_is_not_only_missing_because_nothing_was_built(site: Path) -> None:
    assert WORD not in (site / "case_studies/elm/index.html").read_text(encoding="utf-8")
    assert "It speaks of this one" in (site / "case_studies/elm/index.html").read_text(encoding="utf-8")
