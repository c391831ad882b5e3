"""Which group a test is in, and that it is told when it does more than that."""

from __future__ import annotations

import os
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.groups import GROUPS, GUARD, OPENS_ARCHIVE, Guard, group_of


@given(st.booleans())
def with_examples(example: bool) -> None: ...


def a_test(*fixtures: str, does: Any = None) -> Any:
    return SimpleNamespace(nodeid="test_it", fixturenames=fixtures, obj=does)


@pytest.mark.parametrize(
    "test, group",
    [
        pytest.param(a_test(), "unit", id="asks for nothing"),
        pytest.param(a_test("capsys", "monkeypatch"), "unit", id="what is in memory"),
        pytest.param(a_test("tmp_path", "tmp_path_factory"), "walk", id="a folder"),
        pytest.param(a_test("archives"), "walk", id="archives"),
        pytest.param(a_test("steps_of"), "walk", id="steps"),
        pytest.param(a_test(does=with_examples), "walk", id="made-up examples"),
        pytest.param(a_test("programs"), "real", id="programs"),
        pytest.param(a_test("tmp_path_factory", "programs"), "real", id="programs and a folder"),
    ],
)
def test_a_test_is_in_the_group_of_what_it_asks_for(test: Any, group: str) -> None:
    assert group_of(test) == group


def test_every_test_is_in_one_group(request: pytest.FixtureRequest) -> None:
    """So that the groups are all the tests, and no test is run twice."""
    for item in request.session.items:
        assert [mark.name for mark in item.iter_markers() if mark.name in GROUPS] == [group_of(item)]


Event = tuple[str, tuple[Any, ...]]
WRITES: Event = ("open", ("a.yml", "w", os.O_WRONLY | os.O_CREAT))
READS: Event = ("open", ("a.yml", "r", os.O_RDONLY))
STARTS: Event = ("subprocess.Popen", ("git", [], None, None))
SPEAKS: Event = ("socket.connect", (None, ("127.0.0.1", 80)))
PACKS: Event = (OPENS_ARCHIVE, ())
MAKES_A_FOLDER: Event = ("os.mkdir", ("a", 0o777, -1))
COMPILES: Event = ("os.mkdir", ("a/__pycache__", 0o777, -1))


@pytest.mark.parametrize(
    "group, event, asks_for",
    [
        pytest.param("unit", READS, "", id="reading"),
        pytest.param("unit", COMPILES, "", id="what Python keeps"),
        pytest.param("unit", WRITES, "tmp_path", id="a file in memory"),
        pytest.param("unit", MAKES_A_FOLDER, "tmp_path", id="a folder in memory"),
        pytest.param("unit", PACKS, "archives", id="an archive in memory"),
        pytest.param("unit", STARTS, "programs", id="a program in memory"),
        pytest.param("walk", WRITES, "", id="a file"),
        pytest.param("walk", PACKS, "", id="an archive"),
        pytest.param("walk", STARTS, "programs", id="a program"),
        pytest.param("walk", SPEAKS, "programs", id="a connection"),
        pytest.param("real", STARTS, "", id="a program in earnest"),
        pytest.param("real", SPEAKS, "", id="a connection in earnest"),
    ],
)
def test_what_a_test_did_not_ask_for_is_told(group: str, event: Event, asks_for: str) -> None:
    guard = Guard()
    guard.group = group
    guard.hear(*event)
    assert [told.rpartition(" ")[2] for told in guard.trespasses] == ([asks_for] if asks_for else [])


def test_a_test_that_does_more_than_it_asked_for_fails() -> None:
    guard = Guard()
    running = guard.held(a_test())
    next(running)
    guard.hear(*STARTS)
    with pytest.raises(pytest.fail.Exception, match=r"test_it does more than it asked for: .* asks for programs\."):
        next(running)


def test_this_very_test_is_watched() -> None:
    with pytest.raises(FileNotFoundError):
        os.mkdir("no/such/folder")  # noqa: PTH102 (the call that Python tells of)
    assert GUARD.trespasses == ["os.mkdir no/such/folder: a test that writes files asks for tmp_path"]
    GUARD.trespasses.clear()


def test_what_all_tests_share_is_nobodys_doing() -> None:
    guard = Guard()
    guard.group = "unit"
    with guard.set_aside():
        guard.hear(*STARTS)
    assert guard.trespasses == []
    assert guard.group == "unit"
