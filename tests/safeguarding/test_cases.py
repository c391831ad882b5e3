"""What could lead to a child, and what people are told of it: every file in `cases/safeguarding` is one test."""

import os
from pathlib import Path

import pytest
from tests.support.builders import TESTS, a_content_folder
from tests.support.golden import read_case, rewrite

from tenfold.cli import main
from tenfold.safeguarding import rules

CASES = sorted((TESTS / "cases" / "safeguarding").glob("*.txt"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_check_says(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    case = read_case(path)
    assert case.title.endswith("."), "a case starts with a sentence that says what it shows"
    a_content_folder(tmp_path, dict(case.files))
    monkeypatch.chdir(tmp_path)

    status = main(["check"])

    said = capsys.readouterr().out
    if os.environ.get("TENFOLD_REWRITE"):
        rewrite(path, said)
    else:
        assert said == case.says
        assert status == (1 if " problem" in said.splitlines()[-1].replace("No problems", "") else 0)


def test_every_rule_has_a_case() -> None:
    said = "".join(read_case(path).says for path in CASES)
    sentences = {rule.name: rule.message for rule in rules()}
    assert [name for name, sentence in sentences.items() if sentence not in said] == []
