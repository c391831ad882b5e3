"""Folders from strangers: links, files that cannot be read, and names that nobody expects."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

import pytest
from tests.support.builders import BASE, a_content_folder

from tenfold.checking import check_content, check_lone_file
from tenfold.cli import main
from tenfold.loading import Content
from tenfold.loading.content import load_file
from tenfold.problems import Problem

SECRET = "status: the-secret\nthe_secret_field: x\n"


def the_secret(into: Path) -> Path:
    file = into / "elsewhere" / "oak.yml"
    file.parent.mkdir()
    file.write_text(SECRET, encoding="utf-8")
    return file


def refused(problems: list[Problem]) -> list[tuple[str, str]]:
    assert not [problem for problem in problems if "secret" in str(problem)], "something behind a link was read"
    return [(problem.path, problem.rule) for problem in problems]


@pytest.mark.parametrize("name", ["case_studies/elm.yml", "features/elm.yml", "toolkit/elm.md", "elm.txt"])
def test_a_link_to_a_file_is_refused_and_not_read(name: str, tmp_path: Path) -> None:
    folder = a_content_folder(tmp_path)
    (folder / name).symlink_to(the_secret(tmp_path))

    assert refused(check_content(folder).problems) == [(f"content/{name}", "link")]


def test_a_link_in_place_of_a_collection_is_refused_and_not_read(tmp_path: Path) -> None:
    folder = a_content_folder(tmp_path)
    (folder / "glossary.yml").unlink()
    (folder / "glossary.yml").symlink_to(the_secret(tmp_path))

    assert refused(check_content(folder).problems) == [("content/glossary.yml", "link")]


@pytest.mark.parametrize("name", ["toolkit/more", "case_studies/more", "theories"])
def test_a_link_to_a_folder_is_refused_and_not_read(name: str, tmp_path: Path) -> None:
    folder = a_content_folder(tmp_path)
    (folder / name).symlink_to(the_secret(tmp_path).parent, target_is_directory=True)

    assert refused(check_content(folder).problems) == [(f"content/{name}", "link")]


def test_a_link_in_place_of_a_folder_of_records_is_refused_and_not_read(tmp_path: Path) -> None:
    folder = a_content_folder(tmp_path)
    (folder / "frameworks/fair-start.yml").unlink()
    (folder / "frameworks").rmdir()
    (folder / "frameworks").symlink_to(the_secret(tmp_path).parent, target_is_directory=True)

    assert refused(check_content(folder).problems) == [("content/frameworks", "link")]


@pytest.mark.parametrize("target", ["/etc/passwd", "/proc/self/environ", "nowhere", "elm.yml", "oak.yml"])
def test_a_link_is_refused_wherever_it_leads(target: str, tmp_path: Path) -> None:
    folder = a_content_folder(tmp_path)
    (folder / "case_studies/elm.yml").symlink_to(target)

    assert refused(check_content(folder).problems) == [("content/case_studies/elm.yml", "link")]


def test_a_link_that_is_named_on_the_command_line_is_refused_as_well(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_content_folder(tmp_path)
    (folder / "case_studies/elm.yml").symlink_to(the_secret(tmp_path))

    assert main(["check", str(folder / "case_studies/elm.yml")]) == 1
    said = capsys.readouterr().out
    assert said.splitlines()[-1] == "1 problem in 1 file."
    assert "secret" not in said


def test_hidden_files_are_passed_over(tmp_path: Path) -> None:
    folder = a_content_folder(tmp_path, {".notes.yml": SECRET, "case_studies/.git/config": SECRET})

    assert check_content(folder).problems == []


@pytest.mark.parametrize(("kind", "reason"), [("missing", "no such file or directory"), ("folder", "is a directory")])
def test_a_file_that_cannot_be_opened_is_a_problem(kind: str, reason: str, tmp_path: Path) -> None:
    """It was there when the folder was listed, and is gone or something else when it is opened."""
    file = tmp_path / "elm.yml"
    if kind == "folder":
        file.mkdir()
    content = Content()
    load_file(file, PurePosixPath("case_studies/elm.yml"), content, "content")

    (problem,) = content.problems
    assert problem.rule == "unreadable"
    assert str(problem).startswith(f"content/case_studies/elm.yml:1:1 this file cannot be opened: {reason}.")


def test_a_lone_file_that_cannot_be_opened_is_a_problem(tmp_path: Path) -> None:
    assert [problem.rule for problem in check_lone_file(tmp_path / "elm.yml", None, shown_as="elm.yml")] == [
        "unreadable"
    ]


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(b"\xff.yml", id="not UTF-8"),
        pytest.param(b"a\nb:1:1 all is well.yml", id="a line break"),
        pytest.param(b"a\x1b[2Jb.yml", id="an escape"),
        pytest.param("a\u202elmy.yml".encode(), id="a turn of direction"),
    ],
)
def test_the_name_of_a_file_is_printed_so_that_it_does_no_harm(
    name: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_content_folder(tmp_path)
    with open(os.fsencode(folder / "case_studies") + b"/" + name, "wb") as file:  # noqa: PTH123 (a name in bytes)
        file.write((BASE / "case_studies/oak.yml").read_bytes())

    assert main(["check", str(folder)]) == 1
    said = capsys.readouterr().out.splitlines()
    assert len(said) == 2
    assert said[0].isprintable()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    folder = a_content_folder(tmp_path)
    os.mkfifo(folder / "case_studies/ash.yml")
    problems = check_content(folder).errors
    assert [(problem.path, problem.rule) for problem in problems] == [("content/case_studies/ash.yml", "file_kind")]
