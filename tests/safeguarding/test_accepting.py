"""What a named person accepted stays accepted, and covers nothing that was written later."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.support.builders import changed, read
from tests.support.memory import check_base_with

from tenfold.checking import check_lone_file
from tenfold.problems import Level, Problem
from tenfold.safeguarding.acceptance import mark_of
from tenfold.safeguarding.said import all_said

PHONE = "Ring 07700 900123 for more."
OTHER = "Ring 07700 900456 for more."
SIGNED = {"reason": "It is the front desk.", "by": "Head teacher, Oak Primary School", "on": "2026-01-10"}


def problems(**changes: Any) -> list[Problem]:
    """The problems of the base case study with changes."""
    text = yaml.safe_dump(changed(read("case_studies/oak.yml"), changes), sort_keys=False)
    return check_base_with({"case_studies/oak.yml": text}).problems


def practices(*bodies: str) -> list[dict[str, str]]:
    return [{"title": "A greeting", "body": body} for body in bodies]


def mark_in(problem: Problem) -> str:
    """The letters of the passage that a message prints."""
    found = re.search(r"passage: ([a-z]{8})", problem.hint)
    assert found
    return found[1]


def signed(problem: Problem, **others: str) -> dict[str, Any]:
    """A section with a sign-off for a problem."""
    return {"accepted": [{"rule": problem.rule, "passage": mark_in(problem)} | SIGNED | others]}


def test_what_is_pasted_and_filled_in_is_accepted() -> None:
    (problem,) = problems(context=PHONE)
    line = problem.hint[problem.hint.index("safeguarding: {") :]
    section = yaml.load(line.replace('"?"', '"2026-01-10"'), Loader=yaml.BaseLoader)["safeguarding"]

    assert problems(context=PHONE, safeguarding=section) == []


def test_it_stays_accepted_when_other_text_changes_and_entries_move() -> None:
    (problem,) = problems(practices=practices(PHONE))
    moved = practices("Somebody is at the door.", f"It begins at eight. {PHONE} And it ends at nine.")

    assert problems(practices=moved, safeguarding=signed(problem)) == []


@pytest.mark.parametrize(
    "later",
    [
        pytest.param({"context": OTHER}, id="another value in its place"),
        pytest.param({"context": f"{PHONE} {OTHER}"}, id="another value behind it"),
        pytest.param({"context": PHONE, "practices": practices(PHONE)}, id="the same sentence in another field"),
        pytest.param({"context": PHONE.replace("for more", "at home")}, id="other words around it"),
        pytest.param({"context": f"{PHONE} She lives at LS99 9ZZ."}, id="another rule"),
    ],
)
def test_what_was_written_later_is_not_covered(later: dict[str, Any]) -> None:
    (problem,) = problems(context=PHONE)
    found = problems(**later, safeguarding=signed(problem))

    assert [each.level for each in found if each.rule.startswith("safeguarding-")].count(Level.ERROR) == 1


def test_another_number_in_a_figure_is_not_covered() -> None:
    figure = {"label": "Pupils", "value": "3", "unit": "pupils", "source": "oak-register"}
    before, after = ({"setting": {"name": "Oak"}, "in_numbers": [figure | {"value": value}]} for value in "34")
    marks = [mark_of(said := all_said(data), said.raw.index(value)) for data, value in ((before, "3"), (after, "4"))]

    assert marks[0] != marks[1]


@pytest.mark.parametrize("name", ["reason", "by"])
def test_a_sign_off_without_a_person_accepts_nothing(name: str) -> None:
    (problem,) = problems(context=PHONE)
    found = problems(context=PHONE, safeguarding=signed(problem, **{name: "?"}))

    assert {each.rule for each in found} == {"safeguarding-phone", "safeguarding-sign-off"}


def test_a_draft_beside_no_sources_may_cite_one_for_its_figures(tmp_path: Path) -> None:
    """Nobody can tell there whether it is published; that is said once the draft is among the others."""
    outcome = {"statement": "Three pupils were excluded.", "source": "some-report"}
    draft = tmp_path / "draft.yml"
    draft.write_text(yaml.safe_dump(changed(read("case_studies/oak.yml"), {"outcomes": [outcome]})), encoding="utf-8")

    assert check_lone_file(draft, None, shown_as="draft.yml") == []


def test_a_draft_on_somebodys_desktop_is_looked_at_as_well(tmp_path: Path) -> None:
    draft = tmp_path / "draft.yml"
    draft.write_text(yaml.safe_dump(changed(read("case_studies/oak.yml"), {"context": PHONE})), encoding="utf-8")

    assert [problem.rule for problem in check_lone_file(draft, None, shown_as="draft.yml")] == ["safeguarding-phone"]
