"""Case studies that tell the same story: of the same setting, or in much the same words.

Words are weighed by how rare they are among all case studies (TF-IDF), and two texts are as near as the angle between
them says: 0 is nothing in common, 1 the same. Runs of eight words that stand in both are copied, or quote one source.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from math import log, sqrt
from typing import Any

from tenfold.teaching.written import Subject, written

RUN = 8
"""Words in a row that two people seldom write by accident."""
MANY_RUNS = 12
"""So many of them are a paragraph of twenty words. Our own thirteen share five at most."""
SAME_NAME = 0.85
ALIKE = 0.35
"""As near as this, two texts are about the same thing. Our own thirteen are within 0.2 of each other."""
WORD = re.compile(r"[a-z]{3,}(?:['\u2019-][a-z]+)*")
SMALL_WORDS = """
    about after all also and any are been before being but can come did does each every for from had has have her him
    his how into its may more most not now off one only other our out over own said same she should some such than that
    the their them then there these they this those through too two under until very was way were what when where which
    while who whom why will with would you your
"""
SMALL = frozenset(SMALL_WORDS.split())
EVERYWHERE = frozenset(
    ["school", "schools", "trust", "academy", "primary", "secondary", "community", "the", "of", "and"]
)


@dataclass(frozen=True)
class Told:
    """What a case study says, as far as it can be compared."""

    id: str
    name: str
    place: str
    urn: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Likeness:
    """How a case study is like another."""

    id: str
    nearness: float
    shared_words: tuple[str, ...]
    """The words that bring them together, the weightiest first."""
    runs: int
    """How many runs of eight words stand in both."""
    same: tuple[str, ...]
    """What of the setting is the same: its number, its name, its place."""

    @property
    def is_close(self) -> bool:
        """Whether it may be the same story told twice."""
        return bool(set(self.same) - {"place"}) or self.runs >= MANY_RUNS or self.nearness >= ALIKE

    @property
    def reason(self) -> str:
        """Why it is listed, in words."""
        parts = [f"the same {' and '.join(self.same)}"] if self.same else []
        if self.runs:
            parts.append(
                f"{self.runs} runs of {RUN} words are the same"
                if self.runs > 1
                else f"a run of {RUN} words is the same"
            )
        words = f", by words such as {', '.join(self.shared_words)}" if self.shared_words else ""
        return "; ".join([*parts, f"text alike by {self.nearness:.2f} of 1{words}"])


def told(subject: Subject) -> Told:
    """What a record, or what was to be one, tells."""
    setting = setting_of(subject)
    text = " ".join(each.value for each in written(subject)).lower()
    return Told(
        subject.id,
        str(setting.get("name") or ""),
        str(setting.get("place") or ""),
        str(setting.get("urn") or ""),
        tuple(WORD.findall(text)),
    )


def setting_of(subject: Subject) -> Mapping[str, Any]:
    record: Any = getattr(subject, "record", None)
    if record is not None:
        return dict(record.setting) if hasattr(record, "setting") else {}
    data: Any = getattr(subject, "data", None)
    setting = data.get("setting") if isinstance(data, dict) else None
    return setting if isinstance(setting, dict) else {}


def nearest(one: Told, others: Sequence[Told], *, most: int = 3) -> list[Likeness]:
    """The case studies that are most like one: those of the same setting first, then by their words."""
    rarity = rarities([one, *others])
    found = [likeness(one, other, rarity) for other in others]
    ranked = sorted(found, key=lambda each: (not each.is_close, -len(each.same), -each.runs, -each.nearness, each.id))
    return [each for each in ranked if each.is_close or each.same or each.nearness > 0][:most]


def rarities(all_told: Iterable[Told]) -> dict[str, float]:
    """How much each word says: the rarer among case studies, the more."""
    texts = [set(each.words) for each in all_told]
    having = Counter(word for text in texts for word in text)
    return {word: log((2 + len(texts)) / (1 + count)) for word, count in having.items()}


def weights(one: Told, rarity: Mapping[str, float]) -> dict[str, float]:
    return {word: (1 + log(count)) * rarity[word] for word, count in Counter(one.words).items() if word not in SMALL}


def likeness(one: Told, other: Told, rarity: Mapping[str, float]) -> Likeness:
    first, second = weights(one, rarity), weights(other, rarity)
    shared = {word: first[word] * second[word] for word in first.keys() & second.keys()}
    length = sqrt(sum(weight**2 for weight in first.values()) * sum(weight**2 for weight in second.values()))
    nearness = sum(shared.values()) / length if length else 0.0
    heaviest = sorted((word for word in shared if shared[word] > 0), key=lambda word: (-shared[word], word))[:4]
    runs = len(runs_of(one.words) & runs_of(other.words))
    return Likeness(other.id, nearness, tuple(heaviest), runs, tuple(same_setting(one, other)))


def runs_of(words: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def same_setting(one: Told, other: Told) -> Iterator[str]:
    if one.urn and one.urn == other.urn:
        yield "URN"
    if same_name(one.name, other.name):
        yield "name"
    if one.place and one.place.casefold() == other.place.casefold():
        yield "place"


def same_name(one: str, other: str) -> bool:
    """Whether two names are of one setting, whatever stands beside what it is called."""
    first, second = ([w for w in re.findall(r"\w+", name.casefold()) if w not in EVERYWHERE] for name in (one, other))
    if not first or not second:
        return bool(one) and one.casefold() == other.casefold()
    return SequenceMatcher(None, " ".join(first), " ".join(second)).ratio() >= SAME_NAME
