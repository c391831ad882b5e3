"""`tenfold fmt`: which files it lays out, what it prints, what it exits with, and what it leaves alone."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.support.builders import BASE, PROJECT, a_content_folder
from tests.support.commands import run_tenfold

from tenfold.cli import main
from tenfold.cli.papers import papers_in

OAK = (BASE / "case_studies/oak.yml").read_text(encoding="utf-8")
ODD = "title:    Elm\n"
NEAT = "title: Elm\n"

Run = Callable[..., tuple[int, str]]
Capture = pytest.CaptureFixture[str]
MonkeyPatch = pytest.MonkeyPatch


@pytest.fixture
def fmt(tmp_path: Path, monkeypatch: MonkeyPatch, capsys: Capture) -> Run:
    """Run `tenfold fmt` in a folder of its own; its exit status, and what it printed."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> tuple[int, str]:
        status = main(["fmt", *arguments])
        said = capsys.readouterr()
        return status, said.out + said.err

    return run


def a_folder_with(into: Path, elm: str) -> Path:
    """A content folder of which one file alone may be laid out otherwise; that file."""
    folder = a_content_folder(into)
    assert main(["fmt", str(folder)]) == 0
    (folder / "case_studies/elm.yml").write_bytes(elm.encode())
    return folder / "case_studies/elm.yml"


def test_the_real_content_is_in_the_one_layout(monkeypatch: MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.chdir(PROJECT)

    assert (main(["fmt", "--check"]), capsys.readouterr().out.split()[:1]) == (0, ["0"])


def test_without_a_path_the_whole_content_is_laid_out(tmp_path: Path, fmt: Run, capsys: Capture) -> None:
    file = a_folder_with(tmp_path, ODD)
    capsys.readouterr()

    assert fmt() == (0, "content/case_studies/elm.yml: laid out.\n1 file of 6 laid out anew.\n")
    assert file.read_text(encoding="utf-8") == NEAT
    assert fmt("--check") == (0, "0 files of 6 would be laid out anew.\n")


def test_check_lists_what_would_change_and_changes_nothing(tmp_path: Path, fmt: Run, capsys: Capture) -> None:
    file = a_folder_with(tmp_path, ODD)
    capsys.readouterr()
    status, said = fmt("--check", "content/case_studies")

    assert status == 1
    assert said.splitlines() == [
        "content/case_studies/elm.yml: not in the one layout. Run: tenfold fmt content/case_studies/elm.yml",
        "1 file of 2 would be laid out anew.",
    ]
    assert file.read_text(encoding="utf-8") == ODD


def test_diff_shows_what_would_change_and_changes_nothing(tmp_path: Path, fmt: Run, capsys: Capture) -> None:
    file = a_folder_with(tmp_path, ODD)
    capsys.readouterr()
    status, said = fmt("--diff", str(file.relative_to(tmp_path)))

    assert status == 0
    assert said.splitlines()[2:] == [
        "@@ -1 +1 @@",
        "-title:    Elm",
        "+title: Elm",
        "1 file of 1 would be laid out anew.",
    ]
    assert file.read_text(encoding="utf-8") == ODD


def test_a_file_that_does_not_change_is_not_touched(tmp_path: Path, fmt: Run, capsys: Capture) -> None:
    file = a_folder_with(tmp_path, NEAT)
    os.utime(file, ns=(10**18, 10**18))

    assert fmt()[0] == 0
    assert file.stat().st_mtime_ns == 10**18


def test_the_mode_of_a_file_stays(tmp_path: Path, fmt: Run, capsys: Capture) -> None:
    file = a_folder_with(tmp_path, ODD)
    file.chmod(0o640)

    assert fmt()[0] == 0
    assert file.read_text(encoding="utf-8") == NEAT
    assert file.stat().st_mode & 0o777 == 0o640


def test_a_link_is_refused_and_what_it_leads_to_stays(tmp_path: Path, fmt: Run, capsys: Capture) -> None:
    a_folder_with(tmp_path, NEAT)
    capsys.readouterr()
    secret = tmp_path / "secret.yml"
    secret.write_text(ODD, encoding="utf-8")
    (tmp_path / "content/case_studies/ash.yml").symlink_to(secret)
    status, said = fmt()

    assert status == 1
    assert said.startswith("content/case_studies/ash.yml:1:1 this is a link to another place")
    assert secret.read_text(encoding="utf-8") == ODD


def test_pages_are_left_alone(tmp_path: Path, fmt: Run) -> None:
    a_content_folder(tmp_path)
    status, said = fmt("content/index.md")

    assert status == 2
    assert said.startswith("tenfold: content/index.md is a page in Markdown, and pages are left alone.")


def test_a_file_that_is_no_record_is_left_alone(tmp_path: Path, fmt: Run) -> None:
    settings = "site_name:   x\nplugins: [  search ]\n"
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    status, said = fmt("mkdocs.yml")

    assert status == 1
    assert said.startswith("mkdocs.yml:1:1 this holds no field of any record, so it stays as it is. Name a record")
    assert (tmp_path / "mkdocs.yml").read_text(encoding="utf-8") == settings


def test_a_draft_outside_of_the_content_is_laid_out(tmp_path: Path, fmt: Run) -> None:
    (tmp_path / "draft.yml").write_text(OAK.replace("title: ", "title:     "), encoding="utf-8")

    assert fmt("draft.yml")[0] == 0
    assert (tmp_path / "draft.yml").read_text(encoding="utf-8").startswith("title: A fair start")


def test_one_file_with_problems_does_not_keep_the_others_back(tmp_path: Path, fmt: Run, capsys: Capture) -> None:
    file = a_folder_with(tmp_path, ODD)
    capsys.readouterr()
    (tmp_path / "content/case_studies/ash.yml").write_text("title: a: b\n", encoding="utf-8")
    status, said = fmt("content/case_studies")

    assert status == 1
    assert said.splitlines()[-1] == "1 file of 3 laid out anew, 1 problem to mend first."
    assert file.read_text(encoding="utf-8") == NEAT


def test_a_folder_that_cannot_be_written_to_leaves_the_file_as_it_was(
    tmp_path: Path, fmt: Run, capsys: Capture, monkeypatch: MonkeyPatch
) -> None:
    file = a_folder_with(tmp_path, ODD)
    capsys.readouterr()

    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    status, said = fmt()

    assert (status, said) == (
        2,
        "tenfold: content/case_studies/elm.yml cannot be written: no space left on device. It is as it was.\n",
    )
    assert file.read_text(encoding="utf-8") == ODD
    assert [each.name for each in file.parent.iterdir() if each.name.startswith(".")] == []


def test_standard_input_comes_out_laid_out(monkeypatch: MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("title:   Łódź\r\n".encode())))

    assert main(["fmt", "-"]) == 0
    assert capsys.readouterr().out == "title: Łódź\n"


