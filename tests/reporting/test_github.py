"""Problems as annotations on GitHub: where they stand, how many, and that no text breaks out of its line."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from tests.support.problems import a_problem
from tests.support.steady import STEADY

from tenfold.problems import Level
from tenfold.reporting import workflow_commands
from tenfold.reporting.github import SHOWN

LINE = re.compile(r"::(error|notice) file=([^:,]*),line=(\d+),(?:col=(\d+),)?title=([^:,]*)::(.*)")
UNESCAPED = {"%3A": ":", "%2C": ",", "%25": "%"}
NASTY = st.text(alphabet=st.sampled_from("a%:,\n\r\x1b\x85\u2028#[]=5D0A :é")) | st.text()


def read_back(escaped: str) -> str:
    return re.sub("%(3A|2C|25)", lambda found: UNESCAPED[found.group()], escaped)


def test_a_problem_stands_at_its_line_and_column_with_its_title() -> None:
    first, *_ = workflow_commands([a_problem(rule="missing", field="setting.phase")])

    assert first == (
        "::error file=content/case_studies/oak.yml,line=7,col=10,title=A field is missing%3A setting.phase"
        "::something is wrong. Do this."
    )


def test_advice_is_a_notice() -> None:
    first, *_ = workflow_commands([a_problem(level=Level.ADVICE)])

    assert first.startswith("::notice file=")


def test_nothing_wrong_is_one_plain_line() -> None:
    assert list(workflow_commands([])) == ["No problems."]


def test_all_are_in_the_log_below_the_annotations() -> None:
    problems = [a_problem(line=line) for line in (3, 5)]
    *_, group, one, other, end, count = workflow_commands(problems)

    assert (group, end) == ("::group::Everything that was found", "::endgroup::")
    assert (one, other) == tuple(f"- {problem}" for problem in problems)
    assert count == "2 problems in 1 file."


def test_as_many_as_github_shows_are_all_marked() -> None:
    marked = [line for line in workflow_commands([a_problem()] * SHOWN) if line.startswith("::error")]

    assert len(marked) == SHOWN
    assert "There is more" not in marked[-1]


def test_with_more_than_github_shows_the_last_mark_says_where_the_others_are() -> None:
    problems = [a_problem(line=line) for line in range(1, 34)]
    advice = [a_problem(level=Level.ADVICE, line=line) for line in range(1, 12)]
    lines = list(workflow_commands(problems + advice))
    marked = [line for line in lines if line.startswith("::error")]

    assert len(marked) == SHOWN
    assert marked[-1].endswith("::24 more are not marked here. The summary of this run lists all of them.")
    assert ",line=10," in marked[-1]
    assert len([line for line in lines if line.startswith("::notice")]) == SHOWN
    assert len([line for line in lines if line.startswith("- ")]) == 44


@STEADY
@given(path=NASTY, field=NASTY, message=NASTY, hint=NASTY, rule=NASTY)
def test_no_text_ends_its_line_or_starts_a_command(path: str, field: str, message: str, hint: str, rule: str) -> None:
    problem = a_problem(path=path, field=field, message=message, hint=hint, rule=rule)
    printed = "\n".join(workflow_commands([problem]))
    first, *rest = printed.splitlines()

    found = LINE.fullmatch(first)
    assert found is not None
    assert "##[" not in printed
    assert all("%" not in re.sub("%(3A|2C|25)", "", part) for part in found.groups() if part)
    assert [line for line in rest if line.lstrip().startswith("::")] == [
        "::group::Everything that was found",
        "::endgroup::",
    ]
    assert len(rest) == 4


@STEADY
@given(st.text(alphabet=st.sampled_from("a%:,53AC2")))
def test_what_is_escaped_reads_as_it_was(text: str) -> None:
    first, *_ = workflow_commands([a_problem(path=text, message=text, hint="")])
    found = LINE.fullmatch(first)

    assert found is not None
    assert read_back(found[2]) == text
    assert found[6].replace("%25", "%") == text.strip()
