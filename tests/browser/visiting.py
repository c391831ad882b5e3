"""Visiting the site as a reader does: a tab that remembers what went wrong in it, hands, and the finder's sums anew."""

from __future__ import annotations

import itertools
import json
import time
from base64 import b64decode
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Dialog, Locator, Page, expect
from tests.browser.looking import AXE, RULES, SCAN

both_widths = pytest.mark.parametrize("width", [320, 1280])
each_hand = pytest.mark.parametrize("hand", ["keyboard", "mouse"])
each_hand_and_width = pytest.mark.parametrize("hand, width", [("keyboard", 320), ("mouse", 1280)])

SHOWS_FOCUS = """() => {
  const has = (one) => {
    const style = getComputedStyle(one);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 1;
  };
  const at = document.activeElement;
  if (!at || at === document.body) return false;
  return has(at) || Boolean(at.closest('.seek') && has(at.closest('.seek')))
    || [...at.querySelectorAll('rect')].some((one) => parseFloat(getComputedStyle(one).strokeWidth) > 3);
}"""
FOCUSED = """() => {
  const at = document.activeElement;
  return at === document.body ? 'nothing' : `${at.tagName} ${at.textContent}`.replace(/\\s+/g, ' ').trim();
}"""
SHOWN = """() => ({
  counts: Object.fromEntries([...document.querySelectorAll('fieldset[data-facet]')].map((set) => [set.dataset.facet,
    Object.fromEntries([...set.querySelectorAll('.opt')].map((opt) =>
      [opt.querySelector('input').value, parseInt(opt.querySelector('.count').firstChild.textContent)]))])),
  ticked: [...document.querySelectorAll('fieldset[data-facet] input:checked')].map((box) => box.value).sort(),
  cards: [...document.querySelectorAll('.results article.case')].map((card) => card.dataset.case).sort(),
  chips: [...document.querySelectorAll('.chips li:not(:has(.clear)) button')]
    .map((chip) => chip.lastChild.previousSibling.textContent).sort(),
})"""
AT_ONCE = 12
PATIENCE = 15
"""Seconds that a busy machine may take for what takes an idle one a moment. Nobody waits for them in vain."""

Chosen = Mapping[str, Iterable[str]]


class NewTab(Protocol):
    """Opens a page of the real site in a browser of its own."""

    def __call__(self, path: str | None = None, width: int = 1280, height: int = 900, **options: Any) -> Tab: ...


class Tab:
    """A tab on the site, which remembers what it asked for and what went wrong in it."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.asked: list[str] = []
        self.wrong: list[str] = []
        page.on("pageerror", lambda error: self.wrong.append(f"script error: {error}"))
        page.on("request", lambda request: self.hear(request.url))
        page.on("console", lambda message: self.say(message.type, message.text))
        page.on("dialog", self.refuse)

    def refuse(self, dialog: Dialog) -> None:
        self.wrong.append(f"a dialog: {dialog.message}")
        dialog.dismiss()

    def hear(self, url: str) -> None:
        self.asked.append(url)
        if not url.startswith((self.address, "data:", "blob:")):
            self.wrong.append(f"a request to another origin: {url}")

    def say(self, kind: str, text: str) -> None:
        if kind == "error":
            self.wrong.append(f"the console says: {text}")

    def go(self, path: str) -> Tab:
        self.page.goto(f"{self.address}/{path}")
        return self

    def find(self, search: str = "") -> Tab:
        """Open the finder and wait until it shows what its address asks for."""
        return self.go(f"find/{search}").drawn()

    def drawn(self) -> Tab:
        expect(self.page.locator(".finder")).to_have_attribute("data-ready", "")
        expect(self.page.locator(".results .pick, .dead-end:not([hidden])").first).to_be_visible()
        return self

    def ask(self, search: str) -> Tab:
        """Give the open finder another address, as going back to it does."""
        self.page.evaluate(
            "address => { history.pushState(null, '', address); dispatchEvent(new PopStateEvent('popstate')); }",
            search or "./",
        )
        return self

    @property
    def status(self) -> Locator:
        return self.page.locator(".count-of")

    @property
    def search(self) -> str:
        """What stands behind the question mark of the address."""
        return str(self.page.evaluate("decodeURIComponent(location.search.replaceAll('+', ' '))"))

    def shows(self, wanted: Mapping[str, Any]) -> None:
        """Wait until the finder shows these counts, ticks, cards and chips; see `Known.shown`."""
        self.wait_until(lambda: self.page.evaluate(SHOWN) == wanted)
        assert self.page.evaluate(SHOWN) == wanted

    def wait_until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds for which `expect` has no word. What does not hold in the end, the test says."""
        end = time.monotonic() + PATIENCE
        while not holds() and time.monotonic() < end:
            self.page.wait_for_timeout(20)

    def cards(self) -> list[str]:
        """The case studies on the page, in their order."""
        cards = self.page.locator(".results article.case")
        return [str(id) for id in cards.evaluate_all("cards => cards.map(card => card.dataset.case)")]

    def option(self, facet: str, word: str) -> Locator:
        """The checkbox of a filter, with what hides it opened."""
        box = self.page.locator(f'fieldset[data-facet="{facet}"] input[value="{word}"]')
        for around in box.locator("xpath=ancestor::details").all():
            if around.get_attribute("open") is None:
                around.locator("> summary").click()
        return box

    def choose(self, *filters: tuple[str, str], hand: str = "mouse") -> None:
        for facet, word in filters:
            press(self.option(facet, word), hand)

    def focused(self) -> str:
        return str(self.page.evaluate(FOCUSED))

    def walk_to(self, wanted: Locator, most: int = 120, key: str = "Tab") -> None:
        """Go to something with the keyboard alone; on the way no focus is lost or invisible."""
        for _ in range(most):
            self.page.keyboard.press(key)
            if wanted.evaluate("(one) => one === document.activeElement"):
                assert self.page.evaluate(SHOWS_FOCUS), f"no visible focus on {self.focused()}"
                return
        raise AssertionError(f"not reached with {most} times {key}: {wanted}")

    def fits(self) -> None:
        """Nothing scrolls sideways."""
        assert not self.page.evaluate("document.documentElement.scrollWidth > innerWidth"), "scrolls sideways"

    def accessible(self) -> None:
        if not self.page.evaluate("'axe' in window"):
            self.page.add_script_tag(path=AXE)
        assert self.page.evaluate(SCAN, RULES) == []

    def sound(self) -> None:
        """Nothing went wrong so far, and the page fits."""
        self.fits()
        assert self.wrong == []


