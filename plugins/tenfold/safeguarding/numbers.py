"""Numbers that belong to one child: unique pupil numbers and NHS numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenfold.safeguarding.patterns import lazily
from tenfold.safeguarding.rule import Span
from tenfold.safeguarding.said import Said

CHECK_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
ELEVEN_DIGITS = re.compile(r"[0-9](?:[ -]?[0-9]){10}")
LETTER_BEFORE = lazily(r"(?<![A-Za-z0-9])[A-Za-z][ -]?\Z")
LAST_SIGN = lazily(r"[ -]?[0-9A-Za-z](?![A-Za-z0-9])")
TEN_DIGITS = re.compile(r"[0-9]{3}([ -]?)[0-9]{3}([ -]?)[0-9]{4}(?![\w-])(?!\.[0-9])")
PART_OF_MORE = lazily(r"[\w+/.,]\Z|[0-9][ -]\Z")
OTHER_NUMBER = lazily(r"\b(?:isbn|issn|doi|tel|telephone|phone|fax|call|ring|urn)\b[^.;]{0,12}\Z")
NHS = lazily(r"\bnhs\b")


def check_letter(body: str) -> str:
    """The check letter of a unique pupil number: of its characters 2 to 13, in capitals."""
    values = [int(sign) if sign.isdigit() else CHECK_LETTERS.index(sign) for sign in body]
    return CHECK_LETTERS[sum(weight * value for weight, value in enumerate(values, 2)) % 23]


def is_pupil_number(text: str) -> bool:
    """Whether thirteen characters are a unique pupil number, permanent or temporary, by their check letter."""
    letter, body = text[:1].upper(), text[1:].upper()
    return body[-1] in "0123456789" + CHECK_LETTERS and check_letter(body) == letter


def is_nhs_number(digits: str) -> bool:
    """Whether ten digits are an NHS number: the last one makes the weighted sum a multiple of eleven."""
    total = sum(int(digit) * weight for digit, weight in zip(digits[:9], range(10, 1, -1), strict=True))
    return (11 - total % 11) % 11 == int(digits[9])


def pupil_numbers(said: Said) -> Iterator[Span]:
    """A letter, eleven digits and a last sign, whose check letter is right, in an address of the web too."""
    if not said.holds_long_number_anywhere:
        return
    text = said.signs
    for found in ELEVEN_DIGITS.finditer(text):  # starting from digits is ten times as fast as from letters
        letter = LETTER_BEFORE().search(text, max(0, found.start() - 3), found.start())
        last = LAST_SIGN().match(text, found.end())
        if letter and last and is_pupil_number(re.sub(r"[ -]", "", text[letter.start() : last.end()])):
            yield letter.start(), last.end()


def nhs_numbers(said: Said) -> Iterator[Span]:
    """Ten digits that check, either spaced as the NHS prints them or with the letters NHS close by.

    Modulo 11 alone is not enough: every ISBN of ten digits passes it.
    """
    if not said.holds_long_number:
        return
    for found in TEN_DIGITS.finditer(said.prose):
        digits = re.sub(r"[ -]", "", found.group())
        if PART_OF_MORE().search(said.prose, max(0, found.start() - 2), found.start()) or not is_nhs_number(digits):
            continue
        before, after = said.before(found.start(), 30), said.after(found.end(), 20)
        spaced = bool(found[1] and found[2])
        beside = NHS().search(before) or NHS().search(after)
        if beside or (spaced and not OTHER_NUMBER().search(before)):
            yield found.span()
