"""A small site copied whole: what is in the copy, what of it is refused, and how it is packed."""

from __future__ import annotations

import gzip
import json
import os
import zipfile
from datetime import date
from pathlib import Path

import pytest

from tenfold.finding.pagefind import MAGIC
from tenfold.offline import About, OfflineFailed, copy_site, pack
from tenfold.offline.verifying import verify_copy

ABOUT = About("Oak Toolkit", date(2026, 11, 1))
DOM = "export const el = 1;\n"
FINDER = 'import { el } from "./dom.js";\nel;\n'
HTML = '<!doctype html><head><link rel="stylesheet" href="{root}assets/a.css"></head><body>{body}</body>'
FRAGMENT = {"url": "/case_studies/oak/", "content": "Oak.", "meta": {"title": "Oak"}, "anchors": []}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with a page, the finder, a download, data and Pagefind's index."""
    files = {
        "index.html": HTML.format(root="./", body='<a href="find/">Find</a><a href="a.docx">Word</a>'),
        "find/index.html": HTML.format(
            root="../",
            body='<h1 id="top">x</h1><a href="../">Home</a>'
            '<script type="module" src="../assets/find/finder.js"></script>',
        ),
        "404.html": '<a href="/">Home</a>',
        "sitemap.xml": "<urlset/>",
        "a.docx": "Word",
        "assets/a.css": '@font-face { src: url("vendor/a.woff2") format("woff2"); }',
        "assets/vendor/a.woff2": "font",
        "assets/plain.js": "run();\n",
        "assets/find/dom.js": DOM,
        "assets/find/finder.js": FINDER,
        "find/table.json": json.dumps({"cases": ["oak"]}),
        "find/cards/0.json": json.dumps({"oak": {"card": '<a href="../find/#top">Oak</a>', "had": ""}}),
        "schemas/a.json": "{}",
        "pagefind/pagefind.js": "export const x = 1;",
    }
    folder = tmp_path / "site"
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "pagefind/fragment").mkdir()
    packed = gzip.compress(MAGIC + json.dumps(FRAGMENT).encode())
    (folder / "pagefind/fragment/en_1.pf_fragment").write_bytes(packed)
    return folder


