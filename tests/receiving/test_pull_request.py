"""Pull requests as GitHub would run them: every `run:` line of check.yml is played, on good and on hostile ones."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.support.builders import BASE
from tests.support.repositories import Link, Repository, Submodule, Thing, base_content, files_below
from tests.support.runner import Ran, play, project_files, workflow

pytestmark = pytest.mark.usefixtures("programs")

CHECK = workflow(".github/workflows/check.yml")
RECEIVE, CHECKING, BUILD = (step["name"] for step in CHECK["jobs"]["check"]["steps"][2:5])
OAK = (BASE / "case_studies/oak.yml").read_text(encoding="utf-8")
ELM = OAK.replace("Oak", "Elm")
SECRET = "the-secret-of-the-machine"
OURS = ("error", "notice", "group", "endgroup")
BOMB = "a: &a [x, x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a, *a]\n" for n in range(30))
Things = dict[str | bytes, Thing]
Send = Callable[[Things], Ran]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A host with the project, and the small knowledge base as its content."""
    folder = tmp_path_factory.mktemp("server")
    project_files(folder / "project")
    repository = Repository(folder / "council/toolkit")
    files = files_below(folder / "project", at=".")
    ours: Things = {str(path).removeprefix("./"): thing for path, thing in files.items()}
    repository.commit({**ours, **base_content()}, name="refs/heads/main")
    return repository


@pytest.fixture
def send(server: Repository, tmp_path: Path) -> Send:
    """Send a pull request with these changes, and run what GitHub would."""
    return functools.partial(sent, server, tmp_path / "runner")


def sent(server: Repository, folder: Path, things: Things) -> Ran:
    head = server.commit(things, on="main", name="refs/pull/1/head")
    variables = {
        "GITHUB_SERVER_URL": server.folder.parents[1].as_uri(),
        "GITHUB_REPOSITORY": "council/toolkit",
        "GITHUB_BASE_REF": "main",
    }
    values = {"github.event.pull_request.head.sha": head, "github.token": "a-token"}
    return play(CHECK["jobs"]["check"], folder, variables=variables, values=values)


def assert_harmless(ran: Ran) -> None:
    """Nothing ran, nothing came out, and no line was taken for a command that is not ours."""
    assert SECRET not in ran.all + ran.summary
    assert "Traceback" not in ran.all
    assert not list(ran.workspace.parent.rglob("i-was-here"))
    assert all(line.lstrip().startswith(tuple(f"::{name}" for name in OURS)) for line in ran.commands), ran.commands
    assert "\x1b" not in ran.all + ran.summary


def test_a_good_pull_request_is_checked_marked_and_built(send: Send) -> None:
    sources = (BASE / "sources.yml").read_text(encoding="utf-8")
    uncited = "elm-report:\n  title: A year of lunches\n  kind: report\n"
    ran = send({"content/case_studies/elm.yml": ELM, "content/sources.yml": sources + uncited})
    page = ran.workspace / "preview/case_studies/elm/index.html"

    assert ran.failed == "", ran.all
    assert "Elm Primary School" in page.read_text(encoding="utf-8")
    assert (ran.workspace / "preview/case_studies/oak/index.html").is_file()
    complete, uncited_source = (line for line in ran.commands if line.startswith("::notice"))
    assert complete.startswith("::notice file=content/case_studies/elm.yml,line=1,col=1,title=Completeness::")
    assert uncited_source.startswith("::notice file=content/sources.yml,line=8,col=1,title=")
    assert "content/case\\_studies/elm\\.yml (new)" in ran.summary
    assert "of 100 for completeness" in ran.summary
    assert "**What could be better**" in ran.summary
    assert_harmless(ran)


def test_a_mistake_is_marked_at_its_line_and_nothing_is_built(send: Send) -> None:
    ran = send({"content/case_studies/elm.yml": ELM.replace("phase: primary", "phase: nursrey")})
    (error,) = (line for line in ran.commands if line.startswith("::error"))

    assert ran.failed == CHECKING
    assert error.startswith("::error file=content/case_studies/elm.yml,line=7,col=10,title=")
    assert 'Did you mean "early_years"?' in error
    assert "## 1 thing to mend in 1 file" in ran.summary
    assert "/council/toolkit/blob/" in ran.summary
    assert not (ran.workspace / "preview").exists()
    assert_harmless(ran)


def test_a_deleted_file_that_others_need_is_an_error_where_they_need_it(send: Send) -> None:
    ran = send({"content/features/belonging-first.yml": None})

    assert ran.failed == CHECKING
    assert any("file=content/case_studies/oak.yml" in line for line in ran.commands if line.startswith("::error"))
    assert "belonging\\-first\\.yml (deleted)" in ran.summary


