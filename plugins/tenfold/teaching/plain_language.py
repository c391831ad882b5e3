"""Plain language: sentences that are too long, paragraphs that are walls, and walls of the passive."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from tenfold.teaching.passages import Passage, Shape
from tenfold.teaching.remark import Remark, remark
from tenfold.teaching.sentences import Sentence, words

LONGEST_SENTENCE = 32
"""Words without a pause. Sentences of 25 words are hard for many; a remark at 26 would be a nuisance."""
PAUSE = re.compile(r"[;:]\s|\s[\u2013\u2014-]\s")
"""Where a reader may draw breath: what follows is a list or a new thought."""
LONGEST_PARAGRAPH = 130
"""Words: about a screen of a phone."""
PASSIVES = 4
"""So many sentences in a row without anybody who acts are a wall."""

FORMS_OF_BE = (" is ", " are ", " was ", " were ", " be ", " been ", " being ")

IRREGULAR = (
    "begun|bought|broken|brought|built|caught|chosen|cut|done|drawn|driven|fed|felt|found|given|grown|heard|held|hung|kept|"
    "known|laid|led|left|lost|made|meant|met|paid|put|read|rung|run|said|seen|sent|set|shown|shut|sold|spent|split|spoken|"
    "sung|taken|taught|thought|thrown|told|understood|won|written"
)
PASSIVE = re.compile(
    rf"\b(?:is|are|was|were|be|been|being)\s+(?:(?:not|also|then|now|still|often|always|never|only|\w+ly)\s+){{0,2}}"
    rf"(?:\w{{2,}}ed|{IRREGULAR})\b(?!\s+by\b)",
    re.IGNORECASE,
)
FEELINGS = re.compile(
    r"\b(?:excited|pleased|worried|excluded|tired|interested|involved|needed|based|located|concerned|delighted|"
    r"surprised|determined|committed|experienced|skilled|aged|mixed|supposed|used|allowed|limited|detailed|united|"
    r"married|scared|ashamed|relaxed|settled|indeed|need|speed|closed|crowded|gifted|isolated)\b",
    re.IGNORECASE,
)
"""Words that look like a passive and describe how somebody or something is."""


def long_sentences(passage: Passage) -> Iterator[Remark]:
    """Sentences that a reader has to start again. Lists behind a colon and in tables are none."""
    if passage.text.count(" ") < LONGEST_SENTENCE or passage.shape in (Shape.QUOTE, Shape.CELL):
        return
    if not may_be_long(passage.text):
        return
    for sentence in passage.sentences:
        count = longest_stretch(sentence.text)
        if count > LONGEST_SENTENCE:
            message = f"this sentence runs to {count} words without a pause."
            yield remark(
                passage, sentence.start, "long_sentence", message, "Make two or three of it, one thought each."
            )


def may_be_long(text: str) -> bool:
    """Whether a text may hold a long sentence: told quickly, because most do not."""
    chunks = text.split(". ")
    if any(chunk.count(" ") >= LONGEST_SENTENCE for chunk in chunks):
        return True
    return any(chunk.endswith(ABBREVIATED) for chunk in chunks[:-1])


ABBREVIATED = (
    "e.g",
    "i.e",
    "cf",
    "vs",
    "approx",
    " no",
    "Dr",
    "Mr",
    "Mrs",
    "Ms",
    "St",
    "Prof",
    "Rev",
    " p",
    " pp",
    "vol",
)


def longest_stretch(sentence: str) -> int:
    """How many words a sentence has between two pauses, at most."""
    if sentence.count(" ") < LONGEST_SENTENCE:
        return 0
    return max(len(words(stretch)) for stretch in PAUSE.split(sentence))


def long_paragraphs(passage: Passage) -> Iterator[Remark]:
    """Paragraphs that fill the screen of a phone."""
    if passage.shape is Shape.PARAGRAPH and passage.text.count(" ") >= LONGEST_PARAGRAPH:
        count = len(words(passage.text))
        if count > LONGEST_PARAGRAPH:
            message = f"this paragraph has {count} words, more than a phone shows at once."
            hint = "Put a blank line where a new thought begins, or make a list of the steps."
            yield remark(passage, 0, "long_paragraph", message, hint)


def passive_walls(passage: Passage) -> Iterator[Remark]:
    """Sentences in a row that say what was done and not who did it."""
    if passage.shape is not Shape.PARAGRAPH or sum(map(passage.text.count, FORMS_OF_BE)) < PASSIVES:
        return
    for hidden, run in groupby(passage.sentences, key=hides_who_acts):
        found = list(run)
        if hidden and len(found) >= PASSIVES:
            yield wall(passage, found)


def hides_who_acts(sentence: Sentence) -> bool:
    """Whether a sentence says that something was done, and not by whom."""
    return any(not FEELINGS.search(found.group()) for found in PASSIVE.finditer(sentence.text))


def wall(passage: Passage, found: Sequence[Sentence]) -> Remark:
    message = f"{len(found)} sentences in a row, from here on, do not say who did what."
    hint = "Name who does it: a reader wants to know whom to ask for this."
    return remark(passage, found[0].start, "passive_wall", message, hint)
