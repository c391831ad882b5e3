"""Office files as what they are, zip files of XML: frames to start from, and the same bytes for the same parts."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO
from types import MappingProxyType
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tenfold.documents.about import OURS, Colours

CONTENT_TYPES = "[Content_Types].xml"
UNIX = 3
NO_CHANGES: Mapping[str, Callable[[bytes], bytes]] = MappingProxyType({})


@cache
def frame(name: str, colours: Colours = OURS) -> bytes:
    """An empty document with its styles, from its parts in the folder `frames/NAME` of this package.

    Args:
        name: of the folder.
        colours: what the styles have in place of those in the folder, which are ours.
    """
    folder = files("tenfold.documents") / "frames" / name
    parts = {path: coloured(part, colours) for path, part in sorted(parts_in(folder, ""))}
    return zipped({CONTENT_TYPES: parts.pop(CONTENT_TYPES)} | parts)


def coloured(part: bytes, colours: Colours) -> bytes:
    """A part with these colours in place of ours."""
    instead = {OURS.main.encode(): colours.main.encode(), OURS.accent.encode(): colours.accent.encode()}
    return re.sub(b"|".join(instead), lambda found: instead[found.group()], part)


def parts_in(folder: Traversable, path: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for each in folder.iterdir():
        if each.is_dir():
            found += parts_in(each, f"{path}{each.name}/")
        else:
            found.append((f"{path}{each.name}", each.read_bytes()))
    return found


def packed(data: bytes, changes: Mapping[str, Callable[[bytes], bytes]] = NO_CHANGES) -> bytes:
    """A document with nothing in it that depends on when and where it was made.

    Args:
        data: the document as a library wrote it.
        changes: for parts by name, what to make of them.
    """
    with ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zipped({name: changes[name](part) if name in changes else part for name, part in parts.items()})


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """A zip file of these parts in this order, all of the first day that zip files know."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            about = ZipInfo(name)
            about.compress_type = ZIP_DEFLATED
            about.create_system = UNIX
            archive.writestr(about, part)
    return made.getvalue()
