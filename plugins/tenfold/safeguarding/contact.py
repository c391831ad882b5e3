"""How to reach somebody: e-mail addresses, phone numbers, postcodes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenfold.safeguarding.clues import Clue
from tenfold.safeguarding.mailboxes import is_personal
from tenfold.safeguarding.patterns import lazily
from tenfold.safeguarding.rule import Span
from tenfold.safeguarding.said import Said

EMAIL = re.compile(r"@([A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\.)+[A-Za-z]{2,24})")
LOCAL = lazily(r"[A-Za-z0-9\u00c0-\u024f!#$%&'+/=?^_{|}~.-]{1,64}\Z")
MAX_LOCAL = 64

PHONE = re.compile(
    r"0(?=(?P<here>[127][0-9 ()-]{6,15}[0-9]))|00(?=(?P<abroad>[1-9][0-9 ()-]{7,17}[0-9]))"
    r"|\+(?=(?P<plus>[1-9][0-9 ()-]{7,18}[0-9]))"
)
GROUPS = re.compile(r"[0-9](?![0-9])")
BEFORE_PHONE = re.compile(r"(?:[\w.,/£$€%-]|[0-9][ (])\Z")
NOT_A_PHONE = lazily(r"\b(?:isbn|issn|doi|urn|ukprn|upn|nhs|company number|charity number|no\.)[^.;]{0,15}\Z")
FIRST_GROUP = lazily(r"\(?(?:\+44\s?(?:\(0\)\s?)?[0-9]{2,5}|0[0-9]{2,4}|0[0-9]{9,10}|00[0-9]+|\+[0-9]+)(?![0-9])")

POSTCODE_AREAS = """
AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G
GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW
OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD
WF WN WR WS WV YO ZE
"""
AREAS = frozenset(POSTCODE_AREAS.split())
LAST_HALF = re.compile(r"[0-9][ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2}(?![A-Za-z0-9])")
FIRST_HALF = re.compile(r"(?<![A-Za-z0-9])(?P<area>[A-Za-z]{1,2})[0-9][0-9A-HJKMNP-Ya-hjkmnp-y]?(?P<gap>[\s-]{0,2})\Z")
MOST_FIRST = 7
ORDINAL = re.compile(r"1st|2nd|3rd|[0-9]th")
NEAR_NAME = 200
AT_HOME = lazily(r"\b(?:live[sd]?|living|home|homes|famil|parent|carer|pupils?|child|foster|moved|address of)")


def emails(said: Said) -> Iterator[Span]:
    """Addresses of a person; those of a role or an organisation may stand."""
    raw = said.raw
    if "@" not in raw:
        return
    for found in EMAIL.finditer(raw):
        local = LOCAL().search(raw, max(0, found.start() - MAX_LOCAL), found.start())
        name = local.group().lstrip("!#$%&'/=?^{|}~.-") if local else ""
        if name and is_personal(name, found[1]):
            yield found.start() - len(name), found.end()


def phones(said: Said) -> Iterator[Span]:
    """Numbers of ten or eleven digits that start as British ones do, or with + and the code of a country.

    Those that start with 03 or 08 belong to organisations and helplines, and may stand.
    """
    if not said.holds_long_number:
        return
    for found in PHONE.finditer(said.prose):
        start = found.start() - said.prose.endswith("(", 0, found.start())
        if BEFORE_PHONE.search(said.prose, max(0, start - 2), start):
            continue
        length = length_of_phone(found.group() + found[found.lastgroup or 0])
        if length and not NOT_A_PHONE().search(said.before(start, 30)):
            yield found.start(), found.start() + length


def is_mobile(phone: str) -> bool:
    """Whether a British phone number is that of a mobile, which somebody carries with them."""
    return re.sub(r"[^0-9]", "", phone.replace("(0)", "")).removeprefix("00").removeprefix("44").startswith(("7", "07"))


def length_of_phone(text: str) -> int:
    """How much of a text that starts like a phone number is one: it may go on with another number; 0 for none."""
    ends = [group.end() for group in GROUPS.finditer(text)]
    return next((end for end in reversed(ends) if is_phone(text[:end])), 0)


def is_phone(text: str) -> bool:
    digits = re.sub(r"[^0-9]", "", text.replace("(0)", ""))
    if not FIRST_GROUP().match(text):
        return False
    if text.startswith("+"):
        return 9 <= len(digits) <= 15 and not (digits.startswith("44") and digits[2:3] in "389")
    if digits.startswith("00"):
        return 11 <= len(digits) <= 16 and not digits.startswith(("00443", "00448"))
    return digits[:2] in ("01", "02", "07") and (len(digits) == 11 or (len(digits) == 10 and digits.startswith("01")))


def postcodes(said: Said) -> Iterator[Span]:
    """Full postcodes, except one that stands beside the name of the setting and in no sentence about homes.

    The first half alone, such as that of a part of a city, may stand: thousands live there.
    """
    for last in filter(None, (LAST_HALF.match(said.prose, digit.start) for digit in said.clues[Clue.DIGIT])):
        first = FIRST_HALF.search(said.prose, max(0, last.start() - MOST_FIRST), last.start())
        if first and is_postcode(first, last.group()) and not is_of_the_setting(said, first.start()):
            yield first.start(), last.end()


def is_postcode(first: re.Match[str], last: str) -> bool:
    """Whether two halves make a postcode: of a real area, both in capitals or, with a space between, both small."""
    letters = first.group().strip(" -\n") + last
    if first["area"].upper() not in AREAS:
        return False
    return letters.isupper() or (letters.islower() and bool(first["gap"]) and not ORDINAL.fullmatch(last))


def is_of_the_setting(said: Said, at: int) -> bool:
    name, sentence = said.setting.name.lower(), said.before(at, NEAR_NAME) + said.after(at, NEAR_NAME)
    return bool(name) and name in sentence and not AT_HOME().search(sentence.replace(name, ""))
