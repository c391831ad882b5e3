"""What tests share: sites built once, a browser, a server on this machine."""

from __future__ import annotations

import functools
import gc
import http.server
import os
import shutil
import threading
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock
from hypothesis import settings

from tests.support.builders import CONFIG, PROJECT, a_content_folder
from tests.support.commands import COMPILED
from tests.support.dealing import ByFile, long_first
from tests.support.groups import GROUPS, GUARD, group_of
from tests.support.steps import steps_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from xdist.remote import Producer

# The same examples each time, so that nobody's change is held up by what chance finds; `TENFOLD_EXPLORE=1` looks for
# new ones. No deadline: the first example makes a model ready, and machines differ.
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None)
settings.load_profile("explore" if os.environ.get("TENFOLD_EXPLORE") else "same")

# For whatever a test starts: a machine may say that Python is to keep nothing that it compiles.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
os.environ["PYTHONPYCACHEPREFIX"] = str(COMPILED)

__all__ = ["steps_of"]

QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
BRIEF = "--js-flags=--always-sparkplug,--no-maglev,--no-opt"
"""Compile scripts at once and simply: a page here is gone before more would be worth it. Results are the same."""


GUARD.watch()

gc.disable()  # until all is imported: see pytest_collection_finish


def pytest_configure(config: pytest.Config) -> None:
    for group in GROUPS:
        config.addinivalue_line("markers", f"{group}: given by what a test asks for; see tests/support/groups.py")


@pytest.hookimpl(tryfirst=True)
def pytest_itemcollected(item: pytest.Item) -> None:
    item.add_marker(group_of(item))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items[:] = long_first(items)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByFile | None:
    return ByFile(config, log) if config.getvalue("dist") == "loadfile" else None


def pytest_collection_finish() -> None:
    """What was imported stays until the end: whoever looks for what is no longer used need not look there."""
    gc.freeze()
    gc.enable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, object, object]:
    return (yield from GUARD.held(item))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    return (yield from GUARD.held(item))


@pytest.fixture(scope="session")
def programs() -> None:
    """Leave to start other programs and to speak to them."""


@pytest.fixture(scope="session")
def archives() -> None:
    """Leave to make and to open archives, and Word, Excel and PowerPoint files, which are archives."""


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all workers of a test run share."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "shared"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def real_site(shared: Path, programs: None) -> Path:
    """The site of the real content, built with `tenfold build` once for the whole run."""
    from tenfold.adapters.building import build_site  # noqa: PLC0415 (most tests build nothing)

    site = shared / "site"
    with FileLock(shared / "site.lock"):
        if not (site / "index.html").is_file():
            build_site(PROJECT / "mkdocs.yml", site)
    return site


@pytest.fixture
def small_project(tmp_path: Path) -> Path:
    """A project with the base content and a configuration, not built yet."""
    a_content_folder(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    return tmp_path


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files without a word."""

    def log_message(self, format: str, *args: object) -> None: ...


@pytest.fixture(scope="session")
def serve(programs: None) -> Iterator[Callable[[Path], str]]:
    """Serve a folder on this machine: a function from the folder to its address."""
    servers: list[http.server.ThreadingHTTPServer] = []

    def start(folder: Path) -> str:
        handler = functools.partial(Quiet, directory=str(folder))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_address[1]}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def browser(programs: None) -> Iterator[Browser]:
    """Chromium: the one that `dev.py test` found, else an installed one, else Playwright's own."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (most tests open no browser)

    here = map(shutil.which, ("chromium-headless-shell", "chromium", "google-chrome"))
    path = os.environ.get("TENFOLD_BROWSER") or next(filter(None, here), None)
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=path or None, args=[*QUIET, BRIEF])
        yield started
        started.close()


@pytest.fixture(scope="session")
def address(real_site: Path, serve: Callable[[Path], str]) -> str:
    """The address of the real site."""
    return serve(real_site)
