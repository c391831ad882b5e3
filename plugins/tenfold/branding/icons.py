"""The icons of a site: the logo where its shape allows, else the two rings in the brand's colours."""

from __future__ import annotations

from collections.abc import Mapping

from PIL import Image, ImageDraw

from tenfold.branding.logo import Logo, as_png
from tenfold.branding.plates import NONE, WHITE, parts, plate, solid

ICON_SIZES = (32, 180, 192, 512)
"""A tab, an iPhone's home screen, an Android's, and its splash screen."""
COMPACT = 1.5
"""How many times as wide as it is high a logo may be and still be made out in a square of 32 pixels."""
FINER = 4
"""Shapes are drawn this many times larger and made smaller, for smooth edges; large ones need less."""
RINGS = ((15, 20), (25, 20))
RADIUS, STROKE, UNITS = 11, 3.4, 40
"""The mark of the site, in the units of `mark.svg`."""
MARGIN = 0.1


def is_compact(picture: Image.Image) -> bool:
    width, height = picture.size
    return max(width, height) <= COMPACT * min(width, height)


def icon(size: int, colours: Mapping[str, str], logo: Logo | None) -> bytes:
    """A square PNG."""
    return as_png(logo_tile(size, colours, logo.picture()) if logo else ring_tile(size, colours))


def logo_tile(size: int, colours: Mapping[str, str], picture: Image.Image) -> Image.Image:
    """The logo on white, or on the brand's dark ground where it would not be seen on white."""
    under = NONE if solid(picture) else plate(list(parts(picture)), WHITE, (colours["deep"],))
    tile = Image.new("RGBA", (size, size), WHITE if under == NONE else under)
    margin = 0 if size <= 32 else round(size * MARGIN)
    room = size - 2 * margin
    scale = room / max(picture.size)
    fitted = picture.resize(
        (max(1, round(picture.width * scale)), max(1, round(picture.height * scale))), Image.Resampling.LANCZOS
    )
    tile.alpha_composite(fitted, ((size - fitted.width) // 2, (size - fitted.height) // 2))
    return tile.convert("RGB")


def ring_tile(size: int, colours: Mapping[str, str]) -> Image.Image:
    """The two rings, light on the brand's dark ground."""
    finer = FINER if size <= 192 else 2
    tile = Image.new("RGB", (size * finer, size * finer), colours["deep"])
    unit = size * finer / UNITS * 0.9
    draw_rings(tile, [(x, y) for x, y in RINGS], unit, colours)
    return tile.resize((size, size), Image.Resampling.LANCZOS)


def draw_rings(tile: Image.Image, centres: list[tuple[int, int]], unit: float, colours: Mapping[str, str]) -> None:
    draw = ImageDraw.Draw(tile)
    outer = (RADIUS + STROKE / 2) * unit
    middle = tile.width / 2
    for (x, y), colour in zip(centres, (colours["on-deep"], colours["spark-on-deep"]), strict=True):
        left, top = middle + (x - UNITS / 2) * unit, middle + (y - UNITS / 2) * unit
        box = (left - outer, top - outer, left + outer, top + outer)
        draw.ellipse(box, outline=colour, width=round(STROKE * unit))


def drawn_icon(colours: Mapping[str, str]) -> str:
    """The same as a drawing, for browsers that take one."""
    circles = "".join(
        f'<circle cx="{x}" cy="{y}" r="{RADIUS}" stroke="{colours[name]}"/>'
        for (x, y), name in zip(RINGS, ("on-deep", "spark-on-deep"), strict=True)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {UNITS} {UNITS}">'
        f'<rect width="{UNITS}" height="{UNITS}" rx="8" fill="{colours["deep"]}"/>'
        f'<g fill="none" stroke-width="{STROKE}" transform="translate(2 2) scale(.9)">{circles}</g></svg>\n'
    )
