"""What could lead to a child, and what people are told of it: every file in `cases/safeguarding` is one test."""

from pathlib import Path

import pytest
from tests.support.golden import cases_in, check_says_so, read_case

from tenfold.safeguarding import rules

CASES = cases_in("safeguarding")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_check_says(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    check_says_so(path, tmp_path, capsys, monkeypatch)


def test_every_rule_has_a_case() -> None:
    said = "".join(read_case(path).says for path in CASES)
    sentences = {rule.name: rule.message for rule in rules()}
    assert [name for name, sentence in sentences.items() if sentence not in said] == []
