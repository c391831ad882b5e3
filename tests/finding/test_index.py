"""The full-text index: what Pagefind is given, what is left of what it writes, and how its failures are told."""

from __future__ import annotations

import gzip
import json
import subprocess
from pathlib import Path

import pytest

from tenfold.finding import IndexFailed, index_pages, spellings
from tenfold.finding.pagefind import fragment, indexed

pytestmark = pytest.mark.usefixtures("programs")

OAK = '<main data-pagefind-body data-pagefind-meta="kind:Case study"><h1>Oak</h1><p>A greeting at the door.</p></main>'
ELM = '<main data-pagefind-body data-pagefind-meta="kind:Case study"><h1>Elm</h1><p>Lunch in small groups.</p></main>'
TERMS = "<main data-pagefind-body><h1>Glossary</h1><p>What words mean.</p></main>"
PAGES = {
    "case_studies/oak/": OAK,
    "case_studies/elm/": ELM,
    "glossary/": TERMS,
    "matrix/": "<main><h1>The matrix</h1></main>",
}


def a_site(folder: Path, changes: dict[str, str] | None = None, *, lang: str = "en-GB") -> Path:
    """A site of four pages, one of them not to be searched, with these pages in place of or beside them."""
    for address, html in (PAGES | (changes or {})).items():
        file = folder / address / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f'<!doctype html><html lang="{lang}"><title>x</title><body>{html}</body></html>', "utf-8")
    return folder


def contents(site: Path) -> dict[str, str]:
    """What the index holds of each page, by its address from the root of the site."""
    files = (site / "pagefind/fragment").iterdir()
    return {about["url"]: about["content"] for about in map(fragment, files)}


