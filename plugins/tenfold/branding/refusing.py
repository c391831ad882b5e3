"""Which colours a site cannot wear, and the nearest that it can."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tenfold.branding.colours import NotAColour, apart, contrast, in_words, lch, read_colour, tone
from tenfold.branding.pairs import GROUNDS, KEPT, PAIRS, Measured, Scheme
from tenfold.branding.palette import Palette, derive

OF_ACCENT = {"spark", "spark-on-deep", "call"}
STEP = 0.004
"""How finely the nearest colour is looked for: one of 256 steps of grey."""


@dataclass(frozen=True)
class Refusal:
    """A colour that cannot be worn: the setting it is for, what was given, why not, and what to write instead.

    `nearest` is a colour that passes, or empty when what was given is no colour at all.
    """

    field: str
    given: str
    message: str
    hint: str
    nearest: str = ""


class Refused(Exception):
    """Colours that cannot be worn; `refusals` has all of them."""

    def __init__(self, refusals: list[Refusal]) -> None:
        super().__init__("\n".join(f"{each.field}: {each.message} {each.hint}" for each in refusals))
        self.refusals = refusals


def palette(colour: str, accent: str) -> Palette:
    """The palette of two colours, as somebody wrote them.

    Raises:
        Refused: one or both cannot be worn; each comes with the nearest that can.
    """
    refusals, read = unreadable({"colour": colour, "accent": accent})
    if not refusals:
        refusals = list(refused(read["colour"], read["accent"]))
    if refusals:
        raise Refused(refusals)
    return derive(read["colour"], read["accent"])


def unreadable(given: dict[str, str]) -> tuple[list[Refusal], dict[str, str]]:
    """What is not a colour; and those that are, as digits."""
    refusals, read = [], {}
    for field, text in given.items():
        try:
            read[field] = read_colour(text)
        except NotAColour as wrong:
            refusals.append(Refusal(field, text, wrong.message, wrong.hint))
    return refusals, read


def refused(colour: str, accent: str) -> Iterator[Refusal]:
    """What is wrong with two colours. The accent is held against the colour that is offered for a refused one."""
    given = colour
    if worst := worst_of(derive(colour, accent), accents=False):
        colour = nearest(colour, lambda each: worst_of(derive(each, accent), accents=False) is None, "brand")
        yield too_faint("colour", given, worst, colour)
    made = derive(colour, accent)
    worst = worst_of(made, accents=True)
    if worst is None and not made.too_alike:
        return
    better = nearest(accent, lambda each: wears(derive(colour, each)), "spark")
    yield too_faint("accent", accent, worst, better) if worst else too_alike(accent, made, better)


def wears(made: Palette) -> bool:
    return not made.too_alike and all(each.passes for each in made.measured)


def worst_of(made: Palette, *, accents: bool) -> Measured | None:
    """The pair that lacks most, among those that one of the two colours answers for."""
    failed = [each for each in made.measured if not each.passes and (each.pair.colour in OF_ACCENT) is accents]
    return min(failed, key=lambda each: each.share, default=None)


def nearest(given: str, passes: Callable[[str], bool], name: str) -> str:
    """The colour of the same hue that passes and looks most like the given one: lighter or darker, and as strong as it
    was as far as a screen can show that."""
    lightness = lch(given)[0]
    found = [first for way in (-STEP, STEP) if (first := first_passing(given, lightness, way, passes, name))]
    return min(found, key=lambda each: apart(given, each))


def first_passing(given: str, lightness: float, way: float, passes: Callable[[str], bool], name: str) -> str:
    while 0 <= lightness + way <= 1:
        lightness += way
        each = tone(given, lightness)
        if could_pass(each, name) and passes(each):
            return each
    return ""


def could_pass(colour: str, name: str) -> bool:
    """Whether a colour passes on the light grounds that stay as they are: quicker to tell than a whole palette."""
    grounds = KEPT[Scheme.LIGHT]
    standing = (pair for pair in PAIRS if pair.colour == name and pair.ground in grounds)
    return all(contrast(colour, grounds[pair.ground]) >= pair.needed for pair in standing)


def too_faint(field: str, given: str, worst: Measured, better: str) -> Refusal:
    """As in: "#ffd400 on the page's ground has 1.4 to 1, 4.5 is needed"."""
    ground = GROUNDS[worst.pair.ground]
    has = f"has {in_words(worst.ratio)}, {worst.pair.needed} is needed ({worst.pair.used})."
    better_ratio = in_words(contrast(better, worst.ground))
    hint = f"The nearest that passes: {better} ({better_ratio})."
    return Refusal(field, given, f"{given} on {ground} {has}", hint, better)


def too_alike(given: str, made: Palette, better: str) -> Refusal:
    one, _, scheme = made.too_alike[0]
    where = "the main button on the home page's dark ground" if one == "call" else "a mark on its bar"
    dark = " in the dark" if scheme == "dark" else ""
    message = f"{given} looks too much like {made.colour}{dark}: one could not make out {where}."
    return Refusal("accent", given, message, f"The nearest that passes: {better}.", better)
