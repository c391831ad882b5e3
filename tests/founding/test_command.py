"""`tenfold local init` with everything given on the command line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.support.builders import BASE
from tests.support.bundles import a_bundle
from tests.support.founding import PNG

from tenfold.cli import local_init, main
from tenfold.founding.questions import QUESTIONS
from tenfold.local.copy import read_copy

Capture = pytest.CaptureFixture[str]
LEAST = ("--yes", "--name", "Inclusion: O'Brien #1", "--authority", "Kingston & Chelsea")


@pytest.fixture(scope="module")
def bundle() -> bytes:
    return a_bundle(BASE)


@pytest.fixture
def here(bundle: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the two files that somebody downloaded, and a logo."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tenfold-content-2026-01-10.zip").write_bytes(bundle)
    (tmp_path / "our logo.png").write_bytes(PNG)
    return tmp_path


def test_a_bundle_beside_it_is_taken_unasked(here: Path, capsys: Capture) -> None:
    assert main(["local", "init", "inclusion", *LEAST]) == 0

    copy = read_copy(here / "inclusion")
    assert (copy.settings.name, copy.settings.authority) == ("Inclusion: O'Brien #1", "Kingston & Chelsea")
    assert copy.check().problems == []
    assert copy.manifest.name == "Tenfold"
    assert "from tenfold-content-2026-01-10.zip" in " ".join(capsys.readouterr().out.split())
    (wheel,) = (here / "inclusion/wheels").iterdir()
    assert f"./wheels/{wheel.name}" in (here / "inclusion/requirements.txt").read_text(encoding="utf-8").splitlines()


def test_every_question_can_be_answered_on_the_command_line(here: Path) -> None:
    contact = {"": "Team", "_email": "a@b.example", "_phone": "020 7946 0000", "_page": "https://b.example/"}
    said = {
        **{
            f"{who}{way}": text for who in ("contact", "complaints", "data_protection") for way, text in contact.items()
        },
        "colour": "#003366",
        "accent": "#b5431f",
        "logo": "our logo.png",
        "logo_alt": "Two oaks",
        "font": "system",
        "host": "iis",
        "address": "https://www.exampleton.example/inclusion/",
        "upstream": "tenfold-content-2026-01-10.zip",
        "name": "Inclusion",
        "authority": "Exampleton",
    }
    assert set(said) == {question.name for question in QUESTIONS}
    flags = [part for name, text in said.items() for part in (f"--{name.replace('_', '-')}", text)]

    assert main(["local", "init", "inclusion", "--yes", *flags]) == 0

    settings = read_copy(here / "inclusion").settings
    for question in QUESTIONS:
        if question.path:
            value = settings
            for field in question.path:
                value = getattr(value, field)
            assert str(value) == ("brand/logo.png" if question.name == "logo" else said[question.name])
    assert (here / "inclusion/brand/logo.png").is_file()


def test_everything_that_is_wrong_is_said_at_once_and_nothing_is_written(here: Path, capsys: Capture) -> None:
    (here / "inclusion").mkdir()
    (here / "inclusion/old.txt").write_text("x")
    (here / "broken.zip").write_bytes(b"PK\x03\x04 and no more")

    wrong = (
        "--colour",
        "blue",
        "--host",
        "mars",
        "--upstream",
        "broken.zip",
        "--wheel",
        "our logo.png",
        "--logo",
        "x.png",
    )
    assert main(["local", "init", "inclusion", "--yes", *wrong]) == 2

    said = capsys.readouterr().err
    lines = [line.strip().partition(":")[0] for line in said.splitlines() if line.startswith("  ")]
    assert lines == ["DIR", "--name", "--authority", "--host", "--colour", "--logo", "--upstream", "--wheel"]
    assert "Nothing was written." in said
    assert [path.name for path in (here / "inclusion").iterdir()] == ["old.txt"]


def test_a_content_folder_is_taken_as_well(here: Path) -> None:
    shutil.copytree(BASE, here / "original/content")
    assert main(["local", "init", "inclusion", *LEAST, "--upstream", "original"]) == 0
    assert list(read_copy(here / "inclusion").check().library.cases) == ["oak"]


@pytest.mark.parametrize(
    "upstream, says",
    [
        ("nowhere.zip", "there is no file or folder nowhere.zip."),
        ("empty", "empty is no content folder. Name the file tenfold-content-DATE.zip"),
        ("our logo.png", "--upstream: "),
    ],
)
def test_content_that_is_none_is_refused(upstream: str, says: str, here: Path, capsys: Capture) -> None:
    (here / "empty").mkdir()
    assert main(["local", "init", "inclusion", *LEAST, "--upstream", upstream]) == 2
    assert says in capsys.readouterr().err
    assert not (here / "inclusion").exists()


def test_a_copy_that_would_not_hold_together_is_not_made(
    here: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_it_is = local_init.try_it

    def spoiled(folder: Path) -> None:
        (folder / "content/case_studies/elm.yml").write_text("titel: x\n", encoding="utf-8")
        as_it_is(folder)

    monkeypatch.setattr(local_init, "try_it", spoiled)
    assert main(["local", "init", "inclusion", *LEAST]) == 2
    assert "was not made. Tell those who make the toolkit" in capsys.readouterr().err
    assert not [path for path in here.iterdir() if path.is_dir()]


def test_help_names_every_option(capsys: Capture) -> None:
    with pytest.raises(SystemExit):
        main(["local", "init", "--help"])
    said = capsys.readouterr().out
    assert all(question.flag in said for question in QUESTIONS)
    assert "--wheel" in said