HOOK = "from pathlib import Path\nPath('i-was-here').touch()\n"
CONFIG = "site_name: x\nhooks: [hook.py]\nextra: {a: !ENV [A_SECRET_OF_THE_MACHINE]}\n"
REFUSED: dict[str, Things] = {
    "a changed configuration": {"mkdocs.yml": CONFIG, "hook.py": HOOK},
    "a hook beside the content": {"content/hook.py": HOOK},
    "a changed plugin": {"plugins/tenfold/__init__.py": HOOK},
    "a changed way to set up": {"dev.py": HOOK},
    "a lock file that names another package": {"requirements/run.txt": "evil==1\n"},
    "a changed workflow": {".github/workflows/check.yml": "on: pull_request_target\n"},
    "a template of its own": {"theme/tenfold_theme/overrides/frame.html": "{{ config }}"},
    "a link to the environment": {"content/case_studies/elm.yml": Link("/proc/self/environ")},
    "a link to a folder": {"content/toolkit/more": Link("/etc")},
    "a submodule": {"content/toolkit/more": Submodule(), ".gitmodules": "[submodule]\n"},
    "attributes with a filter": {"content/.gitattributes": "* filter=lfs\n", "content/case_studies/elm.yml": ELM},
    "a name with a line break": {"content/case_studies/elm\n::set-output name=a::b.yml": ELM},
    "a name that is a command": {"content/case_studies/::add-mask::a.yml": ELM},
    "a name in a folder that is a command": {"content/toolkit/##[add-path]x/a.md": "x"},
    "a name with an escape sequence": {"content/case_studies/\x1b]0;x\x07.yml": ELM},
    "a name that is no text": {b"content/case_studies/\xfe\xff.yml": ELM},
    "a name outside that is a command": {"::error file=x::y\n::stop-commands::x": ELM},
    "a name like another but for capitals": {"content/case_studies/OAK.yml": ELM},
    "a page of scripts": {"content/case_studies/elm.html": "<script>alert(1)</script>"},
    "a file that is far too large": {"content/case_studies/elm.yml": "x" * 1_000_000},
}


@pytest.mark.parametrize("things", REFUSED.values(), ids=REFUSED.keys())
def test_a_hostile_pull_request_is_refused_before_anything_is_read(things: Things, send: Send) -> None:
    ran = send(things)

    assert ran.failed == RECEIVE, ran.all
    assert not (ran.workspace / "received").exists()
    assert not (ran.workspace / "preview").exists()
    assert any(line.startswith("::error ") for line in ran.commands)
    assert "It is not taken over yet" in ran.summary
    assert_harmless(ran)


SAID: dict[str, str] = {
    "a bomb of aliases": BOMB,
    "a tag that runs": "a: !!python/object/apply:os.system ['touch i-was-here']\n",
    "a command as a value": ELM.replace("region: north_east", 'region: "::stop-commands::x"'),
    "an older command as a value": ELM.replace("region: north_east", 'region: "##[add-path]/tmp"'),
    "a command behind a line break": ELM.replace("region: north_east", 'region: "x\\n::set-env name=PATH::/tmp"'),
    "an escaped line break": ELM.replace("region: north_east", "region: '%0A::error::x'"),
    "an escape sequence": ELM.replace("region: north_east", 'region: "\\e[31mred"'),
    "a field that is a command": ELM + '"::add-mask::x": y\n',
    "markup as a value": ELM.replace("region: north_east", "region: '<img src=x onerror=alert(1)>'"),
    "HTML in prose": ELM.replace("body: An adult", "body: <script>alert(1)</script> An adult"),
    "a template in an id": ELM.replace("- belonging-first", "- '{{ config.A_SECRET_OF_THE_MACHINE }}'"),
}


@pytest.mark.parametrize("text", SAID.values(), ids=SAID.keys())
def test_hostile_words_are_said_as_words_and_nothing_is_built(text: str, send: Send) -> None:
    ran = send({"content/case_studies/elm.yml": text})

    assert ran.failed == CHECKING, ran.all
    assert not (ran.workspace / "preview").exists()
    assert any(line.startswith("::error file=content/case_studies/elm.yml,") for line in ran.commands)
    assert "<img" not in ran.summary
    assert "<script" not in ran.summary
    assert_harmless(ran)


def test_words_that_other_tools_would_run_are_built_as_words(send: Send) -> None:
    """Snippets, templates and macros: what is fine as text stays text."""
    body = '--8<-- "/proc/self/environ" and {{ 7 * 7 }} and {% include "/etc/hostname" %} and $A_SECRET_OF_THE_MACHINE'
    ran = send({"content/case_studies/elm.yml": ELM.replace("body: An adult", f"body: >-\n      {body} An adult")})
    page = (ran.workspace / "preview/case_studies/elm/index.html").read_text(encoding="utf-8")

    assert ran.failed == "", ran.all
    assert "{{ 7 * 7 }}" in page
    assert SECRET not in page
    assert_harmless(ran)
