"""The plugins that work with what `tenfold/library` has read: how they find it."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from tenfold.adapters.library import LibraryPlugin


def library_plugin(config: MkDocsConfig, wanted_by: str) -> LibraryPlugin:
    """The plugin that holds the records, for another that needs them.

    Args:
        config: the settings of the site, with its plugins.
        wanted_by: the name of the other in mkdocs.yml, such as `tenfold/search`.

    Raises:
        PluginError: mkdocs.yml does not name it.
    """
    found = config.plugins.get("tenfold/library")
    if not isinstance(found, LibraryPlugin):
        raise PluginError(f"{wanted_by} needs the records. Add - tenfold/library below plugins: in mkdocs.yml.")
    return found
