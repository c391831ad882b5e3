"""`tenfold build --offline` on small projects: what is written where, what is said, and what stops it."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest
from tests.site.test_search import a_project
from tests.support.commands import run_tenfold

from tenfold.adapters import offline
from tenfold.adapters.building import BuildFailed
from tenfold.adapters.offline import build_offline
from tenfold.offline import OfflineFailed

pytestmark = pytest.mark.usefixtures("programs")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project, built once with an offline copy; what was said is beside it."""
    folder = tmp_path_factory.mktemp("offline")
    said = build_offline(a_project(folder))
    (folder / "said.txt").write_text(said, encoding="utf-8")
    return folder


def test_it_says_what_was_made_and_what_to_do_with_it(project: Path) -> None:
    said = (project / "said.txt").read_text(encoding="utf-8")
    pages = re.search(r"Packed an offline copy \((\d+) pages, (\d+) downloads?, \d\.\d MB\)", said)
    assert pages
    assert int(pages[1]) == len([*(project / "site").rglob("*.html")]) - 1  # the page for addresses that are not there
    assert int(pages[2]) > 3
    assert str(project / "site-offline.zip") in said
    assert 'double-clicks "START HERE"' in said


def test_the_zip_stands_beside_the_site_and_not_in_it(project: Path) -> None:
    assert (project / "site-offline.zip").is_file()
    assert [*(project / "site").rglob("*.zip")] == []
    with zipfile.ZipFile(project / "site-offline.zip") as packed:
        names = set(packed.namelist())
    assert {"small/START HERE.html", "small/READ ME FIRST.txt", "small/site/index.html"} <= names
    assert {"small/site/offline/words.js", "small/site/find/table.js"} <= names


def test_the_same_content_gives_the_same_bytes(project: Path) -> None:
    first = (project / "site-offline.zip").read_bytes()
    build_offline(project / "mkdocs.yml", out=project / "again.zip")
    assert (project / "again.zip").read_bytes() == first


def test_a_site_without_search_has_a_copy_too(tmp_path: Path) -> None:
    build_offline(a_project(tmp_path, "tenfold/library"))
    with zipfile.ZipFile(tmp_path / "site-offline.zip") as packed:
        assert not [name for name in packed.namelist() if "words" in name or "/find/" in name]


@pytest.mark.parametrize("place, said", [("site/copy.zip", "inside the site"), (".", "is a folder. Name the file")])
def test_a_place_that_will_not_do_is_refused_before_anything_is_built(place: str, said: str, tmp_path: Path) -> None:
    config = a_project(tmp_path)
    with pytest.raises(BuildFailed, match=said):
        build_offline(config, out=tmp_path / place)
    assert not (tmp_path / "site").exists()


def test_a_copy_that_fails_leaves_the_site_and_the_former_zip(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (project / "site-offline.zip").read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(offline, "copy_site", full)
    with pytest.raises(OfflineFailed, match="could not be written: No space left on device"):
        build_offline(project / "mkdocs.yml")
    assert (project / "site-offline.zip").read_bytes() == before
    assert (project / "site/index.html").is_file()


def test_broken_content_is_told_as_ever(tmp_path: Path) -> None:
    config = a_project(tmp_path)
    (tmp_path / "content/case_studies/oak.yml").write_text("titel: A typo\n", encoding="utf-8")
    done = run_tenfold("build", "--config", str(config), "--offline", folder=tmp_path)
    assert done.returncode == 1
    assert '"titel" is not a field here' in done.stderr.decode()
    assert "The site is as it was." in done.stderr.decode()
    assert not (tmp_path / "site-offline.zip").exists()


def test_a_place_for_the_zip_without_the_zip_is_a_mistake(tmp_path: Path) -> None:
    done = run_tenfold("build", "--config", str(a_project(tmp_path)), "--out", "a.zip", folder=tmp_path)
    assert done.returncode == 2
    assert "Add --offline" in done.stderr.decode()


def test_beyond_what_was_measured_it_says_so_and_words_are_found_all_the_same(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tried with a lower mark; `dev.py bench --offline` finds words in a copy that is beyond the real one."""
    assert "measured" not in (project / "said.txt").read_text(encoding="utf-8")
    monkeypatch.setattr(offline, "MEASURED", 1)
    said = build_offline(project / "mkdocs.yml", out=tmp_path / "more.zip")
    assert "measured up to 1 case study, and this copy has 2: on an old computer" in said
    with zipfile.ZipFile(tmp_path / "more.zip") as packed:
        script = packed.read("small/site/offline/words.js").decode()
    index = json.loads(script[script.index(",") + 1 : script.rindex(")")])
    assert len(index["cases"]) == 2
    assert "school" in index["stems"]
