"""The picture that social media and chats show beside a link: the site's name and who publishes it, on the brand's dark
ground with its rings."""

from __future__ import annotations

import math
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from tenfold.branding.colours import mixed
from tenfold.branding.logo import Logo, as_png
from tenfold.branding.plates import NONE, WHITE, parts, plate, solid

SOCIAL_SIZE = (1200, 630)
LEFT, TOP, ROOM = 80, 84, 1040
NAME_SIZES = range(112, 15, -8)
"""Sizes of the name, in pixels: the largest in which it fits."""
NAME_HEIGHT = 330
AUTHORITY_SIZES = range(42, 13, -4)
AUTHORITY_TOP, AUTHORITY_HEIGHT = 470, 100
LOGO_ROOM = (300, 100)
BOLD, REGULAR = 700, 400
LINE = 1.14
RING_COUNT, RING_RADIUS, RING_AWAY = 10, 200, 150
"""Ten rings on a circle, one for each key feature, as on the home page."""

Letters = ImageFont.FreeTypeFont


def social_image(
    *, name: str, authority: str, colours: Mapping[str, str], typeface: Path | None, logo: Logo | None = None
) -> bytes:
    """A PNG of 1200 by 630 pixels. Every word of both texts is on it: long ones run over lines, then get smaller.

    Args:
        name: the name of the site.
        authority: who publishes it.
        colours: the brand's colours, by name.
        typeface: the file of a variable typeface, or None for the one that the picture library brings.
        logo: the logo, if there is one.
    """
    image = Image.new("RGB", SOCIAL_SIZE, colours["deep"])
    draw_rings(image, mixed(colours["ring"], 50, colours["deep"]))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, SOCIAL_SIZE[0], 14), fill=colours["spark-on-deep"])
    write(draw, name, colours["on-deep"], TOP, NAME_HEIGHT, NAME_SIZES, typeface, BOLD)
    logo_width = place_logo(image, logo, colours) if logo else 0
    if authority and authority != name:
        room = ROOM - (logo_width + 40 if logo_width else 0)
        write(
            draw,
            authority,
            colours["link-on-deep"],
            AUTHORITY_TOP,
            AUTHORITY_HEIGHT,
            AUTHORITY_SIZES,
            typeface,
            REGULAR,
            room=room,
            middle=True,
        )
    return as_png(image)


def draw_rings(image: Image.Image, colour: str) -> None:
    finer = 2
    layer = Image.new("L", (image.width * finer, image.height * finer))
    draw = ImageDraw.Draw(layer)
    for turn in range(RING_COUNT):
        angle = 2 * math.pi * turn / RING_COUNT
        x, y = (1010 + RING_AWAY * math.cos(angle)) * finer, (150 + RING_AWAY * math.sin(angle)) * finer
        radius = RING_RADIUS * finer
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), outline=255, width=3 * finer)
    image.paste(colour, (0, 0), layer.resize(image.size, Image.Resampling.LANCZOS))


def place_logo(image: Image.Image, logo: Logo, colours: Mapping[str, str]) -> int:
    """The logo at the lower right, on a plate where it needs one; the width that it takes."""
    picture = logo.picture()
    scale = min(LOGO_ROOM[0] / picture.width, LOGO_ROOM[1] / picture.height)
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    small = picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    under = NONE if solid(picture) else plate(list(parts(picture)), colours["deep"], (WHITE,))
    padding = 0 if under == NONE else 18
    left = SOCIAL_SIZE[0] - LEFT - size[0] - padding
    top = AUTHORITY_TOP + (AUTHORITY_HEIGHT - size[1]) // 2
    if under != NONE:
        box = (left - padding, top - padding, left + size[0] + padding, top + size[1] + padding)
        ImageDraw.Draw(image).rounded_rectangle(box, 14, fill=under)
    image.paste(small, (left, top), small)
    return size[0] + 2 * padding


def write(
    draw: ImageDraw.ImageDraw,
    text: str,
    colour: str,
    top: int,
    height: int,
    sizes: range,
    typeface: Path | None,
    weight: int,
    *,
    room: int = ROOM,
    middle: bool = False,
) -> None:
    """Text in the largest size in which all of it fits."""
    for size in sizes:
        letters = font(typeface, size, weight)
        lines = list(wrapped(drawable(text, letters), letters.getlength, room))
        if len(lines) * size * LINE <= height:
            break
    down = (height - len(lines) * size * LINE) / 2 if middle else 0
    for number, line in enumerate(lines):
        draw.text((LEFT, round(top + down + number * size * LINE)), line, font=letters, fill=colour)


def font(typeface: Path | None, size: int, weight: int) -> Letters:
    """The typeface in a size and weight; laid out plainly, so that every machine puts letters in the same places."""
    if typeface is None:
        plain = ImageFont.load_default(size)
        assert isinstance(plain, Letters)
        return plain
    letters = ImageFont.truetype(typeface, size, layout_engine=ImageFont.Layout.BASIC)
    letters.set_variation_by_axes([weight])
    return letters


def drawable(text: str, letters: Letters) -> str:
    """The text in letters that the typeface has; one that it lacks loses its accent rather than become a box."""
    missing = bytes(letters.getmask("\uffff"))
    return "".join(
        char if has(char, letters, missing) else unicodedata.normalize("NFD", char)[0]
        for char in " ".join(text.split())
    )


def has(char: str, letters: Letters, missing: bytes) -> bool:
    return char == " " or bytes(letters.getmask(char)) != missing


def wrapped(text: str, width: Callable[[str], float], room: float) -> Iterator[str]:
    """The text in lines no wider than the room; a word that is wider than a line goes on in the next."""
    line = ""
    for word in text.split():
        if width(longer := f"{line} {word}".strip()) <= room:
            line = longer
            continue
        if line:
            yield line
        line = word
        while width(line) > room:
            at = max(1, bisect_right(range(1, len(line)), room, key=lambda end: width(line[:end])))
            yield line[:at]
            line = line[at:]
    if line:
        yield line
