"""Reading age: about how old a reader is for whom a text is easy, by its length of words and of sentences.

The Automated Readability Index (Senter and Smith, 1967): 4.71 x letters per word + 0.5 x words per sentence - 21.43. It
gives a school year in the American count; five more is the age. It counts letters where others guess syllables, so that
it says the same on every machine and anybody can check it by hand. It is a coarse measure: it cannot tell whether the
thought is hard, and a text below a hundred words is too short for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tenfold.problems import dotted
from tenfold.teaching.passages import Passage, Shape
from tenfold.teaching.remark import Remark
from tenfold.teaching.sentences import words

OLDEST = 15
"""A text for busy adults who read on the way should be easy for somebody of this age."""
ADULT = 18
FEWEST_WORDS = 100
PASSAGE_WORDS = 25
"""A paragraph shorter than this says nothing about itself."""


class Size(NamedTuple):
    """How many letters, words and sentences a text has."""

    letters: int
    words: int
    sentences: int

    @property
    def age(self) -> float:
        """The reading age in years, from 5 up."""
        if not self.words:
            return 5.0
        index = 4.71 * self.letters / self.words + 0.5 * self.words / max(self.sentences, 1) - 21.43
        return max(5.0, index + 5)


def size_of(passage: Passage) -> Size:
    found = words(passage.text)
    return Size(sum(map(len, found)), len(found), len(passage.sentences))


def at_most(passages: Sequence[Passage]) -> Size:
    """A size that reads at least as hard as the real one, counted quickly: most records need no more than this."""
    text = " ".join(passage.text for passage in running_text(passages))
    spaces = text.count(" ")
    ends = sum(text.count(end) for end in (". ", "! ", "? "))
    return Size(len(text) - spaces, spaces + 1, ends * 9 // 10)


def total(sizes: Iterable[Size]) -> Size:
    found = list(sizes)
    return Size(sum(s.letters for s in found), sum(s.words for s in found), sum(s.sentences for s in found))


def running_text(passages: Iterable[Passage]) -> list[Passage]:
    """The passages that are made of sentences: not titles, headings or cells of tables."""
    return [each for each in passages if each.shape not in (Shape.HEADING, Shape.CELL) and each.text[-1:] in ".!?\"')"]


def reading_age(passages: Iterable[Passage]) -> float | None:
    """The reading age of a record as a whole, or None when it is too short to say."""
    size = total(map(size_of, running_text(passages)))
    return round(size.age, 1) if size.words >= FEWEST_WORDS else None


def hardest(passages: Iterable[Passage], *, most: int = 2) -> list[tuple[Passage, float]]:
    """The passages that are hardest to read, the hardest first."""
    sized = [(passage, size_of(passage)) for passage in running_text(passages)]
    aged = [(passage, size.age) for passage, size in sized if size.words >= PASSAGE_WORDS]
    return sorted(aged, key=lambda found: -found[1])[:most]


def hard_to_read(passages: Sequence[Passage]) -> Iterator[Remark]:
    """One remark for a record that is hard to read as a whole, at its hardest passage."""
    if at_most(passages).age <= OLDEST:
        return
    age = reading_age(passages)
    if age is None or age <= OLDEST:
        return
    found = hardest(passages)
    if not found:
        return
    passage = found[0][0]
    said = f"{age:.0f}" if age < ADULT else f"{ADULT} or more"
    message = f"the text as a whole reads as for an age of {said}; {OLDEST} or less is easy on the way to a meeting."
    others = "".join(f" Then go on to line {other.place(0)[0]}, {dotted(other.where)}." for other, _ in found[1:])
    hint = f"Start with the hardest passage, which is this one: shorter sentences, everyday words.{others}"
    yield Remark("reading_age", message, hint, passage.where, passage)
