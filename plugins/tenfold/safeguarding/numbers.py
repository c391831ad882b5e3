"""Numbers that belong to one child: unique pupil numbers and NHS numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenfold.safeguarding.rule import Span
from tenfold.safeguarding.said import Said

CHECK_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
PUPIL_NUMBER = re.compile(r"(?<![A-Za-z0-9])[A-Za-z](?:[ -]?[0-9]){11}[ -]?[0-9A-Za-z](?![A-Za-z0-9])")
TEN_DIGITS = re.compile(r"(?<![\w+/.,-])(?<![0-9][ -])[0-9]{3}([ -]?)[0-9]{3}([ -]?)[0-9]{4}(?![\w-])(?!\.[0-9])")
OTHER_NUMBER = re.compile(r"\b(?:isbn|issn|doi|tel|telephone|phone|fax|call|ring|urn)\b[^.;]{0,12}\Z")
NHS = re.compile(r"\bnhs\b")


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
    for found in PUPIL_NUMBER.finditer(said.raw.translate(FULL_WIDTH)):
        if is_pupil_number(re.sub(r"[ -]", "", found.group())):
            yield found.span()


def nhs_numbers(said: Said) -> Iterator[Span]:
    """Ten digits that check, either spaced as the NHS prints them or with the letters NHS close by.

    Modulo 11 alone is not enough: every ISBN of ten digits passes it.
    """
    for found in TEN_DIGITS.finditer(said.prose):
        digits = re.sub(r"[ -]", "", found.group())
        before, after = said.before(found.start(), 30), said.after(found.end(), 20)
        spaced = bool(found[1] and found[2])
        beside = NHS.search(before) or NHS.search(after)
        if is_nhs_number(digits) and (beside or (spaced and not OTHER_NUMBER.search(before))):
            yield found.span()


FULL_WIDTH = {0xFF10 + digit: ord("0") + digit for digit in range(10)} | {0xA0: " ", 0x2011: "-", 0x2013: "-"}
