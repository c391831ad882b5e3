"""The texts that a new copy is given, and how their gaps are filled."""

from __future__ import annotations

import re
from importlib.resources import files

GAP = re.compile(r"<<([a-z_]+)>>")


def paper(name: str) -> str:
    """A text by the name of its file."""
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


def filled(text: str, **values: str) -> str:
    """A text with every gap filled, once: what is filled in has no gaps of its own."""
    return GAP.sub(lambda gap: values[gap[1]], text)


def part(text: str, name: str) -> str:
    """The part of a text that stands below its name."""
    names, bodies = (re.split(r"^=== (\w+)\n", text, flags=re.MULTILINE)[start::2] for start in (1, 2))
    return dict(zip(names, bodies, strict=True))[name].strip()


def in_markdown(text: str) -> str:
    """Words of somebody, so that Markdown shows them as they are."""
    return re.sub(r"([\\`*_\[\]<#]|&(?=#?\w+;))", r"\\\1", text)
