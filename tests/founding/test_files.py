"""The files of a new copy: for every host, word for word for two of them, and whatever somebody is called."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from markdown_it import MarkdownIt
from tests.support.builders import TESTS
from tests.support.founding import EVERYTHING, SETTINGS, a_new_copy, written
from tests.support.golden import HEADER

from tenfold.founding.files import files
from tenfold.founding.hosts import WORKFLOW, way_to
from tenfold.local.copy import read_copy
from tenfold.local.settings import Host

CASES = TESTS / "cases" / "founding"
GITHUB = [host for host in Host if host is not Host.GITLAB_PAGES]
PINNED = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40}")
GOLDEN = {
    "github_pages": {"host": "github_pages"},
    "netlify": {**EVERYTHING, "host": "netlify", "address": "https://www.exampleton.example/inclusion/"},
}


def texts(**settings: Any) -> dict[str, str]:
    """The files that are ours to write, as text."""
    found = files(a_new_copy(**settings))
    return {
        path: raw.decode() for path, raw in found.items() if not path.startswith(("upstream/", "wheels/", "brand/"))
    }


@pytest.mark.parametrize("name", GOLDEN)
def test_the_files_are_as_recorded(name: str) -> None:
    made = texts(**GOLDEN[name])
    text = "".join(f"=== {path}\n{body}" for path, body in made.items())
    golden = CASES / f"{name}.txt"
    if os.environ.get("TENFOLD_REWRITE"):
        golden.write_text(text, encoding="utf-8")
    assert golden.read_text(encoding="utf-8") == text
    assert len(HEADER.findall(text)) == len(made)


@pytest.mark.parametrize("host", [None, *Host], ids=lambda host: host.value if host else "none")
def test_a_copy_for_every_host_has_no_problem(host: Host | None, tmp_path: Path) -> None:
    settings = {**EVERYTHING, **({"host": host.value} if host else {})}
    folder = written(tmp_path, files(a_new_copy(**settings)))

    checked = read_copy(folder).check()

    assert checked.problems == []
    assert list(checked.library.cases) == ["oak"]


@pytest.mark.parametrize("host", GITHUB, ids=lambda host: host.value)
@pytest.mark.parametrize("address", ["", "https://www.exampleton.example/inclusion/here/"])
def test_a_workflow_says_only_what_github_knows(host: Host, address: str) -> None:
    """Its keys, actions by their digests, no right to write but for publishing, no secret where others' words run."""
    workflow = yaml.load(texts(host=host.value, **({"address": address} if address else {}))[WORKFLOW], yaml.BaseLoader)

    assert set(workflow) == {"name", "on", "permissions", "concurrency", "jobs"}
    assert set(workflow["on"]) == {"push", "workflow_dispatch"}
    assert workflow["permissions"] == {"contents": "read"}
    for job in workflow["jobs"].values():
        assert set(job) <= {"if", "needs", "runs-on", "timeout-minutes", "permissions", "environment", "steps"}
        assert int(job["timeout-minutes"]) <= 15
        for step in job["steps"]:
            assert set(step) <= {"uses", "with", "run", "env", "id"}
            assert ("uses" in step) != ("run" in step)
            assert "uses" not in step or PINNED.fullmatch(step["uses"])
            assert "${{" not in step.get("run", "")
    assert "secrets" not in str(workflow["jobs"]["build"])
    assert "permissions" not in workflow["jobs"]["build"]


def test_gitlab_publishes_what_was_built_from_the_default_branch() -> None:
    pipeline = yaml.load(texts(host="gitlab_pages")[".gitlab-ci.yml"], yaml.BaseLoader)

    assert list(pipeline) == ["pages"]
    assert pipeline["pages"]["artifacts"] == {"paths": ["public"]}
    assert pipeline["pages"]["script"][-2:] == ["tenfold build", "mv site public"]
    assert pipeline["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]


def test_without_a_host_nothing_is_published_by_itself() -> None:
    made = texts()
    assert WORKFLOW not in made
    assert ".gitlab-ci.yml" not in made
    assert "does not say yet where" in made["README.md"]


@pytest.mark.parametrize("host", [None, *Host], ids=lambda host: host.value if host else "none")
def test_a_readme_has_no_gap_and_fits_its_host(host: Host | None) -> None:
    readme = texts(**({"host": host.value} if host else {}))["README.md"]
    assert "<<" not in readme
    assert "===" not in readme
    assert host is None or f"## Publish: {host.label}\n" in readme


@pytest.mark.parametrize(
    "name",
    [
        "O'Brien",
        "Kingston & Chelsea",
        "Llŷn a'r ŵyl",
        "Inclusion: here",
        "#1",
        "a *b* [c](d) `e` <f> g_h_i",
        "x &amp; y",
    ],
)
def test_a_name_is_shown_as_it_is(name: str) -> None:
    made = texts(name=name, authority=name)

    heading = MarkdownIt().parse(made["README.md"])[1]

    assert "".join(part.content for part in heading.children or ()) == name
    assert [part.type for part in heading.children or () if part.type not in {"text", "text_special"}] == []
    assert name not in made.get(WORKFLOW, "")


def test_the_toolkit_and_its_versions_are_named() -> None:
    lines = texts()["requirements.txt"].splitlines()
    assert [line for line in lines if line and not line.startswith("#")] == [
        "./wheels/tenfold-1.2.3-py3-none-any.whl",
        "jinja2==3.1.6",
        "mkdocs==1.6.1",
    ]


def test_what_git_would_forget_or_change_is_kept() -> None:
    found = files(a_new_copy())
    assert found["content/case_studies/.gitkeep"] == b""
    assert "overrides/README.md" in found
    assert b"upstream/** -text" in found[".gitattributes"]


def test_the_same_answers_give_the_same_files() -> None:
    assert files(a_new_copy(**EVERYTHING)) == files(a_new_copy(**EVERYTHING))
    assert list(files(a_new_copy())) == sorted(files(a_new_copy()))


def test_the_least_is_a_name_and_who_publishes_it() -> None:
    assert a_new_copy().settings == SETTINGS
    assert "nobody is named yet" in texts()["README.md"]


@pytest.mark.parametrize("path", ["a/../../b", "a;rm -rf b", "$(a)", "~root", "a b", ".a"])
def test_a_path_that_could_mean_something_else_is_in_no_command(path: str) -> None:
    way = way_to(Host.NETLIFY, f"https://www.exampleton.example/{path}/")
    assert (way.copying, way.public) == ("", "site")
