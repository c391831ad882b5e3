"""What a reader on a phone waits for: bytes until there are results, and how long typing holds the page up."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.measured import Measured
from benchmarks.serving import Sent, served

PHONE = {"width": 360, "height": 780}
WORDS = "repair listen"
WORD = "repair"
TERM = "EHCP"
KEY_MS, SLOW_KEY_MS = 90, 350
"""Between two keys: somebody who types, and somebody who looks for each letter."""
THROTTLE = 4
LONG_TASKS = """new PerformanceObserver(list => {
  (window.long ??= []).push(...list.getEntries().map(entry => entry.duration));
}).observe({type: 'longtask', buffered: true})"""


def measure(site: Path, plain: Path | None, cases: int) -> Iterator[Measured]:
    """Every figure for a site of so many case studies; `plain` is the same with Material's own search, if wanted."""
    with browsing() as browser:
        yield from header_search(browser, site, cases)
        yield from explanation(browser, site, cases)
        yield from finder(browser, site, cases)
        yield from typing(browser, site, cases)
        if plain:
            yield plain_search(browser, plain, cases)


@contextmanager
def browsing() -> Iterator[Browser]:
    path = os.environ.get("TENFOLD_BROWSER") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path or None, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@contextmanager
def visiting(browser: Browser, site: Path) -> Iterator[tuple[Page, str, Sent]]:
    """A phone that has never been here."""
    with served(site) as (address, sent):
        context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
        yield context.new_page(), address, sent
        context.close()


def header_search(browser: Browser, site: Path, cases: int) -> Iterator[Measured]:
    """From nothing to five results with their text, in the search box of the home page."""
    for words, pace, budget in ((WORD, KEY_MS, 200), (WORDS, KEY_MS, None), (WORDS, SLOW_KEY_MS, None)):
        with visiting(browser, site) as (page, address, sent):
            page.goto(address)
            page.locator("#seek-words").focus()
            page.keyboard.type(words, delay=pace)
            page.locator(".found li .passage").nth(4).wait_for()
            page.wait_for_load_state("networkidle")
            how = f"“{words}”{' typed letter by letter' if pace == SLOW_KEY_MS else ''}"
            search = sent.kilobytes("/pagefind/", "/assets/find/", "/find/")
            yield Measured(f"search from nothing to five results with their text, {how}", cases, search, "kB", budget)
            yield Measured(
                f"the same with the page itself, its style and its typeface, {how}", cases, sent.kilobytes(), "kB"
            )


def explanation(browser: Browser, site: Path, cases: int) -> Iterator[Measured]:
    """What it takes to be told what a term of the glossary means, alone and with the search that goes on behind it."""
    with visiting(browser, site) as (page, address, sent):
        page.goto(address)
        page.locator("#seek-words").focus()
        page.keyboard.type(TERM, delay=KEY_MS)
        page.locator(".found [data-term]").wait_for()
        page.wait_for_load_state("networkidle")
        glossary = sent.kilobytes("/find/terms", "/find/meanings/", "/assets/find/glossary")
        yield Measured(f"the glossary's part of a search for “{TERM}”", cases, glossary, "kB", 6)
        search = sent.kilobytes("/pagefind/", "/assets/find/", "/find/")
        yield Measured(f"search from nothing for “{TERM}”", cases, search, "kB")


def finder(browser: Browser, site: Path, cases: int) -> Iterator[Measured]:
    """The finder from nothing: until its filters work, and after a filter and a word."""
    with visiting(browser, site) as (page, address, sent):
        page.goto(f"{address}/find/")
        page.locator(".finder[data-ready]").wait_for()
        page.wait_for_load_state("networkidle")
        yield Measured("the finder until filters work, everything", cases, sent.kilobytes(), "kB", 300)
        page.locator("details.filters > summary").click()
        page.locator("fieldset input").first.check()
        page.locator("details.filters > summary").click()
        page.locator("#find-words").focus()
        page.keyboard.type(WORD, delay=KEY_MS)
        page.locator(".case .why mark").first.wait_for()
        page.wait_for_load_state("networkidle")
        yield Measured("and after a filter and a word, everything", cases, sent.kilobytes(), "kB", 300)


def typing(browser: Browser, site: Path, cases: int) -> Iterator[Measured]:
    """The longest task of the page while somebody types, on a processor four times slower."""
    for where, box, shown in (("", "#seek-words", ".found li mark"), ("/find/", "#find-words", ".case .why mark")):
        with visiting(browser, site) as (page, address, _):
            page.goto(f"{address}{where}")
            page.locator(box).focus()
            page.wait_for_load_state("networkidle")
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": THROTTLE})
            page.evaluate(LONG_TASKS)
            page.evaluate("window.long = []")
            page.keyboard.type(WORDS, delay=SLOW_KEY_MS)
            page.locator(shown).first.wait_for()
            page.wait_for_load_state("networkidle")
            page.wait_for_timeout(1000)
            longest = float(page.evaluate("Math.max(0, ...(window.long ?? []))"))
            name = "in the finder" if where else "in the header"
            yield Measured(f"longest task while typing {name}, CPU {THROTTLE} times slower", cases, longest, "ms", 100)


def plain_search(browser: Browser, plain: Path, cases: int) -> Measured:
    """Material's own search until its first result."""
    with visiting(browser, plain) as (page, address, sent):
        page.set_viewport_size({"width": 1280, "height": 780})
        page.goto(address)
        page.locator(".md-search__input").focus()
        page.keyboard.type(WORD, delay=KEY_MS)
        page.locator(".md-search-result__item").first.wait_for(timeout=60_000)
        return Measured(
            "plain MkDocs + Material, from nothing to its first result, everything", cases, sent.kilobytes(), "kB"
        )
