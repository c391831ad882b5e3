"""New local copies for tests: of the base content, with a small toolkit and made-up versions."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from tenfold.bundling import Bundle
from tenfold.founding.below import from_folder
from tenfold.founding.files import NewCopy
from tenfold.founding.toolkit import Wheel
from tests.support.builders import BASE
from tests.support.groups import GUARD
from tests.support.logos import a_logo, saved

WHEEL = Wheel("tenfold-1.2.3-py3-none-any.whl", b"the toolkit")
VERSIONS = {"mkdocs": "1.6.1", "jinja2": "3.1.6"}
PNG = saved(a_logo())
SETTINGS: dict[str, Any] = {"name": "Inclusion in Exampleton", "authority": "Exampleton Borough Council"}
EVERYTHING = {
    **SETTINGS,
    "brand": {"colour": "#12505b", "accent": "#b5431f", "logo": "brand/logo.png", "logo_alt": "Exampleton"},
    "contact": {"name": "Inclusion Team", "email": "inclusion@exampleton.example", "phone": "020 7946 0000"},
    "complaints": {"name": "Customer Relations", "page": "https://www.exampleton.example/complain"},
    "data_protection": {"name": "Data Protection Officer", "email": "dpo@exampleton.example"},
}


@cache
def base_bundle() -> Bundle:
    with GUARD.set_aside():
        return from_folder(BASE)


def a_new_copy(**more: Any) -> NewCopy:
    """A copy with these settings beside its name."""
    bundle = base_bundle()
    logo = {"logo.png": PNG} if "brand" in more else {}
    return NewCopy({**SETTINGS, **more}, bundle.files, bundle.installed, WHEEL, VERSIONS, "3.11", logo)


def written(folder: Path, files: dict[str, bytes]) -> Path:
    for path, raw in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(raw)
    return folder
