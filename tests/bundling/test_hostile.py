"""Bundles from strangers: whatever is wrong with one is said in plain words, and nothing is written."""

from __future__ import annotations

import io
import json
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.builders import BASE, a_content_folder
from tests.support.bundles import a_bundle, files_in, packed, remade, with_files, with_manifest
from tests.support.migrations import TO_THREE
from tests.support.steady import STEADY

from tenfold.bundling import BundleRefused, open_bundle, read_bundle
from tenfold.bundling.layout import MOST_FILES
from tenfold.bundling.manifest import Manifest
from tenfold.documents.packing import zipped as as_office
from tenfold.migrating import Migrations
from tenfold.model.format import FORMAT

OAK = (BASE / "case_studies/oak.yml").read_bytes()
WITHDRAWN = OAK.replace(b"status: published", b"status: withdrawn") + (
    b"\nwithdrawal:\n  on: 2026-03-01\n  reason: The family asked for it.\n"
)
ELM = "content/case_studies/elm.yml"


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return a_bundle(a_content_folder(tmp_path_factory.mktemp("good")))


def refusal(raw: bytes, **options: Any) -> str:
    with pytest.raises(BundleRefused) as caught:
        read_bundle(raw, **options)
    return str(caught.value)


def test_a_good_one_is_taken(good: bytes) -> None:
    bundle = read_bundle(good)
    assert list(bundle.library.cases) == ["oak"]
    assert bundle.installed == bundle.manifest
    assert {str(path): raw for path, raw in bundle.files.items()} == files_in(good)


@pytest.mark.parametrize(
    "raw, says",
    [
        pytest.param(b"", "this is no bundle: it is not even a zip file.", id="empty"),
        pytest.param(b"title: x\n", "this is no bundle: it is not even a zip file.", id="text"),
        pytest.param(b"PK\x03\x04" + b"x" * 100, "this bundle is damaged, or only a part", id="the start of a zip"),
        pytest.param(lambda: packed({"x.txt": b"x"}), "this zip file is no bundle of Tenfold: there is no", id="zip"),
        pytest.param(
            lambda: as_office({"[Content_Types].xml": b"<Types/>", "word/document.xml": b""}),
            "this is a Word, Excel or PowerPoint file",
            id="Word",
        ),
        pytest.param(lambda: packed({"bundle.json": b"{}"}), "this zip file is no bundle of Tenfold.", id="other list"),
        pytest.param(
            lambda: packed({"bundle.json": b"[" * 100_000}), "the list of what is in this bundle cannot", id="deep"
        ),
        pytest.param(
            lambda: packed({"bundle.json": b"\xff"}), "the list of what is in this bundle cannot", id="no text"
        ),
        pytest.param(
            lambda: packed({"bundle.json": b'{"kind": "tenfold-content", "format": ' + b"9" * 5000 + b"}"}),
            "the list of what is in this bundle cannot",
            id="a number without end",
        ),
        pytest.param(
            lambda: packed({"bundle.json": b'{"kind": "tenfold-content", "format": 2}'}),
            "this bundle was made by a newer Tenfold than yours. Update yours with pip",
            id="newer",
        ),
        pytest.param(
            lambda: packed({"bundle.json": b'{"kind": "tenfold-content", "format": 0}'}),
            "the list of what is in this bundle cannot",
            id="older than any",
        ),
        pytest.param(
            lambda: packed({"bundle.json": b'{"kind": "x", "kind": "tenfold-content", "format": 1}'}),
            "the list of what is in this bundle cannot",
            id="a name twice",
        ),
        pytest.param(
            lambda: packed({"bundle.json": b"x" * 7_000_000}), "this file is far larger than any", id="long list"
        ),
    ],
)
@pytest.mark.usefixtures("archives")
def test_what_is_no_bundle_is_told_as_what_it_is(raw: bytes | Callable[[], bytes], says: str) -> None:
    assert refusal(raw() if callable(raw) else raw).startswith(says)


@pytest.mark.parametrize("part", [0.02, 0.3, 0.6, 0.99])
def test_a_part_of_a_bundle_is_refused(part: float, good: bytes) -> None:
    assert refusal(good[: int(len(good) * part)]).startswith("this bundle is damaged, or only a part of it has arrived")


