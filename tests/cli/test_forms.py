"""`tenfold template` and `tenfold from-issue`, run as people run them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.support.builders import BASE, PROJECT, a_content_folder
from tests.support.commands import run_tenfold

from tenfold.cli import main
from tenfold.forms import read_form

OAK = BASE / "case_studies" / "oak.yml"
STILL_NEEDED = (
    "Place", "Region", "Practices", "Features", "Implementation", "Sources", "Written by", "Agreed by the setting",
    "Licence", "Title", "Summary",
)  # fmt: skip
ISSUE = """### Kind of setting

School

### Name of the setting

Oak Primary School

### Context

We began.

### Written by

_No response_

### Sources

Smith (2021): Belonging
"""


@dataclass(frozen=True)
class Done:
    """What a command did: its status, and what it said to the screen and beside it."""

    returncode: int
    stdout: bytes
    stderr: str


Run = Callable[..., Done]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command in a folder, in this process."""

    def in_folder(*arguments: str, folder: Path) -> Done:
        monkeypatch.chdir(folder)
        status = main(arguments)
        out = capsys.readouterr()
        return Done(status, out.out.encode(), out.err)

    return in_folder


def said(done: Done) -> str:
    return done.stderr


@pytest.mark.parametrize("kind", ["docx", "xlsx", "md", "json"])
def test_a_template_is_written_and_can_be_read(run: Run, tmp_path: Path, kind: str) -> None:
    done = run("template", "case-study", "--format", kind, "--out", f"form.{kind}", folder=tmp_path)
    assert (done.returncode, said(done)) == (0, f"Written: form.{kind}\n")
    assert read_form((tmp_path / f"form.{kind}").read_bytes()).data == {}


def test_a_template_without_a_name_is_the_word_form_in_this_folder(run: Run, tmp_path: Path) -> None:
    assert run("template", "case-study", folder=tmp_path).returncode == 0
    assert [file.name for file in tmp_path.iterdir()] == ["case-study-template.docx"]


def test_text_goes_to_the_screen(run: Run, tmp_path: Path) -> None:
    done = run("template", "case-study", "--format", "json", folder=tmp_path)
    assert json.loads(done.stdout)["form"] == "case-study"
    assert list(tmp_path.iterdir()) == []


def test_the_issue_form_is_the_committed_one(run: Run, tmp_path: Path) -> None:
    done = run("template", "case-study", "--format", "issue-form", folder=tmp_path)
    assert done.stdout == (PROJECT / ".github" / "ISSUE_TEMPLATE" / "case-study.yml").read_bytes()


@pytest.mark.usefixtures("programs")
def test_a_terminal_without_the_letters_gets_the_template_all_the_same(tmp_path: Path) -> None:
    done = run_tenfold("template", "case-study", "--format", "md", folder=tmp_path, PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert done.stdout.startswith(b"# Tell us what you did")


def test_a_template_is_filled_with_a_record(run: Run, tmp_path: Path) -> None:
    args = ("template", "case-study", "--filled", str(OAK), "--out", "oak.docx")
    assert run(*args, folder=tmp_path).returncode == 0
    assert read_form((tmp_path / "oak.docx").read_bytes()).data["title"] == "A fair start for every pupil"


def test_no_file_is_written_over_unless_somebody_says_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "form.md").write_text("mine")
    args = ("template", "case-study", "--format", "md", "--out", "form.md")
    done = run(*args, folder=tmp_path)
    assert done.returncode == 2
    assert said(done) == (
        "tenfold: there is a file form.md already. Choose another name, or add --force to write it anew.\n"
    )
    assert (tmp_path / "form.md").read_text() == "mine"
    assert run(*args, "--force", folder=tmp_path).returncode == 0
    assert (tmp_path / "form.md").read_text().startswith("# Tell us")


