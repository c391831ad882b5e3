"""The typefaces that a brand may choose from. All come with the package: no page fetches one from anywhere else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

SYSTEM = 'system-ui, -apple-system, "Segoe UI", sans-serif'


@dataclass(frozen=True)
class Typeface:
    """A typeface: its name in the settings, what it is called, and what of it a browser has to know.

    `file` is empty for the reader's own. `weights` is the range of the variable file. `size` is what its letters are
    scaled to in percent, so that a line of it is as wide as drawings were made for.
    """

    id: str
    name: str
    file: str = ""
    weights: tuple[int, int] = (400, 700)
    size: int = 100

    @property
    def family(self) -> str:
        return f'"{self.name}", {SYSTEM}' if self.file else SYSTEM

    def face(self, address: str) -> str:
        """The rule that tells a browser where the file stands; nothing for the reader's own typeface."""
        if not self.file:
            return ""
        first, last = self.weights
        scaled = f" size-adjust: {self.size}%;" if self.size != 100 else ""
        return (
            f'@font-face {{ font-family: "{self.name}"; src: url("{address}") format("woff2"); '
            f"font-weight: {first} {last}; font-display: swap;{scaled} }}\n"
        )


DEFAULT = "atkinson-hyperlegible-next"
TYPEFACES = {
    each.id: each
    for each in (
        Typeface(DEFAULT, "Atkinson Hyperlegible Next", f"{DEFAULT}.woff2", (200, 800)),
        # A tenth wider than the others: at 95 percent its letters are as tall as theirs, and drawings hold its lines.
        Typeface("lexend", "Lexend", "lexend.woff2", (100, 900), 95),
        Typeface("source-sans-3", "Source Sans 3", "source-sans-3.woff2", (200, 900)),
        Typeface("system", "the reader's own"),
    )
}


class NoSuchTypeface(Exception):
    """A typeface that does not come with the package; the text says which do."""


def typeface(name: str) -> Typeface:
    """A typeface by its name in the settings; Source Sans 3 is source-sans-3."""
    id = re.sub(r"[\s_]+", "-", name.strip().lower()) or DEFAULT
    if id not in TYPEFACES:
        raise NoSuchTypeface(f'"{name}" is not among the typefaces. Choose one of: {", ".join(TYPEFACES)}.')
    return TYPEFACES[id]


def file_of(face: Typeface, folders: tuple[Path, ...]) -> Path | None:
    """Where the file of a typeface stands, in the first folder that has it; None if none has, or it needs none."""
    files = (folder / face.file for folder in folders if face.file)
    return next((file for file in files if file.is_file()), None)