NAMES = [
    ("/etc/passwd", "would be written to a place outside"),
    ("../evil.yml", "would be written to a place outside"),
    ("content/../../evil.yml", "would be written to a place outside"),
    ("content/./evil.yml", "would be written to a place outside"),
    ("content//index.md", "would be written to a place outside"),
    ("C:/evil.yml", "would be written to a place outside"),
    ("content\\evil.yml", "would be written to a place outside"),
    ("content/case_studies/Oak.yml", "stands in it twice"),
    ("CONTENT/index.md", "stands in it twice"),
    ("content/case_studies/con.yml", "has no place in a bundle"),
    ("content/case_studies/nul.yml", "has no place in a bundle"),
    ("content/case_studies/", "has no place in a bundle"),
    ("content/case_studies/oak.yml.exe", "has no place in a bundle"),
    ("content/case_studies/deep/oak.yml", "has no place in a bundle"),
    ("content/toolkit/évil.md", "has no place in a bundle"),
    ("content/bundle.zip", "has no place in a bundle"),
    ("overrides/main.html", "has no place in a bundle"),
    ("local.yml", "has no place in a bundle"),
    ("mkdocs.yml", "has no place in a bundle"),
    ("content/.git/config", "has no place in a bundle"),
]


@pytest.mark.parametrize("name, says", NAMES)
def test_names_that_lead_elsewhere(name: str, says: str, good: bytes) -> None:
    message = refusal(with_files(good, {name: b"x"}))
    assert says in message
    assert message.isprintable()
    assert message.endswith("Nobody who means well makes such a bundle.")


def test_a_name_that_ends_early(good: bytes) -> None:
    raw = with_files(good, {"content/evil#.yml": b"x"}).replace(b"evil#", b"evil\0")
    assert 'holds "content/evil<U+0000>.yml", which would be written to a place outside' in refusal(raw)


def with_entry(good: bytes, change: Callable[[zipfile.ZipInfo], None]) -> bytes:
    def about(info: zipfile.ZipInfo) -> None:
        if info.filename.endswith("oak.yml"):
            change(info)

    return packed(files_in(good), about=about)


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFIFO, stat.S_IFSOCK])
def test_links_and_devices(kind: int, good: bytes) -> None:
    def change(info: zipfile.ZipInfo) -> None:
        info.external_attr = (kind | 0o777) << 16

    assert 'oak.yml", which is a link or a device' in refusal(with_entry(good, change))


