"""The logo and the colours of a new copy, as they are given: taken, or refused with what to do.

The one place of this room that is to know how a brand is checked.
"""

from __future__ import annotations

from pathlib import Path

OURS = ("#12505b", "#b5431f")
"""The colours that Tenfold comes with."""
MOST_BYTES = 5_000_000
STARTS = {"png": b"\x89PNG\r\n\x1a\n", "jpg": b"\xff\xd8\xff", "webp": b"RIFF"}
SAVE = "Give a PNG, JPEG or WebP picture."


class NotWorn(Exception):
    """A logo or colour that cannot be used: `field` is the setting, `hint` what to do."""

    def __init__(self, field: str, message: str, hint: str) -> None:
        super().__init__(f"{message} {hint}")
        self.field = field
        self.message = message
        self.hint = hint


def taken_logo(file: Path, alt: str) -> tuple[str, bytes]:
    """The name and the bytes of a logo for the folder brand/.

    Raises:
        NotWorn: it is not a picture that can be used.
    """
    if not alt.strip():
        raise NotWorn("logo_alt", "the logo has no text for people who cannot see it.", "Write what it says.")
    try:
        with file.open("rb") as stream:
            raw = stream.read(MOST_BYTES + 1)
    except OSError as error:
        message = f'"{file.name}" cannot be read: {(error.strerror or "unknown reason").lower()}.'
        raise NotWorn("logo", message, "Check its name, or drag the file into this window.") from None
    ending = next((ending for ending, start in STARTS.items() if raw.startswith(start)), "")
    if not ending:
        raise NotWorn("logo", f'"{file.name}" is no picture that can be used.', SAVE)
    if len(raw) > MOST_BYTES:
        raise NotWorn("logo", "The logo's file is larger than 5 MB.", "Save it smaller.")
    return f"logo.{ending}", raw


def refuse_colours(colour: str, accent: str) -> None:
    """See that two colours can be worn.

    Raises:
        NotWorn: one of them cannot.
    """
