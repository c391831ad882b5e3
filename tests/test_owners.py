"""CODEOWNERS: written from who looks after what, kept up to date, and told what is wrong in plain words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tenfold.cli import main
from tenfold.owners import Owners, code_owners
from tests.support.builders import BASE, PROJECT, a_case_study, a_content_folder, a_library

OAK = (BASE / "case_studies/oak.yml").read_text(encoding="utf-8")
LIST = 'everything: ["@council/editors"]\n'
Capture = pytest.CaptureFixture[str]
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def owners(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> Run:
    """Run `tenfold owners` with a list; its exit status and what it printed."""
    a_content_folder(tmp_path, {"case_studies/elm.yml": OAK.replace("north_east", "london")})
    (tmp_path / ".github").mkdir()
    monkeypatch.chdir(tmp_path)

    def run(text: str | None, *arguments: str) -> tuple[int, str]:
        if text is not None:
            (tmp_path / ".github/owners.yml").write_text(text, encoding="utf-8")
        status = main(["owners", *arguments])
        return status, capsys.readouterr().out

    return run


def test_the_file_of_the_project_is_up_to_date(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.chdir(PROJECT)

    assert main(["owners"]) == 0
    assert capsys.readouterr().out == (PROJECT / ".github/CODEOWNERS").read_text(encoding="utf-8"), (
        "run `tenfold owners --out .github/CODEOWNERS`"
    )


def test_a_region_and_a_feature_bring_their_people_beside_the_usual_ones() -> None:
    owners = Owners.model_validate(
        {
            "everything": ["@editors"],
            "also": [
                {"region": "london", "ask": ["@london/team", "@editors"]},
                {"feature": "belonging-first", "ask": ["@belonging"]},
            ],
        }
    )
    library = a_library({"elm": a_case_study(setting__region="london"), "oak": a_case_study()})
    _, everything, elm, oak = code_owners(owners, library, made_from="owners.yml").splitlines()

    assert everything == "* @editors"
    assert elm == "/content/elm.yml @editors @london/team @belonging"
    assert oak == "/content/oak.yml @editors @belonging"


def test_the_command_prints_or_writes(owners: Run, tmp_path: Path) -> None:
    text = LIST + 'also:\n  - region: london\n    ask: ["@london"]\n'
    status, said = owners(text)

    assert status == 0
    assert said.splitlines()[1:] == ["* @council/editors", "/content/case_studies/elm.yml @council/editors @london"]
    assert owners(text, "--out", "CODEOWNERS") == (0, "")
    assert (tmp_path / "CODEOWNERS").read_text(encoding="utf-8") == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(None, "owners.yml:1:1 this file cannot be opened", id="no list"),
        pytest.param("", "this file is empty", id="empty"),
        pytest.param("- x\n", "fields belong here", id="a list"),
        pytest.param("everything: [editors]\n", "this names nobody", id="no handle"),
        pytest.param('everything: ["@a\\nevil @b"]\n', "this names nobody", id="a line break"),
        pytest.param("everything: []\n", "this list is empty", id="nobody"),
        pytest.param(LIST + 'also: [{region: londn, ask: ["@a"]}]\n', 'Did you mean "london"?', id="region"),
        pytest.param(
            LIST + 'also: [{feature: belonging-frist, ask: ["@a"]}]\n',
            '2:18 also[1].feature: there is no key feature "belonging-frist". Did you mean "belonging-first"?',
            id="feature",
        ),
        pytest.param(LIST + 'also: [{ask: ["@a"]}]\n', "about a region or about a feature", id="about nothing"),
        pytest.param(LIST + "also: [{region: london}]\n", '"ask" is missing', id="nobody to ask"),
        pytest.param(LIST + "others: x\n", '"others" is not a field here', id="unknown field"),
        pytest.param("a: &a [*a]\n", "alias", id="an alias"),
    ],
)
def test_what_is_wrong_with_the_list_is_said(text: str | None, said: str, owners: Run) -> None:
    status, printed = owners(text, "--out", "CODEOWNERS")

    assert status == 1
    assert said in printed
    assert not Path("CODEOWNERS").exists()


def test_broken_content_is_said_before_anybody_is_asked(owners: Run, tmp_path: Path) -> None:
    (tmp_path / "content/case_studies/elm.yml").write_text("titel: x\n", encoding="utf-8")
    status, printed = owners(LIST)

    assert status == 1
    assert printed.startswith("content/case_studies/elm.yml:1:1 ")
