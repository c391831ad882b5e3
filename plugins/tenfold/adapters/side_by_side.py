"""Work done side by side: the same for each of many pieces, by as many processes as there are processors.

The others start as copies of this process, so that they have what the work needs, and only results travel. Only Linux
makes such copies safely; elsewhere, and for work that is not worth a copy, everything is done here. So is whatever
another could not do: what goes wrong goes wrong here, where it can be told.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from math import isqrt
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkProcess

Piece = TypeVar("Piece")
Result = TypeVar("Result")

WORTH_A_COPY = 200
"""Pieces of work, of a millisecond or so each."""
COST_OF_A_COPY = 20
"""Pieces of work that take as long as to copy the process."""
ROOM = 1 << 20
"""Bytes of results for which there is room before one must be fetched."""


def side_by_side(
    work: Callable[[Piece], Result], pieces: Sequence[Piece], *, processes: int | None = None
) -> Iterator[Result]:
    """The result of the work for each piece, in their order.

    Args:
        work: what to do for a piece. What it changes in memory may be lost; its result must be one that can be pickled.
        pieces: what it is done for.
        processes: how many do it, this one among them; None for as many as are worth it.
    """
    count = processes or worthwhile(len(pieces))
    size = max(1, -(-len(pieces) // count))
    others = [Other(work, pieces[start : start + size]) for start in range(size, len(pieces), size)]
    try:
        for other in others:
            other.start()
        for piece in pieces[:size]:
            yield work(piece)
            for other in others:
                other.fetch()
        for other in others:
            yield from other.results()
    finally:
        for other in others:
            other.end()


def worthwhile(pieces: int) -> int:
    """How many processes are to do so many pieces: where each more would cost as long as it saves, it is enough."""
    if pieces < WORTH_A_COPY or not can_be_copied():
        return 1
    return min(len(os.sched_getaffinity(0)), isqrt(pieces // COST_OF_A_COPY))


def can_be_copied() -> bool:
    """Whether a copy of this process would work: one with threads, as when a site is served, might wait for ever."""
    return sys.platform == "linux" and threading.active_count() == 1


class Other(Generic[Piece, Result]):
    """Another process, and the pieces that it does one after the other."""

    def __init__(self, work: Callable[[Piece], Result], pieces: Sequence[Piece]) -> None:
        self.work = work
        self.pieces = pieces
        self.awaited = len(pieces)
        self.fetched: deque[Result] = deque()
        self.process: ForkProcess | None = None
        self.receiver: Connection | None = None

    def start(self) -> None:
        """Have it begin, unless the system refuses: no memory, no more files, no right to it. Then all is done here."""
        import multiprocessing  # noqa: PLC0415 (takes a while, and most commands have no need of it)

        copies = multiprocessing.get_context("fork")
        with suppress(OSError), uninterrupted():
            receiver, sender = copies.Pipe(duplex=False)
            with sender:
                make_room(sender)
                process = copies.Process(target=do_all, args=(self.work, self.pieces, receiver, sender), daemon=True)
                process.start()
            self.process, self.receiver = process, receiver

    def fetch(self, *, wait: bool = False) -> None:
        """Take in the results that are there, so that there is room for more.

        Args:
            wait: for one at least.
        """
        try:
            while self.receiver is not None and (wait or self.receiver.poll()):
                self.fetched.append(self.receiver.recv())
                self.awaited -= 1
                wait = False
                if not self.awaited:
                    self.end()
        except (EOFError, OSError):
            self.end()

    def results(self) -> Iterator[Result]:
        """The results of all its pieces; worked out here from where it has given up."""
        for piece in self.pieces:
            if not self.fetched:
                self.fetch(wait=True)
            yield self.fetched.popleft() if self.fetched else self.work(piece)

    def end(self) -> None:
        """Have it stop, wherever it is: nobody waits for its results any more."""
        if self.receiver is not None and self.process is not None:
            self.receiver.close()
            self.receiver = None
            self.process.kill()
            self.process.join()


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Ctrl+C waits until this is over, and is not for the process that starts in it.

    What Python and libraries do around a copy would swallow it, and the build would go on.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def make_room(sender: Connection) -> None:
    """Let a pipe hold more, so that the other seldom waits; where many have large ones, the system may say no."""
    import fcntl  # noqa: PLC0415 (Windows has none)

    with suppress(OSError):
        fcntl.fcntl(sender.fileno(), fcntl.F_SETPIPE_SZ, ROOM)


def do_all(work: Callable[[Piece], Result], pieces: Sequence[Piece], receiver: Connection, sender: Connection) -> None:
    """Do some pieces in this process, the other one, and send each result. When anything fails, it just ends."""
    receiver.close()  # so that sending fails, and this ends, once the first process is no more
    with suppress(BaseException):
        for piece in pieces:
            sender.send(work(piece))
