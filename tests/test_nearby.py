"""A few files, checked with what they mention alone: word for word what the check of everything says of them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from tenfold import nearby
from tenfold.checking import check_content
from tenfold.cli import main
from tenfold.loading import content as loading
from tenfold.nearby import MOST, check_nearby
from tenfold.problems import Problem
from tests.support.builders import BASE, PROJECT, TESTS, a_content_folder
from tests.support.golden import read_case

CASES = sorted((TESTS / "cases" / "loading").glob("*.txt"))
OAK = (BASE / "case_studies/oak.yml").read_text(encoding="utf-8")
SOURCES = (BASE / "sources.yml").read_text(encoding="utf-8")
REAL = PROJECT / "content"
RECORDS = sorted(
    PurePosixPath(file.relative_to(REAL).as_posix())
    for folder in nearby.ALONE
    for file in (REAL / folder).glob("*.yml")
)


def everything_says(folder: Path, *paths: PurePosixPath) -> list[Problem]:
    wanted = {f"content/{path}" for path in paths}
    return [problem for problem in check_content(folder).problems if problem.path in wanted]


def says(folder: Path, *paths: str) -> list[Problem] | None:
    return check_nearby(folder, [PurePosixPath(path) for path in paths], shown_as="content")


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_it_says_of_each_golden_case_what_the_check_of_everything_says_or_nothing(case: Path, tmp_path: Path) -> None:
    """There are no differences to list."""
    folder = a_content_folder(tmp_path, dict(read_case(case).files))
    for file in sorted(folder.rglob("*.*")):
        path = PurePosixPath(file.relative_to(folder).as_posix())
        found = check_nearby(folder, [path], shown_as="content")
        assert found is None or found == everything_says(folder, path)


def test_most_golden_cases_of_a_case_study_need_nothing_else(tmp_path: Path) -> None:
    """Otherwise the test above would hold for something that never says anything."""
    told = 0
    for case in CASES:
        folder = a_content_folder(tmp_path / case.stem, dict(read_case(case).files))
        told += bool(says(folder, "case_studies/oak.yml"))
    assert told >= 100


@pytest.mark.parametrize("path", RECORDS, ids=str)
def test_the_records_that_are_published_need_nothing_else(path: PurePosixPath) -> None:
    assert check_nearby(REAL, [path], shown_as="content") == []


def test_only_what_is_mentioned_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elm = OAK.replace("body: An adult", "body: As in [Ash](case:ash), an adult")
    files = {"case_studies/elm.yml": elm, "case_studies/ash.yml": OAK, "case_studies/yew.yml": "broken: ["}
    folder = a_content_folder(tmp_path, dict(files))
    read: list[str] = []
    add_bytes = loading.add_bytes

    def noted(raw: bytes, path: PurePosixPath, *rest: object) -> None:
        read.append(str(path))
        add_bytes(raw, path, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(loading, "add_bytes", noted)

    assert says(folder, "case_studies/elm.yml") == []
    assert sorted(read) == ["case_studies/ash.yml", "case_studies/elm.yml", "sources.yml"]


@pytest.mark.parametrize(
    ("files", "why"),
    [
        pytest.param({"case_studies/oak.yml": OAK.replace("- belonging-first", "- hope-first")}, "unknown id", id="id"),
        pytest.param({"case_studies/oak.yml": OAK + "aliases: [acorn]\n"}, "others may claim it", id="former name"),
        pytest.param({"sources.yml": "broken: ["}, "what it mentions cannot be read", id="broken sources"),
        pytest.param({"case_studies/oak.yml": OAK + "related: [ash]\n"}, "unknown id", id="case study"),
        pytest.param(
            {
                "sources.yml": SOURCES + "elm-report:\n  title: A year of lunches\n  kind: report\n",
                "case_studies/oak.yml": OAK.replace("  sources:\n    - oak-report", "  sources:\n    - elm-report"),
            },
            "advice waits until no file has an error",
            id="advice",
        ),
    ],
)  # fmt: skip
def test_what_needs_more_is_left_to_the_check_of_everything(files: dict[str, str], why: str, tmp_path: Path) -> None:
    folder = a_content_folder(tmp_path, dict(files))

    assert says(folder, "case_studies/oak.yml") is None, why


@pytest.mark.parametrize(
    "path",
    ["features/belonging-first.yml", "sources.yml", "index.md", "toolkit/index.md", "case_studies/none.yml",
     "case_studies/Oak.yml", "../content/case_studies/oak.yml"],
)  # fmt: skip
def test_files_that_share_something_with_others_are_left_as_well(path: str, tmp_path: Path) -> None:
    assert says(a_content_folder(tmp_path), path) is None


def test_many_files_are_left_as_well(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {f"case_studies/elm-{number}.yml": OAK for number in range(MOST + 1)}
    folder = a_content_folder(tmp_path, files)

    assert says(folder, *sorted(files)[:MOST]) == []
    assert says(folder, *files) is None


def link_file(folder: Path) -> None:
    (folder / "case_studies/oak.yml").rename(folder.parent / "oak.yml")
    (folder / "case_studies/oak.yml").symlink_to(folder.parent / "oak.yml")


def link_folder(folder: Path) -> None:
    shutil.move(folder / "case_studies", folder.parent / "elsewhere")
    (folder / "case_studies").symlink_to(folder.parent / "elsewhere", target_is_directory=True)


def link_what_it_mentions(folder: Path) -> None:
    (folder / "sources.yml").rename(folder.parent / "sources.yml")
    (folder / "sources.yml").symlink_to(folder.parent / "sources.yml")


@pytest.mark.parametrize("link", [link_file, link_folder, link_what_it_mentions])
def test_links_are_not_followed(link: Callable[[Path], None], tmp_path: Path) -> None:
    folder = a_content_folder(tmp_path)
    link(folder)

    assert says(folder, "case_studies/oak.yml") is None


@pytest.mark.parametrize("link", ["page:/etc/passwd", "page:toolkit//index", "page:-/x", "framework:fair-start/-/x"])
def test_a_link_in_prose_leads_to_no_file_outside(link: str, tmp_path: Path) -> None:
    folder = a_content_folder(
        tmp_path, {"case_studies/oak.yml": OAK.replace("body: An adult", f"body: As in [it]({link}), an adult")}
    )

    assert says(folder, "case_studies/oak.yml") is None


def test_the_command_takes_the_short_way_for_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    a_content_folder(tmp_path, {"features/belonging-first.yml": "broken: ["})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tenfold.checking.check_content", None)

    assert main(["check", "--quick", "content/case_studies/oak.yml"]) == 0
    assert capsys.readouterr().out == "No problems.\n"


NOTE = "on: {}\ntext: Call the team.\nwritten: 2026-02-01\n"


@pytest.mark.parametrize(
    "on, said",
    [
        pytest.param("case:oak\npart: practices[1]", [], id="in order"),
        pytest.param("feature:belonging-first\npart: evidence[9]", ["note_part"], id="a part that is gone"),
        pytest.param("feature:belonging-first\nwords: no such words", ["note_words"], id="words that are gone"),
        pytest.param("framework:fair-start/know-everyone\npart: sumary", ["note_part"], id="a part that is a slip"),
        pytest.param("case:oka", None, id="a record that is not there"),
    ],
)
def test_a_local_note_is_checked_with_what_it_is_on(on: str, said: list[str] | None, tmp_path: Path) -> None:
    folder = a_content_folder(tmp_path, {"notes/here.yml": NOTE.format(on)})
    found = says(folder, "notes/here.yml")
    assert (None if found is None else [problem.rule for problem in found]) == said
    assert found is None or found == everything_says(folder, PurePosixPath("notes/here.yml"))
