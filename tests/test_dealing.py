"""The tests of a file go to one worker, and those that take long are begun first."""

from __future__ import annotations

from itertools import groupby
from types import SimpleNamespace
from typing import Any

import pytest

from tests.support.builders import PROJECT
from tests.support.dealing import ONE_BY_ONE, ByFile, long_first, together


def a_test(nodeid: str, *fixtures: str) -> Any:
    return SimpleNamespace(nodeid=nodeid, fixturenames=fixtures, obj=None)


def test_the_tests_of_a_file_are_together() -> None:
    file = "tests/site/test_a.py"
    assert {together(f"{file}::test_one"), together(f"{file}::TestTwo::test_three[a::b@c]")} == {file}


@pytest.mark.parametrize("file", sorted(ONE_BY_ONE))
def test_those_of_a_file_that_any_worker_may_help_with_are_each_by_itself(file: str) -> None:
    assert (PROJECT / file).is_file()
    assert together(f"{file}::test_one[0]") != together(f"{file}::test_one[1]")


def test_files_that_start_programs_come_first_and_those_in_memory_last() -> None:
    memory, first, second = a_test("a.py::m"), a_test("b.py::first"), a_test("b.py::second", "programs")
    writes, starts = a_test("c.py::w", "tmp_path_factory"), a_test("d.py::s", "programs")
    assert long_first([memory, first, second, writes, starts]) == [first, second, starts, writes, memory]


def test_this_very_run_is_in_that_order(request: pytest.FixtureRequest) -> None:
    """And each file is in one piece, so that what its tests share is there for as long as it is of use."""
    items = request.session.items
    begun = [file for file, _ in groupby(item.nodeid.partition("::")[0] for item in items)]
    assert len(begun) == len(set(begun))
    assert items == long_first(items)


class Worker:
    """One that xdist would start, and what it was given to do."""

    shutting_down = False

    def __init__(self, id: str) -> None:
        self.gateway = SimpleNamespace(id=id)
        self.given: list[int] = []

    def send_runtest_some(self, places: list[int]) -> None:
        self.given += places

    def shutdown(self) -> None: ...


def test_xdist_asks_here_and_gives_each_worker_a_file(pytestconfig: pytest.Config) -> None:
    options = {"dist": "loadfile", "tx": ["2*popen"]}
    config = SimpleNamespace(getvalue=options.__getitem__, option=SimpleNamespace(loadscopereorder=False))
    dealer = pytestconfig.hook.pytest_xdist_make_scheduler(config=config, log=None)
    assert isinstance(dealer, ByFile)
    workers: list[Any] = [Worker("one"), Worker("other")]
    tests = [f"tests/test_{file}.py::test_{number}" for file in "ab" for number in range(3)]
    for worker in workers:
        dealer.add_node(worker)
        dealer.add_node_collection(worker, tests)
    dealer.schedule()
    assert [worker.given for worker in workers] == [[0, 1, 2], [3, 4, 5]]
