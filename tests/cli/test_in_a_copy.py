"""The commands in a local copy: what they do to its own records, and that ours stay as they are."""

from pathlib import Path

import pytest
from tests.support.copies import a_copy, own_case

from tenfold.cli import main
from tenfold.cli.completing import JOURNAL
from tenfold.updating.journal import DISCARDED, PLACE

FILES = {"content/case_studies/elm.yml": own_case()}


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy with a case study of its own, and somebody who stands in it."""
    a_copy(tmp_path, files=FILES)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_check_takes_both_for_one(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert main(["check", "--quick", "content/case_studies/elm.yml"]) == 0
    assert main(["check", str(copy)]) == 0
    assert "No problems." in capsys.readouterr().out


def test_a_mistake_is_named_from_where_one_stands(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = copy / "content/case_studies/elm.yml"
    own.write_text(own.read_text(encoding="utf-8").replace("belonging-first", "belonging"), encoding="utf-8")
    assert main(["check"]) == 1
    assert (
        'content/case_studies/elm.yml:11:5 features[1]: there is no key feature "belonging".' in capsys.readouterr().out
    )


def test_an_update_that_was_broken_off_is_found_by_the_check(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert JOURNAL == PLACE
    (copy / PLACE).mkdir()
    assert main(["check"]) == 0
    assert DISCARDED in capsys.readouterr().err
    assert not (copy / PLACE).exists()


def test_settings_with_problems_stop_the_check(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (copy / "local.yml").write_text("name: x\n", encoding="utf-8")
    assert main(["check"]) == 1
    assert "local.yml:1:1 authority:" in capsys.readouterr().out


def test_only_ones_own_addresses_are_promised(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["urls", "--on", "2026-11-01"]) == 0
    assert capsys.readouterr().out == "new: case_studies/elm/\n1 address, 1 of them new.\n"
    assert main(["check"]) == 0


def test_a_record_of_ones_own_is_renamed(copy: Path) -> None:
    assert main(["rename", "elm", "elm-primary"]) == 0
    assert (copy / "content/case_studies/elm-primary.yml").is_file()
    assert main(["check"]) == 0


def test_what_is_ours_is_not_renamed(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rename", "oak", "oak-primary"]) == 2
    assert 'the case study "oak" is not yours: it comes with upstream/.' in capsys.readouterr().err
    assert (copy / "upstream/content/case_studies/oak.yml").is_file()


def test_schemas_know_the_ids_of_both(copy: Path) -> None:
    assert main(["schema", "--out", "schemas"]) == 0
    ids = (copy / "schemas/ids.json").read_text(encoding="utf-8")
    assert '"elm"' in ids
    assert '"oak"' in ids


def test_a_draft_on_somebodys_desktop_may_name_ours(
    copy: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path_factory.mktemp("desktop") / "ash.yml"
    draft.write_text(own_case("Ash School"), encoding="utf-8")
    assert main(["check", str(draft)]) == 0, capsys.readouterr().out


def test_advice_is_given_on_ones_own_words_alone(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in ("upstream/content/case_studies/oak.yml", "content/case_studies/elm.yml"):
        text = (copy / path).read_text(encoding="utf-8")
        (copy / path).write_text(text.replace("says good morning to each pupil", "greets naughty pupils"), "utf-8")
    assert main(["check", "--advice"]) == 0
    said = capsys.readouterr().out
    assert "content/case_studies/elm.yml" in said
    assert "upstream/" not in said
