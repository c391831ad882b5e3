"""Which pages exist, in which order, with what data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tenfold.library import Library
from tenfold.local.copy import LocalCopy
from tenfold.model import CaseStudy, Framework, FrameworkItem, Kind
from tenfold.model.vocabulary import SettingKind, Word
from tenfold.pages.contributing import NOBODY, Host, beside_prose, contribute_pages, fragment_of
from tenfold.pages.exercises import exercise_pages
from tenfold.pages.finding import finding_pages
from tenfold.pages.former import former_addresses
from tenfold.pages.left_out import left_out_pages
from tenfold.pages.matrix import matrix_pages, region_tiles
from tenfold.pages.page import Crumb, Page, address_of, browse_address
from tenfold.pages.resources import resource_pages
from tenfold.pages.shelves import Rack, racks
from tenfold.pages.statements import STATEMENTS, facts
from tenfold.pages.theories import starting_address, theory_pages
from tenfold.pages.withheld import withheld_pages
from tenfold.problems import counted

CARDS = 24
"""Case studies that a list shows as cards; the rest of a page are lines, which are quicker to run one's eye down."""
PER_PAGE = 180
"""Case studies on one page of a long list: as many as stay under 100 kB."""


def plan_pages(
    library: Library,
    *,
    finder: bool = True,
    documents: bool = True,
    host: Host = NOBODY,
    copy: LocalCopy | None = None,
) -> list[Page]:
    """Every page of the site, sorted by address. No two share one.

    Args:
        library: the records; what a copy withholds is taken out of them here at the latest.
        finder: whether there is full-text search, and so the finder and what belongs to it.
        documents: whether there are documents to take away, and so a starting theory for each case study.
        host: who publishes this copy, for the pages on how to contribute.
        copy: the local copy whose pages these are, or None for the original.
    """
    library = library.public
    offered = {"finder": finder, "documents": documents}
    pages = standing_pages(library, host, copy, **offered)
    if library.whole is not library:
        whole = standing_pages(library.whole, host, copy, **offered)
        pages += left_out_pages(library, pages, whole, copy)
    if library.full is not library:
        full = standing_pages(library.full.whole, host, copy, **offered)
        pages += withheld_pages(pages, [page.address for page in full])
    return sorted(pages, key=lambda page: page.address)


def standing_pages(
    library: Library, host: Host, copy: LocalCopy | None, *, finder: bool, documents: bool
) -> list[Page]:
    """The pages of all that is shown, without those of what a copy leaves out."""
    shelved = racks(library)
    return [
        *home_page(library, shelved),
        *case_pages(library, shelved),
        *feature_pages(library),
        *framework_pages(library),
        *browse_pages(library, shelved),
        *matrix_pages(library, shelved, (HOME, CASES), finder=finder),
        *(finding_pages(library, shelved, (HOME, CASES)) if finder else ()),
        *theory_pages(library, HOME, starting=documents),
        *exercise_pages(library, (HOME,)),
        *resource_pages(library, (HOME,), copy),
        *reference_pages(library),
        *contribute_pages(library, HOME),
        *prose_pages(library, host, copy),
        *moved_pages(library, starting=documents),
    ]


HOME = Crumb("Home", "")
CASES = Crumb("Case studies", "case_studies/")
FEATURES = Crumb("Key features", "features/")
FRAMEWORKS = Crumb("Frameworks", "frameworks/")
BROWSE = Crumb("Browse", "browse/")


def home_page(library: Library, shelved: Sequence[Rack]) -> Iterator[Page]:
    page = library.pages.get("index")
    if page is None:
        return
    data = {
        "page": page,
        "racks": {rack.id: rack for rack in shelved},
        "chosen": readers_first(library),
        "blocks": library.blocks,
    }
    yield Page("", "home", page.title, page.description, data, edit="index.md", subject=(Kind.PAGE, "index"))


def readers_first(library: Library, *, most: int = 3) -> tuple[str, ...]:
    """Case studies for the home page: those that a copy pins, then with figures, of different kinds of setting, the
    best evidenced first."""
    ranked = sorted(
        library.cases.items(),
        key=lambda item: (-(int(item[1].evidence.level) if item[1].evidence else 0), -len(item[1].in_numbers), item[0]),
    )
    chosen = [id for id in library.arrangement.pin if id in library.cases][:most]
    kinds: set[tuple[Word, ...]] = set()
    for id, case in ranked:
        kind = case.setting.phase if case.setting.kind is SettingKind.SCHOOL else (case.setting.kind,)
        if case.in_numbers and kind not in kinds and id not in chosen:
            kinds.add(kind)
            chosen.append(id)
    rest = [id for id, _ in ranked if id not in chosen]
    return tuple((chosen + rest)[:most])


