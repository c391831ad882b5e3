"""Logos that people give: what is taken, what is refused and in which words, and that they can be seen."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image
from tests.support.logos import a_logo, saved

from tenfold.branding import Logo, LogoRefused, checked_alt, take_logo
from tenfold.branding.plates import NONE, WHITE, plates

ALT = "Exampleton Borough Council"
DEEP = "#0c3940"
PNG = saved(a_logo())


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def claiming(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is as large as this."""
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("format", ["PNG", "JPEG", "WEBP"])
def test_the_three_formats_are_taken_and_written_again_as_png(format: str) -> None:
    logo = take_logo(saved(a_logo(), format), f"  {ALT}\n")
    with Image.open(io.BytesIO(logo.png)) as image:
        assert (image.format, image.mode, image.size) == ("PNG", "RGBA", (400, 120))
    assert logo.alt == ALT


def test_nothing_but_the_picture_is_kept() -> None:
    exif = Image.Exif()
    exif[0x010E] = "taken at home"
    exif.get_ifd(0x8825)[1] = "N"
    given = saved(a_logo(ground="#ffffff"), "JPEG", exif=exif, comment=b"secret") + b"<script>alert(1)</script>"
    png = take_logo(given, ALT).png
    assert b"script" not in png
    assert b"secret" not in png
    with Image.open(io.BytesIO(png)) as image:
        assert dict(image.getexif()) == {}
        assert image.info == {}


def test_a_picture_that_a_camera_turned_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    logo = take_logo(saved(a_logo(ground="#ffffff"), "JPEG", exif=exif), ALT)
    assert logo.picture().size == (120, 400)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "CMYK", "I;16"])
def test_any_kind_of_pixels_is_brought_to_the_screen(mode: str) -> None:
    image = Image.new("I;16", (80, 80), 65535) if mode == "I;16" else a_logo(ground="#ffffff").convert(mode)
    logo = take_logo(saved(image, "TIFF" if mode == "CMYK" else "PNG") if mode != "CMYK" else jpeg(image), ALT)
    assert logo.picture().getpixel((60, 2)) == (255, 255, 255, 255) or mode != "I;16"
    assert logo.picture().mode == "RGBA"


def jpeg(image: Image.Image) -> bytes:
    stream = io.BytesIO()
    image.save(stream, "JPEG")
    return stream.getvalue()


def test_an_empty_margin_is_cut_off() -> None:
    image = Image.new("RGBA", (800, 600))
    image.paste(a_logo(), (200, 240))
    assert take_logo(saved(image), ALT).picture().size == (400, 120)


def test_the_same_logo_gives_the_same_bytes() -> None:
    assert take_logo(PNG, ALT) == take_logo(PNG, ALT)


REFUSED = {
    "empty": (b"", "is empty"),
    "svg": (b'<?xml version="1.0"?><svg onload="alert(1)"/>', "an SVG, and those can run scripts"),
    "svg with a comment": (b"<!-- x --> <svg/>", "an SVG"),
    "page": (b"<!DOCTYPE html><html>", "a web page"),
    "script": (b"#!/bin/sh\necho", "a program"),
    "gif": (saved(a_logo(), "GIF"), "a GIF"),
    "pdf": (b"%PDF-1.7", "a PDF"),
    "text": (b"hello there", "not a picture that can be read"),
    "cut short": (PNG[: len(PNG) // 2], "damaged or cut short"),
    "cut very short": (PNG[:12], "not a picture that can be read"),
    "one pixel": (saved(Image.new("RGB", (1, 1))), "1 by 1 pixels, too small"),
    "a bomb": (claiming(60_000, 60_000), "far more pixels than"),
    "huge": (claiming(6000, 6000), "6000 by 6000 pixels, far more than"),
    "heavy": (PNG + b"\0" * 5_000_000, "larger than 5 MB"),
    "a strip": (saved(Image.new("RGB", (2000, 50))), "nothing of it could be made out"),
    "nothing on it": (saved(Image.new("RGBA", (100, 100))), "see-through all over"),
    "moves": (
        saved(a_logo(), "WEBP", save_all=True, append_images=[a_logo("#ff0000")], duration=100),
        "moves",
    ),
}


@pytest.mark.parametrize("content, said", REFUSED.values(), ids=REFUSED)
def test_what_is_no_logo_is_refused_in_words(content: bytes, said: str) -> None:
    with pytest.raises(LogoRefused) as refused:
        take_logo(content, ALT)
    assert said in refused.value.message
    assert refused.value.hint
    assert refused.value.field == "logo"


def test_a_file_is_read_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "logo.png"
    file.write_bytes(PNG)
    assert isinstance(take_logo(file, ALT), Logo)
    assert [each.name for each in tmp_path.iterdir()] == ["logo.png"]
    assert file.read_bytes() == PNG


@pytest.mark.parametrize("name", ["logo.svg", "logo.js", "logo", "logo.png.html"])
def test_a_name_that_is_none_of_a_picture_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(PNG)
    with pytest.raises(LogoRefused, match="does not end like a picture"):
        take_logo(tmp_path / name, ALT)


def test_a_missing_file_and_a_link_are_refused(tmp_path: Path) -> None:
    (tmp_path / "real.png").write_bytes(PNG)
    (tmp_path / "link.png").symlink_to(tmp_path / "real.png")
    for name in ("link.png", "none.png"):
        with pytest.raises(LogoRefused, match="There is no file"):
            take_logo(tmp_path / name, ALT)


@pytest.mark.parametrize(
    "alt, said", [("", "no text"), ("  ", "no text"), ("logo.png", "name of a file"), ("x" * 121, "121 characters")]
)
def test_a_logo_needs_words(alt: str, said: str) -> None:
    with pytest.raises(LogoRefused, match=said) as refused:
        checked_alt(alt)
    assert refused.value.field == "logo_alt"


@pytest.mark.parametrize(
    "picture, expected",
    [
        pytest.param(a_logo("#12343b"), (NONE, WHITE), id="dark letters lie on white in the dark"),
        pytest.param(a_logo("#ffffff"), (DEEP, NONE), id="white letters lie on the brand's ground in the light"),
        pytest.param(a_logo("#b5431f"), (NONE, NONE), id="what is seen on both lies on neither"),
        pytest.param(a_logo("#12343b", ground="#ffffff"), (NONE, NONE), id="a picture that brings its own ground"),
    ],
)
def test_a_logo_can_be_seen_on_both_headers(picture: Image.Image, expected: tuple[str, str]) -> None:
    assert plates(picture, DEEP) == expected
