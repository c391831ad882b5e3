"""Names with capitals in running text: the Oak Inclusion Team is a team, and Oak speaks of no term there."""

from __future__ import annotations

import re
from collections.abc import Collection

GAP = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)(?:& )?"
"""What stands between two words of a name: a space or one line break. Two end a paragraph."""
JOINED = r"(?:,? and|of|for|in|at|on|the|to)"
CAPITAL = r"(?!I\b)[A-Z][\w'\u2019-]*"
NEXT = re.compile(rf"{GAP}(?P<word>{CAPITAL})")
NEXT_JOINED = re.compile(rf"(?:{GAP}|(?=,)){JOINED}(?:{GAP}the)?{GAP}(?P<word>{CAPITAL})(?!\w|{GAP}\d)")
LAST = re.compile(rf"(?<!\w)(?P<word>{CAPITAL})(?:{GAP}(?:of|for))?{GAP}\Z")
STARTS = re.compile(r"(?:^|\n\s*\n|[.!?:;\u2026\u2013\u2014(\[\"'\u2018\u201c])\s*\Z")
"""What stands in front of a sentence, a part of one or a quotation."""
POSSESSIVE = re.compile(r"(?:['\u2019]s|s['\u2019])$")
NUMBERS = frozenset(["One", "Two", "Three", "Four", "Five"])
SMALL = """
a about above across after all also among an and another any are around as at because before behind
below beside besides between beyond both but by can could did do does during each either even every few
for from had has have he her here his how if in inside into is it its just like many may me might more
most much must my near neither no nor not now of off on once one only onto or other our out outside over
own per rather same several she should since so some still such than that the their them then there
these they this those though through to together too toward towards two under unless unlike until up
upon us was we were what when where whether which while who whose why will with within without would yet
you your
"""
FUNCTION_WORDS = frozenset(SMALL.split())
"""Words that start sentences with a capital and are in front of no name for that."""
NEAR = 60
"""Signs on either side that hold the neighbours of a word."""


def inside_a_name(term: str, before: str, after: str, ordinary: Collection[str]) -> bool:
    """Whether a term is written with capitals as a part of a longer name.

    It is when a capitalised word follows at once ("Inclusion Team", also at the start of a sentence), or an ordinary
    word with a capital behind a small one ("Inclusion in Practice", not "Inclusion in Leeds"). Where a name ends in
    it, a term of several words says what the named thing is ("Hackney Clinical Commissioning Group"); a single word
    does not ("Ambitious About Inclusion", "Head of Inclusion").

    Args:
        term: the term as it is written there.
        before: what stands in front of it in its paragraph, `NEAR` signs of it at least.
        after: what stands behind it.
        ordinary: words that are written in small letters, so that a capital shows a name.
    """
    words = term.split()
    if not all(word[0].isupper() for word in words if word.lower() not in FUNCTION_WORDS):
        return False
    follows = NEXT.match(after)
    if follows and follows["word"] not in NUMBERS:
        return True
    if len(words) > 1:
        return False
    joined = NEXT_JOINED.match(after)
    return bool(joined and joined["word"].lower() in ordinary) or is_led_by_a_name(before)


def is_led_by_a_name(before: str) -> bool:
    """Whether what stands in front ends in a capitalised word that belongs to what follows."""
    last = LAST.search(before)
    if last is None or POSSESSIVE.search(last["word"]):
        return False
    return last["word"].lower() not in FUNCTION_WORDS or not STARTS.search(before[: last.start()])