def test_standard_input_that_cannot_be_read_comes_out_as_it_was(monkeypatch: MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"title: a: b\n")))

    assert main(["fmt", "-"]) == 1
    said = capsys.readouterr()
    assert said.out == "title: a: b\n"
    assert said.err.startswith("-:1:9 there is a colon")


def test_sources_on_standard_input_are_known_by_their_fields(monkeypatch: MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"oak:\n  kind: report\n  title: Toast\n")))

    assert main(["fmt", "-"]) == 0
    assert capsys.readouterr().out == "oak:\n  title: Toast\n  kind: report\n"


@pytest.mark.usefixtures("programs")
def test_a_terminal_without_the_letters_gets_something_in_their_place(tmp_path: Path) -> None:
    a_content_folder(tmp_path, {"case_studies/elm.yml": "title:   Łódź\n"})
    ran = run_tenfold("fmt", "--diff", folder=tmp_path, PYTHONUTF8="0", PYTHONIOENCODING="cp1252")

    assert (ran.returncode, ran.stderr) == (0, b"")
    assert b"+title: \\u0141\xf3d\\u017a" in ran.stdout


def test_a_file_named_twice_is_laid_out_once(tmp_path: Path, monkeypatch: MonkeyPatch) -> None:
    a_content_folder(tmp_path)
    monkeypatch.chdir(tmp_path)

    shown = [paper.shown for paper in papers_in([Path("content"), Path("content/sources.yml")])]
    assert shown.count("content/sources.yml") == 1


def test_whoever_stops_it_gets_no_traceback(monkeypatch: MonkeyPatch, capsys: Capture) -> None:
    def stopped(options: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("tenfold.cli.papers.run", stopped)

    assert main(["fmt"]) == 130
    assert capsys.readouterr().err == "tenfold: stopped.\n"
