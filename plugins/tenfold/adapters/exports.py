"""The MkDocs plugin `tenfold/exports`: what those need who publish a copy, to take away from the site itself."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel

from tenfold.adapters.library import LibraryPlugin
from tenfold.adapters.siblings import library_plugin
from tenfold.bundling.making import CannotBundle, make_bundle
from tenfold.bundling.manifest import Original
from tenfold.checking import Checked
from tenfold.founding.toolkit import Wheel, wheel_here
from tenfold.model.base import day_in_words
from tenfold.pages import Download

FOLDER = "downloads"
COPY = "copy"
"""What the downloads belong to: the page on publishing a copy."""
FOR_ORIGINALS = "tenfold/exports is for originals: take - tenfold/exports out of the mkdocs.yml of a copy."


class ExportsConfig(Config):  # type: ignore[no-untyped-call]
    """Settings of the plugin in mkdocs.yml. There are none yet."""


class ExportsPlugin(BasePlugin[ExportsConfig]):  # type: ignore[no-untyped-call]
    """Puts the content as a bundle and the toolkit as a wheel below `downloads/`, for local copies."""

    @event_priority(-50)  # after tenfold/library, which makes the renderer there
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        beside = library_plugin(config, "tenfold/exports")
        if beside.copy is not None:
            raise PluginError(FOR_ORIGINALS)
        assert beside.renderer is not None
        offered = []
        for name, raw, label, purpose in exports(beside, config):
            file = File.generated(config, f"{FOLDER}/{name}", content=raw, inclusion=InclusionLevel.NOT_IN_NAV)
            files.append(file)
            digest = sha256(raw).hexdigest()
            offered.append(Download(name, label, max(1, round(len(raw) / 1000)), purpose, digest))
        beside.renderer.downloads[COPY] = tuple(offered)
        return files


def exports(beside: LibraryPlugin, config: MkDocsConfig) -> Iterator[tuple[str, bytes, str, str]]:
    """Name and bytes of each file, what people call it, and what it is for."""
    assert beside.library is not None
    docs = Path(config.docs_dir)
    original = Original(name=config.site_name, site=config.site_url or "")
    try:
        made = make_bundle(docs, Checked(beside.library, []), original, shown_as=docs.name)
    except CannotBundle as reason:
        said = "\n".join(f"  {problem}" for problem in reason.problems)
        raise PluginError(f"tenfold/exports: {reason}\n{said}".rstrip()) from None
    toolkit = wheel()
    yield toolkit.name, toolkit.raw, "The toolkit", "makes and updates a copy"
    day = made.manifest.day.isoformat()
    yield f"tenfold-content-{day}.zip", made.raw, "The content", f"as it was on {day_in_words(made.manifest.day)}"


@cache
def wheel() -> Wheel:
    """The toolkit that runs; it does not change while it does."""
    return wheel_here()
