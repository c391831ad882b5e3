"""What an offline copy weighs, and how long its first result takes in a browser, beside the same site on a server."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.measured import Measured
from benchmarks.reader import WORD, browsing
from benchmarks.serving import served
from tenfold.offline import About, copy_site, pack

BUDGET_FIRST_RESULT_MS = 1_000
BUDGET_TO_SERVED = 1.5
BUDGET_HEAP_MB = 60
BUDGET_SCRIPT_KB = 100
BUDGET_INDEX_KB = 1_000
ABOUT = About("Benchmark", date(2026, 1, 1))


def measure(sites: dict[int, Path], rounds: int) -> Iterator[Measured]:
    """Every figure for built sites, by their number of case studies; the budgets hold for the largest."""
    with browsing() as browser, tempfile.TemporaryDirectory() as temporary:
        for cases, site in sites.items():
            folder = Path(temporary) / str(cases)
            start = time.perf_counter()
            copy = copy_site(site, folder, ABOUT)
            size = pack(folder, Path(temporary) / f"{cases}.zip", ABOUT)
            yield Measured("making and packing the copy", cases, 1000 * (time.perf_counter() - start), "ms")
            yield Measured("the zip", cases, size / 1000, "kB")
            inner = copy.folder / "site"
            yield Measured("its script", cases, kilobytes(inner / "offline/modules.js"), "kB", BUDGET_SCRIPT_KB)
            yield Measured("its index of words", cases, kilobytes(inner / "offline/words.js"), "kB", BUDGET_INDEX_KB)
            yield from first_results(browser, site, inner, cases, rounds)


def first_results(browser: Browser, site: Path, inner: Path, cases: int, rounds: int) -> Iterator[Measured]:
    """Until the first result with its passage, in turn on a server of this machine and from files."""
    there: list[float] = []
    here: list[float] = []
    heap = 0.0
    with served(site) as (address, _):
        for _ in range(rounds):
            there.append(first_result(browser, f"{address}/find/?q={WORD}")[0])
            milliseconds, heap = first_result(browser, f"{(inner / 'find/index.html').as_uri()}?q={WORD}")
            here.append(milliseconds)
    median = statistics.median(here)
    yield Measured("until the first result, from nothing", cases, median, "ms", BUDGET_FIRST_RESULT_MS)
    yield Measured("the same to that on a server", cases, median / statistics.median(there), "", BUDGET_TO_SERVED)
    yield Measured("memory of the page's scripts then", cases, heap, "MB", BUDGET_HEAP_MB)


def first_result(browser: Browser, address: str) -> tuple[float, float]:
    """Milliseconds from asking for the finder until it shows why its first result is there, and its megabytes then."""
    context = browser.new_context()
    page = context.new_page()
    start = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.locator(".case .why mark").first.wait_for()
    milliseconds = 1000 * (time.perf_counter() - start)
    session = context.new_cdp_session(page)
    session.send("Performance.enable")
    metrics = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}
    context.close()
    return milliseconds, metrics["JSHeapUsedSize"] / 1e6


def kilobytes(file: Path) -> float:
    return file.stat().st_size / 1000
