"""Colours as six digits, and what can be asked of them: contrast, likeness, a lighter or darker tone. Knows no page.

The only module that knows the colour library. Tones are OKLCH, in which two colours of one lightness look equally light
and a lighter tone of a blue does not turn violet.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache

from coloraide import Color

DIGITS = re.compile(r"#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
SEE_THROUGH = re.compile(r"#?([0-9a-fA-F]{4}|[0-9a-fA-F]{8})")
LONGEST = 60
EXAMPLE = "#12505b"
HOW = f'Write six digits of 0 to 9 and a to f, such as "{EXAMPLE}".'
FITTING = {"method": "raytrace", "pspace": "oklch"}


class NotAColour(Exception):
    """A text that is no colour; `message` says so, `hint` what to write."""

    def __init__(self, message: str, hint: str = HOW) -> None:
        super().__init__(f"{message} {hint}")
        self.message = message
        self.hint = hint


def read_colour(text: str) -> str:
    """A colour as somebody writes it, as "#rrggbb" in small letters.

    Three or six digits, with or without the hash and quotes. Names and functions of CSS are refused with their six
    digits, so that what stands in the settings is what a designer's guidelines say.
    """
    bare = text.strip().strip("\"'").strip()
    if found := DIGITS.fullmatch(bare):
        digits = found[1].lower()
        return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))
    if not bare:
        raise NotAColour("There is no colour here.", f"{HOW} A # without quotes starts a comment.")
    if SEE_THROUGH.fullmatch(bare):
        raise NotAColour(f'"{bare}" is a see-through colour, and a ground would shine through.')
    shown = bare if len(bare) <= LONGEST else f"{bare[:LONGEST]}..."
    digits = in_digits(bare)
    raise NotAColour(f'"{shown}" is not a colour as six digits.', f'Write "{digits}".' if digits else HOW)


def in_digits(text: str) -> str:
    """The six digits of a colour in the words of CSS, such as navy or rgb(0 0 128); nothing for any other text."""
    if len(text) > LONGEST:
        return ""
    try:
        colour = Color(text.lower())
    except (ValueError, ArithmeticError):
        return ""
    return digits_of(colour) if colour.alpha(nans=False) == 1 else ""


def digits_of(colour: Color) -> str:
    return colour.convert("srgb").to_string(hex=True, fit=FITTING)


@lru_cache(4096)
def light_of(colour: str) -> float:
    """How much light a colour gives, from 0 (black) to 1 (white), as WCAG counts it."""
    return Color(colour).luminance()


def contrast(one: str, other: str) -> float:
    """The contrast of two colours after WCAG 2, from 1 to 21."""
    darker, lighter = sorted((light_of(one), light_of(other)))
    return (lighter + 0.05) / (darker + 0.05)


def in_words(ratio: float) -> str:
    """A contrast as people say it, never more than it is: 4.5 to 1."""
    return f"{math.floor(ratio * 10 + 1e-9) / 10:.1f} to 1"


@lru_cache(4096)
def lch(colour: str) -> tuple[float, float, float]:
    """Lightness from 0 to 1, strength from 0 to about 0.4, and hue in degrees."""
    lightness, strength, hue = Color(colour).convert("oklch").coords(nans=False)
    return lightness, strength, hue


@lru_cache(4096)
def tone(colour: str, lightness: float, strongest: float = 1.0) -> str:
    """The same hue in another lightness, as strong as it was as far as a screen can show that."""
    _, strength, hue = lch(colour)
    return digits_of(Color("oklch", [lightness, min(strength, strongest), hue]))


def apart(one: str, other: str) -> float:
    """How different two colours look (CIEDE2000): 0 for the same, 1 where one begins to see it."""
    return float(Color(one).delta_e(other, method="2000"))


@lru_cache(4096)
def mixed(one: str, percent: int, other: str) -> str:
    """A share of one colour in another, as `color-mix(in srgb, ...)` mixes them and as a see-through colour looks."""
    return Color(other).mix(one, percent / 100, space="srgb").to_string(hex=True)
