"""The look of Tenfold.

`overrides/` goes before Material's own templates: the frame of a page, its header and footer, the styles and scripts.
`fragments/` renders records; it knows nothing of MkDocs or Material.
"""

from pathlib import Path

HERE = Path(__file__).resolve().parent
OVERRIDES = HERE / "overrides"
FRAGMENTS = HERE / "fragments"
FONT = OVERRIDES / "assets" / "vendor" / "atkinson-hyperlegible-next.woff2"
