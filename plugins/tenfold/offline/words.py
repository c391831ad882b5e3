"""The index of words of an offline copy, from what Pagefind has read of the pages: the same texts, titles and parts.

A stem's line says in which pages its words stand, and how much they weigh there: a word in a heading as much as several
in the text. A page may weigh less as a whole, as those about contributing do; Pagefind keeps to itself how much, and so
it is read from the page. `browser/find/ranked.js` reads the index.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from snowballstemmer import EnglishStemmer

from tenfold.finding.pagefind import FOLDER, fragment

TOKEN = re.compile(r"[^\W_]+")
TEXTS_A_FILE = 10
HEADINGS = {"h1": 7, "h2": 6, "h3": 5, "h4": 4, "h5": 3, "h6": 2}
"""What a word of a heading weighs; as with Pagefind."""
NAMES = ("where", "title")
PART = re.compile(r"<[^<>]*\sdata-pagefind-body\b[^<>]*>")
WEIGHT = re.compile(r"\sdata-pagefind-weight=\"?([0-9.]+)")
FIRST = 100
"""Words of a page among which its title stands."""


@dataclass(frozen=True)
class Text:
    """A page as it is searched."""

    url: str
    content: str
    meta: Mapping[str, str]
    anchors: Sequence[Mapping[str, Any]]
    heavy: Sequence[tuple[int, int, int]]
    """From and to which word they weigh how much."""
    weight: float = 1
    """What every other word of the page weighs."""

    def data(self) -> dict[str, Any]:
        """What passages are made of."""
        return {name: value for name, value in vars(self).items() if name != "weight"}


@lru_cache(maxsize=100_000)  # asked for each word of each page, and most words come again
def tokens(text: str) -> tuple[str, ...]:
    """The words of a text, as the browser takes it apart as well (`hints.js`)."""
    return tuple(match.lower() for match in TOKEN.findall(unicodedata.normalize("NFC", text)))


def texts_of(site: Path) -> list[Text]:
    """Every page that Pagefind has indexed in a site, by address."""
    found = map(fragment, sorted((site / FOLDER / "fragment").glob("*.pf_fragment")))
    texts = (text_of(each, weight_of(site, each["url"])) for each in found)
    return sorted(texts, key=lambda text: text.url)


def weight_of(site: Path, url: str) -> float:
    """What a page of a site weighs as a whole, by the attribute that Pagefind reads as well."""
    file = site / url.lstrip("/")
    file = file / "index.html" if file.is_dir() else file
    part = PART.search(file.read_text(encoding="utf-8")) if file.is_file() else None
    weight = WEIGHT.search(part[0]) if part else None
    return float(weight[1]) if weight else 1


def text_of(found: Mapping[str, Any], weight: float = 1) -> Text:
    """A page from what Pagefind has of it. In one with a weight of its own, only names weigh more than the rest."""
    anchors = [each for each in found["anchors"] if str(each["text"]).strip()]
    kept = [{name: each[name] for name in ("id", "text", "location")} for each in anchors]
    heavy = [*names_in(found), *(headings(anchors) if weight == 1 else ())]
    return Text(found["url"], found["content"], found["meta"], kept, heavy, weight)


def names_in(found: Mapping[str, Any]) -> Iterator[tuple[int, int, int]]:
    """Where the title of a page stands in its text, and the name of its setting."""
    said = ["".join(tokens(word)) for word in found["content"].split()[:FIRST]]
    for name in NAMES:
        wanted = ["".join(tokens(word)) for word in found["meta"].get(name, "").split()]
        for start in range(len(said) - len(wanted) + 1):
            if wanted and said[start : start + len(wanted)] == wanted:
                yield start, start + len(wanted), HEADINGS["h1"]
                break


def headings(anchors: Iterable[Mapping[str, Any]]) -> Iterator[tuple[int, int, int]]:
    for each in anchors:
        weight = HEADINGS.get(each["element"])
        if weight:
            yield each["location"], each["location"] + len(each["text"].split()), weight


def index_of(texts: Sequence[Text], cases: Sequence[str]) -> dict[str, Any]:
    """The index of some pages; `cases` are the ids of the case studies in the order of the finder's table."""
    stemmer = EnglishStemmer()
    stems: dict[str, str] = {}
    pages: dict[str, dict[int, int]] = {}
    for page, text in enumerate(texts):
        for word, weight in weighed(text):
            stem = stems.get(word) or stems.setdefault(word, stemmer.stemWord(word))
            held = pages.setdefault(stem, {})
            held[page] = held.get(page, 0) + weight
    forms: dict[str, list[str]] = {}
    for word in sorted(stems):
        forms.setdefault(stems[word], []).append(word)
    numbers = {text.url: number for number, text in enumerate(texts)}
    return {
        "pages": [len(text.content.split()) for text in texts],
        "texts_a_file": TEXTS_A_FILE,
        "cases": [numbers[f"/case_studies/{id}/"] for id in cases],
        "weights": {number: text.weight for number, text in enumerate(texts) if text.weight != 1},
        "stems": {stem: [" ".join(forms[stem]), line(pages[stem])] for stem in sorted(pages)},
    }


def weighed(text: Text) -> Iterator[tuple[str, int]]:
    """Each word of a page, with what it weighs where it stands: so many times as much as the text of the page does."""
    weights: dict[int, int] = {}
    for start, end, weight in text.heavy:
        for place in range(start, end):
            weights[place] = max(round(weight / text.weight), weights.get(place, 1))
    for place, word in enumerate(text.content.split()):
        for token in tokens(word):
            yield token, weights.get(place, 1)


def line(held: Mapping[int, int]) -> str:
    """Pages and weights as short as can be: how many pages are skipped, and the weight where it is more than 1."""
    said: list[str] = []
    last = -1
    for page, weight in sorted(held.items()):
        said.append(f"{page - last - 1}.{weight}" if weight > 1 else f"{page - last - 1}")
        last = page
    return ",".join(said)
