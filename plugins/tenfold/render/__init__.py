"""Records into HTML: fragments, prose, terms, structured data. Knows nothing of MkDocs."""

from tenfold.render.renderer import BrokenFragment, Frame, Rendered, Renderer

__all__ = ["BrokenFragment", "Frame", "Rendered", "Renderer"]
