"""Where a proposal goes: into a folder, a patch, a branch of a clone; and what the original makes of it."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path, PurePosixPath

import pytest
from tests.support.builders import BASE
from tests.support.copies import own_case
from tests.support.proposals import Original, elm_copy, everything_in

from tenfold.cli import main
from tenfold.proposing.branching import content_of, open_clone
from tenfold.proposing.sending import HOW, PATCH, TEXT, swap_in, write_folder

pytestmark = pytest.mark.usefixtures("programs")

BRANCH = "case-study-elm"


@pytest.fixture(scope="module")
def moulds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy and a clone, made once: Git takes its time for each."""
    folder = tmp_path_factory.mktemp("moulds")
    elm_copy(folder / "copy")
    Original(folder / "original")
    return folder


@pytest.fixture
def copy(moulds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy with a case study and its source, in which somebody stands."""
    shutil.copytree(moulds / "copy", tmp_path / "copy")
    monkeypatch.chdir(tmp_path / "copy")
    return tmp_path / "copy"


@pytest.fixture
def original(moulds: Path, tmp_path: Path) -> Original:
    shutil.copytree(moulds / "original", tmp_path / "original")
    return Original.at(tmp_path / "original")


def propose(*options: str) -> int:
    return main(["local", "propose", "elm", *options])


def test_without_a_place_it_goes_into_a_folder_beside_the_content(copy: Path) -> None:
    before = everything_in(copy)
    assert propose() == 0
    after = everything_in(copy)
    assert set(after) - set(before) == {
        "proposal-elm/HOW-TO-SEND.txt",
        "proposal-elm/PULL-REQUEST.md",
        "proposal-elm/add-to/content/sources.yml",
        "proposal-elm/content/case_studies/elm.yml",
        "proposal-elm/proposal.patch",
    }
    assert {path: after[path] for path in before} == before


def test_the_same_proposal_is_the_same_bytes(copy: Path) -> None:
    assert propose("--out", "../one") == propose("--out", "../two") == 0
    assert everything_in(copy.parent / "one") == everything_in(copy.parent / "two")


def test_the_patch_gives_what_the_branch_gives(copy: Path, original: Original) -> None:
    assert propose("--to", "../original", "--out", "../out") == 0
    original.git("apply", str(copy.parent / "out/proposal.patch"))
    original.git("add", "content")
    assert original.git("write-tree").strip() == original.tree(BRANCH)
    assert (original.folder / "content/case_studies/elm.yml").read_bytes() == everything_in(copy.parent / "out")[
        "content/case_studies/elm.yml"
    ]


def test_the_original_receives_the_branch_and_finds_nothing_wrong_with_it(
    copy: Path, original: Original, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert propose("--to", "../original", "--out", "../out") == 0
    into = ["--out", str(tmp_path / "received"), "--changed", str(tmp_path / "changed.txt")]
    assert main(["receive", "--repository", str(original.folder), "--base", "main", "--head", BRANCH, *into]) == 0
    changed = (tmp_path / "changed.txt").read_text()
    monkeypatch.chdir(tmp_path / "received")
    capsys.readouterr()

    assert changed == "content/case_studies/elm.yml\ncontent/sources.yml\n"
    assert main(["check", "content"]) == 0
    assert "No problems" in capsys.readouterr().out
    assert main(["fmt", "--check", "content/case_studies/elm.yml"]) == 0
    assert (tmp_path / "received/content/case_studies/elm.yml").is_file()


def test_a_branch_touches_nothing_that_somebody_works_on(copy: Path, original: Original) -> None:
    (original.folder / "content/case_studies/oak.yml").write_bytes(b"half written")
    (original.folder / "content/new.md").write_bytes(b"not added")
    original.git("add", "content/case_studies/oak.yml")
    hook = original.folder / ".git/hooks/reference-transaction"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\ntouch i-was-here\nexit 1\n")
    hook.chmod(0o755)
    before, status, head = everything_in(original.folder / "content"), original.git("status", "-s"), original.tree()

    assert propose("--to", "../original", "--out", "../out") == 0
    assert everything_in(original.folder / "content") == before
    assert original.git("status", "-s") == status
    assert (original.tree(), original.git("branch", "--show-current").strip()) == (head, "main")
    assert not list(original.folder.rglob("i-was-here"))
    assert "half written" not in original.git("show", f"{BRANCH}:content/case_studies/oak.yml")


def test_a_branch_has_one_commit_of_the_authority_on_top_of_the_original(copy: Path, original: Original) -> None:
    assert propose("--to", "../original", "--out", "../out") == 0
    subject, body = original.git("log", "-1", "--format=%s%n%b", BRANCH).strip().split("\n")
    assert subject == "New case study: A fair start for every pupil (Elm Primary School)"
    assert body == "Proposed by Exampleton Borough Council."
    assert original.git("log", "-1", "--format=%an <%ae>", BRANCH).strip() == (
        "Exampleton Borough Council <inclusion@exampleton.example>"
    )
    assert original.git("rev-parse", f"{BRANCH}^") == original.git("rev-parse", "main")


def test_it_is_put_into_what_the_original_is_now_and_not_into_what_the_copy_has(copy: Path, original: Original) -> None:
    """Somebody added a source at the same place since the bundle of the copy."""
    sources = (BASE / "sources.yml").read_bytes()
    newer = b"egg-report:\n  title: Eggs\n  kind: report\nfir-report:\n  title: Firs\n  kind: report\n" + sources
    original.commit({"content/sources.yml": newer})
    assert propose("--to", "../original", "--out", "../out") == 0
    merged = original.git("show", f"{BRANCH}:content/sources.yml")
    ids = [line for line in merged.splitlines() if not line.startswith(" ")]
    assert ids == ["egg-report:", "elm-report:", "fir-report:", "oak-report:"]


def test_what_the_original_has_got_since_may_stand_in_the_way(
    copy: Path, original: Original, capsys: pytest.CaptureFixture[str]
) -> None:
    original.commit({"content/case_studies/elm.yml": own_case("Elm School").encode()})
    assert propose("--to", "../original", "--out", "../out") == 2
    assert 'the original has a case study "elm" already' in capsys.readouterr().err
    assert not (copy.parent / "out").exists()
    assert BRANCH not in original.git("branch", "--list")


def test_what_somebody_fetched_counts_before_what_they_have_checked_out(copy: Path, original: Original) -> None:
    first = original.git("rev-parse", "HEAD").strip()
    original.git("update-ref", "refs/remotes/origin/main", first)
    original.commit({"README.md": b"A change of their own.\n"})
    assert open_clone(original.folder).base == first


def test_a_branch_that_is_there_is_kept_unless_somebody_says_so(
    copy: Path, original: Original, capsys: pytest.CaptureFixture[str]
) -> None:
    original.git("branch", BRANCH)
    before = original.tree(BRANCH)
    assert propose("--to", "../original", "--out", "../out") == 2
    assert "has a branch case-study-elm already" in capsys.readouterr().err
    assert (original.tree(BRANCH), (copy.parent / "out").exists()) == (before, False)
    assert propose("--to", "../original", "--out", "../out", "--force") == 0
    assert original.tree(BRANCH) != before
    original.git("switch", "--quiet", BRANCH)
    assert propose("--to", "../original", "--out", "../out", "--force") == 2
    assert "is checked out" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["nowhere", "empty", "other"])
def test_a_folder_that_is_no_clone_is_said_to_be_none(
    name: str, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if name == "empty":
        (copy.parent / name).mkdir()
    if name == "other":
        other = Original(copy.parent / name)
        other.git("rm", "-r", "--quiet", "content")
        other.commit({"x": b"y"})
    assert propose("--to", f"../{name}", "--out", "../out") == 2
    assert "lone of the original" in capsys.readouterr().err
    assert not (copy.parent / "out").exists()


def test_the_content_of_a_clone_is_that_of_its_commit(original: Original) -> None:
    with content_of(open_clone(original.folder)) as folder:
        assert everything_in(folder) == everything_in(BASE)


def test_a_patch_alone_has_the_text_of_the_pull_request_beside_it(copy: Path) -> None:
    assert propose("--patch", "../elm.patch") == 0
    assert (copy.parent / "elm.patch").read_bytes().startswith(b"diff --git a/content/case_studies/elm.yml")
    assert (copy.parent / "elm.md").read_text().startswith("New case study: A fair start")
    assert propose("--patch", "../elm.patch") == 2
    assert propose("--patch", "../elm.patch", "--force") == 0
    assert not (copy / "proposal-elm").exists()


def test_a_folder_that_is_there_is_kept_unless_it_is_a_proposal_to_be_made_anew(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert propose() == 0
    (copy / "proposal-elm/old.txt").write_text("old")
    assert propose() == 2
    assert "Add --force to make it anew" in capsys.readouterr().err
    assert propose("--force") == 0
    assert not (copy / "proposal-elm/old.txt").exists()
    (copy.parent / "mine").mkdir()
    (copy.parent / "mine/precious.txt").write_text("mine")
    assert propose("--out", "../mine", "--force") == 2
    assert "is no proposal, so it is left as it is" in capsys.readouterr().err
    assert everything_in(copy.parent / "mine") == {"precious.txt": b"mine"}


@pytest.mark.parametrize("place", ["content", "content/proposal", "upstream/content", "content/case_studies/x"])
def test_nothing_is_put_into_what_the_copy_publishes(
    place: str, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = everything_in(copy)
    assert propose("--out", place, "--force") == 2
    assert "lies in the content of your copy" in capsys.readouterr().err
    assert everything_in(copy) == before


def test_a_folder_that_cannot_be_written_leaves_nothing_behind(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (copy.parent / "file").write_text("x")
    assert propose("--out", "../file/proposal") == 2
    assert "cannot be written" in capsys.readouterr().err
    assert not list(copy.parent.glob(".*"))


def test_outside_of_a_copy_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert propose() == 2
    assert "there is no local.yml" in capsys.readouterr().err


def test_settings_that_cannot_be_read_are_told_first(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (copy / "local.yml").write_text("name: x\nauthority: y\nhost: nowhere\n")
    assert propose() == 2
    assert "local.yml:3:7 host" in capsys.readouterr().err


def test_a_full_disk_is_said_and_what_was_there_is_still_there(
    copy: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert propose() == 0
    before = everything_in(copy)

    def full(self: Path, raw: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    assert propose("--force") == 2
    assert capsys.readouterr().err.endswith(
        "no space left on device. Nothing was written, and nothing in your copy was changed.\n"
    )
    assert everything_in(copy) == before


def test_a_folder_that_cannot_be_swapped_in_leaves_the_one_before(tmp_path: Path) -> None:
    folder = tmp_path / "proposal"
    files = {PurePosixPath(name): b"one" for name in (PATCH, TEXT, HOW)}
    write_folder(folder, files, force=False)
    with pytest.raises(OSError, match="No such file"):
        swap_in(tmp_path / "not-there", folder)
    assert everything_in(folder) == {str(path): raw for path, raw in files.items()}


def test_a_copy_without_the_content_of_the_original_says_what_to_do(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(copy / "upstream")
    assert propose() == 2
    assert "there is no folder upstream/content. Put the original's content there" in capsys.readouterr().err
