"""What the content in upstream/ says of itself, as `bundle.json` beside it has it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

FILE = "bundle.json"


@dataclass(frozen=True)
class Manifest:
    """Whose content it is, where their site stands, and of which day it is; what is not known is empty."""

    name: str = ""
    site: str = ""
    day: date | None = None


def read_manifest(upstream: Path) -> Manifest:
    """The manifest of unpacked content; an empty one when it cannot be read, because no page fails for want of it."""
    try:
        said: Any = json.loads((upstream / FILE).read_text(encoding="utf-8"))
        original = said.get("original", {})
        return Manifest(str(original.get("name", "")), str(original.get("site", "")), day_of(said.get("day")))
    except (OSError, ValueError, AttributeError):
        return Manifest()


def day_of(said: object) -> date | None:
    try:
        return date.fromisoformat(str(said))
    except ValueError:
        return None
