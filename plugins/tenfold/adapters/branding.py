"""A brand on the pages that MkDocs builds: what the frame refers to, and the files beside the pages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from tenfold_theme import FONT, TYPEFACES

if TYPE_CHECKING:
    from tenfold.branding import Brand

IN_HEAD, WORN, SHARED = "tenfold_brand", "tenfold_brand_worn", "tenfold_shared"
PICTURE, SIZE = "assets/shared.png", (1200, 630)
"""What chats and social media show beside a link to a site without a brand: its address and its size in pixels."""


def wear(config: MkDocsConfig, brand: Brand) -> None:
    """Have every page wear a brand. To be called in `on_config`, before tenfold/library renders anything."""
    config.extra[WORN] = brand
    config.extra[IN_HEAD] = brand.head


def worn(config: MkDocsConfig) -> Brand | None:
    """The brand that the pages wear, or None for Tenfold's own look."""
    brand: Brand | None = config.extra.get(WORN)
    return brand


def introduce(config: MkDocsConfig) -> None:
    """Have links to a site without a brand show a picture too, once it is known where the site will stand."""
    if config.site_url and not worn(config):
        says = config.site_description or config.copyright or ""
        alt = f"{config.site_name}. {says}".rstrip(". ")
        config.extra[SHARED] = {"social": PICTURE, "social_size": SIZE, "social_alt": alt, "says": says}


def brand_files(config: MkDocsConfig) -> Iterator[File]:
    """The style sheet, pictures and typeface of the brand; without one, the picture for links."""
    files: dict[str, bytes] = {}
    if brand := worn(config):
        files = brand.files(*typeface_folders())
    elif shared := config.extra.get(SHARED):
        files = {PICTURE: picture(config.site_name, shared["says"])}
    for address, content in files.items():
        yield File.generated(config, address, content=content, inclusion=InclusionLevel.NOT_IN_NAV)


@cache
def picture(name: str, says: str) -> bytes:
    """The picture of a site in our own colours. Kept, because a site that is served is built again and again."""
    from tenfold.branding.brand import Brand  # noqa: PLC0415 (pictures take a while to import)
    from tenfold.branding.social import social_image  # noqa: PLC0415

    colours = Brand(name, says).colours
    return social_image(name=name, authority=says, colours=colours, typeface=FONT if FONT.is_file() else None)


def typeface_folders() -> tuple[Path, ...]:
    return FONT.parent, TYPEFACES