def case_pages(library: Library, shelved: Sequence[Rack]) -> Iterator[Page]:
    cases = tuple(library.cases)
    number = counted(len(cases), "case study", "case studies")
    description = f"{number} of schools, trusts and councils that kept children in school."
    yield from listing(CASES.address, "Case studies", description, cases, (HOME,), {"racks": shelved})
    for id, case in library.cases.items():
        yield case_page(id, case)
        for alias in case.aliases:
            yield moved(f"case_studies/{alias}/", case.title, address_of(Kind.CASE, id))
    for id, case in library.withdrawn.items():
        for alias in case.aliases:
            yield moved(f"case_studies/{alias}/", "Case study withdrawn", address_of(Kind.CASE, id))
        yield withdrawn_page(id, case)


def withdrawn_page(id: str, case: CaseStudy) -> Page:
    """Where a case study stood that was taken back. Of one that could harm somebody not even the setting is named."""
    assert case.withdrawal is not None
    of = "A case study" if case.withdrawal.safeguarding else f"The case study of {case.setting.name}"
    data = {"withdrawal": case.withdrawal, "setting": "" if case.withdrawal.safeguarding else case.setting.name}
    return Page(
        address_of(Kind.CASE, id), "withdrawn", "Case study withdrawn", f"{of} has been withdrawn.", data,
        (HOME, CASES), CASES.address, indexed=False,
    )  # fmt: skip


def case_page(id: str, case: CaseStudy) -> Page:
    data = {"id": id, "case": case}
    crumbs = (HOME, CASES, Crumb(case.setting.kind.label, browse_address("kind", case.setting.kind)))
    title = f"{case.title}: {case.setting.name}"
    edit = f"case_studies/{id}.yml"
    return Page(
        address_of(Kind.CASE, id), "case_study", title, case.summary, data, crumbs, CASES.address, edit, (Kind.CASE, id)
    )


def moved(address: str, title: str, to: str, section: str = CASES.address) -> Page:
    data = {"to": to, "called": title}
    description = f"{title[:280]} has moved."
    return Page(address, "moved", f"{title} (moved)", description, data, (HOME,), section, indexed=False, redirect=to)


def moved_pages(library: Library, *, starting: bool) -> Iterator[Page]:
    """Where records of other kinds than case studies used to stand, and the starting theories of case studies."""
    for former in former_addresses(library):
        if former.kind is Kind.CASE:
            if starting and former.id in library.cases:
                title = f"A starting theory for {library.title(Kind.CASE, former.id)}"
                yield moved(f"{former.address}starting-theory/", title, starting_address(former.id))
        else:
            section = section_of(former.id) if former.kind is Kind.PAGE else ""
            to = address_of(former.kind, former.id)
            yield moved(former.address, library.title(former.kind, former.id), to, section)


def feature_pages(library: Library) -> Iterator[Page]:
    description = "Ten features that inclusive and nurturing practice has in common, in three groups of beneficiaries."
    yield Page("features/", "features", "The ten key features", description, {}, (HOME,), FEATURES.address)
    order = list(library.features)
    for position, (id, feature) in enumerate(library.features.items()):
        around = {
            "before": order[position - 1] if position else None,
            "after": order[position + 1] if position + 1 < len(order) else None,
        }
        data = {"id": id, "feature": feature, **around}
        yield Page(
            address_of(Kind.FEATURE, id), "feature", feature.title, feature.summary, data, (HOME, FEATURES),
            FEATURES.address, f"features/{id}.yml", (Kind.FEATURE, id),
        )  # fmt: skip


def framework_pages(library: Library) -> Iterator[Page]:
    description = "Other ways to look at the same practice: principles and themes, each mapped to the ten key features."
    yield Page("frameworks/", "frameworks", "Frameworks", description, {}, (HOME,), FEATURES.address)
    for id, framework in library.frameworks.items():
        edit = f"frameworks/{id}.yml"
        data = {"id": id, "framework": framework}
        yield Page(
            address_of(Kind.FRAMEWORK, id), "framework", framework.title, framework.summary, data, (HOME, FRAMEWORKS),
            FEATURES.address, edit, (Kind.FRAMEWORK, id),
        )  # fmt: skip
        for position, item in enumerate(framework.items):
            yield item_page(id, framework, item, position, edit)


