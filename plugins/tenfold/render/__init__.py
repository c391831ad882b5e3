"""Records into HTML: fragments, prose, citations, structured data. Knows nothing of MkDocs."""

from tenfold.render.renderer import Rendered, Renderer

__all__ = ["Rendered", "Renderer"]
