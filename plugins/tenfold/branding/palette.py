"""A whole palette from two colours. What somebody gave is used as it is on light grounds; everything else is a lighter
or darker tone of it, so that the brand is known again in the dark as well."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from tenfold.branding.colours import apart, contrast, lch, mixed, tone
from tenfold.branding.pairs import KEPT, TEXT, Measured, Scheme, measured

ON_DEEP = "#f4f1ea"
DEEPEST = 0.36
"""How light the dark ground of the home page may be: light text on it has 8 to 1 and more, in any hue."""
CALMER = 0.85
"""How strong the colour still is in so large an area."""
RING = 0.2
"""How much lighter than the dark ground its rings are."""
LINK_ON_DEEP = (0.9, 0.06)
SHINING = (0.825, 0.78, 0.88, 0.74, 0.92, 0.7)
"""Lightness of tones on dark grounds: the one that looks best first."""
TINT = 7
"""Per cent of the main colour in a ground of white."""
TELLING_APART = 10.0
"""How different two colours must look where one lies on the other; those that Tenfold comes with are 38 apart or more.
Contrast is not asked for there: what a mark on a bar says stands in words beside it."""


class OnPaper(NamedTuple):
    """The colours of documents and sheets, which are light: words stand in both, on white and on shaded grounds."""

    main: str
    accent: str
    tint: str
    """A ground for words in ink."""


@dataclass(frozen=True)
class Palette:
    """The colours of a brand by their names in `tenfold.css`, each as "#rrggbb".

    `light` has all of them, `dark` those that differ in the dark.
    """

    colour: str
    accent: str
    light: Mapping[str, str]
    dark: Mapping[str, str]

    def scheme(self, scheme: Scheme) -> dict[str, str]:
        """All colours of a scheme."""
        return {**self.light, **(self.dark if scheme is Scheme.DARK else {})}

    @cached_property
    def on_paper(self) -> OnPaper:
        """What documents are coloured with."""
        darkest, white = KEPT[Scheme.LIGHT]["sunk"], KEPT[Scheme.LIGHT]["white"]
        return OnPaper(
            self.light["brand"], readable(self.light["spark"], darkest), mixed(self.light["brand"], TINT, white)
        )

    @cached_property
    def measured(self) -> list[Measured]:
        """Every pair of the table, first in light and then in dark."""
        return [each for scheme in Scheme for each in measured(scheme, self.scheme(scheme))]

    @cached_property
    def too_alike(self) -> list[tuple[str, str, Scheme]]:
        """Colours that lie on each other and cannot be told apart."""
        return list(alike(self))


def derive(colour: str, accent: str) -> Palette:
    """The palette of two colours, whether or not it passes."""
    lightness, strength, _ = lch(colour)
    deep = tone(colour, min(lightness, DEEPEST), strength * CALMER)
    light = {
        "brand": colour,
        "spark": accent,
        "deep": deep,
        "on-deep": ON_DEEP,
        "link-on-deep": tone(colour, *LINK_ON_DEEP),
        "ring": tone(colour, lch(deep)[0] + RING),
        "spark-on-deep": tone(accent, SHINING[0]),
        "call": button(accent),
        "printed": colour,
    }
    brand = next(shining("brand", [tone(colour, each) for each in SHINING], light))
    sparks = [accent, *(tone(accent, each) for each in SHINING)]
    passing = list(shining("spark", sparks, {**light, "brand": brand}))
    spark = next((each for each in passing if apart(each, brand) >= TELLING_APART), passing[0])
    return Palette(colour, accent, light, {"brand": brand, "spark": spark})


def shining(name: str, tones: list[str], colours: Mapping[str, str]) -> Iterator[str]:
    """Those tones that pass wherever the colour stands in the dark."""
    for each in tones:
        pairs = measured(Scheme.DARK, {**colours, name: each})
        if all(found.passes for found in pairs if concerns(found, name)):
            yield each


def concerns(found: Measured, name: str) -> bool:
    """Whether a pair depends on a colour, be it through a mixture."""
    return name in {found.pair.colour, found.pair.ground} or (name == "brand" and found.pair.ground.startswith("heat"))


def button(accent: str) -> str:
    """The accent, as much darker as white words on it need."""
    return readable(accent, KEPT[Scheme.LIGHT]["white"])


def readable(colour: str, ground: str) -> str:
    """A colour, as much darker as words need between it and a light ground."""
    lightness = lch(colour)[0]
    while contrast(colour, ground) < TEXT:
        lightness -= 0.01
        colour = tone(colour, lightness)
    return colour


def alike(palette: Palette) -> Iterator[tuple[str, str, Scheme]]:
    lying = (("spark", "brand", Scheme.LIGHT), ("spark", "brand", Scheme.DARK), ("call", "deep", Scheme.LIGHT))
    for one, other, scheme in lying:
        colours = palette.scheme(scheme)
        if apart(colours[one], colours[other]) < TELLING_APART:
            yield one, other, scheme
