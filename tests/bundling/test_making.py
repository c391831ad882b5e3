"""A bundle holds what is public, and is the same for the same content."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from tests.support.builders import BASE, PROJECT, a_content_folder
from tests.support.bundles import OURS, a_bundle, files_in, opened

from tenfold.bundling import CannotBundle, make_bundle
from tenfold.bundling.layout import MOST_UNPACKED, limit_for
from tenfold.checking import check_content
from tenfold.cli import main
from tenfold.model import Kind

OAK = (BASE / "case_studies/oak.yml").read_text(encoding="utf-8")
SECRET = "Zebra crossing at the back gate"
TOLD = OAK.replace("A greeting at the door", SECRET).replace("The tests", SECRET).replace("Every adult", SECRET)
WITHDRAWN = (
    TOLD.replace("status: published", "status: withdrawn")
    + "\naliases:\n  - acorn\nwithdrawal:\n  on: 2026-03-01\n  reason: The family asked for it.\n  safeguarding: yes\n"
)
DRAFT = OAK.replace("status: published", "status: draft")


def test_the_same_content_gives_the_same_bytes_whatever_its_files_are_like(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    shutil.copytree(BASE, one)
    files = [path for path in sorted(BASE.rglob("*"), reverse=True) if path.is_file()]
    for number, path in enumerate(files):
        copy = other / path.relative_to(BASE)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
        copy.chmod(0o600 if number % 2 else 0o755)
        os.utime(copy, (number * 100_000, number * 100_000))

    assert a_bundle(one) == a_bundle(other)


def test_a_bundle_unpacked_and_packed_again_says_the_same(tmp_path: Path) -> None:
    first = a_bundle(a_content_folder(tmp_path))
    for name, raw in files_in(first).items():
        (tmp_path / "again" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "again" / name).write_bytes(raw)

    assert a_bundle(tmp_path / "again/content") == first


@pytest.mark.usefixtures("archives")
def test_the_real_content_travels() -> None:
    folder = PROJECT / "content"
    found = check_content(folder)
    made = make_bundle(folder, found, OURS)

    assert f"content/{'case_studies/carr-manor.yml'}" in [file.path for file in made.manifest.files]
    assert made.left_out == ()
    assert made.changes.startswith("# What is new in the content of Tenfold\n\n## ")


def test_drafts_stay_behind(tmp_path: Path) -> None:
    folder = a_content_folder(tmp_path, {"case_studies/elm.yml": DRAFT})
    made = make_bundle(folder, check_content(folder), OURS)

    assert "content/case_studies/elm.yml" not in files_in(made.raw)
    assert made.left_out == ("case_studies/elm.yml is a draft.",)


def test_hidden_files_and_those_of_nobody_stay_behind(tmp_path: Path) -> None:
    folder = a_content_folder(tmp_path)
    plain = a_bundle(folder)
    for path in (".before-change/files.json", "case_studies/.oak.yml.swp", ".DS_Store"):
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text("x", encoding="utf-8")

    assert a_bundle(folder) == plain


def test_of_what_was_withdrawn_only_a_stone_travels(tmp_path: Path) -> None:
    folder = a_content_folder(tmp_path, {"case_studies/elm.yml": WITHDRAWN})
    raw = a_bundle(folder)
    files = files_in(raw)
    bundle = opened(folder)

    assert SECRET.encode() not in b"".join(files.values())
    assert b"The family asked for it." in files["content/case_studies/elm.yml"]
    stone = bundle.library.withdrawn["elm"]
    assert (stone.setting.name, stone.aliases, stone.in_numbers) == ("Oak Primary School", ("acorn",), ())
    listed = bundle.manifest.gone_back[Kind.CASE, "acorn"]
    assert (listed.id, listed.safeguarding, str(listed.on)) == ("elm", True, "2026-03-01")


def test_a_withdrawal_makes_the_content_newer(tmp_path: Path) -> None:
    folder = a_content_folder(tmp_path)
    assert str(opened(folder).manifest.day) == "2026-01-10"
    (folder / "case_studies/elm.yml").write_text(WITHDRAWN, encoding="utf-8")
    assert str(opened(folder).manifest.day) == "2026-03-01"


def test_a_withdrawal_stays_on_the_list_when_its_file_is_gone(tmp_path: Path) -> None:
    folder = a_content_folder(tmp_path, {"case_studies/elm.yml": WITHDRAWN})
    before = opened(folder)
    (folder / "case_studies/elm.yml").unlink()
    after = opened(folder, since=before)

    assert [each.id for each in after.manifest.withdrawn] == ["elm"]
    assert after.manifest.follows == (before.manifest.digest,)
    (folder / "case_studies/elm.yml").write_text(OAK, encoding="utf-8")
    assert opened(folder, since=after).manifest.withdrawn == ()


ANNOTATION = """\
title: Elm, part by part
summary: Why it works.
case: elm
advice: Be brief.
notes:
  - part: practices[1]
    title: The practice
    works: It says what they did.
