"""Names of pupils, as far as a pattern can tell one: "a pupil called ...", and a name with a year group or an age."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenfold.safeguarding.clues import Clue
from tenfold.safeguarding.names import FIRST_NAMES
from tenfold.safeguarding.patterns import lazily
from tenfold.safeguarding.rule import Span
from tenfold.safeguarding.said import Said

NAME = r"[A-Z][a-z\u00df-\u024f]+(?:[-'][A-Z]?[a-z\u00df-\u024f]+)?"
ONE_PUPIL = (
    r"(?:[Pp]upil|[Ss]tudent|[Cc]hild|[Bb]oy|[Gg]irl|[Ll]earner|[Yy]oung\s++(?:person|man|woman|lad)|[Tt]eenager|"
    r"[Yy]oungster|[Ss]on|[Dd]aughter|[Bb]rother|[Ss]ister|[Ss]ibling|[Tt]win|[Ll]ad|[Tt]oddler|[Yy]ear-old)"
)
ANY_PUPIL = re.compile(
    r"pupil|student|child|boy|girl|learner|young|teen|son\b|daughter|brother|sister|sibling|twin|lad\b|toddler|year-old"
)
CALLED = (
    r"(?:called|named|nicknamed|known\s++(?:here\s++)?as|whose\s++(?:first\s++)?name\s++(?:is|was)|"
    r"(?:(?:who|whom|that)\s++)?(?:we|I|staff|they)(?:'ll|\s++will|\s++shall)?\s++call(?:ed)?(?:\s++(?:him|her|them))?|"
    r"\(?\s*+(?:let's|let\s++us|we)\s++call\s++(?:him|her|them))"
)
NAMED = lazily(
    rf"\b{ONE_PUPIL}(?P<between>(?:\s++(?!{CALLED})[\w'-]+){{0,6}}?)\s*+,?\s*+{CALLED}\s++[\"'(]?(?P<name>{NAME})"
    rf"(?P<next>(?:\s++{NAME})*)"
)
TWO_NAMED = lazily(
    rf"\b(?:[Pp]upils|[Ss]tudents|[Cc]hildren|[Bb]oys|[Gg]irls|[Ss]iblings|[Bb]rothers|[Ss]isters|[Tt]wins|"
    rf"[Ll]earners|[Yy]oung\s++people)\s*+,?\s*+(?:called|named)\s++(?P<name>{NAME})\s*+(?:,\s*+{NAME}\s*+)*"
    rf",?\s*+and\s++(?P<next>{NAME})(?!\s++{NAME})"
)
SOMETHING_ELSE = lazily(
    r"\b(?:council|body|parliament|premium|unit|school|schools|team|project|programme|club|place|charity|group|room|unit|base|centre|scheme|course|service|"
    r"app|book|story|framework|approach|tool|village|town|area|estate|street|trust|academy|college|session|game|dog|"
    r"space|hub|plan|film|play|song|class|lesson|something|network|organisation|company|website|event)\s*+,?\s*+\Z"
)
ROLES = lazily(
    r"\s*+(?:\w+\s++)?(?:Ambassador|Leader|Mentor|Champion|Buddy|Prefect|Captain|Monitor|Representative|Librarian|"
    r"Councillor|Head|Star|Guide|Helper|Coach|Author|Reader|Advocate|Learner|Governor|Friend|Citizen|Scholar|Team|"
    r"Looked|Young|Gifted|Vulnerable|Child|Pupil|Student|Special|Peer|Digital|Eco|Junior|Senior|Anti|Play|Sports?|"
    r"Reading|Wellbeing|Class|School|Year|House|Well|Most|Key|Target|Tier|Level|Group|Higher|Lower|The|English|"
    r"Persistent|Missing|Disadvantaged|Pupils|Children|Students)\w*"
)


NAME_SOON = re.compile(rf"(?:call(?:ed)?|named|as|is|was|him|her|them)\s++[\"'(]?{NAME}")
"""What every name that is found ends with: hardly anything else does, so that this is looked for first."""
BACK, ON = 110, 90
"""How far before and behind a clue the words may go that make it one: bounded, so that cost grows with length."""


def named_pupils(said: Said) -> Iterator[Span]:
    """A name behind "a pupil called" and its like, invented or not; titles of roles may stand."""
    found: set[Span] = set()
    for clue in said.clues[Clue.NAMING]:
        start, end = max(0, clue.start - BACK), clue.end + ON
        if NAME_SOON.search(said.prose, start, end) and ANY_PUPIL.search(said.small, start, clue.start):
            found.update(named_between(said.prose, start, end))
    yield from sorted(found)


def named_between(prose: str, start: int, end: int) -> Iterator[Span]:
    for found in NAMED().finditer(prose, start, end):
        is_other = found["name"] in NO_NAME or ROLES().match(found["name"] + found["next"])
        if not is_other and not SOMETHING_ELSE().search(found["between"]):
            yield found.span("name")
    for found in TWO_NAMED().finditer(prose, start, end):
        plural = found["next"].endswith("s") and found["next"] not in FIRST_NAMES
        if not plural and not ROLES().match(found["name"]):
            yield found.start("name"), found.end("next")


YEAR = r"(?:[Yy](?:ea)?r?\.?\s*+1?[0-9]\b|[Rr]eception\b|[Nn]ursery\b|YR\b)"
AGE = r"(?:now\s++|then\s++)?aged?\s++(?:[1-9]|1[0-9])\b|(?:[4-9]|1[0-8])"
WITH_YEAR = re.compile(
    rf"(?P<sign>\((?:(?:now|then|in|a|from)\s++){{0,3}}|,\s*+(?:now\s++|then\s++|who\s++was\s++)?(?:in\s++|an?\s++)?)"
    rf"(?P<year>{YEAR}|{AGE})"
    r"(?P<end>\s*+(?:[),.;]|(?:pupil|student|boy|girl|child|at\s++the\s++time|was|when|is)\b))"
)
NAME_BEFORE = lazily(rf"(?<![\w'-])(?P<name>{NAME}|[A-Z]\.\s?[A-Z]\.?)\s*+\Z")
LONGEST_NAME = 40
BEFORE_PLACE = lazily(
    r"\b(?:in|at|from|across|near|around|for|to|of|by|through|year|stage|phase|term|class|key|called|unit|group|set|the|a|an|"
    r"with|on|and)\s++\Z",
    re.IGNORECASE,
)
BEFORE_PERSON = lazily(r"\b(?:with|for|to|by|and|of|from)\s++\Z", re.IGNORECASE)
OTHER_CAPITALS = """
Reception Nursery Transition Transfer Phonics Maths Mathematics English Science History Geography Music Art Drama
Computing French Spanish German Latin Welsh Physics Chemistry Biology Reading Writing Spelling Grammar Literacy
Numeracy Oracy Assembly Autumn Spring Summer Winter January February March April May June July August September
October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Pilot Stage Phase Term Group
Cohort Class School Primary Secondary Academy College Infants Juniors Middle Upper Lower Sixth Form House Team Base
Hub Unit Centre Circle Circles Pupils Pupil Children Child Students Student Boys Girls Learners Families Parents
Teachers Teacher Staff Mentor Mentors Tutor Tutors Year Years Key Early First Second Third Next Last Then This That
These Those Each Every All Both Most Some Many The And But For From With Attainment Attendance Outcomes Progress
Baseline Data Survey Results Test Tests Check Screening Assessment Curriculum Induction Entry Exit Start End Step
Level Tier Wave Set Band Stream Catch Booster Intervention Programme Project Lesson Lessons Topic Module Table
Figure Chart Appendix Section Part Chapter Page London Leeds Manchester Newcastle Hackney Sutton Birmingham
Liverpool Bristol Sheffield England Britain Scotland Wales Ireland Europe Exclusions Suspensions Placement Coaching
Nurture Sport Sports Football Swimming Cooking Gardening Residential Visit Trip Camp Club Workshop Session Block
Cycle Round Review Report Plan Plans Week Day Month Half Full Now Later Also Again Once Before After During Since
Until While When Where Here There Only Even Just Not No Yes Older Younger Leavers Starters Foundation Chestnut
Maple Willow Oak Elm Beech Cedar Hazel Rowan Sycamore
"""
NO_NAME = frozenset(OTHER_CAPITALS.split())

SENTENCE_STARTS = frozenset(
    {"When", "Then", "After", "Once", "While", "Later", "Now", "For", "With", "And", "But", "So"}
)


def names_with_years(said: Said) -> Iterator[Span]:
    """A name with a year group or an age behind it: in brackets, or between commas.

    A word counts as a name when it is a common first name, or stands in the middle of a sentence and is no other word
    that has a capital there: a subject, a month, a place behind "in" or "at".
    """
    for found in WITH_YEAR.finditer(said.prose):
        if ("(" in found["sign"]) != (")" in found["end"]):
            continue
        if "(" not in found["sign"] and found["year"].isdigit():
            continue
        name = NAME_BEFORE().search(said.prose, max(0, found.start() - LONGEST_NAME), found.start())
        if name and is_name(said, name["name"], name.start(), bare_age=found["year"].isdigit()):
            yield name.span("name")


def is_name(said: Said, name: str, at: int, *, bare_age: bool) -> bool:
    known = name in FIRST_NAMES or "." in name
    if known or name in NO_NAME:
        return known
    if bare_age or name.endswith(("s", "ing")):
        return False
    before = said.prose[max(said.sentence(at)[0], at - 30) : at]
    if not before.strip(" \"'(|-"):
        return False
    last = before.split()[-1]
    if last[0].isupper() and last.strip("\"'(") not in FIRST_NAMES | SENTENCE_STARTS:
        return False
    return not BEFORE_PLACE().search(before) or bool(BEFORE_PERSON().search(before))
