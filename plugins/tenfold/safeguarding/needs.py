"""A rare need in a year group of a small school that everybody can look up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenfold.safeguarding.clues import Clue
from tenfold.safeguarding.patterns import lazily
from tenfold.safeguarding.rule import Span
from tenfold.safeguarding.said import Said

RARE = lazily(
    r"\b(?:rett|prader-willi|angelman|williams|fragile x|di ?george|22q11|edwards|patau|turner|usher|tourette'?s?|"
    r"cri du chat|sotos|noonan|batten|marfan|ehlers-danlos|treacher collins|down'?s?|klinefelter|pitt-hopkins|"
    r"kabuki|cornelia de lange|apert|crouzon)(?:'s)?\s++(?:syndrome|disease)\b"
    r"|\b(?:selective(?:ly)? mut(?:ism|e)|deafblind(?:ness)?|multi-?sensory impairment|albinism|muscular dystrophy|"
    r"duchenne|cystic fibrosis|brittle bones?|osteogenesis imperfecta|achondroplasia|dwarfism|spina bifida|"
    r"tracheostomy|gastrostomy|epidermolysis bullosa|hydrocephalus|cochlear implants?|registered blind|"
    r"severe(?:ly)? sight impair(?:ed|ment)|braille (?:user|reader)|leukaemia|cancer|brain tumour|brain injury|"
    r"organ transplant|kidney transplant|heart transplant|haemophilia|hiv|tuberous sclerosis|phenylketonuria|"
    r"cerebral palsy|life-limiting|terminal(?:ly)? ill(?:ness)?|gender transition|transgender|schizophrenia|"
    r"psychosis|ketogenic|tube-fed|ventilator)\b"
)
YEAR = lazily(
    r"\b(?:year\s*+(?:[1-9]|1[0-4])\b|y[1-9]\b|y1[0-4]\b|reception\b|nursery\b|(?:[4-9]|1[0-8])-year-old|"
    r"aged (?:[3-9]|1[0-8])\b)"
)
MADE_UP = lazily(
    r"\b(?:books?|story|stories|novel|film|play|charity|fundrais|article|talk about|lessons? (?:on|about))\b"
)
ONE_CHILD = lazily(
    r"\b(?:a|an|one|the|this|our|her|his|she|he)\s++(?:[\w-]+\s++){0,5}?(?:pupil|child|student|boy|girl|learner|"
    r"young person)\b|\b(?:he|she|his|her|daughter|son)\b"
)
SMALL_WORDS = ("small", "tiny", "village", "rural", "one-form", "single-form", "two-class", "two-teacher", "island")
SMALL_SCHOOL = lazily(rf"\b(?:{'|'.join(SMALL_WORDS)})\b[^.]{{0,60}}\b(?:school|primary)\b")
LARGE = 300
"""Pupils from which on a school does not count as small."""


def rare_needs(said: Said) -> Iterator[Span]:
    """A rare need and a year group of one child in one paragraph, where the school is named and not a large one."""
    named = said.setting.is_school and bool(said.setting.name) and not is_large(said.setting.size)
    if not said.clues[Clue.NEED] or not (named or SMALL_SCHOOL().search(said.small)):
        return
    for found in RARE().finditer(said.small):
        start, end = said.paragraph(found.start())
        paragraph = said.small[max(start, found.start() - 500) : min(end, found.end() + 500)]
        if MADE_UP().search(said.before(found.start())):
            continue
        if (named or SMALL_SCHOOL().search(paragraph)) and YEAR().search(paragraph) and ONE_CHILD().search(paragraph):
            yield found.span()


def is_large(size: str) -> bool:
    """Whether a size says that there are many pupils: "about 1,200 pupils"."""
    found = re.search(r"([0-9][0-9,]*)\s++(?:[a-z]+\s++){0,2}(?:pupils|children|students)", size.lower())
    return bool(found) and int(found[1].replace(",", "")) >= LARGE if found else False
