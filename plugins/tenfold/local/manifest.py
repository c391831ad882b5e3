"""What the content in upstream/ says of itself, as `bundle.json` beside it has it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

FILE = "bundle.json"


@dataclass(frozen=True)
class Gone:
    """A record that was withdrawn: its kind, its id now and formerly, what people called it, and why."""

    kind: str
    ids: tuple[str, ...]
    name: str
    reason: str
    safeguarding: bool


@dataclass(frozen=True)
class Manifest:
    """Whose content it is, where their site stands, and of which day it is; what is not known is empty."""

    name: str = ""
    site: str = ""
    day: date | None = None
    withdrawn: tuple[Gone, ...] = ()


def read_manifest(upstream: Path) -> Manifest:
    """The manifest of unpacked content; an empty one when it cannot be read, because no page fails for want of it."""
    try:
        said: Any = json.loads((upstream / FILE).read_text(encoding="utf-8"))
        original = said.get("original", {})
        withdrawn = tuple(map(gone, said.get("withdrawn", ())))
        name, site = str(original.get("name", "")), str(original.get("site", ""))
        return Manifest(name, site, day_of(said.get("day")), withdrawn)
    except (OSError, ValueError, AttributeError, TypeError):
        return Manifest()


def day_of(said: object) -> date | None:
    try:
        return date.fromisoformat(str(said))
    except ValueError:
        return None


def gone(said: Any) -> Gone:
    ids = (str(said.get("id", "")), *map(str, said.get("aliases", ())))
    words = (str(said.get("name", "")), str(said.get("reason", "")))
    return Gone(str(said.get("kind", "")), ids, *words, safeguarding=said.get("safeguarding") is True)