"""


def test_an_annotation_of_what_was_withdrawn_stays_behind(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"case_studies/elm.yml": WITHDRAWN, "annotations/elm.yml": ANNOTATION}
    folder = a_content_folder(tmp_path, files)

    assert "content/annotations/elm.yml" not in files_in(a_bundle(folder))


def test_what_does_not_hold_together_alone_is_not_bundled(tmp_path: Path) -> None:
    link = "---\ntitle: Steps\ndescription: All.\n---\nSee [it](annotation:elm).\n"
    files: dict[str, str | bytes] = {"case_studies/elm.yml": WITHDRAWN, "annotations/elm.yml": ANNOTATION}
    folder = a_content_folder(tmp_path, {**files, "toolkit/steps.md": link})

    with pytest.raises(CannotBundle, match="Without drafts") as caught:
        make_bundle(folder, check_content(folder), OURS)
    assert [problem.path for problem in caught.value.problems] == ["content/toolkit/steps.md"]


def test_what_nobody_could_read_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = a_content_folder(tmp_path)
    found = check_content(folder)
    for name, value in (("MOST_UNPACKED", 1000), ("MOST_FILES", 3), ("MOST_BYTES", 900)):
        with monkeypatch.context() as during:
            during.setattr(f"tenfold.bundling.making.{name}", value)
            with pytest.raises(CannotBundle, match="the most that a local copy reads"):
                make_bundle(folder, found, OURS)
    assert limit_for("content/case_studies/oak.yml") < limit_for("content/urls.txt") < MOST_UNPACKED


def test_the_changelog_goes_on(tmp_path: Path) -> None:
    folder = a_content_folder(tmp_path)
    first = opened(folder)
    changed = OAK.replace("Late marks fell by a third in a year.", "It helped.").replace(
        "reviewed: 2026-01-10", "reviewed: 2026-02-01"
    )
    (folder / "case_studies/oak.yml").write_text(changed, encoding="utf-8")
    second = opened(folder, since=first)

    assert second.changes == (
        "# What is new in the content of Tenfold\n\n"
        "## 1 February 2026\n\n**Revised**\n\n- Oak Primary School (case study): the summary\n\n"
        "## 10 January 2026\n\n"
        "The first bundle: 1 case study, 1 key feature, 1 framework, 2 pages, 1 source, 2 glossary terms.\n"
    )
    assert opened(folder, since=second).changes == second.changes


class TestCommand:
    """`tenfold bundle`."""

    @pytest.fixture(autouse=True)
    def here(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        a_content_folder(tmp_path)
        monkeypatch.chdir(tmp_path)

    def test_writes_a_file_named_after_the_day_of_its_content(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["bundle", "--site", "https://example.org/tenfold/"]) == 0
        said = capsys.readouterr().out
        raw = Path("tenfold-content-2026-01-10.zip").read_bytes()
        assert raw == a_bundle(Path("content"))
        assert said.startswith("tenfold-content-2026-01-10.zip: 8 files, ")

    def test_says_what_is_new_since_another(self) -> None:
        assert main(["bundle", "--out", "one.zip"]) == 0
        page = "---\ntitle: Steps\ndescription: All.\n---\nOne by one.\n"
        Path("content/toolkit/steps.md").write_text(page, encoding="utf-8")
        assert main(["bundle", "--since", "one.zip", "--out", "two.zip"]) == 0
        assert b"**New**\n\n- Steps (page)\n" in files_in(Path("two.zip").read_bytes())["CHANGES.md"]

    @pytest.mark.parametrize(
        "arguments, says",
        [
            (["--site", "example"], '"example" is not a whole web address.'),
            (["--since", "nothing.zip"], "nothing.zip: there is no such file."),
            (["--since", "content/index.md"], "content/index.md: this is no bundle"),
            (["--out", "nowhere/x.zip"], "nowhere/x.zip cannot be written: no such file or directory."),
        ],
    )
    def test_says_what_is_wrong(self, arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["bundle", *arguments]) == 2
        assert capsys.readouterr().err.startswith(f"tenfold: {says}")

    def test_refuses_to_bundle_a_local_copy(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("local.yml").write_text("name: Ours\nauthority: Us\n", encoding="utf-8")
        assert main(["bundle"]) == 2
        assert capsys.readouterr().err.startswith("tenfold: this is a local copy.")

    def test_refuses_content_with_problems(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("content/case_studies/oak.yml").write_text("title: x\n", encoding="utf-8")
        assert main(["bundle"]) == 1
        assert capsys.readouterr().out.endswith("Mend these first: a bundle holds what is in order.\n")
        assert list(Path().glob("*.zip")) == []
