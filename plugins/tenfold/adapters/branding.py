"""A brand on the pages that MkDocs builds: what the frame refers to, and the files beside the pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from tenfold_theme import FONT, TYPEFACES

if TYPE_CHECKING:
    from tenfold.branding import Brand

IN_HEAD, WORN = "tenfold_brand", "tenfold_brand_worn"


def wear(config: MkDocsConfig, brand: Brand) -> None:
    """Have every page wear a brand. To be called in `on_config`, before tenfold/library renders anything."""
    config.extra[WORN] = brand
    config.extra[IN_HEAD] = brand.head


def worn(config: MkDocsConfig) -> Brand | None:
    """The brand that the pages wear, or None for Tenfold's own look."""
    brand: Brand | None = config.extra.get(WORN)
    return brand


def brand_files(config: MkDocsConfig) -> Iterator[File]:
    """The style sheet, pictures and typeface of the brand, if there is one."""
    if brand := worn(config):
        for address, content in brand.files(*typeface_folders()).items():
            yield File.generated(config, address, content=content, inclusion=InclusionLevel.NOT_IN_NAV)


def typeface_folders() -> tuple[Path, ...]:
    return FONT.parent, TYPEFACES
