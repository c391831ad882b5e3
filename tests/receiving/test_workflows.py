"""The workflows themselves: what they may do, and that nothing a contributor chooses stands where it would run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from tests.support.builders import PROJECT
from tests.support.runner import workflow

WORKFLOWS = sorted(file.relative_to(PROJECT).as_posix() for file in (PROJECT / ".github/workflows").glob("*.yml"))
CHECK, PUBLISH = ".github/workflows/check.yml", ".github/workflows/publish.yml"
PINNED = re.compile(r"actions/[a-z-]+@[0-9a-f]{40}")


def steps(path: str) -> Iterator[dict[str, Any]]:
    for job in workflow(path)["jobs"].values():
        yield from job["steps"]


def commands(path: str) -> list[str]:
    """The lines of a workflow without its comments."""
    text = (PROJECT / path).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.lstrip().startswith("#")]


def test_both_are_there() -> None:
    assert WORKFLOWS == [CHECK, PUBLISH]


@pytest.mark.parametrize("path", WORKFLOWS)
def test_no_line_that_runs_holds_an_expression(path: str) -> None:
    """GitHub would put the text of a title or a branch into the script; from the environment it stays a value."""
    scripts = [step["run"] for step in steps(path) if "run" in step]

    assert scripts
    assert not [script for script in scripts if "${{" in script]


@pytest.mark.parametrize("path", WORKFLOWS)
def test_actions_are_pinned_by_their_whole_commit(path: str) -> None:
    used = [step["uses"] for step in steps(path) if "uses" in step]

    assert used
    assert all(PINNED.fullmatch(action) for action in used)


@pytest.mark.parametrize("path", WORKFLOWS)
def test_a_workflow_may_only_read_has_an_end_and_uses_no_secret(path: str) -> None:
    found = workflow(path)

    assert found["permissions"] == {"contents": "read"}
    assert all("timeout-minutes" in job for job in found["jobs"].values())
    assert "concurrency" in found
    assert not [line for line in commands(path) if "secrets." in line or "pull_request_target" in line]


def test_a_pull_request_is_checked_and_starts_nothing_else() -> None:
    assert list(workflow(CHECK)["on"]) == ["pull_request"]
    assert list(workflow(PUBLISH)["on"]) == ["push", "workflow_dispatch"]


@pytest.mark.parametrize("path", WORKFLOWS)
def test_the_token_is_used_for_fetching_alone(path: str) -> None:
    given = [step for step in steps(path) if "github.token" in str(step)]

    assert len(given) == 1
    assert "git fetch" in given[0]["run"]
    assert "config --" not in given[0]["run"], "nothing is left behind in the repository's configuration"


def test_only_the_job_that_publishes_may_write_and_it_runs_nothing_of_ours() -> None:
    jobs = workflow(PUBLISH)["jobs"]

    assert [name for name, job in jobs.items() if "permissions" in job] == ["deploy"]
    assert jobs["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert not [step for step in jobs["deploy"]["steps"] if "run" in step]


def test_values_that_a_contributor_chooses_are_an_id_and_a_number() -> None:
    """Titles, bodies, names of branches and of people are not even in the environment."""
    text = "\n".join(commands(CHECK))
    found = set(re.findall(r"\$\{\{\s*(.*?)\s*\}\}", text))

    assert found == {"github.event.pull_request.number", "github.event.pull_request.head.sha", "github.token"}


def test_on_gitlab_the_proposal_is_not_checked_out_either() -> None:
    job = yaml.safe_load((PROJECT / ".gitlab-ci.yml").read_text(encoding="utf-8"))["check"]
    script = "\n".join(job["script"])

    assert job["variables"]["GIT_STRATEGY"] == "none"
    assert script.index("checkout --quiet --detach refs/heads/base") < script.index("dev.py setup")
    assert script.index("tenfold receive") < script.index("tenfold check") < script.index("tenfold build")
    assert job["artifacts"]["reports"] == {"codequality": "gl-code-quality-report.json"}
    assert "proposal" not in script.partition("dev.py setup")[0].partition("checkout")[2]


def test_the_template_asks_about_the_children_first_and_links_to_what_is_there() -> None:
    text = (PROJECT / ".github/pull_request_template.md").read_text(encoding="utf-8")

    assert text.index("The children") < text.index("The people") < text.index("The facts")
    assert len(re.findall(r"^- \[ \] ", text, re.MULTILINE)) == 8
    for path in re.findall(r"content/[\w/]+\.md", text):
        assert (PROJECT / path).is_file()