@pytest.mark.parametrize(
    "arguments, says",
    [
        pytest.param(["--filled", "no.yml"], "no.yml: there is no such file. Check the name.", id="no record"),
        pytest.param(["--filled", "empty.yml"], "empty.yml: this file is empty.", id="an empty record"),
        pytest.param(["--filled", "words.yml"], "words.yml holds no answers. Name a case study, such as "
                     "content/case_studies/carr-manor.yml.", id="a file of words"),
        pytest.param(["--out", "folder"], "folder is a folder. Name a file.", id="a folder"),
        pytest.param(["--out", "words.yml/x.docx"], "words.yml is a file, and nothing can be put into it. "
                     "Choose another place.", id="a file for a folder"),
        pytest.param(["--format", "issue-form", "--filled", "oak.yml"], "an issue form cannot be filled in beforehand. "
                     "Leave out --filled.", id="a filled issue form"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_told(run: Run, tmp_path: Path, arguments: list[str], says: str) -> None:
    (tmp_path / "empty.yml").touch()
    (tmp_path / "words.yml").write_text("just words")
    (tmp_path / "oak.yml").write_bytes(OAK.read_bytes())
    (tmp_path / "folder").mkdir()
    done = run("template", "case-study", *arguments, folder=tmp_path)
    assert (done.returncode, said(done)) == (2, f"tenfold: {says}\n")


def test_an_issue_becomes_a_record_in_the_content_folder(run: Run, tmp_path: Path) -> None:
    a_content_folder(tmp_path)
    (tmp_path / "issue.md").write_text(ISSUE)
    done = run("from-issue", "issue.md", "--id", "new-oak", folder=tmp_path)
    record = (tmp_path / "content" / "case_studies" / "new-oak.yml").read_text(encoding="utf-8")
    assert done.returncode == 0
    assert "  name: Oak Primary School\n" in record
    assert record.endswith("then delete these lines.\n#\n# Sources:\n# Smith (2021): Belonging\n")
    assert said(done).splitlines() == [
        "3 answers taken over.",
        f"Still needed: {', '.join(STILL_NEEDED)}.",
        "1 text could not be placed. Nothing is lost: see the end of the file.",
        "  - Sources: Smith (2021): Belonging",
        "Written: content/case_studies/new-oak.yml. Next: tenfold check content/case_studies/new-oak.yml",
    ]
    checked = run("check", "content/case_studies/new-oak.yml", folder=tmp_path)
    assert b"setting.place: this field is left empty." in checked.stdout
    assert b"setting.name" not in checked.stdout


def test_an_issue_goes_to_the_screen_where_nobody_says_where(run: Run, tmp_path: Path) -> None:
    (tmp_path / "issue.md").write_text(ISSUE)
    done = run("from-issue", "issue.md", folder=tmp_path)
    assert b"\nstatus: draft\n" in done.stdout
    assert read_form(done.stdout).data["context"] == "We began."


@pytest.mark.parametrize(
    "arguments, says",
    [
        pytest.param(["no.md"], "no.md: there is no such file. Check the name.", id="no file"),
        pytest.param(["empty.md"], "empty.md: this file is empty. Copy the whole text of the issue into it.",
                     id="empty"),
        pytest.param(["issue.md", "--id", "New Oak"], '"New Oak": this name cannot be an address. Rename it to '
                     '"new-oak", for example. Use 3 to 60 small letters, digits and single hyphens.', id="a bad id"),
        pytest.param(["issue.md", "--id", "oak"], "there is a file content/case_studies/oak.yml already. Choose "
                     "another name.", id="an id that is taken"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_with_an_issue_is_told(run: Run, tmp_path: Path, arguments: list[str], says: str) -> None:
    a_content_folder(tmp_path)
    (tmp_path / "issue.md").write_text(ISSUE)
    (tmp_path / "empty.md").write_text(" \n")
    done = run("from-issue", *arguments, folder=tmp_path)
    assert (done.returncode, said(done)) == (2, f"tenfold: {says}\n")
