"""The files of the site: a generated page for each page of the plan, and the records' own files beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import pages as mkdocs_pages
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.toc import TableOfContents

from tenfold.adapters.branding import brand_files, worn
from tenfold.library import Library
from tenfold.local.copy import LocalCopy
from tenfold.pages import Page, Whereabouts, public_text, raw_address
from tenfold.render import Renderer
from tenfold.render.scripts import without_comments
from tenfold.render.structured import json_ld
from tenfold.schema import FOLDER, schema_files, suggested_ids
from tenfold.side_by_side import side_by_side
from tenfold_theme import FRAGMENTS, OVERRIDES


class PlannedPage(mkdocs_pages.Page):
    """A page of the plan, for MkDocs. It renders its record; Python-Markdown has no part in it."""

    def __init__(self, plan: Page, file: File, config: MkDocsConfig, rendering: Rendering, places: Whereabouts) -> None:
        super().__init__(plan.title, file, config)
        self.plan = plan
        self.rendering = rendering
        renderer = rendering.renderer
        self.canonical_url = places.canonical_of(plan)
        self.is_listed = places.is_listed(plan)
        self.json_ld = json_ld(
            plan,
            renderer.library,
            site_name=config.site_name,
            site_url=places.site_url,
            same_as=places.original_of(plan),
            based_on=places.original,
        )
        self.update_date = renderer.dated

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown, self.meta = "", {"title": self.plan.title, "description": self.plan.description}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = self.rendering.html(self.plan)
        self.toc = TableOfContents([])
        self.present_anchor_ids = set()


class Rendering:
    """The HTML of every page of a plan. It is made from the first page on that is asked for, ahead of the others.

    Args:
        renderer: what renders a page.
        plan: the pages, in the order in which MkDocs will ask for them.
    """

    def __init__(self, renderer: Renderer, plan: Sequence[Page]) -> None:
        self.renderer = renderer
        self.plan = plan
        self.made: dict[str, str] = {}
        """By address, what is made and was not asked for yet."""

    def html(self, page: Page) -> str:
        """The HTML of a page."""
        while page.address not in self.made:
            made, html = next(self.coming, (page, None))
            self.made[made.address] = html or self.rendered(page)
        return self.made.pop(page.address)

    @cached_property
    def coming(self) -> Iterator[tuple[Page, str]]:
        return zip(self.plan, side_by_side(self.rendered, self.plan), strict=True)

    def rendered(self, page: Page) -> str:
        return str(self.renderer.render(page).html)


def arrange(files: Files, config: MkDocsConfig, renderer: Renderer, plan: Sequence[Page], places: Whereabouts) -> Files:
    """The files of the theme, a page for each page of the plan, and the records that may be read as they are."""
    docs = Path(config.docs_dir)
    kept = [lean(file, config) for file in files if not is_content(file, docs)]
    rendering = Rendering(renderer, plan)
    kept += [page_file(page, config, rendering, places) for page in plan]
    kept.append(robots(config))
    if not config.edit_uri:
        # With a project's host to edit at, the records can be read there; without one, the site holds them itself.
        edited = [page.edit for page in plan if page.edit.endswith(".md")]
        for path in dict.fromkeys([*raw_files(renderer.library), *edited]):
            source = renderer.copy.file_of(path) if renderer.copy else docs / PurePosixPath(path)
            if source.is_file():
                kept.append(text_copy(path, source, renderer.library, config))
    kept += schemas(config, renderer.library)
    kept += brand_files(config)
    return Files(kept)


def is_content(file: File, docs: Path) -> bool:
    return file.src_dir is not None and Path(file.src_dir) == docs


def raw_files(library: Library) -> Iterator[str]:
    """The record files that are published as they are, next to their pages. Drafts and withdrawn cases are not."""
    yield from (f"case_studies/{id}.yml" for id in library.cases)
    yield from (f"features/{id}.yml" for id in library.features)
    yield from (f"frameworks/{id}.yml" for id in library.frameworks)
    yield from (f"theories_of_change/{id}.yml" for id in library.theories)
    yield from (f"exercises/{id}.yml" for id in library.exercises)
    yield from (f"resources/{id}.yml" for id in library.resources)
    yield from (f"annotations/{id}.yml" for id in library.annotations)
    yield from ("sources.yml", "glossary.yml")


def lean(file: File, config: MkDocsConfig) -> File:
    """A file of the theme; of a script of ours, what a browser needs. A local host's own are left as they are."""
    if file.src_dir != str(OVERRIDES) or not file.src_uri.endswith(".js"):
        return file
    text = without_comments(file.content_string)
    return File.generated(config, file.src_uri, content=text, inclusion=InclusionLevel.NOT_IN_NAV)


def page_file(page: Page, config: MkDocsConfig, rendering: Rendering, places: Whereabouts) -> File:
    file = File.generated(config, f"{page.address}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
    # Read when the Page is made, so it is set before: the link opens the record, not a page that was generated.
    vars(file)["edit_uri"] = page.edit or None
    PlannedPage(page, file, config, rendering, places)
    return file


def robots(config: MkDocsConfig) -> File:
    """What is said to search engines: come in, and where the map is, if the site knows where it stands."""
    site_map = f"Sitemap: {config.site_url.rstrip('/')}/sitemap.xml\n" if config.site_url else ""
    text = f"User-agent: *\nAllow: /\n{site_map}"
    return File.generated(config, "robots.txt", content=text, inclusion=InclusionLevel.NOT_IN_NAV)


def text_copy(path: str, source: Path, library: Library, config: MkDocsConfig) -> File:
    """The file behind a page, to be published as it is, or without what a copy withholds."""
    address, unlisted = raw_address(path), InclusionLevel.NOT_IN_NAV
    if library.full is library:
        return File.generated(config, address, abs_src_path=str(source), inclusion=unlisted)
    text = public_text(source.read_text(encoding="utf-8"), path, library)
    return File.generated(config, address, content=text, inclusion=unlisted)


def schemas(config: MkDocsConfig, library: Library) -> Iterator[File]:
    """What editors need to complete and explain a record, with the ids of this site to choose from."""
    for name, text in schema_files(suggested_ids(library)).items():
        yield File.generated(config, f"{FOLDER}/{name}", content=text, inclusion=InclusionLevel.NOT_IN_NAV)


def renderer_for(
    config: MkDocsConfig, library: Library, *, searchable: bool, copy: LocalCopy | None = None
) -> Renderer:
    brand = worn(config)
    return Renderer(
        library,
        fragments=[*own_fragments(config), FRAGMENTS],
        icons=icon_folder(),
        site_name=config.site_name,
        site_url=config.site_url or None,
        edit_base=edit_base(config),
        searchable=searchable,
        copy=copy,
        logo=brand.header_logo if brand else None,
    )


def own_fragments(config: MkDocsConfig) -> list[Path]:
    """A local host's own fragments, which win over ours: the folder `fragments` in their `custom_dir`."""
    custom: Any = config.theme.custom_dir
    folder = Path(custom) / "fragments" if custom else None
    return [folder] if folder and folder.is_dir() else []


def icon_folder() -> Path:
    """Material Design Icons, which Material for MkDocs ships; found without importing anything of it."""
    spec = find_spec("material")
    assert spec is not None, "mkdocs-material is a dependency of this package"
    assert spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0]) / "templates" / ".icons" / "material"


def edit_base(config: MkDocsConfig) -> str | None:
    """What comes before a file's path at the project's host, if mkdocs.yml names one in `edit_uri`."""
    if not config.edit_uri:
        return None
    return urljoin(f"{config.repo_url.rstrip('/')}/" if config.repo_url else "", config.edit_uri)
