"""Bundles: content packed for local copies, read back from strangers, and compared with another, in words."""

from tenfold.bundling.comparing import Change, Changes, Part, What, compare
from tenfold.bundling.making import CannotBundle, make_bundle
from tenfold.bundling.manifest import Manifest
from tenfold.bundling.opening import Bundle, open_bundle, read_bundle
from tenfold.bundling.refusing import BundleRefused
from tenfold.bundling.telling import told

__all__ = [
    "Bundle",
    "BundleRefused",
    "CannotBundle",
    "Change",
    "Changes",
    "Manifest",
    "Part",
    "What",
    "compare",
    "make_bundle",
    "open_bundle",
    "read_bundle",
    "told",
]
