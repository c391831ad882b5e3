"""Where `tenfold.css` uses a colour: every rule with its selector, and the tokens that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.support.builders import PROJECT

CSS = PROJECT / "theme/tenfold_theme/overrides/assets/tenfold.css"
RULE = re.compile(r"([^{};]+)\{([^{}]*)\}")
TOKEN = re.compile(r"var\(--([a-z-]+)[,)]")
TEXT = {"color"}
GROUND = {"background", "background-color", "--ground"}


def sheet() -> str:
    return re.sub(r"/\*.*?\*/", "", CSS.read_text(encoding="utf-8"), flags=re.DOTALL)


def rules() -> Iterator[tuple[str, dict[str, str]]]:
    """Every rule: its selector, and its declarations."""
    for found in RULE.finditer(sheet()):
        parts = (part.partition(":") for part in found[2].split(";") if ":" in part)
        yield " ".join(found[1].split()), {name.strip(): value.strip() for name, _, value in parts}


def uses(tokens: set[str]) -> Iterator[tuple[str, str, str]]:
    """Each use of one of these tokens: the token, what it is used for (text, ground or shape), and the selector."""
    for selector, declared in rules():
        for name, value in declared.items():
            for token in TOKEN.findall(value):
                if token in tokens:
                    kind = "text" if name in TEXT else "ground" if name in GROUND else "shape"
                    yield token, kind, selector
