"""The site of the real content, as files: whole, linked, valid, and each page with its own metadata."""

import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin

import html5lib
import pytest
from tests.support.builders import PROJECT
from tests.support.validity import html_faults

from tenfold.checking import check_content

XHTML = "{http://www.w3.org/1999/xhtml}"
MOST_HTML = 100_000


@pytest.fixture(scope="module")
def pages(real_site: Path) -> dict[str, Any]:
    """Every page by its path, parsed as a browser parses it."""
    files = sorted(real_site.rglob("*.html"))
    return {file.relative_to(real_site).as_posix(): html5lib.parse(file.read_bytes()) for file in files}


def all_of(page: Any, tag: str) -> list[Any]:
    return list(page.iter(XHTML + tag))


def meta(page: Any, name: str) -> str | None:
    found = [tag for tag in all_of(page, "meta") if name in {tag.get("name"), tag.get("property")}]
    return found[0].get("content") if len(found) == 1 else None


def test_the_real_content_has_no_problems() -> None:
    checked = check_content(PROJECT / "content")
    assert [str(problem) for problem in checked.problems] == []
    assert len(checked.library.cases) == 13
    assert len(checked.library.features) == 10
    assert sorted(len(framework.items) for framework in checked.library.frameworks.values()) == [5, 6]


def test_words_of_two_cells_are_two_words_where_search_reads_the_text_alone(pages: dict[str, Any]) -> None:
    apart = {"td", "th", "dt", "dd"}
    joined = [
        (path, first.tag.removeprefix(XHTML), "".join(first.itertext())[:40])
        for path, page in pages.items()
        for around in page.iter()
        for first, second in pairwise(around)
        if {str(each.tag).removeprefix(XHTML) for each in (first, second)} <= apart and not first.tail
    ]
    assert joined == []


def test_every_link_and_anchor_leads_somewhere(real_site: Path, pages: dict[str, Any]) -> None:
    anchors = {path: {tag.get("id") for tag in page.iter() if tag.get("id")} for path, page in pages.items()}
    dead = []
    count = 0
    for path, page in pages.items():
        for tag in page.iter():
            for attribute in ("href", "src"):
                target = tag.get(attribute)
                if target and not target.startswith(("http:", "https:", "mailto:", "data:")):
                    count += 1
                    dead += [] if leads_somewhere(real_site, path, target, anchors) else [(path, target)]
    assert dead == []
    assert count > 5000


def leads_somewhere(site: Path, path: str, target: str, anchors: dict[str, set[str]]) -> bool:
    address, anchor = urldefrag(urljoin(f"/{path}", target))
    file = unquote(address.partition("?")[0]).lstrip("/")
    file = f"{file}index.html" if file == "" or file.endswith("/") else file
    return (site / file).is_file() and (not anchor or file not in anchors or unquote(anchor) in anchors[file])


def test_no_page_is_over_a_hundred_kilobytes(real_site: Path, pages: dict[str, Any]) -> None:
    sizes = {path: (real_site / path).stat().st_size for path in pages}
    assert {path: size for path, size in sizes.items() if size > MOST_HTML} == {}


def test_each_page_has_a_title_and_a_description_of_its_own(pages: dict[str, Any]) -> None:
    own = {path: page for path, page in pages.items() if path != "404.html"}
    titles = {path: "".join(all_of(page, "title")[0].itertext()).strip() for path, page in own.items()}
    descriptions = {path: meta(page, "description") for path, page in own.items()}
    assert len(set(titles.values())) == len(own)
    assert len(set(descriptions.values())) == len(own)
    assert all(descriptions.values())


def test_each_page_has_open_graph_data_that_agrees_with_it(pages: dict[str, Any]) -> None:
    for path, page in pages.items():
        if path != "404.html":
            assert meta(page, "og:description") == meta(page, "description"), path
            assert meta(page, "og:title"), path
            assert meta(page, "og:site_name") == "Tenfold", path
            assert meta(page, "og:type") == ("article" if is_case(path) else "website"), path


def is_case(path: str) -> bool:
    return path.startswith("case_studies/") and path.count("/") == 2


def test_each_page_has_valid_json_ld(pages: dict[str, Any]) -> None:
    kinds = set()
    for path, page in pages.items():
        scripts = [tag for tag in all_of(page, "script") if tag.get("type") == "application/ld+json"]
        if path != "404.html":
            (script,) = scripts
            data = json.loads(script.text)
            assert data["@context"] == "https://schema.org"
            kinds |= {node["@type"] for node in data["@graph"]}
    assert kinds == {"WebPage", "Article", "DefinedTerm", "DefinedTermSet", "CollectionPage", "HowTo"}


def test_each_page_has_one_first_heading_and_skips_no_level(pages: dict[str, Any]) -> None:
    for path, page in pages.items():
        levels = [int(tag.tag[-1]) for tag in page.iter() if tag.tag in {f"{XHTML}h{level}" for level in range(1, 7)}]
        assert levels.count(1) == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), path


def test_edit_this_page_opens_the_record(real_site: Path, pages: dict[str, Any]) -> None:
    (link,) = [tag for tag in all_of(pages["case_studies/carr-manor/index.html"], "a") if tag.get("class") == "edit"]
    file = real_site / urljoin("case_studies/carr-manor/", link.get("href"))
    assert file.read_bytes() == (PROJECT / "content/case_studies/carr-manor.yml").read_bytes()


def test_nothing_of_the_content_folder_is_published_but_records_and_pages(real_site: Path) -> None:
    offered = real_site / "downloads"
    kinds = {file.suffix for file in real_site.rglob("*") if file.is_file() and offered not in file.parents}
    assert not kinds & {".md", ".jinja", ".py", ".gz", ".lock"}


def test_no_page_holds_an_address_of_this_machine(real_site: Path) -> None:
    for file in real_site.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert str(PROJECT) not in text
        if file.parent.name != "host-your-own":  # which tells how to look at a copy on one's own computer
            assert "127.0.0.1" not in text


def test_the_same_content_gives_the_same_bytes(real_site: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tenfold", "build", "--site", str(tmp_path / "again")]
    subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": "7"})
    again = {file.relative_to(tmp_path / "again"): file.read_bytes() for file in files_below(tmp_path / "again")}
    assert again == {file.relative_to(real_site): file.read_bytes() for file in files_below(real_site)}


def files_below(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file()]


def test_every_page_is_valid_html(real_site: Path) -> None:
    assert html_faults(real_site) == ""
