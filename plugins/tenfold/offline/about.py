"""What a copy says about itself, and how making one fails."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

LONGEST_SLUG = 40


class OfflineFailed(Exception):
    """No copy was made; the text says why, and what to do."""


@dataclass(frozen=True)
class About:
    """The site that a copy is made of: its name, the day of its content and, where it has one, its public address."""

    name: str
    dated: date | None
    address: str = ""

    @property
    def day(self) -> str:
        return f"{self.dated.day} {self.dated:%B %Y}" if self.dated else ""

    @property
    def slug(self) -> str:
        """The name as a folder that every system can have."""
        plain = unicodedata.normalize("NFKD", self.name).encode("ascii", "ignore").decode().lower()
        return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_SLUG].strip("-") or "toolkit"