def paths(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_all_that_readers_use_is_in_it_and_nothing_that_only_a_server_has_a_use_for(site: Path, tmp_path: Path) -> None:
    copy = copy_site(site, tmp_path / "copy", ABOUT)
    assert paths(copy.folder) == [
        "READ ME FIRST.txt",
        "START HERE.html",
        "site/a.docx",
        "site/assets/a.css",
        "site/assets/plain.js",
        "site/assets/vendor/a.woff2",
        "site/find/cards/0.js",
        "site/find/index.html",
        "site/find/table.js",
        "site/index.html",
        "site/offline/here.js",
        "site/offline/modules.js",
        "site/offline/texts/0.js",
        "site/offline/words.js",
        "site/schemas/a.json",
    ]
    assert (copy.pages, copy.downloads) == (2, 1)
    assert verify_copy(copy.folder) == []


def test_what_scripts_fetch_comes_as_scripts_with_links_to_files(site: Path, tmp_path: Path) -> None:
    inner = copy_site(site, tmp_path / "copy", ABOUT).folder / "site"
    assert (inner / "find/cards/0.js").read_text(encoding="utf-8") == (
        'tenfoldData("find/cards/0.json",{"oak":{"card":"<a href=\\"../find/index.html#top\\">Oak</a>","had":""}});\n'
    )
    assert '"cases":[0]' in (inner / "offline/words.js").read_text(encoding="utf-8")
    assert "base64,Zm9udA==" in (inner / "assets/a.css").read_text(encoding="utf-8")


def test_the_site_stays_as_it_is(site: Path, tmp_path: Path) -> None:
    before = {name: (site / name).read_bytes() for name in paths(site)}
    copy_site(site, tmp_path / "copy", ABOUT)
    assert {name: (site / name).read_bytes() for name in paths(site)} == before


def test_a_site_without_search_is_copied_without_an_index(site: Path, tmp_path: Path) -> None:
    (site / "find/table.json").unlink()
    (site / "find/index.html").write_text('<h1 id="top">x</h1>', encoding="utf-8")
    inner = copy_site(site, tmp_path / "copy", ABOUT).folder / "site"
    assert not (inner / "offline/words.js").exists()
    assert not (inner / "assets/find/finder.js").exists()


@pytest.mark.parametrize(
    "name, text, said",
    [
        pytest.param("b/index.html", '<a href="../c/">c</a>', r'"../c/index.html" names no file', id="a dead link"),
        pytest.param("b/index.html", '<a href="../find/#x">c</a>', "a part of the page that is not", id="a dead part"),
        pytest.param("b/index.html", '<a href="/find/">c</a>', '"/find/index.html" names no file', id="from the root"),
        pytest.param(
            "b/index.html", '<img src="https://example.org/a.png">', "loads .https://example.org", id="an image"
        ),
        pytest.param(
            "b/index.html",
            '<script type="module" src="https://example.org/a.js"></script>',
            "loads a script as a module",
            id="a module from elsewhere",
        ),
        pytest.param("assets/own.js", 'fetch("x.json");', "it needs a server: “fetch", id="a script that fetches"),
        pytest.param("assets/b.css", "a { background: url(b.png); }", '"b.png" leads nowhere', id="a missing picture"),
        pytest.param(
            "assets/b.css", "a { background: url(//example.org/b.png); }", "from the internet", id="a picture elsewhere"
        ),
        pytest.param(
            "find/cards/1.json", '{"elm": {"card": "<a href=\\"../elm/\\">Elm</a>"}}', "names no file", id="in a card"
        ),
        pytest.param("downloads/aux.docx", "x", "Windows does not take this name", id="a name that Windows keeps"),
        pytest.param("downloads/a:b.docx", "x", "Windows does not take this name", id="a sign that Windows refuses"),
        pytest.param("A.docx", "x", 'the same as "site/A.docx"', id="capitals alone differ"),
        pytest.param(f"{'long' * 30}/{'name' * 10}.docx", "x", "longer than 150 letters", id="too long"),
    ],
)
def test_a_copy_that_does_not_hold_together_is_refused(
    name: str, text: str, said: str, site: Path, tmp_path: Path
) -> None:
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).write_text(text, encoding="utf-8")
    with pytest.raises(OfflineFailed, match=rf"(?s)does not hold together \([12] faults?\).*{said}"):
        copy_site(site, tmp_path / "copy", ABOUT)


def test_a_packed_copy_has_one_folder_and_the_same_bytes_each_time(site: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one.zip", tmp_path / "other" / "other.zip"
    size = pack(copy_site(site, tmp_path / "copy", ABOUT).folder, one, ABOUT)
    os.utime(site / "a.docx", (1, 1))
    pack(copy_site(site, tmp_path / "again", ABOUT).folder, other, ABOUT)
    assert one.read_bytes() == other.read_bytes()
    assert one.stat().st_size == size
    with zipfile.ZipFile(one) as packed:
        assert packed.testzip() is None
        assert {name.partition("/")[0] for name in packed.namelist()} == {"oak-toolkit"}
        assert all(name.isascii() for name in packed.namelist())
        assert {entry.date_time[:3] for entry in packed.infolist()} == {(2026, 11, 1)}


def test_a_zip_that_cannot_be_written_leaves_the_former_one(site: Path, tmp_path: Path) -> None:
    folder = copy_site(site, tmp_path / "copy", ABOUT).folder
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(OfflineFailed, match=r"a\.zip could not be written"):
        pack(folder, tmp_path / "file" / "a.zip", ABOUT)
    assert (tmp_path / "file").read_text(encoding="utf-8") == "x"


def test_who_opens_it_is_told_to_unpack_it_first(site: Path, tmp_path: Path) -> None:
    folder = copy_site(site, tmp_path / "copy", About("Oak & Elm", date(2026, 11, 1), "https://example.org/")).folder
    start = (folder / "START HERE.html").read_text(encoding="utf-8")
    assert "<title>Oak &amp; Elm: start here</title>" in start
    assert '<script src="site/offline/here.js"></script>' in start
    assert "Extract All" in start
    text = (folder / "READ ME FIRST.txt").read_bytes()
    assert text.startswith(b"\xef\xbb\xbfOak & Elm: offline copy, content of 1 November 2026\r\n")
    assert b"The newest is at\r\nhttps://example.org/" in text
    assert b"\n" not in text.replace(b"\r\n", b"")
