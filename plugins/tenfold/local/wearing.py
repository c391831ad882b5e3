"""How a local copy looks: its brand from its settings, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tenfold.branding import Brand, Logo, LogoRefused, Palette, Refused, palette, take_logo, typeface
from tenfold.local.copy import LocalCopy
from tenfold.local.place import FILE
from tenfold.problems import Problem


@dataclass
class Fitting:
    """A brand on its way: what of it is in order, and what is not."""

    palette: Palette | None = None
    logo: Logo | None = None
    faults: list[tuple[str, str, str]] = field(default_factory=list)
    """Field below `brand`, message and hint of each."""


def brand_of(copy: LocalCopy) -> tuple[Brand, list[Problem]]:
    """The brand of a copy as far as it is in order, and every problem with it."""
    settings = copy.settings
    fitting = Fitting()
    choose_colours(copy, fitting)
    choose_logo(copy, fitting)
    face = typeface(settings.brand.font.value)
    return Brand(settings.name, settings.authority, fitting.palette, fitting.logo, face), list(problems(copy, fitting))


def choose_colours(copy: LocalCopy, fitting: Fitting) -> None:
    chosen = copy.settings.brand
    if chosen.colour and chosen.accent:
        try:
            fitting.palette = palette(chosen.colour, chosen.accent)
        except Refused as refused:
            fitting.faults += [(each.field, each.message, each.hint) for each in refused.refusals]


def choose_logo(copy: LocalCopy, fitting: Fitting) -> None:
    chosen = copy.settings.brand
    if not chosen.logo or not chosen.logo_alt:
        return
    try:
        fitting.logo = take_logo(inside(copy, chosen.logo), chosen.logo_alt)
    except LogoRefused as refused:
        fitting.faults.append((refused.field, refused.message, refused.hint))


def inside(copy: LocalCopy, path: str) -> Path:
    """A file of the copy; a folder that is a link could lead anywhere."""
    file = copy.folder / path
    if not file.resolve().is_relative_to(copy.folder.resolve()):
        raise LogoRefused("This leads out of the folder of this copy.", "Put the picture itself into brand/.")
    return file


def problems(copy: LocalCopy, fitting: Fitting) -> Iterator[Problem]:
    for name, message, hint in fitting.faults:
        line, column = copy.document.place(("brand", name))
        yield Problem(copy.shown(FILE), line, column, f"brand.{name}", message, hint, f"brand_{name}")
