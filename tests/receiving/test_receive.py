"""`tenfold receive`: what is taken over from a proposed commit, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.support.builders import BASE
from tests.support.repositories import Link, Repository, Submodule, Thing, base_content

from tenfold.cli import main
from tenfold.problems import Problem
from tenfold.receiving import Proposal, read_proposal, refusals, remarks, take_over
from tenfold.receiving.git import GitTrouble
from tenfold.receiving.git import Repository as Objects
from tenfold.receiving.refusing import MOST_FILES

pytestmark = pytest.mark.usefixtures("programs")

OAK = (BASE / "case_studies/oak.yml").read_bytes()
ELM = OAK.replace(b"Oak", b"Elm")
Propose = Callable[[dict[str | bytes, Thing]], Proposal]


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "repository")
    made.commit({"README.md": "Ours.\n", **base_content()}, name="refs/heads/main")
    return made


@pytest.fixture
def propose(repository: Repository) -> Propose:
    """Propose things on top of the main branch."""

    def read(things: dict[str | bytes, Thing]) -> Proposal:
        head = repository.commit(things, on="main")
        return read_proposal(Objects(repository.folder), base="main", head=head)

    return read


def written(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def told(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(problem.path, problem.rule) for problem in problems]


def test_new_changed_and_deleted_files_are_taken_over(propose: Propose, repository: Repository, tmp_path: Path) -> None:
    things: dict[str | bytes, Thing] = {
        "content/case_studies/elm.yml": ELM,
        "content/case_studies/oak.yml": OAK + b"aliases: [acorn]\n",
        "content/toolkit/index.md": None,
    }
    proposal = propose(things)

    assert refusals(proposal) == []
    assert take_over(proposal, Objects(repository.folder), tmp_path / "out") == len(written(BASE))
    expected = {**written(BASE), "case_studies/elm.yml": ELM, "case_studies/oak.yml": OAK + b"aliases: [acorn]\n"}
    del expected["toolkit/index.md"]
    assert written(tmp_path / "out" / "content") == expected


def test_what_is_taken_over_is_plain_and_cannot_be_run(
    propose: Propose, repository: Repository, tmp_path: Path
) -> None:
    take_over(propose({"content/case_studies/elm.yml": ELM}), Objects(repository.folder), tmp_path / "out")
    files = [file for file in (tmp_path / "out").rglob("*") if not file.is_dir()]

    assert files
    assert all(not file.is_symlink() and not file.stat().st_mode & 0o111 for file in files)


def test_the_base_goes_on_while_a_proposal_waits(propose: Propose, repository: Repository, tmp_path: Path) -> None:
    """What others changed in the meantime is kept, and does not count as a change of the proposal."""
    head = repository.commit({"content/case_studies/elm.yml": ELM}, on="main")
    repository.commit({"mkdocs.yml": "x", "content/index.md": "New.\n"}, on="main", name="refs/heads/main")
    objects = Objects(repository.folder)
    proposal = read_proposal(objects, base="main", head=head)
    take_over(proposal, objects, tmp_path / "out")

    assert refusals(proposal) == []
    assert proposal.changed_files == ["content/case_studies/elm.yml"]
    assert (tmp_path / "out/content/index.md").read_text() == "New.\n"


@pytest.mark.parametrize("theirs", [OAK + b"# ours\n", None], ids=["changed", "deleted"])
def test_a_file_that_both_sides_changed_is_not_guessed_at(theirs: Thing, repository: Repository) -> None:
    head = repository.commit({"content/case_studies/oak.yml": theirs}, on="main")
    repository.commit({"content/case_studies/oak.yml": OAK + b"# theirs\n"}, on="main", name="refs/heads/main")
    proposal = read_proposal(Objects(repository.folder), base="main", head=head)

    assert told(refusals(proposal)) == [("content/case_studies/oak.yml", "both_changed")]


def test_the_same_change_on_both_sides_is_none_to_settle(repository: Repository) -> None:
    head = repository.commit({"content/case_studies/elm.yml": ELM}, on="main")
    repository.commit({"content/case_studies/elm.yml": ELM}, on="main", name="refs/heads/main")

    assert refusals(read_proposal(Objects(repository.folder), base="main", head=head)) == []


@pytest.mark.parametrize(
    ("path", "thing", "rule"),
    [
        pytest.param("mkdocs.yml", "hooks: [hook.py]\n", "outside_content", id="configuration"),
        pytest.param("hook.py", "print()\n", "outside_content", id="code"),
        pytest.param("README.md", "Theirs.\n", "outside_content", id="documentation"),
        pytest.param("README.md", None, "outside_content", id="a file taken away"),
        pytest.param(".gitattributes", "* filter=x\n", "outside_content", id="attributes at the top"),
        pytest.param(".gitmodules", "[submodule]\n", "outside_content", id="modules"),
        pytest.param("contents/x.yml", "x", "outside_content", id="a name that starts the same"),
        pytest.param("content/.gitattributes", "* filter=x\n", "hidden_file", id="attributes"),
        pytest.param("content/case_studies/.hidden.yml", OAK, "hidden_file", id="hidden"),
        pytest.param("content/case_studies/elm.yml", Link("/proc/self/environ"), "link", id="a link"),
        pytest.param("content/toolkit/more", Link("../../.."), "link", id="a link to a folder"),
        pytest.param("content/toolkit/more", Submodule(), "submodule", id="a submodule"),
        pytest.param("content/case_studies/elm.html", "<script>", "file_kind", id="a page of HTML"),
        pytest.param("content/case_studies/elm.svg", "<svg/>", "file_kind", id="a picture that runs scripts"),
        pytest.param("content/macros.py", "print()", "place", id="code among content"),
        pytest.param("content/case_studies/deeper/elm.yml", OAK, "place", id="too deep"),
        pytest.param("content/case_studies/OAK.yml", OAK, "file_name", id="capital letters"),
        pytest.param("content/case_studies/con.yml", OAK, "file_name", id="a device of Windows"),
        pytest.param("content/case_studies/e\nlm.yml", OAK, "file_name", id="a line break"),
        pytest.param("content/case_studies/\x1b[2Jelm.yml", OAK, "file_name", id="an escape sequence"),
        pytest.param("content/case_studies/::error::elm.yml", OAK, "file_name", id="a command"),
        pytest.param(b"content/case_studies/\xffelm.yml", OAK, "file_name", id="bytes that are no text"),
        pytest.param("content/case_studies/a\\..\\b.yml", OAK, "file_name", id="a way out on Windows"),
        pytest.param("content/case_studies/elm.yml", b"x" * 300_000, "too_large", id="too large"),
    ],
)
def test_one_bad_file_refuses_the_whole(path: str | bytes, thing: Thing, rule: str, propose: Propose) -> None:
    found = refusals(propose({path: thing, "content/case_studies/ash.yml": ELM}))

    assert [problem.rule for problem in found] == [rule]
    assert str(found[0]).isprintable()
    assert found[0].hint


def test_content_that_is_itself_a_link_is_refused(propose: Propose) -> None:
    gone: dict[str | bytes, Thing] = dict.fromkeys(base_content())
    found = refusals(propose({**gone, "content": Link("/etc")}))

    assert told(found) == [("content", "outside_content")]


def test_two_names_that_differ_in_capitals_alone_are_told_apart_from_one(propose: Propose) -> None:
    """The name is wrong already; where capitals are allowed one day, this still holds."""
    from tenfold.receiving.refusing import same_letters  # noqa: PLC0415

    proposal = propose({"content/case_studies/Oak.yml": OAK})
    found = same_letters(proposal.changes[0], proposal)

    assert found is not None
    assert "content/case_studies/oak.yml" in found.hint


def test_too_many_files_are_refused_before_each_is_named(propose: Propose) -> None:
    many: dict[str | bytes, Thing] = {f"content/case_studies/elm-{n}.yml": "x" for n in range(MOST_FILES + 1)}

    assert told(refusals(propose(many))) == [("content", "too_many_files")]


def test_a_renamed_and_a_deleted_file_are_said_to_whoever_reads_it(propose: Propose) -> None:
    proposal = propose(
        {
            "content/case_studies/oak.yml": None,
            "content/case_studies/old-oak.yml": OAK,
            "content/toolkit/index.md": None,
        }
    )
    renamed, deleted = remarks(proposal)

    assert told([renamed, deleted]) == [
        ("content/case_studies/oak.yml", "renamed"),
        ("content/toolkit/index.md", "deleted"),
    ]
    assert "content/case_studies/old-oak.yml" in renamed.message
    assert "oak under aliases" in renamed.hint


@pytest.mark.parametrize("name", ["nowhere", "--all", "-x", "main..main", "main^{tree}", "", "a b", "$(id)"])
def test_what_names_no_commit_is_refused(name: str, repository: Repository) -> None:
    with pytest.raises(GitTrouble):
        read_proposal(Objects(repository.folder), base="main", head=name)


def test_commits_that_have_nothing_in_common_are_refused(repository: Repository) -> None:
    head = repository.commit({"content/case_studies/elm.yml": ELM})

    with pytest.raises(GitTrouble):
        read_proposal(Objects(repository.folder), base="main", head=head)


def test_the_command_writes_the_content_a_list_and_a_summary(
    repository: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = repository.commit({"content/case_studies/elm.yml": ELM, "content/toolkit/index.md": None}, on="main")
    status = receive(repository, head, tmp_path)
    summary = (tmp_path / "summary.md").read_text(encoding="utf-8")

    assert status == 0
    assert (tmp_path / "out/content/case_studies/elm.yml").read_bytes() == ELM
    assert (tmp_path / "changed.txt").read_text() == "content/case_studies/elm.yml\n"
    assert "This changes 2 files" in summary
    assert "elm\\.yml (new)" in summary
    assert "toolkit/index\\.md (deleted): this file is deleted" in summary
    assert "content/toolkit/index.md:1:1 this file is deleted" in capsys.readouterr().out


def test_the_command_takes_nothing_over_from_what_it_refuses(
    repository: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = repository.commit({"content/case_studies/elm.yml": ELM, "mkdocs.yml": "x"}, on="main")

    assert receive(repository, head, tmp_path) == 1
    assert not (tmp_path / "out").exists()
    assert not (tmp_path / "changed.txt").exists()
    assert "mkdocs.yml:1:1 this lies outside content/." in capsys.readouterr().out
    assert "not taken over yet" in (tmp_path / "summary.md").read_text(encoding="utf-8")


def test_a_folder_that_holds_something_is_left_as_it_is(
    repository: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/mine.txt").write_text("mine")

    assert receive(repository, "main", tmp_path) == 2
    assert "is not empty" in capsys.readouterr().err
    assert written(tmp_path / "out") == {"mine.txt": b"mine"}


def test_a_folder_without_a_repository_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "none").mkdir()
    assert main(["receive", "--repository", str(tmp_path / "none"), "--head", "x", "--out", str(tmp_path / "o")]) == 2
    assert capsys.readouterr().err.startswith("tenfold: git ")


def receive(repository: Repository, head: str, into: Path) -> int:
    options = ["--repository", str(repository.folder), "--base", "main", "--head", head, "--out", str(into / "out")]
    return main(["receive", *options, "--changed", str(into / "changed.txt"), "--summary", str(into / "summary.md")])
