"""Putting a built site where the old one is: verified first, then whole or not at all. Knows files, not records."""

from tenfold.publishing.swapping import former_of, recover, swap
from tenfold.publishing.verifying import Fault, verify

__all__ = ["Fault", "former_of", "recover", "swap", "verify"]
