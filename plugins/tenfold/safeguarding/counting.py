"""The words in which pupils are counted: numbers, pupils, and what may stand between the two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

ONES_IN_WORDS = "one two three four five six seven eight nine"
TEENS_IN_WORDS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
TENS_IN_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
DIGITS = {word: value for value, word in enumerate(ONES_IN_WORDS.split(), 1)}
TEENS = {word: value for value, word in enumerate(TEENS_IN_WORDS.split(), 10)}
TENS = {word: 10 * value for value, word in enumerate(TENS_IN_WORDS.split(), 2)}

PUPILS = r"(?:pupils|children|students|learners|boys|girls|young\s++people|youngsters|teenagers|kids|lads|adolescents)"
PUPIL = r"(?:pupil|child|student|learner|boy|girl|young\s++person|youngster|teenager|kid)"
NOT_PUPILS = r"(?!'|-|\s++(?:premium|referral|voice|council|centre|unit|home|nurse))"
"""What makes another thing of the word: a pupil referral unit, children's homes."""

BETWEEN = (
    r"(?:\s++(?:(?:in\s++)?(?:year|key\s++stage|ks|y)\s*+[0-9]+"
    r"|(?!(?:and|or|to|for|with|per|in|of|from|by|at|on|as|the|a|an|their|our|its|his|her|who|that|which|if|when|than|"
    r"was|were|are|is|be|had|has|have|do|does|did|can|could|may|might|will|would|should|must|"
    r"hundred|thousand|million|billion|dozen|cent|percent|percentage|third|quarter|half|fifth|tenth|"
    r"staff|people|time|year|term|month|week|day|hour|minute|adult|parent|teacher|member|way|thing|reason|"
    r"group|team|class|school|trained|asked|helped|gave|let|saw|made|told|out|days|more\s++than|"
    r"one|two|three|four|five|six|seven|eight|nine|ten)\b)"
    r"(?:previous|anxious|serious|various|conscious|homeless|stateless|religious|infant|primary|school\s++age|"
    r"[a-z'-]*[a-rt-z']))){0,3}"
)
"""Up to three words between a number and the pupils: adjectives, but no other noun and no verb."""


def number(text: str) -> int | None:
    """A number in digits or in words, up to ninety-nine in words."""
    text = text.replace(",", "")
    if text.isascii() and text.isdigit():
        return int(text)
    small = DIGITS | TEENS | TENS
    if text in small:
        return small[text]
    tens, _, ones = text.replace(" ", "-").partition("-")
    return TENS[tens] + DIGITS[ones] if tens in TENS and ones in DIGITS else None


NUMBER = (
    rf"(?:[0-9]{{1,2}},[0-9]{{3}}|[0-9]{{1,4}}|(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(DIGITS)}))?"
    rf"|{'|'.join([*TEENS, *DIGITS])})"
)
SMALL = rf"(?:[1-9]|{'|'.join(DIGITS)})"
OF_THE = r"\s++of\s++(?:all\s++)?(?:the|our|its|their|these|those|this|my|his|her|a\s++total\s++of|all)?"

