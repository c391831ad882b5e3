"""The forms in which `tenfold check` says what it found, and the summary that it writes beside them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from tests.support.builders import BASE, PROJECT, a_content_folder

from tenfold.cli import main
from tenfold.cli.printing import FORMATS

OAK = (BASE / "case_studies/oak.yml").read_text(encoding="utf-8")
BROKEN = OAK.replace("phase: primary", "phase: middle")
FILE = "content/case_studies/oak.yml"
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one mistake in its content, from which commands are run."""
    a_content_folder(tmp_path, {"case_studies/oak.yml": BROKEN})
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("form", FORMATS)
def test_each_form_exits_alike_and_names_the_file_and_the_rule(form: str, broken: Path, capsys: Capture) -> None:
    assert main(["check", "--format", form]) == 1
    said = capsys.readouterr().out
    assert FILE in said
    assert "is not one of the words for phase" in said


@pytest.mark.parametrize("form", FORMATS)
def test_each_form_says_when_all_is_well(form: str, broken: Path, capsys: Capture) -> None:
    (broken / FILE).write_text(OAK, encoding="utf-8")

    assert main(["check", "--format", form]) == 0
    said = capsys.readouterr().out
    assert said == "No problems.\n" if form in ("text", "github") else json.loads(said) is not None


def test_advice_in_a_summary_is_on_what_was_changed_with_how_complete_it_is(broken: Path) -> None:
    longer = OAK.replace("title: ", "title: XYZQ, ", 1)
    for name in ("oak", "elm"):
        (broken / f"content/case_studies/{name}.yml").write_text(longer, encoding="utf-8")
    (broken / "changed.txt").write_text(f"{FILE}\n", encoding="utf-8")

    assert main(["check", "--format", "github", "--summary", "summary.md", "--changed", "changed.txt"]) == 0
    said = (broken / "summary.md").read_text(encoding="utf-8")
    assert '"XYZQ" is an abbreviation' in said
    assert "of 100 for completeness" in said
    assert "elm" not in said


def test_the_summary_is_added_to_what_is_there(broken: Path, capsys: Capture) -> None:
    (broken / "summary.md").write_text("# Before\n\n", encoding="utf-8")
    (broken / "changed.txt").write_text(f"{FILE}\ncontent/sources.yml\n", encoding="utf-8")
    options = ["--summary", "summary.md", "--changed", "changed.txt", "--link", "https://host.example/blob/abc"]

    assert main(["check", *options]) == 1
    said = (broken / "summary.md").read_text(encoding="utf-8")
    assert said.startswith("# Before\n\n## 1 thing to mend in 1 file\n")
    assert f"[Line 7](https://host.example/blob/abc/{FILE}#L7), **setting: phase, entry 1**" in said
    assert said.rstrip().endswith("- content/sources\\.yml")


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--summary", "."], "tenfold: . cannot be written: is a directory."),
        (["--summary", "nowhere/summary.md"], "tenfold: nowhere/summary.md cannot be written: no such file"),
        (["--summary", "s.md", "--changed", "none.txt"], "tenfold: none.txt cannot be read."),
    ],
)
def test_a_summary_that_cannot_be_written_is_said(
    options: list[str], reason: str, broken: Path, capsys: Capture
) -> None:
    assert main(["check", *options]) == 2
    assert capsys.readouterr().err.startswith(reason)


def test_stopping_it_leaves_no_traceback(broken: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tenfold.cli.parts.check_content", stop)

    assert main(["check"]) == 130
    assert capsys.readouterr().err == "tenfold: stopped.\n"


HOOKS = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def test_the_hooks_have_what_pre_commit_asks_for() -> None:
    assert [hook["id"] for hook in HOOKS] == ["tenfold-fmt", "tenfold-check"]
    for hook in HOOKS:
        assert hook["language"] == "python"
        assert hook["require_serial"] is True
        assert {"id", "name", "description", "entry", "files"} <= set(hook)
