"""The sheets of the workshop exercises as files to take away: each as PDF to print, and as SVG for a whiteboard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tenfold.library import Library
from tenfold.model import Exercise, Kind
from tenfold.pages import Download, address_of
from tenfold.render.sheet_drawings import drawn
from tenfold.render.sheet_pdf import sheet_pdf
from tenfold.render.sheet_shapes import BRAND, MIST, Sheet
from tenfold.render.sheet_svg import sheet_svg

FOLDER = "downloads/"
LICENCE = "Licence: CC BY 4.0."
OFFERS = {"pdf": ("PDF", "A3, to print"), "svg": ("SVG", "for whiteboards and large prints")}
"""What a file is called by its ending, and what it is for."""


def sheet_files(
    library: Library, *, site_name: str, site_url: str | None = None, main: str = BRAND, tint: str = MIST
) -> Iterator[tuple[str, bytes]]:
    """Every file of a sheet: its address from the root of the site, and what it holds.

    A sheet has no PDF when its words, or the name of the site, have letters that the typeface of the PDF lacks.

    Args:
        library: the records.
        site_name: what the toolkit is called; it goes into the last line of each sheet.
        site_url: where the site stands, or None when nobody knows.
        main: the colour of lines and questions, such as "#12505b".
        tint: that of shaded grounds.
    """
    for id, exercise in library.exercises.items():
        sheet = sheet_of(id, exercise, site_name=site_name, site_url=site_url)
        if sheet is not None:
            sheet = sheet.coloured(main, tint)
            pdf = sheet_pdf(sheet)
            if pdf is not None:
                yield f"{FOLDER}{name_of(id)}.pdf", pdf
            yield f"{FOLDER}{name_of(id)}.svg", sheet_svg(sheet).encode()


def sheet_of(id: str, exercise: Exercise, *, site_name: str, site_url: str | None) -> Sheet | None:
    """The sheet of an exercise, if it has one."""
    if exercise.sheet is None:
        return None
    address = f" {site_url.rstrip('/')}/{address_of(Kind.EXERCISE, id)}" if site_url else ""
    origin = f"From {site_name}: {exercise.short_title}.{address} {LICENCE}"
    return drawn(exercise.sheet.kind, title=exercise.title, how_to=exercise.sheet.how_to, origin=origin)


def sheet_downloads(files: Iterable[tuple[str, bytes]]) -> dict[str, tuple[Download, ...]]:
    """What each exercise offers to take away, the SVG last, by the name under which its page asks for it.

    The name is that of the files, such as exercise-iceberg.
    """
    found: dict[str, tuple[Download, ...]] = {}
    for address, content in files:
        name, _, ending = address.removeprefix(FOLDER).rpartition(".")
        label, purpose = OFFERS[ending]
        offer = Download(f"{name}.{ending}", label, kilobytes(content), purpose)
        found[name] = (*found.get(name, ()), offer)
    return found


def name_of(id: str) -> str:
    return f"exercise-{id}"


def kilobytes(content: bytes) -> int:
    return max(1, round(len(content) / 1000))