@pytest.mark.parametrize("how", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_to_pack(how: int, good: bytes) -> None:
    def change(info: zipfile.ZipInfo) -> None:
        info.compress_type = how

    assert "is packed in a way that no Tenfold packs" in refusal(with_entry(good, change))


def in_directory(raw: bytes, name: bytes, offset: int, new: bytes) -> bytes:
    """An archive with bytes of a file's entry in its directory, at the end, written over."""
    at = raw.rindex(b"PK\x01\x02", 0, raw.rindex(name))
    return raw[: at + offset] + new + raw[at + offset + len(new) :]


def test_a_password(good: bytes) -> None:
    assert "has a password" in refusal(in_directory(good, b"oak.yml", 8, b"\x01\x00"))


def test_two_files_of_one_name(good: bytes) -> None:
    made = io.BytesIO(good)
    with zipfile.ZipFile(made, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("content/index.md", b"another")
    assert "stands in it twice" in refusal(made.getvalue())


def test_a_bomb_that_says_so(good: bytes) -> None:
    assert refusal(with_files(good, {ELM: b"\0" * 5_000_000})).startswith("this file is far larger than any bundle")


def test_many_files_that_burst_together(good: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tenfold.bundling.archives.MOST_UNPACKED", 1_000)
    assert refusal(good).startswith("this file is far larger than any bundle")


def test_a_bomb_that_lies_about_its_size(good: bytes) -> None:
    """The entry says 10 bytes; 200,000 are packed. No more than what it says is ever unpacked."""
    raw = with_files(good, {ELM: b"\0" * 200_000})
    small = struct.pack("<L", 10)
    lying = in_directory(raw, b"elm.yml", 24, small)
    assert refusal(lying).startswith("this bundle is damaged")
    both = lying.replace(struct.pack("<L", 200_000), small)
    assert refusal(both).startswith("this bundle is damaged")
    sums = in_directory(both, b"elm.yml", 16, struct.pack("<L", zlib.crc32(b"\0" * 10)))
    assert "elm.yml was added to it" in refusal(sums)


@pytest.mark.usefixtures("archives")
def test_a_hundred_thousand_files_are_counted_before_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    many = packed({f"content/toolkit/p{number:05}.md": b"" for number in range(1000)})
    raw = many[:4] + many[4:] * (MOST_FILES // 1000 + 1)
    monkeypatch.setattr("tenfold.bundling.archives.zipfile.ZipFile", None)
    assert refusal(raw).startswith("this file is far larger than any bundle")


def test_files_that_overlap(good: bytes) -> None:
    """Two entries of the directory that point at the same bytes."""
    raw = with_files(good, {ELM: OAK})
    first = raw.index(b"PK\x01\x02")
    offset = raw[first + 42 : first + 46]
    message = refusal(in_directory(raw, b"elm.yml", 42, offset))
    assert message.startswith(("this bundle is damaged", "this bundle is not as it was made"))


class TestTampered:
    """What does not fit the list of what is in it."""

    def test_a_file_is_missing(self, good: bytes) -> None:
        assert "content/sources.yml is missing" in refusal(with_files(good, {"content/sources.yml": None}))

    def test_a_file_was_added(self, good: bytes) -> None:
        assert f"{ELM} was added to it" in refusal(with_files(good, {ELM: OAK}))

    def test_a_file_was_changed(self, good: bytes) -> None:
        message = refusal(with_files(good, {"content/case_studies/oak.yml": OAK + b"\n"}))
        assert message == (
            "this bundle is not as it was made: content/case_studies/oak.yml was changed. Do not use it. "
            "Download it again from the site that it comes from."
        )

    def test_the_changelog_was_changed(self, good: bytes) -> None:
        assert "CHANGES.md was changed" in refusal(with_files(good, {"CHANGES.md": b"# Nothing\n"}))

    @pytest.mark.parametrize(
        "change",
        [
            pytest.param(lambda said: said.update(day="2030-01-01"), id="its day"),
            pytest.param(lambda said: said["original"].update(name="Another"), id="its origin"),
            pytest.param(lambda said: said.update(record_format=2), id="its format"),
            pytest.param(lambda said: said["files"].pop(), id="a file taken off"),
        ],
    )
    def test_the_list_was_changed(self, change: Callable[[dict[str, Any]], Any], good: bytes) -> None:
        assert "its list, bundle.json, was changed" in refusal(with_manifest(good, change))

    @pytest.mark.parametrize(
        "change",
        [
            pytest.param(lambda said: said.update(more=1), id="something unknown"),
            pytest.param(lambda said: said.pop("original"), id="something missing"),
            pytest.param(lambda said: said.update(day="yesterday"), id="no day"),
            pytest.param(lambda said: said.update(files=[{"path": 1}]), id="no file"),
            pytest.param(lambda said: said.update(record_format=0), id="no format"),
            pytest.param(lambda said: said.update(follows=["x"] * 1000), id="too long a past"),
        ],
    )
    def test_the_list_makes_no_sense(self, change: Callable[[dict[str, Any]], Any], good: bytes) -> None:
        assert refusal(with_manifest(good, change)).startswith("the list of what is in this bundle cannot be read")


class TestRemade:
    """What somebody makes who knows how bundles are made: its list fits, and it is refused all the same."""

    def test_content_with_problems(self, good: bytes) -> None:
        message = refusal(remade(good, {ELM: OAK.replace(b"region: north_east", b"region: nowhere")}))
        first, second, *_ = message.split("\n")
        assert first == "the content of this bundle has 1 problem, which no bundle should:"
        assert second.startswith(f"  {ELM}:9:11 setting.region[1]: ")

    def test_what_could_lead_to_a_child(self, good: bytes) -> None:
        told = OAK.replace(b"An adult says", b"Write to jo.bloggs@gmail.com. An adult says")
        message = refusal(remade(good, {ELM: told}))
        assert "jo.bloggs" not in message
        assert "which no bundle should" in message

    @pytest.mark.parametrize(
        "raw", [b"title: \xff", b"&a [*a, *a]", b"[" * 200_000, b"\0" * 50, b"x: !!python/name:os"]
    )
    def test_bytes_that_are_no_record(self, raw: bytes, good: bytes) -> None:
        assert "which no bundle should" in refusal(remade(good, {ELM: raw}))

    def test_a_long_list_of_problems_is_cut(self, good: bytes) -> None:
        many: dict[str, bytes | None] = {
            f"content/case_studies/x{number:03}.yml": b"title: x\n" for number in range(50)
        }
        assert len(refusal(remade(good, many)).split("\n")) == 13

    def test_a_draft(self, good: bytes) -> None:
        raw = remade(good, {ELM: OAK.replace(b"status: published", b"status: draft")})
        assert "elm is a draft, and drafts do not travel" in refusal(raw)

    def test_a_withdrawal_that_the_list_does_not_have(self, good: bytes) -> None:
        assert "its list does not say that elm was withdrawn" in refusal(remade(good, {ELM: WITHDRAWN}))

    def test_a_withdrawal_that_is_not_one(self, good: bytes) -> None:
        gone = {"kind": "case", "id": "oak", "name": "Oak", "on": "2026-03-01", "reason": "x"}
        said = json.loads(files_in(good)["bundle.json"]) | {"withdrawn": [gone]}
        withdrawn = Manifest.model_validate(said).withdrawn
        assert "oak is on the list of what was withdrawn, and is there" in refusal(
            remade(good, {}, withdrawn=withdrawn)
        )

    def test_no_home_page(self, good: bytes) -> None:
        assert refusal(remade(good, {"content/index.md": None})).startswith("the list of what is in this bundle cannot")

    def test_a_changelog_that_is_no_text(self, good: bytes) -> None:
        assert "CHANGES.md is no text" in refusal(remade(good, {"CHANGES.md": b"\xff"}))

    def test_records_of_a_newer_format(self, good: bytes) -> None:
        assert "made by a newer Tenfold than yours" in refusal(remade(good, {}, record_format=FORMAT + 1))


def test_records_of_an_older_format_are_migrated(good: bytes) -> None:
    """The made-up steps lead away from our format, so that the check of the content has to say so."""
    message = refusal(good, migrations=TO_THREE)
    assert "in_numbers[1].what" in message
    same = Migrations(3, {1: TO_THREE.steps[1].__class__(1, "x", ()), 2: TO_THREE.steps[1].__class__(2, "y", ())})
    bundle = read_bundle(good, migrations=same)
    assert (bundle.installed.record_format, bundle.manifest.record_format) == (3, 1)
    assert bundle.installed.identity == bundle.manifest.digest == bundle.manifest.identity
    assert bundle.installed.digest != bundle.manifest.digest


@pytest.mark.parametrize(
    "make, says",
    [
        (lambda path: None, "there is no such file. Check the name."),
        (lambda path: path.mkdir(), "this is a folder. Name the bundle itself"),
    ],
)
def test_files_that_cannot_be_opened(make: Callable[[Path], None], says: str, tmp_path: Path) -> None:
    make(tmp_path / "x.zip")
    with pytest.raises(BundleRefused, match=says):
        open_bundle(tmp_path / "x.zip")


def test_a_file_larger_than_any_is_not_read_to_its_end(tmp_path: Path) -> None:
    with (tmp_path / "x.zip").open("wb") as stream:
        stream.truncate(5_000_000_000)
    with pytest.raises(BundleRefused, match="far larger than any bundle"):
        open_bundle(tmp_path / "x.zip")


@STEADY
@given(data=st.data())
def test_whatever_is_done_to_its_bytes_it_is_taken_as_it_was_or_refused(data: st.DataObject, good: bytes) -> None:
    at = data.draw(st.integers(0, len(good) - 1))
    new = data.draw(st.binary(min_size=1, max_size=8))
    raw = good[:at] + new + good[at + len(new) :]
    try:
        taken = read_bundle(raw).files
    except BundleRefused:
        taken = {}
    assert taken in ({}, read_bundle(good).files)
