"""A logo that somebody gives: checked, decoded and drawn anew, so that nothing but its picture goes on the site."""

from __future__ import annotations

import io
import re
import warnings
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

FORMATS = ("PNG", "JPEG", "WEBP")
ENDINGS = (".png", ".jpg", ".jpeg", ".webp")
MOST_BYTES = 5_000_000
MOST_PIXELS = 25_000_000
LEAST_SIDE = 40
"""As high as it stands in the header: a smaller one would be blurred."""
KEPT_SIDE = 1200
"""More than any picture made from it needs."""
MOST_STRETCHED = 12
"""How many times as wide as it is high a logo may be, or the other way about."""
LONGEST_ALT = 120
SAVE = "Give a PNG, JPEG or WebP picture, at least 80 pixels high."
SMALLER = "Save it at most 2,000 pixels wide."
STARTS = (
    (rb"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)?(<!doctype svg[^>]*>\s*)?<svg", "an SVG, and those can run scripts"),
    (rb"\s*<(!doctype html|html|head|body|script)", "a web page and not a picture"),
    (rb"\s*(#!|<\?php|MZ|\x7fELF)", "a program and not a picture"),
    (rb"GIF8", "a GIF"),
    (rb"BM", "a BMP"),
    (rb"(II\*\x00|MM\x00\*)", "a TIFF"),
    (rb"%PDF", "a PDF"),
    (rb"PK\x03\x04", "a zip file or a document"),
)
"""What people save by mistake, by how it starts."""


class LogoRefused(Exception):
    """A logo that cannot be used: `field` is the setting, `message` says why and `hint` what to do."""

    def __init__(self, message: str, hint: str = SAVE, *, field: str = "logo") -> None:
        super().__init__(f"{message} {hint}")
        self.field = field
        self.message = message
        self.hint = hint


@dataclass(frozen=True)
class Logo:
    """A logo as it will be used: a PNG with colours for screens and nothing else in it, and what it shows in words."""

    png: bytes
    alt: str

    def picture(self) -> Image.Image:
        """Its pixels, as red, green, blue and how solid they are."""
        return Image.open(io.BytesIO(self.png), formats=("PNG",)).convert("RGBA")


def take_logo(source: Path | bytes, alt: str) -> Logo:
    """A logo from a file or its content; the file is only read.

    Raises:
        LogoRefused: it is not a picture that can be used, or its text is missing.
    """
    text = checked_alt(alt)
    content = read(source) if isinstance(source, Path) else source
    picture = trimmed(decoded(content))
    picture.thumbnail((KEPT_SIDE, KEPT_SIDE), Image.Resampling.LANCZOS)
    return Logo(as_png(picture), text)


def checked_alt(alt: str) -> str:
    """What a logo shows, for those who do not see it."""
    text = " ".join(alt.split())
    example = "Write what it says, as in: Exampleton Borough Council."
    if not text:
        raise LogoRefused("The logo has no text for people who cannot see it.", example, field="logo_alt")
    if len(text) > LONGEST_ALT:
        too_long = f"The text for the logo has {len(text)} characters; {LONGEST_ALT} are the most."
        raise LogoRefused(too_long, example, field="logo_alt")
    if re.search(r"\.(png|jpe?g|webp|svg|gif)$", text, re.IGNORECASE):
        raise LogoRefused("The text for the logo is the name of a file.", example, field="logo_alt")
    return text


def read(path: Path) -> bytes:
    if path.suffix.lower() not in ENDINGS:
        raise LogoRefused(f'"{path.name}" does not end like a picture.', SAVE)
    if path.is_symlink() or not path.is_file():
        raise LogoRefused(f'There is no file "{path.name}" there.', "Put the picture itself there, not a link to it.")
    try:
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise LogoRefused(f'"{path.name}" cannot be read: {reason}.', "Put a file there that can be read.") from None


def decoded(content: bytes) -> Image.Image:
    """The pixels of a picture, if it is one of the three formats, whole, and neither tiny nor huge."""
    if not content:
        raise LogoRefused("The logo's file is empty.")
    if len(content) > MOST_BYTES:
        raise LogoRefused(f"The logo's file is larger than {MOST_BYTES // 1_000_000} MB.", "Save it smaller, as PNG.")
    for start, what in STARTS:
        if re.match(start, content[:4096], re.IGNORECASE | re.DOTALL):
            raise LogoRefused(f"The logo is {what}.")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            picture = Image.open(io.BytesIO(content), formats=FORMATS)
            check_size(picture)
            return for_screens(picture)
        except LogoRefused:
            raise
        except (Image.DecompressionBombError, Image.DecompressionBombWarning):
            raise LogoRefused("The logo has far more pixels than a page can use.", SMALLER) from None
        except UnidentifiedImageError:
            raise LogoRefused("The logo is not a picture that can be read.") from None
        except Exception as error:  # whatever a decoder trips over, the file is at fault
            raise LogoRefused("The logo's file is damaged or cut short.", "Save it again, as PNG.") from error


def check_size(picture: Image.Image) -> None:
    """Before any pixel is unpacked."""
    width, height = picture.size
    shown = f"The logo is {width} by {height} pixels"
    if width * height > MOST_PIXELS:
        raise LogoRefused(f"{shown}, far more than a page can use.", SMALLER)
    if min(width, height) < LEAST_SIDE:
        raise LogoRefused(f"{shown}, too small to be seen well.", f"Give one at least {LEAST_SIDE} on each side.")
    if getattr(picture, "n_frames", 1) > 1:
        raise LogoRefused("The logo moves, and what moves in the header keeps people from reading.", SAVE)
    check_shape(width, height)


def check_shape(width: int, height: int) -> None:
    if max(width, height) > MOST_STRETCHED * min(width, height):
        raise LogoRefused(
            f"The logo is {width} by {height} pixels: in the header nothing of it could be made out.",
            f"Give one that is at most {MOST_STRETCHED} times as wide as it is high.",
        )


def for_screens(picture: Image.Image) -> Image.Image:
    """The pixels the right way up, in the colours of a screen; a profile is applied and then dropped."""
    picture.load()
    turned = ImageOps.exif_transpose(picture)
    profile = turned.info.get("icc_profile")
    if profile and turned.mode in {"RGB", "CMYK"}:
        turned = in_screen_colours(turned, profile)
    if turned.mode.startswith("I"):
        turned = turned.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    return turned.convert("RGBA")


def in_screen_colours(picture: Image.Image, profile: bytes) -> Image.Image:
    try:
        given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(picture, given, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture  # a profile that cannot be read says nothing about the colours
    return converted or picture


def trimmed(picture: Image.Image) -> Image.Image:
    """The picture without an empty margin, which would make it smaller than the header has room for."""
    box = picture.getchannel("A").point(lambda solid: 255 if solid > 8 else 0).getbbox()
    if box is None:
        raise LogoRefused("The logo is see-through all over: there is nothing on it.")
    cut = picture.crop(box)
    if min(cut.size) < LEAST_SIDE // 2:
        raise LogoRefused("Only a speck of the logo can be seen, the rest is see-through.")
    check_shape(*cut.size)
    return cut


def as_png(picture: Image.Image) -> bytes:
    """The bytes of a PNG that holds pixels and nothing else; the same pixels give the same bytes."""
    clean = Image.frombytes(picture.mode, picture.size, picture.tobytes())
    stream = io.BytesIO()
    clean.save(stream, "PNG", compress_level=6)
    return stream.getvalue()
