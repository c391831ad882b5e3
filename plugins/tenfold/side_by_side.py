"""Work done side by side: the same for each of many pieces, by as many processes as there are processors.

The others start as copies of this process, so that they have what the work needs, and only results travel. Each takes
the next pieces when it is done with the last, so that a slow one holds nobody up. Only Linux makes such copies safely;
elsewhere, and for work that is not worth a copy, everything is done here. So is whatever another could not do: what
goes wrong goes wrong here, in its turn, where it can be told.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import pairwise
from math import isqrt
from pickle import PicklingError
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
TURNS = 64
"""How often each process takes pieces, if all are equally fast: the last to be done keeps the others waiting for one
turn at most."""
MOST_TURNS = 1_000
"""For all of them: their numbers have room in the smallest pipe that there is."""
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
    with begun(work, pieces, processes=processes) as results:
        yield from results


@contextmanager
def begun(
    work: Callable[[Piece], Result], pieces: Sequence[Piece], *, processes: int | None = None
) -> Iterator[Iterator[Result]]:
    """The same, for who has something else to do meanwhile: the others begin at once, this process when it is asked."""
    count = processes or worthwhile(len(pieces))
    claims = Claims.of(min(len(pieces), count * TURNS, MOST_TURNS)) if pieces and count > 1 else None
    if claims is None:
        yield map(work, pieces)
        return
    team = Team(work, pieces, claims)
    try:
        team.start(count - 1)
        yield team.results()
    finally:
        team.end()


def worthwhile(pieces: int) -> int:
    """How many processes are to do so many pieces: where each more would cost as long as it saves, it is enough."""
    if pieces < WORTH_A_COPY or not can_be_copied():
        return 1
    return min(len(os.sched_getaffinity(0)), isqrt(pieces // COST_OF_A_COPY))


def can_be_copied() -> bool:
    """Whether a copy of this process would work: one with threads, as when a site is served, might wait for ever."""
    return sys.platform == "linux" and threading.active_count() == 1


@dataclass(frozen=True)
class Claims:
    """The numbers of the turns that nobody has taken yet, in a pipe: whoever reads one has it alone."""

    turns: int
    pipe: int

    @classmethod
    def of(cls, count: int) -> Claims | None:
        """So many, or None when there may be no more open files."""
        try:
            reading, writing = os.pipe()
        except OSError:
            return None
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(b"".join(number.to_bytes(4) for number in range(count)))
        return cls(count, reading)

    def take(self) -> int | None:
        """The next one, or None when all are taken."""
        taken = os.read(self.pipe, 4)
        return int.from_bytes(taken) if taken else None


class Team(Generic[Piece, Result]):
    """This process and others, who do some pieces in turns."""

    def __init__(self, work: Callable[[Piece], Result], pieces: Sequence[Piece], claims: Claims) -> None:
        self.work = work
        self.claims = claims
        starts = [len(pieces) * number // claims.turns for number in range(claims.turns + 1)]
        self.turns = [pieces[start:end] for start, end in pairwise(starts)]
        self.others: dict[Connection, ForkProcess] = {}
        """The processes that are at work, by where their results come in."""
        self.made: dict[int, list[Result] | None] = {}
        """By its number, what came of a turn, or None when something went wrong in it."""

    def start(self, others: int) -> None:
        """Have others begin, unless the system refuses: no memory, no more files, no right to it."""
        import multiprocessing  # noqa: PLC0415 (takes a while, and most commands have no need of it)

        copies = multiprocessing.get_context("fork")
        for _ in range(others):
            with suppress(OSError), uninterrupted():
                receiver, sender = copies.Pipe(duplex=False)
                with sender:
                    make_room(sender)
                    process = copies.Process(target=self.take_part, args=(receiver, sender), daemon=True)
                    process.start()
                self.others[receiver] = process

    def take_part(self, receiver: Connection, sender: Connection) -> None:
        """Take turns in this process, the other one, and send what comes of each."""
        receiver.close()  # so that sending fails, and this ends, once the first process is no more
        with suppress(BaseException):
            while (number := self.claims.take()) is not None:
                self.hand_in(number, self.taken(number), sender)

    def hand_in(self, number: int, made: list[Result] | None, sender: Connection) -> None:
        """Send what came of a turn to the first process."""
        try:
            sender.send((number, made))
        except (PicklingError, AttributeError, TypeError):  # what Python says of what cannot travel
            sender.send((number, None))

    def taken(self, number: int) -> list[Result] | None:
        """What comes of a turn; None when something goes wrong: the first process does it again when it is wanted."""
        with suppress(Exception):
            return [self.work(piece) for piece in self.turns[number]]
        return None

    def results(self) -> Iterator[Result]:
        """The results of all pieces."""
        for number, pieces in enumerate(self.turns):
            while number not in self.made and self.goes_on():
                pass
            made = self.made.pop(number, None)
            if number == len(self.turns) - 1:
                self.dismiss_all()
            yield from map(self.work, pieces) if made is None else made

    def goes_on(self) -> bool:
        """Take a turn, or wait for those of others; whether there was one to take or to wait for."""
        number = self.claims.take()
        if number is None:
            return self.fetch(None)
        self.made[number] = self.taken(number)
        self.fetch(0)
        return True

    def fetch(self, seconds: float | None) -> bool:
        """Take in the results that are there; whether there is anybody who can have some.

        Args:
            seconds: for how long to wait for one at least, None for as long as it takes.
        """
        from multiprocessing.connection import wait  # noqa: PLC0415

        if not self.others:
            return False
        ready = wait(self.others, seconds)
        for receiver in [each for each in self.others if each in ready]:
            try:
                number, made = receiver.recv()
                self.made[number] = made
            except (EOFError, OSError):
                self.dismiss(receiver)
        return True

    def dismiss(self, receiver: Connection) -> None:
        """Have another stop, wherever it is."""
        receiver.close()
        process = self.others.pop(receiver)
        process.kill()
        process.join()

    def dismiss_all(self) -> None:
        """Have all others stop: nobody waits for their results any more."""
        for receiver in tuple(self.others):
            self.dismiss(receiver)

    def end(self) -> None:
        self.dismiss_all()
        os.close(self.claims.pipe)


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
