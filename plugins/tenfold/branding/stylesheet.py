"""The style sheet of a brand: its colours in the three places in which `tenfold.css` sets them, and its typeface."""

from __future__ import annotations

from collections.abc import Mapping

from tenfold.branding.palette import Palette
from tenfold.branding.typefaces import DEFAULT, Typeface

ON_PAPER = "printed"
"""The one colour that print-outs have: everything else is printed in black on white, as `tenfold.css` says."""
HEADER = """\
.top .mark { flex: 1 1 20rem; min-width: 0; max-width: 100%; gap: .7rem .9rem; line-height: 1.2; overflow-wrap: anywhere; }
@media (max-width: 56rem) { .top .mark { flex-basis: 0; padding-block: .3rem; } }
@media (max-width: 56rem) { .top .mark:has(img) { flex-wrap: wrap; } }
@media (min-width: 56.01rem) { .top nav { margin: 0; } }
@media (min-width: 74.01rem) { .top .mark { flex-basis: 100%; } .top .seek { flex: 0 1 22rem; margin-left: auto; } }
"""  # noqa: E501 - rules as the site's own style sheet writes them
"""Names of councils are long: the name and the search have the first row, the places the second."""
LOGO = """\
.mark img { display: block; width: auto; height: 40px; max-width: min(15rem, 50vw); object-fit: contain; border-radius: 2px; }
"""  # noqa: E501
PLATE = ".mark img { background: var(--plate); box-shadow: 0 0 0 6px var(--plate); }\n"


def stylesheet(
    palette: Palette | None, typeface: Typeface, *, plates: tuple[str, str] | None = None, file: str = ""
) -> str:
    """The text of the style sheet; the same brand gives the same text.

    Args:
        palette: the colours, or None to keep Tenfold's.
        typeface: the typeface of the pages.
        plates: what the logo lies on in the header, in light and in dark, or None when there is no logo.
        file: the address of the typeface's file from the style sheet, or nothing when it is not there.
    """
    light = dict(palette.light) if palette else {}
    dark = dict(palette.dark) if palette else {}
    paper = {ON_PAPER: light.pop(ON_PAPER)} if palette else {}
    plated = plates is not None and plates != ("transparent", "transparent")
    if plates and plated:
        light["plate"], dark["plate"] = plates
    text = "/* The brand of this copy, made by Tenfold from its settings: it comes after tenfold.css. */\n" + HEADER
    if typeface.id != DEFAULT:
        text += (typeface.face(file) if file else "") + f"body {{ font-family: {typeface.family}; }}\n"
    if plates:
        text += LOGO + (PLATE if plated else "")
    return text + tokens(light, dark, paper)


def tokens(light: Mapping[str, str], dark: Mapping[str, str], paper: Mapping[str, str]) -> str:
    if not light:
        return ""
    printed = f"body {{ {listed(paper)} }}\n" if paper else ""
    return (
        f"{printed}@media screen {{\n"
        f"  body {{ {listed(light)} }}\n"
        f'  :root[data-scheme="dark"] body {{ {listed(dark)} }}\n'
        "}\n"
        "@media screen and (prefers-color-scheme: dark) {\n"
        f'  :root:not([data-scheme="light"]) body {{ {listed(dark)} }}\n'
        "}\n"
    )


def listed(colours: Mapping[str, str]) -> str:
    return " ".join(f"--{name}: {colour};" for name, colour in colours.items())
