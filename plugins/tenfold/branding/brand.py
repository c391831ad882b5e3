"""A brand, and the files that it adds to a site. The same brand gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from PIL import Image

from tenfold.branding.icons import ICON_SIZES, drawn_icon, icon, is_compact
from tenfold.branding.logo import Logo, as_png
from tenfold.branding.palette import Palette, derive
from tenfold.branding.plates import plates
from tenfold.branding.social import SOCIAL_SIZE, social_image
from tenfold.branding.stylesheet import stylesheet
from tenfold.branding.typefaces import DEFAULT, TYPEFACES, Typeface, file_of

FOLDER = "assets/brand"
HEIGHT, WIDEST = 40, 240
"""Of a logo in the header, in CSS pixels; it is there in twice as many as well."""
OURS = ("#12505b", "#b5431f")
"""What pictures are coloured with when a brand leaves the colours as they are."""


@dataclass(frozen=True)
class Picture:
    """A picture as a page refers to it, by its address from the site's root."""

    address: str
    twice: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True)
class Brand:
    """How a copy looks: its name, who publishes it, and what of Tenfold's look it replaces."""

    name: str
    authority: str
    palette: Palette | None = None
    logo: Logo | None = None
    typeface: Typeface = field(default_factory=lambda: TYPEFACES[DEFAULT])

    @cached_property
    def colours(self) -> Mapping[str, str]:
        """What its pictures are coloured with."""
        return (self.palette or derive(*OURS)).light

    @cached_property
    def header_size(self) -> tuple[int, int]:
        """Width and height of the logo in the header, in CSS pixels."""
        assert self.logo is not None
        width, height = self.logo.picture().size
        scale = min(HEIGHT / height, WIDEST / width)
        return max(1, round(width * scale)), max(1, round(height * scale))

    @property
    def header_logo(self) -> Picture | None:
        """The logo for the header of a page, or None for the rings."""
        if self.logo is None:
            return None
        return Picture(f"{FOLDER}/logo.png", f"{FOLDER}/logo-2x.png", self.logo.alt, *self.header_size)

    @property
    def head(self) -> dict[str, Any]:
        """What the head of a page refers to, each by its address from the site's root."""
        icons = [] if self.pictured else [{"rel": "icon", "href": f"{FOLDER}/icon.svg", "type": "image/svg+xml"}]
        icons += [{"rel": "icon", "href": f"{FOLDER}/icon-32.png", "type": "image/png", "sizes": "32x32"}]
        icons += [{"rel": "apple-touch-icon", "href": f"{FOLDER}/icon-180.png"}]
        return {
            "stylesheet": f"{FOLDER}/brand.css",
            "icons": icons,
            "manifest": f"{FOLDER}/site.webmanifest",
            "social": f"{FOLDER}/social.png",
            "social_size": SOCIAL_SIZE,
            "social_alt": self.name if self.authority in self.name else f"{self.name}, {self.authority}",
        }

    @property
    def pictured(self) -> bool:
        """Whether the logo itself is the icon: a long one would be a smear at 32 pixels."""
        return self.logo is not None and is_compact(self.logo.picture())

    def files(self, *folders: Path) -> dict[str, bytes]:
        """What the brand adds to a site: the bytes of each file by its address.

        Args:
            folders: where the files of the typefaces stand; the first that has one wins.
        """
        social = social_image(
            name=self.name,
            authority=self.authority,
            colours=self.colours,
            typeface=file_of(self.typeface, folders) or file_of(TYPEFACES[DEFAULT], folders),
            logo=self.logo,
        )
        whole = {f"{FOLDER}/social.png": social, f"{FOLDER}/site.webmanifest": manifest(self)}
        return dict(sorted({**letters(self, folders), **pictures(self), **whole}.items()))


def letters(brand: Brand, folders: tuple[Path, ...]) -> dict[str, bytes]:
    """The style sheet, and the file of the typeface unless every site has that anyway."""
    face = brand.typeface
    file = file_of(face, folders) if face.id != DEFAULT else None
    on = plates(brand.logo.picture(), brand.colours["deep"]) if brand.logo else None
    text = stylesheet(brand.palette, face, plates=on, file=face.file if file else "")
    found = {f"{FOLDER}/brand.css": text.encode()}
    return found | ({f"{FOLDER}/{face.file}": file.read_bytes()} if file else {})


def pictures(brand: Brand) -> dict[str, bytes]:
    """The logo for the header, and the icons."""
    colours = brand.colours
    shown = brand.logo if brand.pictured else None
    found = {f"{FOLDER}/icon-{size}.png": icon(size, colours, shown) for size in ICON_SIZES}
    if not brand.pictured:
        found[f"{FOLDER}/icon.svg"] = drawn_icon(colours).encode()
    if brand.logo:
        width, height = brand.header_size
        for name, times in (("logo", 1), ("logo-2x", 2)):
            size = (width * times, height * times)
            small = brand.logo.picture().resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
            found[f"{FOLDER}/{name}.png"] = as_png(small)
    return found


def manifest(brand: Brand) -> bytes:
    """What a phone shows when somebody puts the site on their home screen. Addresses start at the manifest's place."""
    colours = brand.colours
    icons = [
        {"src": f"icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"} for size in ICON_SIZES if size > 180
    ]
    data = {
        "name": brand.name,
        "icons": icons,
        "start_url": "../../",
        "display": "browser",
        "theme_color": colours["deep"],
        "background_color": colours["deep"],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
