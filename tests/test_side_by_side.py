"""Work that several processes do side by side: the same results in the same order, whatever becomes of the others."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from multiprocessing import active_children
from pathlib import Path

import pytest
from benchmarks.content import write_content

from tenfold.side_by_side import WORTH_A_COPY, begun, side_by_side, worthwhile
from tests.support.builders import CONFIG
from tests.support.commands import environment

pytestmark = pytest.mark.usefixtures("programs")

linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere everything is done by one process")
HERE = os.getpid()
CHECK = "import os; os.sched_setaffinity(0, {}); from tenfold.cli import main; raise SystemExit(main(['check']))"
BUILD = "import os; os.sched_setaffinity(0, {}); from mkdocs.__main__ import cli; cli()"


def doubled(number: int) -> int:
    return 2 * number


def by_whom(number: int) -> tuple[int, int]:
    return number, os.getpid()


def only_here(number: int) -> int:
    if os.getpid() != HERE:
        raise ValueError(number)
    return number


def ends_there(number: int) -> int:
    if number == 150 and os.getpid() != HERE:
        os._exit(1)
    return number


@linux
@pytest.mark.parametrize("processes", [1, 2, 3, 7])
@pytest.mark.parametrize("pieces", [0, 1, 2, 5, 200])
def test_results_come_in_the_order_of_the_pieces(pieces: int, processes: int) -> None:
    found = list(side_by_side(doubled, range(pieces), processes=processes))
    assert found == [2 * number for number in range(pieces)]


@linux
def test_each_process_does_its_share(tmp_path: Path) -> None:
    def once_there_are_three(number: int) -> tuple[int, int]:
        (tmp_path / str(os.getpid())).touch()
        until(lambda: len(list(tmp_path.iterdir())) == 3)
        return by_whom(number)

    found = list(side_by_side(once_there_are_three, range(9), processes=3))
    assert [number for number, _ in found] == list(range(9))
    assert len({pid for _, pid in found} | {HERE}) == 3


@linux
def test_a_slow_piece_holds_nobody_up() -> None:
    """Whoever has the first piece waits until all others are done."""
    reading, writing = os.pipe()

    def counted(number: int) -> int:
        os.read(reading, 99) if number == 0 else os.write(writing, b"." * (number == 99))
        return number

    assert list(side_by_side(counted, range(100), processes=2)) == list(range(100))
    os.close(reading)
    os.close(writing)


@linux
def test_others_begin_at_once_and_this_process_when_it_is_asked(tmp_path: Path) -> None:
    def noted(number: int) -> int:
        (tmp_path / str(number)).touch()
        return os.getpid()

    with begun(noted, range(200), processes=2) as results:
        until(lambda: len(list(tmp_path.iterdir())) == 200)
        assert HERE not in set(results)
    assert active_children() == []


@linux
def test_what_was_begun_is_ended_when_nobody_asks_for_it() -> None:
    with begun(doubled, range(10_000), processes=3):
        assert len(active_children()) == 2
    assert active_children() == []


@linux
def test_results_that_no_pipe_holds_come_through() -> None:
    found = side_by_side(lambda number: str(number) * 3_000_000, range(4), processes=2)
    assert [len(text) for text in found] == [3_000_000] * 4


@linux
@pytest.mark.parametrize("work", [only_here, ends_there])
def test_what_another_cannot_do_is_done_here(work: Callable[[int], int]) -> None:
    assert list(side_by_side(work, range(300), processes=2)) == list(range(300))


@linux
def test_a_result_that_cannot_be_sent_is_worked_out_here() -> None:
    def closed(number: int) -> Callable[[], int]:
        return lambda: number

    found = list(side_by_side(closed, range(10), processes=2))
    assert [each() for each in found] == list(range(10))


@linux
def test_what_goes_wrong_goes_wrong_here() -> None:
    def broken(number: int) -> int:
        if number == 7:
            raise ValueError("the eighth")
        return number

    found: list[int] = []
    with pytest.raises(ValueError, match="the eighth"):
        found.extend(side_by_side(broken, range(10), processes=2))
    assert found == list(range(7))
    assert active_children() == []


@linux
def test_nobody_goes_on_once_the_results_are_not_wanted() -> None:
    found = side_by_side(doubled, range(10_000), processes=2)
    assert next(found) == 0
    assert len(active_children()) == 1
    found.close()  # type: ignore[attr-defined]
    assert active_children() == []


@linux
def test_nothing_is_started_before_the_first_result_is_wanted() -> None:
    side_by_side(doubled, range(10), processes=2)
    assert active_children() == []


@linux
def test_where_no_process_can_be_started_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> int:
        raise BlockingIOError("no more processes")

    monkeypatch.setattr(os, "fork", refused)
    assert list(side_by_side(by_whom, range(4), processes=2)) == [(number, HERE) for number in range(4)]


@linux
def test_nobody_is_left_behind_once_the_last_result_is_there() -> None:
    found = side_by_side(doubled, range(10), processes=3)
    assert [next(found) for _ in range(10)] == [2 * number for number in range(10)]
    assert active_children() == []


@linux
def test_where_no_pipe_may_be_large_small_ones_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: int) -> int:
        raise PermissionError("more than one user's pipes may hold")

    monkeypatch.setattr("fcntl.fcntl", refused)
    assert list(side_by_side(doubled, range(4), processes=2)) == [0, 2, 4, 6]


@linux
def test_where_no_more_files_may_be_open_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(**_: bool) -> None:
        raise OSError("too many open files")

    monkeypatch.setattr(multiprocessing.get_context("fork"), "Pipe", refused)
    assert list(side_by_side(by_whom, range(4), processes=2)) == [(number, HERE) for number in range(4)]


@linux
@pytest.mark.parametrize("place", ["after_in_parent", "before"])
def test_ctrl_c_while_another_is_started_is_not_lost(place: str) -> None:
    script = f"""
