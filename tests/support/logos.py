"""Logos for tests, drawn here."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image, ImageDraw


def a_logo(colour: str = "#12505b", *, size: tuple[int, int] = (400, 120), ground: str | None = None) -> Image.Image:
    """A disc and a bar in one colour, on nothing or on a ground."""
    image = Image.new("RGBA", size, ground or (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    width, height = size
    draw.ellipse((0, 0, height - 1, height - 1), fill=colour)
    draw.rectangle((height if width > height else 0, height // 3, width - 1, 2 * height // 3), fill=colour)
    return image


def saved(image: Image.Image, format: str = "PNG", **options: Any) -> bytes:
    stream = io.BytesIO()
    (image.convert("RGB") if format == "JPEG" else image).save(stream, format, **options)
    return stream.getvalue()
