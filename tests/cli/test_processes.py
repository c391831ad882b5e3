"""The command as a process: what it imports, where it prints to, and what it leaves behind."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
import yaml
from tests.support.builders import BASE, PROJECT, a_content_folder
from tests.support.commands import run_python, run_tenfold

from tenfold.cli import main
from tenfold.cli.printing import FORMATS

pytestmark = pytest.mark.usefixtures("programs")

FILE = "content/case_studies/oak.yml"
OAK = (BASE / "case_studies/oak.yml").read_text(encoding="utf-8")


@pytest.fixture
def closed() -> int:
    """The end of a pipe that nobody reads."""
    reading, writing = os.pipe()
    os.close(reading)
    return writing


def test_ctrl_c_while_a_command_is_still_loading_is_no_accident(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(name: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tenfold.cli.import_module", interrupted)
    assert main(["build"]) == 130
    assert capsys.readouterr().err == "tenfold: stopped.\n"


@pytest.mark.parametrize(
    ("problems", "arguments"),
    [
        pytest.param(0, [], id="one line"),
        pytest.param(1, ["--format", "json"], id="a little JSON"),
        pytest.param(500, [], id="more lines than a pipe holds"),
    ],
)
def test_a_reader_that_went_away_is_no_accident(
    problems: int, arguments: list[str], tmp_path: Path, closed: int
) -> None:
    fields = "".join(f"nonsense-{number}: x\n" for number in range(problems))
    a_content_folder(tmp_path, {"case_studies/oak.yml": OAK + fields})
    try:
        ran = run_tenfold("check", *arguments, folder=tmp_path, stdout=closed)
    finally:
        os.close(closed)

    assert ran.stderr == b""
    assert ran.returncode in (0, 1, 2)


def test_a_terminal_without_the_letters_gets_something_in_their_place(tmp_path: Path) -> None:
    """As on Windows, where what is piped or redirected is in the old code page."""
    a_content_folder(tmp_path, {"case_studies/oak.yml": OAK.replace("region: north_east", "region: Łódź")})
    ran = run_tenfold("check", folder=tmp_path, PYTHONUTF8="0", PYTHONIOENCODING="cp1252")

    assert (ran.returncode, ran.stderr) == (1, b"")
    assert ran.stdout.decode("cp1252").splitlines()[-1] == "1 problem in 1 file."


def test_checking_imports_neither_mkdocs_nor_what_renders(tmp_path: Path) -> None:
    a_content_folder(tmp_path)
    ran = run_python(["-c", "import sys, tenfold.cli; tenfold.cli.main(['check']); print(*sys.modules)"], tmp_path)
    said, modules = ran.stdout.decode().splitlines()

    assert said == "No problems."
    assert "tenfold.loading" in modules.split()
    assert not {"mkdocs", "material", "jinja2", "nh3", "tenfold.adapters", "tenfold.render"} & set(modules.split())


def test_the_same_content_is_reported_in_the_same_bytes(tmp_path: Path) -> None:
    a_content_folder(tmp_path, {"case_studies/oak.yml": "title: x\n", "glossary.yml": "a: b\n"})
    runs: list[subprocess.CompletedProcess[bytes]] = [
        run_tenfold("check", folder=tmp_path, PYTHONHASHSEED=seed) for seed in ("1", "2")
    ]

    assert runs[0].stdout == runs[1].stdout
    assert runs[0].stdout.count(b"\n") > 5


EVERY_FORM = """
import sys
from tenfold.cli import main
for form in sys.argv[1:]:
    print("===", form)
    print("===", main(["check", "--format", form]))
"""


def test_each_form_is_the_same_bytes_each_time_and_fits_an_old_terminal(tmp_path: Path) -> None:
    a_content_folder(tmp_path, {"case_studies/oak.yml": OAK.replace("phase: primary", "phase: \u0141\xf3d\u017a")})
    runs = [
        run_python(["-c", EVERY_FORM, *FORMATS], tmp_path, PYTHONIOENCODING="cp1252", PYTHONHASHSEED=seed)
        for seed in ("1", "2")
    ]

    assert runs[0].stdout == runs[1].stdout
    assert (runs[0].returncode, runs[0].stderr) == (0, b"")
    marks = [line for line in runs[0].stdout.decode("cp1252").splitlines() if line.startswith("===")]
    assert marks == [line for form in FORMATS for line in (f"=== {form}", "=== 1")]


def test_the_check_hook_runs_as_pre_commit_runs_it(tmp_path: Path) -> None:
    """The words of its entry, then the changed files, from the top of the repository."""
    a_content_folder(tmp_path, {"case_studies/oak.yml": OAK.replace("phase: primary", "phase: middle")})
    words = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))[1]["entry"].split()
    assert words[0] == "tenfold"
    ran = run_tenfold(*words[1:], FILE, "content/index.md", folder=tmp_path)

    assert ran.returncode == 1
    assert ran.stdout.decode().startswith(f"{FILE}:7:10 setting.phase")


def test_a_quick_check_imports_little(tmp_path: Path) -> None:
    """What it does not import it need not wait for; prose without links needs no parser either."""
    a_content_folder(tmp_path)
    ran = run_python(
        ["-c", f"import sys, tenfold.cli; tenfold.cli.main(['check', '--quick', '{FILE}']); print(*sys.modules)"],
        tmp_path,
    )
    said, modules = ran.stdout.decode().splitlines()

    assert said == "No problems."
    assert "tenfold.nearby" in modules.split()
    assert not {"markdown_it", "mkdocs", "jinja2", "json.tool", "tenfold.reporting", "tenfold.receiving"} & set(
        modules.split()
    )


def test_starting_the_command_imports_no_library_of_others(tmp_path: Path) -> None:
    ran = run_python(["-c", "import sys, tenfold.cli; tenfold.cli.parser(); print(*sys.modules)"], tmp_path)

    assert not {"pydantic", "yaml", "markdown_it", "json", "tenfold.model"} & set(ran.stdout.decode().split())