LABELS = re.compile(
    r"\b(?:years?|y|key stages?|stages?|ks|levels?|tiers?|waves?|grades?|phases?|sets?|rooms?|steps?|class(?:es)?|"
    r"bands?|chapters?|pages?|pp?\.?|figures?|fig\.|tables?|parts?|sections?|items?|questions?|appendix|weeks?|days?|"
    r"terms?|lessons?|articles?|objectives?|quarters?|modules?|units?|groups?|versions?|strands?|priority|types?|no\.|"
    r"numbers?|(?:the )?age of|aged?|ages|rank|cohorts?|streams?|progress|option|case|footnote|note|point|top|strategy|"
    r"aim)(?![a-z])\s*+"
    r"(?:\(?\s*+(?:[0-9]+|[a-z]+)\s*+(?:,|and|to|or|-|&|/)\s*+){0,4}\(?\s*+\Z"
)
"""What makes a number the name of something: Year 7, Room 4, Years 7, 8 and."""
RATIO = re.compile(
    r"(?:\b(?:in|out of|of every|for every|to every|to each|every|each|per|if|whenever|unless|"
    r"(?:each|every)(?: [a-z-]+){1,3}|any|another|no|up to|at most|at least|"
    r"as (?:few|many) as|no more than|not more than|more than|fewer than|less than|under|over|between|a maximum of|"
    r"a minimum of|maximum|minimum|first|next|ratio of|nearly|classes of|groups of|pairs of|teams of|"
    r"circles of|sets of|batches of|cohorts of|classrooms of|tables of|sessions of|panels of|squads of|trios of|"
    r"groups of (?:about|around|roughly|between|up to|just|only)|circles of (?:about|around|roughly|between|up to)|"
    r"groups of no more than)"
    r"|(?:[0-9]|\b(?:"
    + "|".join([*DIGITS, *TEENS])
    + r"))\s*+(?:to|-|and|in|:)|\bbetween\s++\w+\s++and|(?:limited|restricted|open) to)\s*+\Z"
)
"""What makes a number a ratio, a limit, a range, or a part of how something is meant to be."""
NO_NEWS = re.compile(
    r"\A\s*+(?:[-*+]|[0-9]+\.)?\s*+(?:take|choose|pick|ask|invite|try|start|begin|find|think|give|put|talk|follow|sit|"
    r"divide|work|let|bring|draw|select|name|set|meet|make|help|aim|plan|include|involve|use|keep|share|do|go|look|show|"
    r"interview|listen|write|imagine|suppose|say|if|when|whenever|where|unless|whether|next time|each time|every time|"
    r"could|can|should|would|might|what|who|how|which|does|are|is|why|for example, (?:if|when)|identify|train|recruit|"
    r"read|walk|offer|spend|track|observe|shadow|pair|test|join)\b"
)
"""How advice, a question or a supposition starts: it speaks of no real pupils."""
IN_GENERAL = re.compile(
    r"\A(?:\s++[a-z'-]+){0,2}?\s++(?:can|cannot|could|may|might|should|would|will|must|need to|needs to)\b"
    r"|\A\s*+(?:at a time|at once|a (?:day|week|session|time|term|class|year|lesson)|each\b|apiece|per\b|"
    r"(?:to|in|from|for|with) (?:a|each|every|any|one)\b (?!school|term|year|pilot|setting)"
    r"|to (?:an? |one |each )|in (?:each|every)|from (?:each|every)|for (?:each|every))"
)
"""What stands behind pupils when it is said how something works, and not how many there were."""

TOKEN = re.compile(
    r"[\s\0(\"|>]((?:[0-9]{1,2},[0-9]{3}|[0-9]{1,4}"
    r"|t(?:wo|hree|en|welve|hirteen|wenty|hirty)|f(?:our|ive|ourteen|ifteen|orty|ifty)"
    r"|s(?:ix|even|ixteen|eventeen|ixty|eventy)|e(?:ight|leven|ighteen|ighty)|n(?:ine|ineteen|inety)|one"
    r"|couple of|single)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)(?=\s)"
)
"""A number in digits or words, at the beginning of a word; simpler ways to say it take twice as long."""
BEFORE_TOKEN = re.compile(r"[0-9]\s\Z")
"""What a number cannot follow and be one."""
FOLLOWS = re.compile(rf"(?:{OF_THE})?{BETWEEN}\s++(?:(?P<many>{PUPILS})|{PUPIL})\b{NOT_PUPILS}")
SEVERAL = {"couple of": 2, "single": 1}
NUMBER_WORDS = (*DIGITS, *TEENS, *TENS, *SEVERAL)
"""The words that a number in words starts with."""


class Counted(NamedTuple):
    """A number of pupils in a text: from where to where, how many."""

    start: int
    end: int
    number: int
    is_plural: bool


def counted_pupils(small: str, numbers: Iterable[int]) -> Iterator[Counted]:
    """Every number that pupils follow, in a text of small letters.

    Args:
        small: the text.
        numbers: where its digits, and the words that may be numbers, start; in order.
    """
    for token in tokens(small, numbers):
        start = token.start(1)
        follows = FOLLOWS.match(small, token.end())
        if not follows or BEFORE_TOKEN.search(small, max(0, start - 2), start):
            continue
        found = SEVERAL.get(token[1]) or number(token[1])
        if found is None or (token[1] in SEVERAL and small[max(0, start - 2) : start] != "a "):
            continue
        yield Counted(start, follows.end(), found, bool(follows["many"]))


def tokens(small: str, numbers: Iterable[int]) -> Iterator[re.Match[str]]:
    """The numbers at these places, none inside another."""
    done = 0
    for at in numbers:
        token = TOKEN.match(small, at - 1) if at > done else None
        if token:
            done = token.end()
            yield token