def item_page(id: str, framework: Framework, item: FrameworkItem, position: int, edit: str) -> Page:
    full = f"{id}/{item.id}"
    crumbs = (HOME, FRAMEWORKS, Crumb(framework.short_title, address_of(Kind.FRAMEWORK, id)))
    data = {"framework_id": id, "framework": framework, "item": item, "number": position + 1}
    return Page(
        address_of(Kind.FRAMEWORK, full), "framework_item", item.title, item.summary, data, crumbs, FEATURES.address,
        edit, (Kind.FRAMEWORK, full),
    )  # fmt: skip


def browse_pages(library: Library, shelved: Sequence[Rack]) -> Iterator[Page]:
    description = "Case studies by feature, beneficiaries, phase, setting, region, challenge, need, cost and evidence."
    yield Page(
        "browse/", "browse", "Browse the case studies", description, {"racks": shelved}, (HOME, CASES), CASES.address
    )
    for rack in shelved:
        crumbs = (HOME, CASES, BROWSE)
        title = f"Case studies by {rack.label.lower()}"
        data = {"rack": rack, "tiles": region_tiles(rack)}
        yield Page(rack.address, "rack", title, f"{title}. {rack.intro}", data, crumbs, CASES.address)
        for shelf in rack.filled:
            count = counted(len(shelf.cases), "case study", "case studies")
            says = shelf.meaning or ", ".join(library.cases[id].setting.name for id in shelf.cases)
            description = f"{rack.label}: {shelf.label}. {count}. {says}"[:300]
            trail = (*crumbs, Crumb(rack.label, rack.address))
            extra = {"shelf": shelf, "rack": rack}
            title = f"{rack.label}: {shelf.label}, {count}"
            yield from listing(shelf.address, title, description, shelf.cases, trail, extra, heading=shelf.label)


def listing(
    address: str,
    title: str,
    description: str,
    cases: Sequence[str],
    crumbs: tuple[Crumb, ...],
    extra: Mapping[str, Any],
    *,
    heading: str | None = None,
) -> Iterator[Page]:
    """A list of case studies, over several pages when it is long: `address`, `address`page-2/, ..."""
    starts = range(0, max(len(cases), 1), PER_PAGE)
    addresses = [address if not number else f"{address}page/{number + 1}/" for number in range(len(starts))]
    for number, start in enumerate(starts):
        data = {
            "heading": heading or title,
            "intro": description,
            "cards": tuple(cases[start : start + CARDS]),
            "lines": tuple(cases[start + CARDS : start + PER_PAGE]),
            "total": len(cases),
            "number": number + 1,
            "addresses": addresses,
            "shelf": None,
            "rack": None,
            "racks": (),
            **extra,
        }
        page_title = title if not number else f"{title}, page {number + 1}"
        page_description = description if not number else f"{description[:280]} Page {number + 1}."
        yield Page(addresses[number], "listing", page_title, page_description, data, crumbs, CASES.address)


def reference_pages(library: Library) -> Iterator[Page]:
    crumbs = (HOME, Crumb("About", "about/")) if "about/index" in library.pages else (HOME,)
    description = "The words of inclusive practice in plain English, with their abbreviations."
    yield Page("glossary/", "glossary", "Glossary", description, {}, crumbs, "about/", "glossary.yml")
    description = "Every document that this toolkit rests on, and where each is cited."
    yield Page("sources/", "sources", "Sources", description, {}, crumbs, "about/", "sources.yml")


def prose_pages(library: Library, host: Host, copy: LocalCopy | None = None) -> Iterator[Page]:
    for id, page in library.pages.items():
        if id == "index":
            continue
        folder = f"{id.partition('/')[0]}/"
        top = library.pages.get(f"{folder}index")
        is_top = id == f"{folder}index" or top is None
        crumbs = (HOME,) if is_top or top is None else (HOME, Crumb(top.short_title or top.title, folder))
        beside = in_their_order(library, folder)
        data = {"id": id, "page": page, "beside": beside, **beside_prose(id, library, host)}
        if copy and id in STATEMENTS:
            data["facts"] = facts(library, copy)
        yield Page(
            address_of(Kind.PAGE, id), fragment_of(id, library, copy), page.title, page.description, data, crumbs,
            section_of(id), f"{id}.md", (Kind.PAGE, id),
        )  # fmt: skip


def in_their_order(library: Library, folder: str) -> tuple[str, ...]:
    """The pages of a folder: its index, then by the order that they give, then by id."""
    within = [id for id in library.pages if id.startswith(folder)]
    order = {id: (id != f"{folder}index", int(library.pages[id].order or 99), id) for id in within}
    return tuple(sorted(within, key=order.__getitem__))


def section_of(page_id: str) -> str:
    """The place in the header that a page of prose belongs to."""
    own = {"toolkit/theory-of-change": "toolkit/theory-of-change/"}
    return own.get(page_id, f"{page_id.partition('/')[0]}/")
