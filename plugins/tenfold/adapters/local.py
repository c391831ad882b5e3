"""The MkDocs plugin `tenfold/local`: a site from the settings of a local copy, its content and ours."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority

from tenfold.adapters.branding import wear
from tenfold.adapters.logs import log
from tenfold.local.copy import BELOW, LocalCopy, NotACopy, read_copy
from tenfold.local.place import FILE
from tenfold.problems import summary


class LocalConfig(Config):  # type: ignore[no-untyped-call]
    """Settings of the plugin in mkdocs.yml. There are none: `local.yml` has them all."""


class LocalPlugin(BasePlugin[LocalConfig]):  # type: ignore[no-untyped-call]
    """Reads `local.yml` beside mkdocs.yml and puts its settings in place of those of MkDocs.

    For sibling plugins, `copy` holds the local copy from `on_config` on.
    """

    def __init__(self) -> None:
        self.copy: LocalCopy | None = None

    @event_priority(100)  # before tenfold/library, which reads the content
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        folder = Path(config.config_file_path or "mkdocs.yml").absolute().parent
        if not (folder / FILE).is_file():
            raise PluginError(f"tenfold/local needs {FILE} beside mkdocs.yml. tenfold local init makes one.")
        end_broken_update(folder)
        try:
            copy = read_copy(folder)
        except NotACopy as refused:
            said = "\n".join(f"  {problem}" for problem in refused.problems)
            raise PluginError(f"{FILE} has problems:\n{said}\n{summary(refused.problems)}") from None
        if Path(config.docs_dir) != copy.own:
            raise PluginError("Set docs_dir: content in mkdocs.yml: that is where your own records lie.")
        self.copy = copy
        settings = copy.settings
        config.site_name = settings.name
        config.site_url = f"{settings.address.rstrip('/')}/" if settings.address else ""
        config.edit_uri = config.repo_url = None  # pages of ours cannot be changed here; yours lead to `edit`
        config.copyright = settings.authority
        brand, faults = copy.worn
        if brand and not faults:  # tenfold/library tells what is wrong with it, together with everything else
            wear(config, brand)
        return config

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        assert self.copy is not None
        server.watch(str(self.copy.folder / FILE))
        server.watch(str(self.copy.folder / BELOW))
        return server


def end_broken_update(folder: Path) -> None:
    """Complete an update that was broken off, or clear it away: `mkdocs serve` reads the copy too."""
    from tenfold.updating import Busy, UpdateFailed, recover  # noqa: PLC0415 (takes a while, and only copies need it)

    try:
        said = recover(folder)
    except (Busy, UpdateFailed) as reason:
        raise PluginError(str(reason)) from None
    if said:
        log.info(said)