import os, signal
from pathlib import Path
from tenfold.side_by_side import side_by_side
os.register_at_fork({place}=lambda: os.kill(os.getpid(), signal.SIGINT))
try:
    print("went on", len(list(side_by_side(abs, range(10), processes=3))))
except KeyboardInterrupt:
    print("stopped", Path(f"/proc/self/task/{{os.getpid()}}/children").read_text().split())
"""
    said = subprocess.run(
        [sys.executable, "-c", script], env=environment(), capture_output=True, text=True, check=False
    )
    assert (said.stdout, said.stderr) == ("stopped []\n", "")


@linux
def test_ctrl_c_is_for_the_first_alone(tmp_path: Path) -> None:
    def interrupted(number: int) -> int:
        if os.getpid() != HERE:
            os.kill(os.getpid(), signal.SIGINT)
        (tmp_path / str(number)).touch()
        return os.getpid()

    with begun(interrupted, range(4), processes=2) as results:
        until(lambda: len(list(tmp_path.iterdir())) == 4)
        assert HERE not in set(results)


@linux
def test_the_others_end_when_the_first_is_killed(tmp_path: Path) -> None:
    said = tmp_path / "said"
    script = f"""
import os, pathlib, time
from tenfold.side_by_side import side_by_side
def work(number):
    pathlib.Path({str(said)!r}).write_text(str(os.getpid())) if number == 5 else None
    return "x" * 200_000
for _ in side_by_side(work, range(1_000), processes=2):
    if pathlib.Path({str(said)!r}).exists():
        time.sleep(60)
""".replace("number == 5", "number == 505")
    first = subprocess.Popen([sys.executable, "-c", script], env=environment())
    until(lambda: said.exists() and said.read_text() != "")
    other = int(said.read_text())
    assert is_running(other)
    first.kill()
    first.wait()
    until(lambda: not is_running(other))


class TestHowManyDoIt:
    def test_one_for_a_few_pieces(self) -> None:
        assert worthwhile(WORTH_A_COPY - 1) == 1

    @linux
    def test_as_many_as_there_are_processors(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(threading, "active_count", lambda: 1)
        monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
        assert worthwhile(WORTH_A_COPY) == 2

    @linux
    @pytest.mark.parametrize(("pieces", "processes"), [(WORTH_A_COPY, 3), (450, 4), (2_000, 10)])
    def test_no_more_than_save_what_they_cost(
        self, pieces: int, processes: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(threading, "active_count", lambda: 1)
        monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(64)))
        assert worthwhile(pieces) == processes

    def test_one_while_there_are_threads(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(threading, "active_count", lambda: 2)
        assert worthwhile(WORTH_A_COPY) == 1

    @pytest.mark.parametrize("system", ["win32", "darwin"])
    def test_one_where_copies_are_not_safe(self, system: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(threading, "active_count", lambda: 1)
        monkeypatch.setattr(sys, "platform", system)
        assert worthwhile(WORTH_A_COPY) == 1


def is_running(pid: int) -> bool:
    try:
        return " Z " not in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False


def until(what: Callable[[], bool]) -> None:
    """Wait for something, for a minute at most."""
    for _ in range(6_000):
        if what():
            return
        time.sleep(0.01)
    raise AssertionError("it did not come to pass")


@linux
def test_a_site_is_the_same_however_many_make_it(tmp_path: Path) -> None:
    write_content(tmp_path / "content", WORTH_A_COPY)
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    one, all_of_them = ({min(os.sched_getaffinity(0))}, os.sched_getaffinity(0))
    sites = [built(tmp_path, processors) for processors in (one, all_of_them)]
    assert len(sites[0]) > WORTH_A_COPY
    assert sites[0] == sites[1]


@linux
def test_what_is_said_is_the_same_however_many_look(tmp_path: Path) -> None:
    write_content(tmp_path / "content", WORTH_A_COPY)
    cases = tmp_path / "content" / "case_studies"
    (cases / "invented-007.yml").write_text("title: [\n", encoding="utf-8")
    (cases / "invented-150.yml").write_text("titel: a\nsummary: Born on 3.4.2011.\n", encoding="utf-8")
    one, all_of_them = ({min(os.sched_getaffinity(0))}, os.sched_getaffinity(0))
    said = [checked(tmp_path, processors) for processors in (one, all_of_them)]
    assert "invented-007.yml:" in said[0]
    assert "invented-150.yml:2" in said[0]
    assert said[0] == said[1]


def checked(project: Path, processors: set[int]) -> str:
    """What a check says that has these processors."""
    said = subprocess.run(
        [sys.executable, "-c", CHECK.format(processors)],
        cwd=project,
        env=environment(),
        capture_output=True,
        check=False,
        text=True,
    )
    assert said.returncode == 1, said.stderr
    return said.stdout


def built(project: Path, processors: set[int]) -> dict[str, bytes]:
    """The files of a site that is built with these processors, by their paths."""
    said = subprocess.run(
        [sys.executable, "-c", BUILD.format(processors), "build", "--strict", "--quiet"],
        cwd=project,
        env=environment(NO_MKDOCS_2_WARNING="1"),
        capture_output=True,
        check=False,
    )
    assert said.returncode == 0, said.stderr.decode()
    site = project / "site"
    return {str(file.relative_to(site)): file.read_bytes() for file in site.rglob("*") if file.is_file()}
