"""`mkdocs serve`: an edit shows, an error shows, and the server lives through both."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.usefixtures("programs")

PATIENCE = 30
"""Seconds that a change may take to show, on a machine that is busy with other tests."""


class Served:
    """A project that is being served."""

    def __init__(self, project: Path, port: int) -> None:
        self.study = project / "content/case_studies/oak.yml"
        self.address = f"http://127.0.0.1:{port}/"

    def page(self, path: str = "case_studies/oak/") -> str:
        try:
            with urllib.request.urlopen(self.address + path, timeout=5) as answer:
                return str(answer.read().decode())
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            return ""

    def shows(self, pattern: str) -> bool:
        """Whether a page comes to show something, within our patience."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if re.search(pattern, self.page()):
                return True
            time.sleep(0.2)
        return False

    def edit(self, old: str, new: str) -> None:
        text = self.study.read_text(encoding="utf-8")
        assert old in text
        self.study.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def served(small_project: Path) -> Iterator[Served]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    log = (small_project / "log.txt").open("wb")
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    server = subprocess.Popen(command, cwd=small_project, stdout=log, stderr=log, env=environment)
    found = Served(small_project, port)
    assert found.shows("A fair start"), (small_project / "log.txt").read_text()
    yield found
    server.terminate()
    server.wait(timeout=10)
    log.close()


def test_an_open_browser_shows_an_edit_by_itself(served: Served, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{served.address}case_studies/oak/")
    expect(page.get_by_role("heading", level=1)).to_have_text("A fair start for every pupil")

    served.edit("A fair start for every pupil", "A warm start for every pupil")
    expect(page.get_by_role("heading", level=1)).to_have_text("A warm start for every pupil", timeout=PATIENCE * 1000)
    page.close()


def test_an_edit_shows_an_error_shows_and_the_server_lives(served: Served) -> None:
    served.edit("A fair start for every pupil", "A fairer start for every pupil")
    assert served.shows("<h1>A fairer start")

    served.edit("title: A fairer", "titel: A fairer")
    assert served.shows("Not everything here is up to date")
    assert "&#34;titel&#34; is not a field here." in served.page()
    assert "<h1>A fairer start" in served.page()

    served.edit("titel: A fairer", "title: The fairest")
    assert served.shows("<h1>The fairest start")
    assert "Not everything here is up to date" not in served.page()
