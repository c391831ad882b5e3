"""Whether a logo can be seen on a ground, and what to put behind it where it cannot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PIL import Image

from tenfold.branding.colours import contrast
from tenfold.branding.pairs import KEPT, Scheme

NONE = "transparent"
WHITE = "#ffffff"
SEEN = 2.0
"""Contrast from which a shape stands out. A logo is exempt from the 3:1 of WCAG (1.4.11), and many have a pale part."""
ENOUGH = 0.85
"""How much of a logo has to stand out."""
WORTH_IT = 0.25
"""How much more of it a plate must show: the white inside of a crest is seen by its outline."""
LOOKED_AT = 96


def plates(picture: Image.Image, deep: str) -> tuple[str, str]:
    """What a logo lies on in the header, in light and in dark: a colour, or "transparent" for the header itself.

    Args:
        picture: the logo.
        deep: the brand's dark ground.
    """
    if solid(picture):
        return NONE, NONE
    colours = list(parts(picture))
    return plate(colours, KEPT[Scheme.LIGHT]["card"], (deep,)), plate(colours, KEPT[Scheme.DARK]["card"], (WHITE,))


def plate(colours: Sequence[tuple[str, float]], ground: str, others: Sequence[str]) -> str:
    """A ground on which more of the logo is seen, if too little of it is on its own."""
    own = seen(colours, ground)
    if own >= ENOUGH:
        return NONE
    best = max(others, key=lambda each: seen(colours, each))
    return best if seen(colours, best) >= own + WORTH_IT else NONE


def seen(colours: Sequence[tuple[str, float]], ground: str) -> float:
    """The share of a logo that stands out from a ground, from 0 to 1."""
    return sum(share for colour, share in colours if contrast(colour, ground) >= SEEN)


def parts(picture: Image.Image) -> Iterator[tuple[str, float]]:
    """The colours of a logo, each with its share of what is not see-through."""
    small = picture.copy()
    small.thumbnail((LOOKED_AT, LOOKED_AT), Image.Resampling.LANCZOS)
    found: dict[str, int] = {}
    for count, pixel in small.getcolors(LOOKED_AT**2) or ():
        assert isinstance(pixel, tuple)
        red, green, blue, opaque = map(int, pixel)
        if opaque >= 128:
            rough = f"#{red & 0xF0 | 8:02x}{green & 0xF0 | 8:02x}{blue & 0xF0 | 8:02x}"
            found[rough] = found.get(rough, 0) + count
    total = sum(found.values())
    yield from ((colour, count / total) for colour, count in sorted(found.items()))


def solid(picture: Image.Image) -> bool:
    """Whether a logo brings its own ground, as a photo or a JPEG does."""
    edge = picture.getchannel("A").resize((16, 16))
    corners = [edge.getpixel(at) for at in ((0, 0), (15, 0), (0, 15), (15, 15))]
    return all(isinstance(corner, int) and corner > 250 for corner in corners)
