"""The plugins that need the records: each says so, by its own name, on a site whose mkdocs.yml leaves them out."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files


def begin(config: MkDocsConfig) -> None:
    """The events of a build up to the one in which its files are found."""
    config.plugins.on_config(config)
    config.plugins.on_files(Files([]), config=config)


@pytest.mark.parametrize("name", ["tenfold/documents", "tenfold/exports", "tenfold/search"])
def test_without_the_records_a_plugin_says_what_to_add(name: str, small_project: Path) -> None:
    file = small_project / "mkdocs.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("tenfold/library", name), encoding="utf-8")
    with pytest.raises(PluginError) as refused:
        begin(load_config(str(file)))
    assert refused.value.message == f"{name} needs the records. Add - tenfold/library below plugins: in mkdocs.yml."
