"""`tenfold new case-study --from FILE`: a form is taken over whole, and only what is missing is asked."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.support import story
from tests.support.builders import PROJECT, a_content_folder
from tests.support.copies import a_copy, own_case
from tests.support.typing import INTERRUPTS, Typist

from tenfold.cli import main, new
from tenfold.conversation.draft import without_gaps
from tenfold.loading import yaml_text
from tenfold.model import CaseStudy

REAL = sorted((PROJECT / "content/case_studies").glob("*.yml"))
FOLDER = "content/case_studies"

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `tenfold` with arguments and lines to type; its status and what it shows."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(new, "today", lambda: date(2026, 11, 1))
    a_content_folder(tmp_path)

    def run(*arguments: str, types: tuple[str, ...] = ()) -> tuple[int, str]:
        monkeypatch.setattr("sys.stdin", Typist(types))
        status = main(arguments)
        said = capsys.readouterr()
        return status, said.out + said.err

    return run


def read(file: Path) -> CaseStudy:
    return CaseStudy.model_validate(without_gaps(yaml_text.read(file.read_bytes()).data))


def a_form(run: Run, tmp_path: Path, format: str, **without: str) -> Path:
    """A form of this format with the whole story, made from a record that was told here."""
    run("new", "case-study", types=tuple(story.lines()))
    told = tmp_path / FOLDER / "willow-lane-primary-school.yml"
    text = told.read_text(encoding="utf-8")
    for line in without.values():
        assert line in text
        text = text.replace(line, "")
    told.write_text(text, encoding="utf-8")
    form = tmp_path / f"form.{format}"
    assert run("template", "case-study", "--format", format, "--filled", str(told), "--out", str(form))[0] == 0
    return form


@pytest.mark.parametrize("format", ["docx", "xlsx", "md", "json"])
def test_a_filled_form_becomes_the_same_record(format: str, run: Run, tmp_path: Path) -> None:
    form = a_form(run, tmp_path, format)
    status, said = run("new", "case-study", "again", "--from", str(form), "--no-questions")

    assert status == 0
    assert "Nothing is missing, and no mistake was found." in said
    assert read(tmp_path / FOLDER / "again.yml") == read(tmp_path / FOLDER / "willow-lane-primary-school.yml")


@pytest.mark.parametrize("file", REAL[:3], ids=lambda file: file.stem)
def test_a_form_of_a_real_case_study_keeps_all_that_it_says(file: Path, run: Run, tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "content", tmp_path / "content", dirs_exist_ok=True)
    run("template", "case-study", "--format", "md", "--filled", str(file), "--out", "form.md")
    status, said = run("new", "case-study", "again", "--from", "form.md", "--no-questions")
    given, found = read(file), read(tmp_path / FOLDER / "again.yml")

    assert status == 0
    assert found.model_dump(exclude={"status"}) == given.model_dump(exclude={"status"})
    assert found.status == "draft"
    assert "Nothing is missing" in said


def test_only_what_is_missing_is_asked(run: Run, tmp_path: Path) -> None:
    form = a_form(run, tmp_path, "md", place="  place: Harrowby\n", level="  level: '2'\n")
    status, said = run("new", "case-study", "again", "--from", str(form), types=("Harrowby", INTERRUPTS))

    assert status == 0
    assert "You are asked only for what is missing." in said
    assert "Place (needed)" in said
    assert "Kind of setting" not in said
    assert "Practices, number" not in said
    assert read_text(tmp_path, "again").count("place: Harrowby\n") == 1


def read_text(folder: Path, name: str) -> str:
    return (folder / FOLDER / f"{name}.yml").read_text(encoding="utf-8")


def test_what_has_no_place_is_listed_and_kept_as_a_remark(run: Run, tmp_path: Path) -> None:
    form = a_form(run, tmp_path, "md")
    form.write_text(form.read_text(encoding="utf-8") + "\n## Our cook\n\nShe is the heart of it.\n", encoding="utf-8")
    _, said = run("new", "case-study", "again", "--from", str(form), "--no-questions")

    assert "She is the heart of it." in said
    assert "# She is the heart of it." in read_text(tmp_path, "again")
    run("new", "case-study", "again", types=("?", "https://example.org/again", ":q"))
    assert "# She is the heart of it." in read_text(tmp_path, "again")


def test_a_draft_is_filled_up_and_what_it_says_stays(run: Run, tmp_path: Path) -> None:
    form = a_form(run, tmp_path, "json")
    run("new", "case-study", "again", types=("school", "Willow Lane Academy", ":q"))
    run("new", "case-study", "again", "--from", str(form), "--no-questions")
    text = read_text(tmp_path, "again")

    assert "name: Willow Lane Academy" in text
    assert "place: Harrowby" in text
    assert "# setting.name, said differently in the other file: Willow Lane Primary School" in text


def test_the_name_of_the_file_comes_from_the_form(run: Run, tmp_path: Path) -> None:
    form = a_form(run, tmp_path, "json")
    status, _ = run("new", "case-study", "--from", str(form), "--no-questions")

    assert status == 0
    assert (tmp_path / FOLDER / "willow-lane-primary-school-2.yml").exists()


@pytest.mark.parametrize(
    "name, raw",
    [
        pytest.param("none.docx", None, id="no file"),
        pytest.param("broken.docx", b"PK\x03\x04 not a document", id="damaged"),
        pytest.param("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 100, id="an old document"),
        pytest.param("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(200), id="a picture"),
        pytest.param("list.json", b"[1, 2]", id="a list"),
        pytest.param("deep.json", b"[" * 100_000, id="very deep"),
        pytest.param("odd.json", b'{"setting": "Oak", "practices": {"a": [1]}, "title": {"b": 2}}', id="out of shape"),
        pytest.param("empty.md", b"", id="empty"),
    ],
)
def test_a_file_that_is_no_form_gets_plain_words(name: str, raw: bytes | None, run: Run, tmp_path: Path) -> None:
    if raw is not None:
        (tmp_path / name).write_bytes(raw)
    status, said = run("new", "case-study", "again", "--from", name, "--no-questions")

    assert status in {0, 2}
    assert said
    assert "Traceback" not in said
    assert "Error" not in said


def test_nothing_is_written_where_a_form_cannot_be_read(run: Run, tmp_path: Path) -> None:
    before = sorted((tmp_path / FOLDER).iterdir())
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04")
    status, said = run("new", "case-study", "again", "--from", "broken.docx")

    assert status == 2
    assert said.startswith("tenfold: broken.docx: ")
    assert sorted((tmp_path / FOLDER).iterdir()) == before


def test_a_council_is_told_how_to_publish_what_it_took_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody else looks after its site."""
    study = tmp_path / "elm.yml"
    study.write_text(own_case(), encoding="utf-8")
    a_copy(tmp_path / "copy")
    (tmp_path / "copy/content/case_studies").mkdir()
    monkeypatch.chdir(tmp_path / "copy")
    form = tmp_path / "elm.md"
    assert main(["template", "case-study", "--format", "md", "--filled", str(study), "--out", str(form)]) == 0
    assert main(["new", "case-study", "--from", str(form), "--no-questions"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "write status: published in place of status: draft. Then: tenfold build" in said
    assert "Send it" not in said
