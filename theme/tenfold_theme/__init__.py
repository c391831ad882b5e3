"""The look of Tenfold.

`overrides/` frames a page: head, header, footer, styles and scripts; a local `main.html` may extend `frame.html`.
`fragments/` renders records; it knows nothing of MkDocs or Material.
`typefaces/` holds those that a brand may choose instead of the one that every site has.
"""

from pathlib import Path

HERE = Path(__file__).resolve().parent
OVERRIDES = HERE / "overrides"
FRAGMENTS = HERE / "fragments"
TYPEFACES = HERE / "typefaces"
FONT = OVERRIDES / "assets" / "vendor" / "atkinson-hyperlegible-next.woff2"
