"""The patch against the real `git apply`: whatever line breaks a file has, it becomes what it should, byte for byte."""

import os
import subprocess
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tenfold.proposing.patching import patch

LINES = b"".join(f"line {number}\n".encode() for number in range(30))


def applied(folder: Path, before: dict[str, bytes], after: dict[str, bytes]) -> dict[str, bytes]:
    """What the files are after `git apply`."""
    for path, raw in before.items():
        (folder / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "content" / path).write_bytes(raw)
    given = patch(paths(before), paths(after), below="content")
    done = subprocess.run(
        ["git", "apply", "--whitespace=nowarn", "-"],
        cwd=folder,
        input=given,
        capture_output=True,
        check=False,
        env={**os.environ, "GIT_CEILING_DIRECTORIES": str(folder.parent)},
    )
    assert done.returncode == 0, done.stderr.decode() + given.decode(errors="replace")
    return {path: (folder / "content" / path).read_bytes() for path in {*before, *after}}


def paths(files: dict[str, bytes]) -> dict[PurePosixPath, bytes]:
    return {PurePosixPath(path): raw for path, raw in files.items()}


@pytest.mark.parametrize(
    "before, after",
    [
        pytest.param({}, {"case_studies/elm.yml": b"a: b\n"}, id="a new file in a new folder"),
        pytest.param({}, {"a.yml": b"a: b"}, id="a new file without a line break at its end"),
        pytest.param({"a.yml": LINES}, {"a.yml": LINES.replace(b"line 15\n", b"line 15\nnew\n")}, id="in the middle"),
        pytest.param({"a.yml": LINES}, {"a.yml": b"new\n" + LINES + b"new\n"}, id="at both ends"),
        pytest.param({"a.yml": b"a: b"}, {"a.yml": b"a: b\nc: d\n"}, id="no line break at the end before"),
        pytest.param({"a.yml": b"a: b\n"}, {"a.yml": b"a: b"}, id="none after"),
        pytest.param({"a.yml": b"a\nb"}, {"a.yml": b"c\nb"}, id="none before and after"),
        pytest.param({"a.yml": b"a\r\nb\r\n"}, {"a.yml": b"a\r\nnew\r\nb\r\n"}, id="line breaks of Windows"),
        pytest.param({"a.yml": b"a\r\nb"}, {"a.yml": b"a\r\nb\r\nc\r\n"}, id="those, and none at the end"),
        pytest.param({"a.yml": b"a\rb\nc\n"}, {"a.yml": b"a\rb\nd\n"}, id="a carriage return alone"),
        pytest.param({"a.yml": "é\n".encode()}, {"a.yml": "é\nœ\n".encode()}, id="letters of more than a byte"),
        pytest.param({"a.yml": b"a\n", "b.yml": b"b\n"}, {"a.yml": b"c\n", "b.yml": b"d\n"}, id="two files"),
        pytest.param({"a.yml": b""}, {"a.yml": b"a\n"}, id="an empty file"),
    ],
)
@pytest.mark.usefixtures("programs")
def test_git_makes_of_it_what_it_should_be(before: dict[str, bytes], after: dict[str, bytes], tmp_path: Path) -> None:
    assert applied(tmp_path, before, after) == {**before, **after}


def test_a_file_that_stays_the_same_is_not_in_it() -> None:
    assert patch(paths({"a.yml": b"a"}), paths({"a.yml": b"a"}), below="content") == b""


SOME_LINES = st.lists(st.sampled_from([b"a", b"b", b"", b"c ", b"-- d", b"++ e", b"\\", b"f\r"]), max_size=12)
RAW = st.builds(lambda lines, end: b"\n".join(lines) + end, SOME_LINES, st.sampled_from([b"", b"\n"]))


@settings(max_examples=4, phases=[Phase.generate])
@given(files=st.lists(st.tuples(RAW, RAW), min_size=25, max_size=25))
@pytest.mark.usefixtures("programs")
def test_any_two_texts(files: list[tuple[bytes, bytes]], tmp_path_factory: pytest.TempPathFactory) -> None:
    """Many files in one patch, so that one run of Git tries them all."""
    files = [*files, (b"one\n", b"other\n")]  # Git takes no patch that changes nothing
    before = {f"{number}.yml": one for number, (one, _) in enumerate(files)}
    after = {f"{number}.yml": other for number, (_, other) in enumerate(files)}
    assert applied(tmp_path_factory.mktemp("any"), before, after) == after
