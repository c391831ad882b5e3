"""A local copy as a folder: where everything in it stands, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tenfold.checking import Checked, check_layers
from tenfold.library import Arrangement, Library
from tenfold.loading import Content, Layer
from tenfold.loading.content import Read, faults_of, validated
from tenfold.loading.placing import COLLECTIONS
from tenfold.loading.yaml_document import Document
from tenfold.loading.yaml_text import read
from tenfold.local.arranging import arrangement_problems, keys
from tenfold.local.manifest import Manifest, read_manifest
from tenfold.local.place import FILE
from tenfold.local.settings import Brand as Look
from tenfold.local.settings import Settings
from tenfold.local.withdrawn import kept_all_the_same
from tenfold.local.withholding import withholding_advice
from tenfold.problems import Level, Problem, in_order

if TYPE_CHECKING:
    from tenfold.branding import Brand

OWN = "content"
"""Where what is theirs stands."""
BELOW = "upstream"
"""Where what is ours stands: nobody edits it, and each update puts another in its place."""
OVERRIDES = "overrides"
"""Where templates of theirs stand."""


class NotACopy(Exception):
    """The settings of a local copy cannot be read. `problems` says what is wrong with them."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@dataclass(frozen=True)
class LocalCopy:
    """A local copy: its folder, its settings, and where each of them stands in `local.yml`."""

    folder: Path
    settings: Settings
    document: Document
    shown_as: str = ""
    """The folder as messages name it; nothing for the one somebody stands in."""
    tried: Path | None = None
    """A folder with content/ and upstream/ to be tried in place of those that are there."""

    @property
    def own(self) -> Path:
        return (self.tried or self.folder) / OWN

    @property
    def upstream(self) -> Path:
        return (self.tried or self.folder) / BELOW / OWN

    @cached_property
    def manifest(self) -> Manifest:
        """What the content in upstream/ says of itself."""
        return read_manifest(self.folder / BELOW)

    @cached_property
    def worn(self) -> tuple[Brand | None, list[Problem]]:
        """How it looks, or None when its settings leave that as it is; and what is wrong with them."""
        if self.settings.brand == Look():
            return None, []
        from tenfold.local.wearing import brand_of

        return brand_of(self)

    @property
    def original(self) -> str:
        """The address of the site that the content in upstream/ comes from, or nothing."""
        return self.settings.original or self.manifest.site

    def shown(self, path: str) -> str:
        """A path of this folder as messages name it."""
        return f"{self.shown_as}/{path}" if self.shown_as else path

    @property
    def layers(self) -> tuple[Layer, Layer]:
        """Our content, and theirs on top of it."""
        return (
            Layer(self.upstream, self.shown(f"{BELOW}/{OWN}")),
            Layer(self.own, self.shown(OWN), local=True),
        )

    def file_of(self, path: str) -> Path:
        """Where a file of the content stands, by its path from there: theirs before ours, of lists of records ours."""
        roots = (self.upstream, self.own) if path in COLLECTIONS else (self.own, self.upstream)
        return next((found for root in roots if (found := root / path).is_file()), self.own / path)

    @property
    def templates(self) -> tuple[str, ...]:
        """The templates and other files in overrides/, which win over ours."""
        folder = self.folder / OVERRIDES
        found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
        return tuple(sorted(path for path in found if not path.lower().endswith(("readme.md", ".gitkeep"))))

    def check(self) -> Checked:
        """Everything of theirs and ours as one, and every problem with it.

        Advice on what is ours is left out: nobody here can follow it.
        """
        arrangement = arrangement_of(self.settings)
        checked = check_layers(self.layers, replaced=keys(self.settings.replace), arrangement=arrangement)
        found = [*checked.problems, *self.problems(checked.library)]
        below = f"{self.layers[0].shown_as}/"
        theirs = [each for each in found if each.level is Level.ERROR or not each.path.startswith(below)]
        return replace(checked, problems=in_order(theirs))

    def problems(self, library: Library) -> Iterator[Problem]:
        """What is wrong between the settings and the records."""
        own = frozenset(key for key, entry in library.entries.items() if entry.local)
        yield from arrangement_problems(self.settings, self.document, library, own, self.shown(FILE))
        yield from withholding_advice(self.settings, self.document, library, self.shown(FILE))
        yield from kept_all_the_same(library, self.manifest.withdrawn)
        yield from self.worn[1]


def arrangement_of(settings: Settings) -> Arrangement:
    pin, order = (tuple(id for _, id in keys(each)) for each in (settings.pin, settings.order))
    return Arrangement(frozenset(keys(settings.hide)), pin, order, frozenset(keys(settings.withhold)))


def read_copy(folder: Path, *, shown_as: str = "") -> LocalCopy:
    """A local copy from its folder.

    Args:
        folder: where its `local.yml` stands.
        shown_as: how messages name the folder; nothing when somebody stands in it.

    Raises:
        NotACopy: its settings have problems.
    """
    shown = f"{shown_as}/{FILE}" if shown_as else FILE
    try:
        raw = (folder / FILE).read_bytes()
    except OSError as error:
        message = f"this file cannot be opened: {(error.strerror or 'unknown reason').lower()}."
        raise NotACopy([Problem(shown, 1, 1, "", message, "Check that you may read it.", "unreadable")]) from None
    document = read(raw)
    content = Content(problems=list(faults_of(document, shown)), files=[Read(shown, document, Settings)])
    settings = validated(document, document.data, Settings, content, shown)
    if content.problems or not isinstance(settings, Settings):
        raise NotACopy(in_order(content.problems))
    return LocalCopy(folder, settings, document, shown_as)
