"""The logo and the colours of a new copy, as they are given: taken, or refused with what to do."""

from __future__ import annotations

from pathlib import Path

from tenfold.branding import LogoRefused, Refusal, Refused, palette, take_logo

OURS = ("#12505b", "#b5431f")
"""The colours that Tenfold comes with."""

__all__ = ["OURS", "LogoRefused", "colour_refusals", "taken_logo"]


def taken_logo(file: Path, alt: str) -> tuple[str, bytes]:
    """The name of a logo in the folder brand/, and its bytes: drawn anew, with nothing in them but the picture.

    Raises:
        LogoRefused: it is not a picture that can be used.
    """
    return "logo.png", take_logo(file, alt).png


def colour_refusals(colour: str, accent: str) -> list[Refusal]:
    """Which of two colours cannot be worn, each with the nearest that can."""
    try:
        palette(colour, accent)
    except Refused as refused:
        return refused.refusals
    return []
