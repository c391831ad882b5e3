"""The MkDocs plugin `tenfold/library`: checks the content, and turns its records into pages."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from mkdocs.config.base import Config
from mkdocs.config.config_options import SubConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from tenfold.adapters.branding import introduce
from tenfold.adapters.files import PlannedPage, arrange, renderer_for
from tenfold.adapters.frame import dress, show_problems
from tenfold.adapters.hosting import HostConfig, host_of, host_of_copy
from tenfold.adapters.local import LocalPlugin
from tenfold.adapters.logs import log
from tenfold.checking import check_content
from tenfold.ledger import dead_addresses
from tenfold.library import Library
from tenfold.local.copy import LocalCopy
from tenfold.pages import Page as PlanPage
from tenfold.pages import Whereabouts, is_local, plan_pages
from tenfold.problems import Problem, summary
from tenfold.render import Frame, Renderer
from tenfold.render.template_faults import template_fault


class BrokenTemplate(PluginError):
    """A template cannot be rendered, most likely one of a local host's own; the text says which, at which line, why."""


class LibraryConfig(Config):  # type: ignore[no-untyped-call]
    """Settings of the plugin in mkdocs.yml."""

    host = SubConfig(HostConfig)
    """Who publishes this copy, for the pages on how to contribute."""


class LibraryPlugin(BasePlugin[LibraryConfig]):  # type: ignore[no-untyped-call]
    """Checks all content before anything is built, and gives MkDocs a page for each record.

    For sibling plugins, `library` holds the records from `on_config` on, `plan` and `renderer` what comes of them from
    `on_files` on. `hosting`, one of `tenfold.hosting.HOSTS`, has `tenfold build` make the site ready for that kind of
    host.
    """

    def __init__(self) -> None:
        self.library: Library | None = None
        self.renderer: Renderer | None = None
        self.plan: list[PlanPage] = []
        self.hosting: str | None = None
        self.serving = False
        self.copy: LocalCopy | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Kept through the rebuilds of `mkdocs serve`, so that a mistake while writing leaves the last good site."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        if not config.use_directory_urls:
            raise PluginError("Set use_directory_urls: true in mkdocs.yml: the addresses of records are folders.")
        docs = Path(config.docs_dir)
        self.copy = copy_of(config)
        self.hosting = self.copy.settings.host if self.copy else None
        with collector_paused():
            checked = self.copy.check() if self.copy else check_content(docs, shown_as=docs.name)
            dead = [] if checked.errors else list(dead_addresses(checked.library, docs, shown_as=docs.name))
            if not self.serving:  # else the next build could not let go of what this one has read
                gc.freeze()
        if checked.errors or dead:
            self.report([*checked.errors, *dead], config)
        else:
            self.library = checked.library.public
        assert self.library is not None
        dress(config)
        introduce(config)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        assert self.library is not None
        if self.serving:  # what the build before has left
            gc.collect()
        searchable = "tenfold/search" in config.plugins
        self.renderer = renderer_for(config, self.library, searchable=searchable, copy=self.copy)
        documents = "tenfold/documents" in config.plugins
        host = host_of_copy(self.copy) if self.copy else host_of(self.config.host)
        self.plan = plan_pages(self.library, finder=searchable, documents=documents, host=host, copy=self.copy)
        arranged = arrange(files, config, self.renderer, self.plan, self.places(config))
        # Records and plan stay until the end: nothing is gained by having every collection walk through them again.
        gc.freeze()
        return arranged

    def places(self, config: MkDocsConfig) -> Whereabouts:
        """Where this site stands, and where the one does that it is a copy of."""
        assert self.library is not None
        if self.copy is None:
            return Whereabouts(config.site_url or None)
        return Whereabouts(config.site_url or None, self.copy.original or None, partial(is_local, self.library))

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        assert self.renderer is not None
        plan = page.plan if isinstance(page, PlannedPage) else None
        return with_frame(context, self.renderer.frame(plan, context["base_url"]))

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        assert self.renderer is not None
        return with_frame(context, self.renderer.frame(None, context["base_url"]))

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if self.serving:  # else Python ends soon, and would walk through everything once more
            gc.unfreeze()
        # MkDocs packs the map with the time of the build in it: the same content would not give the same bytes.
        (Path(config.site_dir) / "sitemap.xml.gz").unlink(missing_ok=True)

    def on_build_error(self, *, error: Exception) -> None:
        gc.unfreeze()
        fault = template_fault(error)
        if fault:
            raise BrokenTemplate(fault) from error

    def report(self, problems: list[Problem], config: MkDocsConfig) -> None:
        """Stop the build with every problem; while serving, show them and go on with the last good records."""
        message = in_full(problems)
        if not self.serving or self.library is None:
            raise PluginError(message)
        log.error(message)
        show_problems(config, problems)


def copy_of(config: MkDocsConfig) -> LocalCopy | None:
    """The local copy that is built, if it is one."""
    found = config.plugins.get("tenfold/local")
    return found.copy if isinstance(found, LocalPlugin) else None


@contextmanager
def collector_paused() -> Iterator[None]:
    """No garbage collection while records are read: all that is made then stays."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def with_frame(context: TemplateContext, frame: Frame) -> TemplateContext:
    """A template's context with the header and the footer of the page."""
    context["tenfold"] = frame  # type: ignore[typeddict-unknown-key]
    return context


def in_full(problems: list[Problem]) -> str:
    """All problems, one a line, with their count."""
    lines = "\n".join(f"  {problem}" for problem in problems)
    return f"The content has problems, and nothing was built:\n{lines}\n{summary(problems)}"
