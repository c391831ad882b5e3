"""What the tests in the browser share: tabs on the real site, and what its table says."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.browser.looking import Visit, VisitTo
from tests.browser.visiting import PATIENCE, Known, NewTab, Tab, known

expect.set_options(timeout=PATIENCE * 1000)


@pytest.fixture
def new_tab(browser: Browser, address: str) -> Iterator[NewTab]:
    """Tabs that know nothing of each other, unless they are asked to share a `context`."""
    contexts = []

    def start(path: str | None = None, width: int = 1280, height: int = 900, **options: Any) -> Tab:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        context.set_default_timeout(PATIENCE * 1000)
        contexts.append(context)
        tab = Tab(context.new_page(), address)
        return tab if path is None else tab.go(path)

    yield start
    for context in contexts:
        context.close()


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Open a page of the real site in a browser that knows nothing of the last one."""
    contexts = []

    def start(path: str, **options: Any) -> Page:
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{address}/{path}")
        return page

    yield start
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def table(real_site: Path) -> Known:
    return known(real_site)


@pytest.fixture
def visit_to(browser: Browser) -> Iterator[VisitTo]:
    """Opens a tab that looks at a site; closed when the test is over."""
    contexts: list[BrowserContext] = []

    def start(address: str) -> Visit:
        contexts.append(browser.new_context())
        return Visit(contexts[-1].new_page(), address)

    yield start
    for context in contexts:
        context.close()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On a busy machine a browser can miss a deadline: such a test is tried again, and the summary names it."""
    if not config.pluginmanager.hasplugin("rerunfailures"):
        return
    here = Path(__file__).parent
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()) and here in item.path.parents:
            item.add_marker(pytest.mark.flaky(reruns=2))
