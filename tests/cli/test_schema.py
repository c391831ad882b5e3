"""`tenfold schema`: what it lists, prints and writes, and what it says when it cannot."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from tests.support.builders import a_content_folder
from tests.support.commands import run_python, run_tenfold

from tenfold.cli import main
from tenfold.schema import IDS_FILE, SHAPES, Shape, schema_files, schema_text

Capture = pytest.CaptureFixture[str]
NAMES = [shape.name for shape in SHAPES]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_without_a_kind_every_kind_is_listed_with_its_files(here: Path, capsys: Capture) -> None:
    assert main(["schema"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == NAMES
    assert lines[0].split()[1] == "content/case_studies/*.yml"


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_a_kind_is_printed_as_json(shape: Shape, here: Path, capsys: Capture) -> None:
    assert main(["schema", shape.name]) == 0

    assert capsys.readouterr().out == schema_text(shape)


def test_with_a_content_folder_its_ids_are_offered(here: Path, capsys: Capture) -> None:
    folder = a_content_folder(here)
    assert main(["schema", "case-study", "--content", str(folder)]) == 0

    offered = json.loads(capsys.readouterr().out)["definitions"]["source"]["anyOf"]
    assert [each["const"] for each in offered] == ["oak-report"]


def test_records_that_cannot_be_read_are_passed_over(here: Path, capsys: Capture) -> None:
    a_content_folder(here, {"sources.yml": "oak-report: [", "case_studies/oak.yml": b"\xff\xfe\x00"})
    assert main(["schema", "case-study", "--content", "content"]) == 0

    offered = json.loads(capsys.readouterr().out)["definitions"]
    assert offered["source"] == {"not": {}}
    assert [each["const"] for each in offered["feature"]["anyOf"]] == ["belonging-first"]


def test_all_are_written_into_a_folder_with_the_ids_beside_them(here: Path, capsys: Capture) -> None:
    a_content_folder(here)
    assert main(["schema", "--out", "new/schemas"]) == 0

    assert capsys.readouterr().out == "11 files in new/schemas, 11 of them changed.\n"
    assert {path.name for path in (here / "new/schemas").iterdir()} == set(schema_files({}))
    assert "oak-report" in (here / "new/schemas" / IDS_FILE).read_text(encoding="utf-8")
    assert b"\r" not in (here / "new/schemas/case-study.json").read_bytes()


def test_what_is_right_already_is_left_alone(here: Path, capsys: Capture) -> None:
    folder = a_content_folder(here)
    main(["schema", "--out", "schemas"])
    before = (here / "schemas/case-study.json").stat().st_mtime_ns
    sources = folder / "sources.yml"
    sources.write_text(sources.read_text(encoding="utf-8").replace("A year of", "Two years of"), encoding="utf-8")
    capsys.readouterr()

    assert main(["schema", "--out", "schemas"]) == 0
    assert capsys.readouterr().out == "11 files in schemas, 1 of them changed.\n"
    assert (here / "schemas/case-study.json").stat().st_mtime_ns == before


def test_without_content_they_are_written_without_ids(here: Path, capsys: Capture) -> None:
    assert main(["schema", "--out", "schemas"]) == 0

    written = (here / "schemas" / IDS_FILE).read_text(encoding="utf-8")
    assert written == schema_files({})[IDS_FILE]


@pytest.mark.parametrize(
    "arguments, said",
    [
        (
            ["case-stdy"],
            f'tenfold: there is no schema "case-stdy". Did you mean "case-study"? There are: {", ".join(NAMES)}.\n',
        ),
        (["x\x1b[31m"], f'tenfold: there is no schema "x<U+001B>[31m". There are: {", ".join(NAMES)}.\n'),
        (
            ["feature", "--content", "nowhere"],
            "tenfold: there is no file or folder nowhere. Check the name, or run this from the project's folder.\n",
        ),
        (["feature", "--out", "schemas"], "tenfold: --out writes every schema. Leave the name of the kind out.\n"),
        (["--out", "file/schemas"], "tenfold: file/schemas cannot be written: not a directory.\n"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(arguments: list[str], said: str, here: Path, capsys: Capture) -> None:
    (here / "file").write_text("", encoding="utf-8")

    assert main(["schema", *arguments]) == 2
    assert capsys.readouterr().err == said


@pytest.mark.usefixtures("programs")
def test_a_terminal_without_the_letters_gets_something_in_their_place(here: Path) -> None:
    a_content_folder(here)
    sources = here / "content/sources.yml"
    sources.write_text(sources.read_text(encoding="utf-8").replace("A year of", "Łódź:"), encoding="utf-8")
    ran = run_tenfold("schema", "case-study", "--content", "content", folder=here, PYTHONIOENCODING="cp1252")

    assert (ran.returncode, ran.stderr) == (0, b"")
    assert json.loads(ran.stdout.decode("cp1252"))["title"] == "Case study"


@pytest.mark.usefixtures("programs")
def test_a_reader_that_went_away_is_no_accident(here: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ran = run_tenfold("schema", "case-study", folder=here, stdout=writing)
    finally:
        os.close(writing)

    assert (ran.returncode, ran.stderr) == (2, b"")


@pytest.mark.usefixtures("programs")
def test_checking_does_not_import_it(here: Path) -> None:
    a_content_folder(here)
    ran = run_python(["-c", "import sys, tenfold.cli; tenfold.cli.main(['check']); print(*sys.modules)"], here)

    assert "tenfold.cli.check" in ran.stdout.decode().split()
    assert "tenfold.schema" not in ran.stdout.decode().split()