def press(wanted: Locator, hand: str) -> None:
    """Press a link, a button or a checkbox, with the mouse or with the keyboard."""
    if hand == "mouse":
        wanted.click()
        return
    wanted.focus()
    expect(wanted).to_be_focused()
    wanted.press("Space" if wanted.get_attribute("type") == "checkbox" else "Enter")


def query(chosen: Chosen, **more: str) -> str:
    """A finder's address from its question mark on."""
    pairs = [(facet, word) for facet, words in chosen.items() for word in words]
    return f"?{urlencode([*more.items(), *pairs])}" if pairs or more else ""


def counted(number: int) -> str:
    return f"{number} case study" if number == 1 else f"{number} case studies"


@dataclass(frozen=True)
class Known:
    """What `find/table.json` says, counted without cleverness."""

    cases: tuple[str, ...]
    names: Mapping[str, str]
    labels: Mapping[tuple[str, str], str]
    under: Mapping[str, Mapping[str, frozenset[str]]]

    def found(self, chosen: Chosen, within: Iterable[str] | None = None) -> list[str]:
        """OR within a facet, AND between facets, among those that the words found."""
        among = set(self.cases if within is None else within)
        wanted = [(facet, list(words)) for facet, words in chosen.items()]
        return [
            id
            for id in self.cases
            if id in among
            and all(not words or any(id in self.under[facet][word] for word in words) for facet, words in wanted)
        ]

    def counts(self, chosen: Chosen, within: Iterable[str] | None = None) -> dict[str, dict[str, int]]:
        """For each option: how many case studies have it and what is chosen in the other facets, and the words."""
        counts = {}
        for facet, words in self.under.items():
            others = {other: chosen[other] for other in chosen if other != facet}
            counts[facet] = {word: len(self.found({**others, facet: [word]}, within)) for word in words}
        return counts

    def without(self, chosen: Chosen, facet: str, word: str, within: Iterable[str] | None = None) -> int:
        return len(self.found({**chosen, facet: [other for other in chosen[facet] if other != word]}, within))

    def shown(self, chosen: Chosen, within: Iterable[str] | None = None) -> dict[str, Any]:
        """What the finder must show, where no more is found than it shows at once."""
        pairs = [(facet, word) for facet, words in chosen.items() for word in words]
        found = self.found(chosen, within)
        assert len(found) <= AT_ONCE
        return {
            "counts": self.counts(chosen, within),
            "ticked": sorted(word for _, word in pairs),
            "cards": sorted(found),
            "chips": sorted(self.labels[pair] for pair in pairs),
        }

    def drops(self, chosen: Chosen, within: Iterable[str] | None = None) -> dict[str, int]:
        """For each chosen filter, by its label, how many there would be without it."""
        return {
            self.labels[facet, word]: self.without(chosen, facet, word, within)
            for facet, words in chosen.items()
            for word in words
        }

    def matched(self, id: str, chosen: Chosen) -> list[str]:
        """The labels of the chosen filters that a case study stands under."""
        pairs = [(facet, word) for facet, words in chosen.items() for word in words]
        return [self.labels[facet, word] for facet, word in pairs if id in self.under[facet][word]]

    def evidence(self, id: str) -> int:
        return max((int(word) for word, ids in self.under["evidence"].items() if id in ids), default=-1)

    def pairs(self) -> list[tuple[str, str]]:
        return list(self.labels)

    def empty(self) -> list[dict[str, list[str]]]:
        """Pairs of filters that no case study has both of, though it has each."""
        return [
            {one[0]: [one[1]], other[0]: [other[1]]}
            for one, other in itertools.combinations(self.labels, 2)
            if one[0] != other[0] and not self.under[one[0]][one[1]] & self.under[other[0]][other[1]]
        ]


def known(site: Path) -> Known:
    table = json.loads((site / "find/table.json").read_text(encoding="utf-8"))
    names = json.loads((site / "compare/names.json").read_text(encoding="utf-8"))
    words = {(facet, word): about for facet, each in table["facets"].items() for word, about in each["words"].items()}
    under: dict[str, dict[str, frozenset[str]]] = {}
    for (facet, word), about in words.items():
        under.setdefault(facet, {})[word] = frozenset(decoded(about["cases"], table["cases"]))
    return Known(
        cases=tuple(table["cases"]),
        names=dict(zip(table["cases"], names, strict=True)),
        labels={pair: about["label"] for pair, about in words.items()},
        under=under,
    )


def decoded(bits: str, cases: list[str]) -> Iterable[str]:
    """The first case study is the lowest bit of the first byte."""
    data = b64decode(bits)
    return [id for at, id in enumerate(cases) if at // 8 < len(data) and data[at // 8] >> at % 8 & 1]
