"""Claims that go further than the evidence: what each level allows to say, and the honest wording below it.

Level 3 is the first that can tell what would have happened anyway; a cause may be named from there on. Proof is more
than any case study has. A sentence that says whose view it is, or that it cannot be known, is honest at every level.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenfold.model.vocabulary import EvidenceLevel
from tenfold.teaching.claim_words import CLAIMING, CLAIMS, ELSEWHERE, HONEST, HONEST_BEHIND, TESTED, Claim
from tenfold.teaching.passages import Passage, Shape
from tenfold.teaching.remark import Remark, remark


def claims(passage: Passage, level: EvidenceLevel | None, basis: str) -> Iterator[Remark]:
    """Sentences of a case study that claim more than its level of evidence bears, each once."""
    if (
        passage.where[0] not in CLAIMING
        or passage.shape is Shape.QUOTE
        or passage.where[-1] in ("question", "limitations")
    ):
        return
    words = passage.text.lower()
    for claim in CLAIMS:
        if not any(cue in words for cue in claim.cues):
            continue
        if int(level or 0) >= claim.allowed_from or (claim.rule == "claim_of_significance" and TESTED.search(basis)):
            continue
        if claim.pattern.search(passage.text):
            yield from too_much(passage, claim, level)


def too_much(passage: Passage, claim: Claim, level: EvidenceLevel | None) -> Iterator[Remark]:
    grounds = f"evidence at level {level}" if level else "a record that says nothing of its evidence"
    for sentence in passage.sentences:
        found = claim.pattern.search(sentence.text)
        if not found or is_honest(sentence.text, found) or is_elsewhere(sentence.text, claim, found):
            continue
        message = claim.message.format(grounds=grounds)
        yield remark(passage, sentence.start + found.start(), claim.rule, message, claim.hint)


def is_elsewhere(sentence: str, claim: Claim, found: re.Match[str]) -> bool:
    """Whether the cause is something that the setting did not do, such as poverty."""
    before = sentence[max(found.start() - 30, 0) : found.start()]
    return claim.rule in ("claim_of_cause", "claim_of_impact") and bool(ELSEWHERE.search(before))


def is_honest(sentence: str, claim: re.Match[str]) -> bool:
    """Whether a sentence says whose view it is, or that it is not known: outside the words of the claim itself."""
    return bool(HONEST.search(sentence, 0, claim.start()) or HONEST_BEHIND.search(sentence, claim.end()))
