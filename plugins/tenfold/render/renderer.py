"""Renders the pages of a plan with the fragments of the theme."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import TemplateError
from markupsafe import Markup

from tenfold.library import FACETS, Library, Noted
from tenfold.local.copy import LocalCopy
from tenfold.model import Kind
from tenfold.model.base import day_in_words
from tenfold.model.vocabulary import Beneficiaries
from tenfold.pages import Download, Page, footer_places, header_places
from tenfold.render.fragments import environment
from tenfold.render.notes import AT_TOP
from tenfold.render.terms import TermFinder
from tenfold.render.view import View

if TYPE_CHECKING:  # pictures and colours take 0.4 s to import, and most sites have no brand
    from tenfold.branding import Picture

HERE = "\x00"
"""Stands for the way to the site's root in a part that is made once; no content holds this character."""


class BrokenFragment(Exception):
    """A fragment that cannot be rendered, most likely one of a local host's own; the text says which, and why."""


@dataclass(frozen=True)
class Rendered:
    """The HTML of a page, for the main part of its frame."""

    html: Markup


@dataclass(frozen=True)
class Frame:
    """The HTML around the main part of a page: what stands in its header, and its footer."""

    header: Markup
    footer: Markup
    searchable: bool
    banner: Markup
    """Whose copy this is, above the header; empty on the original."""
    original: str
    """Where the site stands that this is a copy of, with a slash at its end; nothing where nobody knows."""
    withholds: bool
    """Whether this copy withholds something: no address that is missing here may lead to the same in the original."""


