"""Rendering many pages on several cores.

The pages of a plan do not depend on each other. A forked process has the whole library at once and for nothing, so a
large site is dealt out to as many processes as there are cores, this one among them.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Sequence
from multiprocessing.connection import Connection

from markupsafe import Markup

from tenfold.pages import Page
from tenfold.render.renderer import BrokenFragment, Rendered, Renderer

WORTH_IT = 200
"""Pages below which starting a process takes longer than it saves."""


def cores() -> int:
    """On how many cores pages can be rendered: one where a process cannot safely be forked.

    That is everywhere but on Linux, and in a process with threads, such as `mkdocs serve`.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


def render_all(renderer: Renderer, pages: Sequence[Page], *, processes: int) -> dict[str, Rendered]:
    """The HTML of pages, by their addresses; the same whatever the number of processes.

    Args:
        renderer: what renders them.
        pages: the pages.
        processes: into how many processes to deal them, this one included.

    Raises:
        BrokenFragment: a fragment cannot be rendered.
    """
    if processes < 2 or len(pages) < WORTH_IT:
        return {page.address: renderer.render(page) for page in pages}
    fork = multiprocessing.get_context("fork")
    helpers = []
    for share in range(1, processes):
        here, there = fork.Pipe(duplex=False)
        helper = fork.Process(target=render_share, args=(renderer, pages[share::processes], there))
        helper.start()
        there.close()
        helpers.append((helper, here))
    found = {page.address: renderer.render(page) for page in pages[::processes]}
    for helper, here in helpers:
        answer = here.recv()
        helper.join()
        if isinstance(answer, BrokenFragment):
            raise answer
        found |= {address: Rendered(Markup(html)) for address, html in answer}
    return found


def render_share(renderer: Renderer, pages: Sequence[Page], answer: Connection) -> None:
    """Render some pages in a process of their own, and send what came of it."""
    try:
        answer.send([(page.address, str(renderer.render(page).html)) for page in pages])
    except BrokenFragment as failure:
        answer.send(failure)
