"""What a fragment sees while one page is rendered: links from here, prose, citations, icons."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from math import cos, pi, sin
from typing import TYPE_CHECKING

from markupsafe import Markup

from tenfold.library import Library, Noted
from tenfold.library.resources import link_of
from tenfold.model import CaseStudy, Framework, FrameworkItem, Kind, Resource, Source, Term
from tenfold.model.case_study import Figure
from tenfold.model.theory import TheoryOfChange
from tenfold.model.vocabulary import Beneficiaries, Phase, SettingKind, Unit
from tenfold.pages import (
    Download,
    Page,
    Rack,
    Shelf,
    address_of,
    browse_address,
    fields_address,
    kind_of_file,
    raw_address,
)
from tenfold.prose import OUTSIDE
from tenfold.render.diagram import Drawing
from tenfold.render.figures import bar, pages_shown, setting_kind, shown
from tenfold.render.notes import AT_TOP, Notes
from tenfold.render.prose_html import ProseState, first_paragraph, page_html, prose_html
from tenfold.render.terms import TermFinder

if TYPE_CHECKING:
    from tenfold.render.renderer import Renderer

GROUP_ICONS = {
    Beneficiaries.ALL_PUPILS: "account-group",
    Beneficiaries.TARGETED_GROUPS: "heart",
    Beneficiaries.STAFF: "school",
}
GROUP_CLASSES = {Beneficiaries.ALL_PUPILS: "all", Beneficiaries.TARGETED_GROUPS: "some", Beneficiaries.STAFF: "staff"}


@cache
def icon_html(name: str) -> Markup:
    return Markup('<svg class="icon" aria-hidden="true" focusable="false"><use href="#i_{}"/></svg>').format(name)


class View:
    """One page in the making. It remembers which terms, sources and icons the page has used so far."""

    def __init__(self, page: Page, renderer: Renderer, finder: TermFinder) -> None:
        self.page = page
        self.renderer = renderer
        self.library: Library = renderer.library
        self.root = "../" * page.address.count("/") or "./"
        self.prose_state = ProseState(
            self.resolve, finder, self.explain, prefix="" if page.subject and page.subject[0] is Kind.PAGE else "text-"
        )
        self.cited: dict[str, int] = {}
        self.icons: dict[str, None] = {}
        self.notes = Notes(self.library.notes_on(*page.subject) if page.subject else ())

    def at(self, address: str) -> str:
        """An address of the site, from this page: relative, so that a copy works below any path."""
        return f"{self.root}{address}"

    def to(self, kind: str, id: str) -> str:
        """The address of a record, from this page."""
        return self.at(address_of(*self.read_on(Kind(kind), id)))

    def browse(self, facet: str, word: str) -> str:
        return self.at(browse_address(facet, word))

    def resolve(self, url: str) -> str | None:
        """Where a link in prose leads, or None when it leads nowhere and is to stay text."""
        target = self.library.referred(url)
        if target is not None:
            address = address_of(target.kind, target.id)
            whole = "#" not in address and not self.library.leads_on(target.kind, target.id)
            return self.at(address + (target.anchor if whole else ""))
        return url if OUTSIDE.match(url) or url.startswith("#") else None

    def explain(self, term: str) -> tuple[str, str]:
        return self.to("term", term), self.library.terms[term].definition

    def prose(self, text: str, under: int = 2) -> Markup:
        """Prose below a heading of a level."""
        return prose_html(text, self.prose_state, under=under)

    def body(self, text: str) -> Markup:
        """The text of a page of prose, with the local notes on it."""
        return self.with_notes(self.notes.within(text, ("body",)), lambda part: page_html(part, self.prose_state), 2)

    def noted(self, text: str, *where: str | int, under: int = 2) -> Markup:
        """Prose that stands at a path of the page's record, with the local notes on it at their passages."""
        if not self.notes:
            return self.prose(text, under)
        return self.with_notes(self.notes.within(text, where), lambda part: self.prose(part, under), under)

    def with_notes(
        self, parts: Iterable[tuple[str, list[Noted]]], rendered: Callable[[str], Markup], under: int
    ) -> Markup:
        return Markup("").join(rendered(text) + self.note_blocks(noted, under) for text, noted in parts)

    def notes_at(self, *where: str | int, under: int = 2) -> Markup:
        """The local notes on what stands at a path of the page's record or below it, once."""
        return self.note_blocks(self.notes.at(*where), under)

    def notes_of(self, kind: Kind, id: str, under: int = 2) -> Markup:
        """The local notes on a record that shares its page with others."""
        return self.note_blocks(self.library.notes_on(kind, id), under)

    def notes_at_top(self) -> Markup:
        """The place for the notes that stand at no passage of this page."""
        return Markup(AT_TOP) if self.notes else Markup("")

    def note_blocks(self, noted: Iterable[Noted], under: int, *, at_top: bool = False) -> Markup:
        return Markup("").join(self.renderer.note(each, self, under=under, at_top=at_top) for each in noted)

    def words(self, text: str) -> Markup:
        """A sentence, with the terms in it explained."""
        return Markup(self.prose_state.with_terms(text))

    def lede(self, text: str) -> str:
        return first_paragraph(text)

    def icon(self, name: str) -> Markup:
        """A picture for the eye alone: what it says stands beside it in words."""
        self.icons[name] = None
        return icon_html(name)

    def cite(self, source: str) -> str:
        """The name of a source in a few words; the page lists it in full at its end."""
        self.cited.setdefault(source, len(self.cited) + 1)
        return self.library.citations[source].short if source in self.library.sources else source

    def will_cite(self, sources: Iterable[str]) -> str:
        """Have these sources listed at the end of the page."""
        for source in sources:
            self.cite(source)
        return ""

    def documents(self, of: str) -> tuple[Download, ...]:
        """What can be taken away from a page about this."""
        return self.renderer.downloads.get(of, ())

    def forms(self, name: str) -> tuple[Download, ...]:
        """Everything to take away whose file has this name, whatever its ending: one form in several formats."""
        every = (document for documents in self.renderer.downloads.values() for document in documents)
        return tuple(dict.fromkeys(each for each in every if each.name.rpartition(".")[0] == name))

    def card(self, id: str, level: int = 3) -> Markup:
        """A case study as a card; made once for all pages of the same depth."""
        return self.renderer.part("card", id, self, level=level)

    def line(self, id: str) -> Markup:
        """A case study as a line of a list."""
        return self.renderer.part("line", id, self)

    def group(self, feature: str) -> Beneficiaries:
        return self.library.features[feature].group

    def group_icon(self, group: Beneficiaries) -> Markup:
        return self.icon(GROUP_ICONS[group])

    def group_class(self, group: Beneficiaries) -> str:
        return GROUP_CLASSES[group]

    def where(self, case: CaseStudy) -> str:
        """The kind of setting and its place, such as "All-through school, Leeds"."""
        return f"{setting_kind(case)}, {case.setting.place}"

    def by_phase(self, ids: Iterable[str]) -> list[tuple[str, list[str]]]:
        """Case studies under the phase they were in, and under what else they are when they name none."""
        found: dict[str, list[str]] = {word.label: [] for word in (*Phase, *SettingKind)}
        for id in ids:
            setting = self.library.cases[id].setting
            found[(setting.phase[0] if len(setting.phase) == 1 else setting.kind).label].append(id)
        return [(label, cases) for label, cases in found.items() if cases]

    def pages_of_figures(self, case: CaseStudy) -> str:
        """The pages that the figures of a case study are from, as one turns them; empty when none is given."""
        return pages_shown(figure.page for figure in case.in_numbers if figure.page)

    def on_page(self, page: str) -> str:
        """Where in a source something stands, in words."""
        return pages_shown([page])

    def visible(self, ids: Iterable[str]) -> list[str]:
        """Those of some case studies that have a page: drafts and withdrawn ones have none to read."""
        return [id for id in ids if id in self.library.cases]

    def lenses(self, case: CaseStudy) -> list[tuple[str, Framework, list[tuple[int, FrameworkItem]]]]:
        """The frameworks that a case study is seen through, with the items it bears on."""
        found = [(id, work, self.library.lenses_of(case, id)) for id, work in self.library.frameworks.items()]
        return [(id, work, items) for id, work, items in found if items]

    def terms_by_letter(self) -> list[tuple[str, list[tuple[str, Term]]]]:
        """The glossary in the order of the alphabet, under its first letters."""
        found: dict[str, list[tuple[str, Term]]] = {}
        for id, term in sorted(self.library.terms.items(), key=lambda item: (item[1].term.casefold(), item[0])):
            found.setdefault(term.term[0].upper(), []).append((id, term))
        return list(found.items())

    def sources_in_order(self) -> list[tuple[str, Source]]:
        """The bibliography as people look things up in it: by author or publisher, then year, then letter."""
        return sorted(self.library.sources.items(), key=lambda item: (self.library.citations[item[0]].order, item[0]))

    @property
    def has_letters(self) -> bool:
        """Whether letters tell some sources of this site apart."""
        return any(citation.place for citation in self.library.citations.values())

    def citing(self, source: str) -> list[tuple[str, str]]:
        """The pages that cite a source: address and title."""
        found = dict.fromkeys(self.read_on(*mention) for mention in self.library.mentioned_by(Kind.SOURCE, source))
        others = [each for each in found if each != (Kind.SOURCE, source)]
        return [(address_of(kind, id), self.library.title(kind, id)) for kind, id in others]

    def read_on(self, kind: Kind, id: str) -> tuple[Kind, str]:
        """The record on whose page one is read: for a local note, the one that it is on."""
        note = self.library.notes.get(id) if kind is Kind.NOTE else None
        return self.library.target_of(note) if note else (kind, id)

    def naming(self, resource: str) -> list[str]:
        """The case studies that name a resource."""
        found = self.library.mentioned_by(Kind.RESOURCE, resource)
        return [id for kind, id in found if kind is Kind.CASE]

    def link_of(self, resource: Resource) -> str | None:
        """Where a resource is on the web."""
        return link_of(resource, self.library.sources)

    def for_whom(self, resource: Resource) -> list[str]:
        """Whom a resource is for, in words."""
        whom = resource.for_whom
        if whom is None:
            return []
        labels = (", ".join(word.label for word in words) for words in (whom.phase, whom.needs, whom.beneficiaries))
        return [text for text in (whom.people, *labels) if text]

    def plain_prose(self, text: str, under: int = 2) -> Markup:
        """Prose in which no terms are explained: in the glossary they are all at hand."""
        self.prose_state.explained.update(self.library.terms)
        return self.prose(text, under=under)

    def fullest(self, rack: Rack, most: int) -> list[Shelf]:
        """The shelves of a rack with the most case studies."""
        return sorted(rack.filled, key=lambda shelf: -len(shelf.cases))[:most]

    def rings(self) -> list[tuple[float, float]]:
        """The centres of the ten rings of the home page: one for each key feature."""
        turns = [2 * pi * turn / 10 for turn in range(10)]
        return [(round(100 + 28 * cos(turn), 1), round(100 + 28 * sin(turn), 1)) for turn in turns]

    @property
    def site_name(self) -> str:
        return self.renderer.site_name

    @property
    def public_address(self) -> str:
        """The page's address as it goes on a print-out: whole, if the site knows where it stands."""
        return f"{(self.renderer.site_url or '').rstrip('/')}/{self.page.address}"

    @property
    def edit(self) -> str:
        """Where this page can be changed: at the project's host, or as the file itself when no host is set."""
        return self.record_file(self.page.edit)

    def record_file(self, edit: str) -> str:
        """The file of a record, to read or to take away."""
        base = self.edit_base
        return base + edit if base else self.at(raw_address(edit))

    @property
    def edit_base(self) -> str | None:
        """What comes before the name of the file behind this page to change it on the web, if it can be changed there.

        What a local copy has from the original is not changed in the copy.
        """
        copy = self.renderer.copy
        if copy is None:
            return self.renderer.edit_base
        return copy.settings.edit if self.is_local else None

    @property
    def is_local(self) -> bool:
        """Whether this page is about something that a local copy has of its own."""
        return self.page.subject is not None and self.library.is_local(*self.page.subject)

    @property
    def fields(self) -> str:
        """Where the fields of the file behind this page are explained, or nothing."""
        kind = kind_of_file(self.page.edit) if self.page.edit else None
        return self.at(fields_address(kind)) if kind else ""

    def fields_of(self, kind: Kind, anchor: str = "") -> str:
        """Where the fields of a kind of record are explained, or one of them."""
        return f"{self.at(fields_address(kind))}{'#' if anchor else ''}{anchor}"

    @property
    def edit_words(self) -> str:
        if self.edit_base:
            return "Edit this page"
        return "Open the file of this page" if self.renderer.copy else "Edit this page: open its file"

    def shown(self, value: str, unit: Unit | None) -> str:
        """A figure as people read it: with its sign where it has one."""
        return shown(value, unit)

    def bar(self, figure: Figure) -> tuple[float, float] | None:
        """A percentage and what it is held against, from 0 to 100, if both are plain numbers."""
        return bar(figure)

    def theory_diagram(self, id: str, theory: TheoryOfChange) -> Drawing:
        """A theory of change, drawn: as itself it is SVG, and it knows the parts for a list or a table."""
        return Drawing(id, theory)