class Renderer:
    """Turns pages into HTML.

    Args:
        library: the records; what a copy withholds is taken out of them here at the latest.
        fragments: folders of templates, the first that has one wins.
        icons: the folder with `NAME.svg` for each icon that fragments name.
        site_name: what the site is called.
        site_url: where the site will stand, or None when nobody knows; it goes on print-outs.
        edit_base: what to put before a file's path to edit it, or None: then pages link to the file itself.
        searchable: whether there is full-text search, and so a search box in the header.
        copy: the local copy whose pages these are, or None for the original.
        logo: the picture beside the site's name in the header, or None for the two rings.
    """

    def __init__(
        self,
        library: Library,
        *,
        fragments: list[Path],
        icons: Path,
        site_name: str = "Tenfold",
        site_url: str | None = None,
        edit_base: str | None = None,
        searchable: bool = True,
        copy: LocalCopy | None = None,
        logo: Picture | None = None,
    ) -> None:
        self.library = library = library.public
        self.icons = icons
        self.site_name = site_name
        self.site_url = site_url
        self.edit_base = edit_base
        self.searchable = searchable
        self.copy = copy
        self.logo = logo
        self.parts: dict[tuple[str, str, int], tuple[str, dict[str, None]]] = {}
        self.pictures: dict[str, Markup] = {}
        self.frames: dict[tuple[str, str, bool, bool], Frame] = {}
        self.downloads: dict[str, tuple[Download, ...]] = {}
        """What can be taken away from a page, by what it is about; filled in before pages are rendered."""
        self.environment = environment(fragments)
        self.environment.globals.update(
            library=library,
            groups=tuple(Beneficiaries),
            facets=FACETS,
            site_url=site_url,
            Kind=Kind,
            searchable=searchable,
            local_name=copy.settings.authority if copy else None,
            copy=copy,
        )

    @cached_property
    def dated(self) -> str:
        """The date of the content, as in 2026-11-01: the last day on which a case study was reviewed."""
        return max((case.provenance.reviewed for case in self.library.cases.values()), default=date.min).isoformat()

    @cached_property
    def original(self) -> str:
        """Where the site stands that this is a copy of, with a slash at its end; nothing where nobody knows."""
        known = self.copy.original if self.copy else ""
        return f"{known.rstrip('/')}/" if known else ""

    @cached_property
    def finder(self) -> TermFinder:
        return TermFinder(self.library.terms)

    def render(self, page: Page) -> Rendered:
        """The HTML of a page."""
        view = View(page, self, self.finder)
        data = {**page.data, "view": view, "page": page, "record": page.data.get("page")}
        try:
            html = self.environment.get_template(f"{page.fragment}.html.jinja").render(data)
        except TemplateError as error:
            raise BrokenFragment(f"the fragment {page.fragment} cannot render /{page.address}: {error}") from error
        html = with_notes_at_top(html, view)
        return Rendered(Markup(html) + self.sprite(view))

    def note(self, noted: Noted, view: View, *, under: int, at_top: bool) -> Markup:
        """A local note, for the page of what it is on."""
        template = self.environment.get_template("note.html.jinja")
        return Markup(template.render(view=view, noted=noted, under=under, at_top=at_top))

    def frame(self, page: Page | None, root: str) -> Frame:
        """The header and the footer of a page; made once for all pages of one section and depth.

        Args:
            page: the page, or None for one that is not in the plan, such as that for a missing page.
            root: the way from the page to the root of the site.
        """
        section = page.section if page else ""
        address = page.address if page else None
        key = (root, section, address == section, address == "")
        if key not in self.frames:
            data = {
                "root": f"{root.rstrip('/')}/" if root != "/" else "/",
                "section": section,
                "address": address,
                "places": header_places(self.library),
                "footer": footer_places(self.library, finder=self.searchable),
                "site_name": self.site_name,
                "logo": self.logo,
                "content_date": day_in_words(date.fromisoformat(self.dated)) if self.library.cases else "",
            }
            header, footer, banner = (
                Markup(self.environment.get_template(f"{name}.html.jinja").render(data))
                for name in ("header", "footer", "banner")
            )
            self.frames[key] = Frame(
                header, footer, self.searchable, banner, self.original, self.library.full is not self.library
            )
        return self.frames[key]

    def part(self, fragment: str, id: str, view: View, *, level: int = 3) -> Markup:
        """A case study as a part of a page; made once for all pages that show it."""
        key = (fragment, id, level)
        if key not in self.parts:
            inner = View(view.page, self, self.finder)
            inner.root = HERE
            template = self.environment.get_template(f"{fragment}.html.jinja")
            html = template.render(view=inner, id=id, case=self.library.cases[id], level=level)
            self.parts[key] = html, inner.icons
        html, icons = self.parts[key]
        view.icons.update(icons)
        return Markup(html.replace(HERE, view.root))

    def found(self, id: str) -> dict[str, str]:
        """What the finder shows of a case study: its card, and who did the work there."""
        effort = self.library.cases[id].effort
        card = self.part("card", id, View(Page("find/", "card", "", ""), self, self.finder))
        return {"card": str(card), "had": effort.staffing or "" if effort else ""}

    def compared(self, id: str) -> dict[str, str]:
        """A case study as a column of the comparison: its name, and the HTML of its rows."""
        column = self.part("compared", id, View(Page("compare/", "compared", "", ""), self, self.finder))
        return {"name": self.library.cases[id].setting.name, "rows": str(column)}

    def sprite(self, view: View) -> Markup:
        """The icons that a page used, each drawn once."""
        symbols = Markup("").join(self.picture(name) for name in sorted(view.icons))
        return (
            Markup('<svg class="sprite" aria-hidden="true" focusable="false">{}</svg>').format(symbols)
            if symbols
            else Markup("")
        )

    def picture(self, name: str) -> Markup:
        if name not in self.pictures:
            svg = (self.icons / f"{name}.svg").read_text(encoding="utf-8")
            found = re.fullmatch(r'<svg[^>]*viewBox="([\d. -]+)"[^>]*>(.*)</svg>\s*', svg, re.DOTALL)
            if not found:
                raise ValueError(f"the icon {name} is not a plain SVG")
            self.pictures[name] = Markup('<symbol id="i_{}" viewBox="{}">{}</symbol>').format(
                name, found[1], Markup(found[2])
            )
        return self.pictures[name]


def with_notes_at_top(html: str, view: View) -> str:
    """The HTML of a page with the local notes that its fragment has shown nowhere.

    They stand where the fragment says, or before everything else: none is lost to a fragment that knows of no notes.
    """
    notes = view.note_blocks(view.notes.rest(), 1, at_top=True)
    if AT_TOP in html:
        return html.replace(AT_TOP, notes)
    return f'<div class="wrap">{notes}</div>{html}' if notes else html
