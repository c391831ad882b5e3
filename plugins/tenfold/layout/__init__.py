"""The one layout of record files: what stands in them stays, and how it is written becomes the same everywhere."""

from tenfold.layout.laying_out import Laid, lay_out

__all__ = ["Laid", "lay_out"]
