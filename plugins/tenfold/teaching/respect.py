"""Words about children and families: those that blame them get a remark with the field's better words.

Quoting such a word to speak about it is fine: between quotation marks, behind "no" or "not", or in a sentence that is
about labels and language.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick

from tenfold.teaching.passages import Passage
from tenfold.teaching.remark import Remark, remark
from tenfold.teaching.respect_words import WORDINGS, Wording

ABOUT_WORDS = re.compile(
    r"\b(?:label|labels|labelled|labelling|branded|insults?|stereotypes?|stigma\w*|languages?"
    r"|(?:the|a|this|that|these|such|other|their) (?:old |wrong |usual )?"
    r"(?:words?|terms?|phrases?|names?|idea|view|belief|myth)"
    r"|(?:stopp?(?:ed|ing)?|no longer|never|not|don't|avoid(?:ed|ing)?|instead of|rather than|without|banned)"
    r" (?:to )?(?:say|call|use|us|speak|talk|think|thought|writ|see|describ|judg)\w*"
    r"|(?:seen|regarded|treated|dismissed|thought of|written off|describes?|described|viewed|known|spoken of)"
    r" (?:\w+ ){0,3}?as"
    r"|(?:once|previously|formerly|often|sometimes|used to be|been|were|was|are|is|being|so) called|so-called"
    r"|rather than|instead of|no such \w+ as|nobody (?:\w+ )?(?:says|speaks|calls|talks|said|spoke|called))\b",
    re.IGNORECASE,
)
DENIED = re.compile(r"\b(?:no|not|never|nobody is|isn't|aren't|wasn't|weren't)(?: \w+){0,2} \Z", re.IGNORECASE)
QUOTED = re.compile(
    r"\"[^\"]{1,80}\"|\u201c[^\u201d]{1,80}\u201d|\u2018[^\u2019]{1,80}\u2019(?!\w)|(?<!\w)'[^']{1,60}'(?!\w)|\*[^*]{1,60}\*"
)


@cache
def finder() -> tuple[AhoCorasick, tuple[tuple[str, Wording], ...]]:
    """A search for all forms at once, and what each of them means. Nothing in it ever changes."""
    forms = tuple((form, wording) for wording in WORDINGS for form in wording.written)
    return AhoCorasick([small(form) for form, _ in forms]), forms


def small(text: str) -> str:
    """Small letters, sign for sign: str.lower() may change the length of a text, and every place in it."""
    return (
        text.lower() if text.isascii() else "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
    )


def disrespect(passage: Passage) -> Iterator[Remark]:
    """Words of a passage that blame a child or a family, each wording once."""
    search, forms = finder()
    seen: set[Wording] = set()
    end = 0
    found = search.find_matches_as_indexes(small(passage.text), overlapping=True)
    for number, start, stop in sorted(found, key=lambda match: (match[1], -match[2])) if found else ():
        form, wording = forms[number]
        if start < end or wording in seen or not meant(passage, start, stop, form, wording):
            continue
        seen.add(wording)
        end = stop
        yield blame(passage, start, stop, wording)


def meant(passage: Passage, start: int, stop: int, form: str, wording: Wording) -> bool:
    """Whether a form that was found is a word of its own, and meant as such."""
    text = passage.text
    if text[start - 1 : start].isalnum() or text[stop : stop + 1].isalnum() or text[start - 1 : start] == "-":
        return False
    capitals = form.split(maxsplit=1)[0]
    if capitals.isupper() and not text.startswith(capitals, start):
        return False
    first, last = around(passage, start, stop)
    if wording.unless and re.search(wording.unless, text[first:last]):
        return False
    return not spoken_about(text, start, stop, first, last)


BEFORE, BEHIND = 240, 160
"""How far the words around a hit are read, in signs: enough for a sentence, and a bound for a text without any end."""


def around(passage: Passage, start: int, stop: int) -> tuple[int, int]:
    """From where to where the sentence around a hit goes."""
    number = bisect_right(passage.sentences, start, key=lambda sentence: sentence.start) - 1
    sentence = passage.sentences[max(number, 0)]
    return max(sentence.start, start - BEFORE), min(max(sentence.end, stop), stop + BEHIND)


def spoken_about(text: str, start: int, stop: int, first: int, last: int) -> bool:
    """Whether the words are quoted, denied, or what the sentence is about."""
    if DENIED.search(text, first, start) or ABOUT_WORDS.search(text, first, last):
        return True
    return any(found.start() < start and stop < found.end() for found in QUOTED.finditer(text, first, last))


def blame(passage: Passage, start: int, stop: int, wording: Wording) -> Remark:
    said = passage.text[start:stop]
    message = f'"{said}" speaks of people as the problem. {wording.why}'
    hint = f"Better: {wording.better}. If you quote it to speak about the word, put it in quotation marks."
    return remark(passage, start, "deficit_language", message, hint, about=said.lower())
