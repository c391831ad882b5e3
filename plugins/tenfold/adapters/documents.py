"""The MkDocs plugin `tenfold/documents`: each theory of change to take away, as Word, PowerPoint and Excel files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel

from tenfold.adapters.branding import worn
from tenfold.adapters.siblings import library_plugin
from tenfold.documents import BLANK, About, Colours, Document, documents_of
from tenfold.forms import as_record_text
from tenfold.forms.templates import TEMPLATE, templates
from tenfold.library import Library
from tenfold.library.newest import newest
from tenfold.loading.writing import as_yaml
from tenfold.model import TheoryOfChange
from tenfold.model.vocabulary import Licence
from tenfold.pages import Download, Page
from tenfold.pages.contributing import CONTRIBUTE, TOP
from tenfold.pages.theories import GUIDE, THEORIES
from tenfold.render.sheets import sheet_downloads, sheet_files

if TYPE_CHECKING:
    from tenfold.branding.palette import OnPaper

FOLDER = "downloads"
Wanted = tuple[str, TheoryOfChange | None, About]
"""What to make documents of: what they are named after, the theory if there is one, and where they come from."""


class DocumentsConfig(Config):  # type: ignore[no-untyped-call]
    """Settings of the plugin in mkdocs.yml. There are none yet."""


class DocumentsPlugin(BasePlugin[DocumentsConfig]):  # type: ignore[no-untyped-call]
    """Puts the documents of every page of a theory below `downloads/`, and tells the renderer, which links to them."""

    def __init__(self) -> None:
        self.made: dict[Wanted, tuple[Document, ...]] = {}
        self.forms: dict[About, tuple[Document, ...]] = {}

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Kept through the rebuilds of `mkdocs serve`, so that only documents that changed are made again."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self.beside = library_plugin(config, "tenfold/documents")
        return config

    @event_priority(-50)  # after tenfold/library, which makes the plan and the renderer there
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        library, renderer = self.beside.library, self.beside.renderer
        assert library is not None
        assert renderer is not None
        wanted = [blank(library, config), *theories(self.beside.plan, config)]
        refuse_namesakes(wanted)
        self.made = {each: self.made.get(each) or documents_of(*each) for each in wanted}
        contents: dict[str, bytes] = {}
        for (id, theory, about), documents in self.made.items():
            offered = [*documents, record_of(id, theory, about)]
            renderer.downloads[id] = tuple(map(offer, offered))
            contents |= {f"{FOLDER}/{document.name}": document.content for document in offered}
        about = of_templates(library, config)
        forms = self.forms.get(about) or templates(about)
        self.forms = {about: forms}
        renderer.downloads[TEMPLATE] = tuple(map(offer, forms))
        contents |= {f"{FOLDER}/{document.name}": document.content for document in forms}
        sheets = dict(sheets_of(library, config))
        renderer.downloads |= sheet_downloads(sheets.items())
        for path, content in (contents | sheets).items():
            files.append(as_it_is(path, content, config))
        return files


def as_it_is(path: str, content: bytes, config: MkDocsConfig) -> File:
    """A file that the site offers as it is: MkDocs would make a page of one that ends in .md."""
    source = f"{path}.txt" if path.endswith(".md") else path
    file = File.generated(config, source, content=content, inclusion=InclusionLevel.NOT_IN_NAV)
    file.dest_uri = path
    return file


def record_of(id: str, theory: TheoryOfChange | None, about: About) -> Document:
    """A theory as the record that somebody changes and sends back; without one, a record to fill in."""
    name = f"{id}-theory-of-change.yml"
    origin = f"from {about.site_name}. {about.address}".strip()
    if theory is None:
        text = as_record_text(
            {}, comment=f"A theory of change, to fill in, {origin}\n{TO_FILL_IN}", model=TheoryOfChange
        )
        return Document(name, "Record", "yml", "a text file, to fill in and send back", text.encode())
    text = as_yaml(theory, comment=f"A theory of change {origin}\n{TO_CHANGE}")
    return Document(name, "Record", "yml", "a text file, to change and send back", text.encode())


TO_CHANGE = "Change what is yours to change: status, drafted_by, the five parts and provenance."
TO_FILL_IN = """Each line that starts with # is a hint: it is not published. Write each answer behind its colon.
Begin with the aims, then the outcomes, and come to the activities last. Copy an entry for each further one."""


def of_templates(library: Library, config: MkDocsConfig) -> About:
    """Where the forms for case studies come from; the page that they name is the one on contributing."""
    address = absolute(CONTRIBUTE.address, config) if TOP in library.pages else ""
    return come_from(address, Licence.CC_BY, newest(library), config)


def blank(library: Library, config: MkDocsConfig) -> Wanted:
    """The forms to fill in. Their day is that of the newest content."""
    address = f"{GUIDE}/" if GUIDE in library.pages else THEORIES.address
    return BLANK, None, come_from(absolute(address, config), Licence.CC_BY, newest(library), config)


def theories(plan: Iterable[Page], config: MkDocsConfig) -> Iterator[Wanted]:
    """The theory of each page that shows one."""
    for page in plan:
        theory = page.data.get("theory")
        if isinstance(theory, TheoryOfChange):
            told = theory.provenance
            about = come_from(absolute(page.address, config), told.licence, told.reviewed, config)
            yield page.data["id"], theory, about


def come_from(address: str, licence: Licence, dated: date, config: MkDocsConfig) -> About:
    """Where a document of this site comes from, in the colours of its brand."""
    brand = colours(config)
    looks = Colours(digits(brand.main), digits(brand.accent)) if brand else Colours()
    return About(config.site_name, address, licence, dated, looks)


def sheets_of(library: Library, config: MkDocsConfig) -> Iterator[tuple[str, bytes]]:
    """The files of the sheets of exercises, in the colours of the site's brand."""
    brand = colours(config)
    looks = {"main": brand.main, "tint": brand.tint} if brand else {}
    return sheet_files(library, site_name=config.site_name, site_url=config.site_url or None, **looks)


def colours(config: MkDocsConfig) -> OnPaper | None:
    """What the brand colours paper with; None where there is none, or it leaves the colours as they are."""
    brand = worn(config)
    return brand.palette.on_paper if brand and brand.palette else None


def digits(colour: str) -> str:
    """A colour such as #12505b as office files have it: 12505B."""
    return colour.removeprefix("#").upper()


def absolute(address: str, config: MkDocsConfig) -> str:
    """Where a page will stand, or nothing where nobody knows."""
    return urljoin(config.site_url, address) if config.site_url else ""


def refuse_namesakes(wanted: Iterable[Wanted]) -> None:
    seen: set[str] = set()
    for id, _, _ in wanted:
        if id in seen:
            message = f'the documents of the theory of change "{id}" would have the names of others.'
            raise PluginError(f"{message} Give content/theories_of_change/{id}.yml another name.")
        seen.add(id)


def offer(document: Document) -> Download:
    """A document as pages offer it."""
    size = max(1, round(len(document.content) / 1000))
    return Download(document.name, document.label, size, document.purpose)
