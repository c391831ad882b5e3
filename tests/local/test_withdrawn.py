"""What the original has withdrawn: a copy that has it all the same is told so, and by what name it went."""

import json
from pathlib import Path

from tests.support.copies import MANIFEST, a_copy, own_case

from tenfold.problems import Problem

GONE = {
    "kind": "case",
    "id": "elm",
    "name": "Elm Primary School",
    "aliases": ["old-elm"],
    "on": "2026-10-01",
    "reason": "The school asked for it.",
    "safeguarding": True,
}


def errors_with(folder: Path, name: str, text: str) -> list[Problem]:
    """The errors of a copy with one case study of its own, whose original has withdrawn another."""
    copy = a_copy(folder, files={f"content/case_studies/{name}.yml": text})
    (folder / "upstream/bundle.json").write_text(json.dumps({**MANIFEST, "withdrawn": [GONE]}), encoding="utf-8")
    return copy.check().errors


def test_a_record_of_theirs_with_that_id_is_a_problem(tmp_path: Path) -> None:
    (problem,) = errors_with(tmp_path, "elm", own_case())
    assert str(problem) == (
        'content/case_studies/elm.yml:1:1 the case study "elm" (Elm Primary School) was withdrawn for safeguarding: '
        "The school asked for it. No local copy may keep it. Delete this file, and its mention in replace: in "
        "local.yml."
    )
    assert (problem.rule, problem.about) == ("withdrawn", "elm")


def test_so_is_one_with_an_id_that_either_had_formerly(tmp_path: Path) -> None:
    (problem,) = errors_with(tmp_path / "one", "old-elm", own_case())
    (other,) = errors_with(tmp_path / "other", "holly", f"{own_case()}aliases:\n  - elm\n")
    assert (problem.about, other.about) == ("elm", "elm")


def test_one_that_is_withdrawn_as_well_may_stay(tmp_path: Path) -> None:
    text = own_case().replace("status: published", "status: withdrawn")
    assert errors_with(tmp_path, "elm", f"{text}withdrawal:\n  on: 2026-10-02\n  reason: So did we.\n") == []


def test_another_record_is_none_of_it(tmp_path: Path) -> None:
    assert errors_with(tmp_path, "ash", own_case("Ash School")) == []
