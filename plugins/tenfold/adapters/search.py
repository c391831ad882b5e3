"""The MkDocs plugin `tenfold/search`: the data of the finder, and the full-text index over the built pages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel

from tenfold.adapters.logs import log
from tenfold.adapters.siblings import library_plugin
from tenfold.finding import (
    CARDS_A_FILE,
    IndexFailed,
    finder_filters,
    finder_table,
    finder_terms,
    index_pages,
    meanings,
    spellings,
)
from tenfold.pages import finder_racks, racks
from tenfold.problems import counted
from tenfold.render import Renderer


class SearchConfig(Config):  # type: ignore[no-untyped-call]
    """Settings of the plugin in mkdocs.yml. There are none yet."""


class SearchPlugin(BasePlugin[SearchConfig]):  # type: ignore[no-untyped-call]
    """Makes the site searchable; `tenfold/library` adds the finder's pages when it sees this plugin."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self.beside = library_plugin(config, "tenfold/search")
        if "search" in config.plugins or "material/search" in config.plugins:
            raise PluginError("Take - search out of mkdocs.yml: tenfold/search does its work, with a smaller index.")
        return config

    @event_priority(-50)  # after tenfold/library, which makes the renderer there
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        assert self.beside.renderer is not None
        for path, data in finder_files(self.beside.renderer):
            text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
            files.append(File.generated(config, path, content=text, inclusion=InclusionLevel.NOT_IN_NAV))
        return files

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        assert self.beside.library is not None
        try:
            pages = index_pages(Path(config.site_dir), tuple(self.beside.library.cases))
        except IndexFailed as failure:
            raise PluginError(str(failure)) from None
        words = json.dumps(" ".join(spellings(Path(config.site_dir))))
        Path(config.site_dir, "find/spelling.json").write_text(words, encoding="utf-8")
        log.debug("Search knows %s", counted(pages, "page"))


def finder_files(renderer: Renderer) -> Iterator[tuple[str, Any]]:
    """The files that search and the comparison fetch: where each stands, and what it holds, to write as JSON."""
    library = renderer.library
    shelved = finder_racks(library, racks(library))
    yield "find/table.json", finder_table(library, shelved)
    yield "find/filters.json", finder_filters(shelved)
    yield "find/terms.json", finder_terms(library)
    authority = renderer.copy.settings.authority if renderer.copy else ""
    for number, file in enumerate(meanings(library, authority)):
        yield f"find/meanings/{number}.json", file
    ids = tuple(library.cases)
    for number, start in enumerate(range(0, len(ids), CARDS_A_FILE)):
        yield f"find/cards/{number}.json", {id: renderer.found(id) for id in ids[start : start + CARDS_A_FILE]}
    yield "compare/names.json", [library.cases[id].setting.name for id in ids]
    for id in ids:
        yield f"compare/cases/{id}.json", renderer.compared(id)
