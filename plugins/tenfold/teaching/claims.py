"""Claims that go further than the evidence: what each level allows to say, and the honest wording below it.

Level 3 is the first that can tell what would have happened anyway; a cause may be named from there on. Proof is more
than any case study has. A sentence that says whose view it is, or that it cannot be known, is honest at every level.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick

from tenfold.model.vocabulary import EvidenceLevel
from tenfold.teaching.claim_words import (
    CLAIMING,
    CLAIMS,
    ELSEWHERE,
    HONEST,
    HONEST_BEHIND,
    NO_CLAIM,
    TESTED,
    Claim,
    Way,
)
from tenfold.teaching.passages import Passage, Shape
from tenfold.teaching.remark import Remark, remark


@cache
def finder() -> tuple[AhoCorasick, tuple[tuple[Claim, Way], ...]]:
    """A search for all cues at once, and the claim and the way that each belongs to. Nothing in it ever changes."""
    cues = tuple((cue, claim, way) for claim in CLAIMS for way in claim.ways for cue in way.cues)
    return AhoCorasick([cue for cue, _, _ in cues]), tuple((claim, way) for _, claim, way in cues)


def claims(passage: Passage, level: EvidenceLevel | None, basis: str) -> Iterator[Remark]:
    """Sentences of a case study that claim more than its level of evidence bears: each claim once in a sentence."""
    if passage.where[0] not in CLAIMING or passage.where[-1] in NO_CLAIM or passage.shape is Shape.QUOTE:
        return
    search, meanings = finder()
    cued = search.find_matches_as_indexes(passage.text.lower(), overlapping=True)
    ways: dict[Claim, list[Way]] = {}
    for number in sorted({number for number, _, _ in cued}) if cued else ():
        claim, way = meanings[number]
        if not is_allowed(claim, level, basis) and way not in ways.setdefault(claim, []):
            ways[claim].append(way)
    for claim, its_ways in ways.items():
        yield from too_much(passage, claim, its_ways, level)


def is_allowed(claim: Claim, level: EvidenceLevel | None, basis: str) -> bool:
    """Whether the evidence bears a kind of claim."""
    tested = claim.rule == "claim_of_significance" and bool(TESTED.search(basis))
    return tested or int(level or 0) >= claim.allowed_from


def too_much(passage: Passage, claim: Claim, ways: Sequence[Way], level: EvidenceLevel | None) -> Iterator[Remark]:
    if not any(way.pattern.search(passage.text) for way in ways):
        return
    grounds = f"evidence at level {level}" if level else "a record that says nothing of its evidence"
    for sentence in passage.sentences:
        found = first_of(ways, sentence.text)
        if not found or is_honest(sentence.text, found) or is_elsewhere(sentence.text, claim, found):
            continue
        message = claim.message.format(grounds=grounds)
        yield remark(passage, sentence.start + found.start(), claim.rule, message, claim.hint)


def first_of(ways: Sequence[Way], text: str) -> re.Match[str] | None:
    """Where the first of several ways begins in a text."""
    found = filter(None, (way.pattern.search(text) for way in ways))
    return min(found, key=lambda match: match.start(), default=None)


def is_elsewhere(sentence: str, claim: Claim, found: re.Match[str]) -> bool:
    """Whether the cause is something that the setting did not do, such as poverty."""
    before = sentence[max(found.start() - 30, 0) : found.start()]
    return claim.rule in ("claim_of_cause", "claim_of_impact") and bool(ELSEWHERE.search(before))


def is_honest(sentence: str, claim: re.Match[str]) -> bool:
    """Whether a sentence says whose view it is, or that it is not known: outside the words of the claim itself."""
    return bool(HONEST.search(sentence, 0, claim.start()) or HONEST_BEHIND.search(sentence, claim.end()))
