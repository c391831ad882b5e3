"""That a bundle is not taken."""

from __future__ import annotations

AGAIN = "Download it again from the site that it comes from."


class BundleRefused(Exception):
    """A bundle is not taken. The text says why and what to do."""