def snapshot(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def at_the_top(site: Path) -> set[str]:
    return {file.name for file in (site / "pagefind").iterdir() if file.is_file()}


def test_every_page_with_a_part_to_be_searched_is_indexed_and_no_other(tmp_path: Path) -> None:
    site = a_site(tmp_path)
    assert index_pages(site, ["oak"]) == 3
    assert set(contents(site)) == {"/case_studies/oak/", "/case_studies/elm/", "/glossary/"}


def test_what_a_browser_fetches_to_search_is_there(tmp_path: Path) -> None:
    site = a_site(tmp_path)
    index_pages(site, ["oak"])
    assert {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.en.pagefind"} <= at_the_top(site)
    entry = json.loads((site / "pagefind/pagefind-entry.json").read_text(encoding="utf-8"))
    assert list(entry["languages"]) == ["en"]
    assert entry["languages"]["en"]["page_count"] == 3
    assert f"pagefind.{entry['languages']['en']['hash']}.pf_meta" in at_the_top(site)
    assert list((site / "pagefind/index").glob("*.pf_index")) != []


def test_files_of_interfaces_that_we_do_not_use_are_gone(tmp_path: Path) -> None:
    site = a_site(tmp_path)
    index_pages(site, ["oak"])
    kept = {"cases.json", "pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.en.pagefind"}
    assert {name for name in at_the_top(site) if not name.endswith(".pf_meta")} == kept


def test_pages_of_a_frame_in_another_language_are_searched_as_english_ones(tmp_path: Path) -> None:
    site = a_site(tmp_path, lang="cy")
    assert index_pages(site, ["oak"]) == 3
    assert "wasm.en.pagefind" in at_the_top(site)


@pytest.mark.parametrize("cases", [["oak", "elm"], ["elm", "oak"], ["elm"], []], ids=",".join)
def test_the_case_studies_stand_in_the_order_that_was_asked_for(cases: list[str], tmp_path: Path) -> None:
    site = a_site(tmp_path)
    index_pages(site, cases)
    names = json.loads((site / "pagefind/cases.json").read_text(encoding="utf-8"))
    urls = [fragment(site / f"pagefind/fragment/{name}.pf_fragment")["url"] for name in names]
    assert urls == [f"/case_studies/{id}/" for id in cases]


def test_the_longer_words_of_the_pages_are_known_the_most_frequent_first(tmp_path: Path) -> None:
    site = a_site(tmp_path, {"more/": "<main data-pagefind-body><h1>More</h1><p>A small greeting.</p></main>"})
    index_pages(site, [])
    assert spellings(site) == ("greeting", "small", "glossary", "groups", "lunch", "words")


def test_each_page_of_an_index_has_a_name_and_an_address(tmp_path: Path) -> None:
    site = a_site(tmp_path)
    index_pages(site, [])
    found = list(indexed(site / "pagefind"))
    assert sorted(address for _, address in found) == sorted(contents(site))
    assert len({name for name, _ in found}) == 3


@pytest.mark.parametrize(
    "part",
    [
        pytest.param('<span class="tip">UNSAID</span>', id="the explanation of a term"),
        pytest.param('<nav class="crumbs">UNSAID</nav>', id="the way here"),
        pytest.param('<nav class="jump">UNSAID</nav>', id="the parts of the page"),
        pytest.param('<section class="no-print">UNSAID</section>', id="what is on no print-out"),
        pytest.param('<aside class="side unsearched">UNSAID</aside>', id="what says that it is not searched"),
        pytest.param('<section class="references"><p>UNSAID</p></section>', id="the bibliography"),
        pytest.param('<footer class="page-foot">UNSAID</footer>', id="the foot of the page"),
        pytest.param('<nav class="neighbours">UNSAID</nav>', id="the pages before and after"),
        pytest.param('<span class="sr">UNSAID</span>', id="words for those who listen"),
        pytest.param('<span class="count" data-pagefind-ignore>UNSAID</span>', id="a number before a heading"),
    ],
)
def test_what_a_page_does_not_say_itself_is_not_in_the_index(part: str, tmp_path: Path) -> None:
    page = f"<main data-pagefind-body><h1>Oak</h1>{part}<p>SAID</p></main><footer>UNSAID</footer>"
    site = a_site(tmp_path, {"case_studies/oak/": page})
    index_pages(site, ["oak"])
    assert "SAID" in contents(site)["/case_studies/oak/"]
    assert "UNSAID" not in contents(site)["/case_studies/oak/"]


def test_a_result_knows_the_kind_of_its_page_and_the_parts_that_one_can_go_to(tmp_path: Path) -> None:
    page = OAK.replace("<p>", '<h3 id="what-1">At the gate</h3><p>')
    site = a_site(tmp_path, {"case_studies/oak/": page})
    index_pages(site, ["oak"])
    (name,) = json.loads((site / "pagefind/cases.json").read_text(encoding="utf-8"))
    about = fragment(site / f"pagefind/fragment/{name}.pf_fragment")
    assert (about["meta"]["kind"], about["meta"]["title"]) == ("Case study", "Oak")
    assert [(anchor["id"], anchor["text"]) for anchor in about["anchors"]] == [("what-1", "At the gate")]


@pytest.mark.parametrize(
    "pages, cases, says",
    [
        pytest.param({}, ["oak", "fir", "elm"], "1 case study, the first of them fir", id="no page"),
        pytest.param(
            {"case_studies/elm/": "<main>Elm</main>"},
            ["oak", "elm"],
            "1 case study, the first of them elm",
            id="nothing to be searched",
        ),
        pytest.param({}, ["oak", "fir", "bay"], "2 case studies, the first of them fir", id="the first of several"),
    ],
)
def test_a_case_study_that_is_not_in_the_index_is_named(
    pages: dict[str, str], cases: list[str], says: str, tmp_path: Path
) -> None:
    with pytest.raises(IndexFailed, match=f"left out {says}"):
        index_pages(a_site(tmp_path, pages), cases)


def test_an_index_in_a_format_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "en_1234567.pf_fragment"
    file.write_bytes(gzip.compress(b'pagefind_two{"url": "/"}'))
    with pytest.raises(IndexFailed, match=r"^en_1234567\.pf_fragment is not as .* Use the locked version of Pagefind"):
        fragment(file)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b'pagefind_dcd{"url": "/"}', id="not packed"),
        pytest.param(gzip.compress(b'pagefind_dcd{"url": "/"}')[:-12], id="cut off"),
        pytest.param(gzip.compress(b'pagefind_dcd{"url'), id="half of it"),
        pytest.param(gzip.compress(b'pagefind_dcd{"address": "/"}'), id="no address"),
        pytest.param(gzip.compress(b"pagefind_dcd[1]"), id="a list"),
        pytest.param(b"", id="nothing"),
    ],
)
def test_a_damaged_page_of_an_index_is_refused(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "en_1234567.pf_fragment"
    file.write_bytes(data)
    with pytest.raises(IndexFailed, match="is not as this version"):
        fragment(file)


def test_a_page_that_changed_is_in_the_index_once(tmp_path: Path) -> None:
    index_pages(a_site(tmp_path), ["oak"])
    index_pages(a_site(tmp_path, {"case_studies/oak/": OAK.replace("Oak", "Old oak")}), ["oak"])
    pages = [fragment(file)["url"] for file in (tmp_path / "pagefind/fragment").iterdir()]
    assert pages.count("/case_studies/oak/") == 1


def test_nothing_of_a_page_that_cannot_be_read_is_guessed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def another_pagefind(command: list[str], **options: object) -> subprocess.CompletedProcess[str]:
        folder = tmp_path / "pagefind/fragment"
        folder.mkdir(parents=True)
        (folder / "en_1234567.pf_fragment").write_bytes(gzip.compress(b'pagefind_two{"url": "/case_studies/oak/"}'))
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(subprocess, "run", another_pagefind)
    with pytest.raises(IndexFailed, match="Use the locked version"):
        index_pages(a_site(tmp_path), ["oak"])
    assert not (tmp_path / "pagefind/cases.json").exists()


TRACEBACK = """Traceback (most recent call last):
  File "x.py", line 1, in <module>
    import pagefind_bin
ModuleNotFoundError: No module named 'pagefind_bin'
"""


@pytest.mark.parametrize(
    "said, written, reason",
    [
        pytest.param("No module named pagefind\n", "", "No module named pagefind", id="not installed"),
        pytest.param(TRACEBACK, "", "No module named 'pagefind_bin'", id="half installed"),
        pytest.param("", "The disk is full\n", "The disk is full", id="said where results go"),
        pytest.param("", "", "exit status 3", id="nothing said"),
        pytest.param("\n \n", "", "exit status 3", id="nothing but empty lines"),
    ],
)
def test_when_pagefind_fails_somebody_is_told_what_to_do(
    said: str, written: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, 3, stdout=written, stderr=said)
    )
    with pytest.raises(IndexFailed) as failed:
        index_pages(a_site(tmp_path), ["oak"])
    text = str(failed.value)
    assert text.startswith("Pagefind could not index the pages: ")
    assert reason in text
    assert "pip install 'pagefind[bin]'" in text
    assert "take - tenfold/search out of mkdocs.yml" in text
    assert "Traceback" not in text
    assert "\n" not in text


def test_a_site_without_pages_is_a_failure_that_says_so(tmp_path: Path) -> None:
    with pytest.raises(IndexFailed, match="did not contain any html files"):
        index_pages(tmp_path, [])


def test_indexing_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    site = a_site(tmp_path)
    index_pages(site, ["elm", "oak"])
    before = snapshot(site)
    index_pages(site, ["elm", "oak"])
    assert snapshot(site) == before


def test_the_same_pages_give_the_same_bytes_wherever_they_stand(tmp_path: Path) -> None:
    one, other = a_site(tmp_path / "one"), a_site(tmp_path / "another" / "folder")
    for site in (one, other):
        index_pages(site, ["elm", "oak"])
    assert snapshot(one / "pagefind") == snapshot(other / "pagefind")
    assert len(snapshot(one / "pagefind")) > 8


def test_the_pages_themselves_are_left_as_they_are(tmp_path: Path) -> None:
    site = a_site(tmp_path)
    before = snapshot(site)
    index_pages(site, ["oak"])
    assert {path: data for path, data in snapshot(site).items() if not path.startswith("pagefind/")} == before
