"""The logger of the plugins. It stands below `mkdocs`, because strict mode counts only what is logged there."""

from mkdocs.plugins import get_plugin_logger

log = get_plugin_logger("tenfold")
