"""Whole small libraries, and their pages rendered with the fragments of the theme."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import html5lib
from jinja2.bccache import Bucket, BytecodeCache

from tenfold.adapters.files import icon_folder
from tenfold.library import Library
from tenfold.model import Record
from tenfold.pages import Page, plan_pages
from tenfold.render import Renderer
from tenfold_theme import FRAGMENTS
from tests.support.builders import (
    a_case_study,
    a_feature,
    a_framework,
    a_library,
    a_note,
    a_page,
    a_resource,
    a_term,
    an_annotation,
    read,
)
from tests.support.exercises import an_exercise

Element = Any
"""An element of xml.etree, without namespaces."""

WITHDRAWN = {"status": "withdrawn", "withdrawal": {"on": "2026-02-03", "reason": "The school asked us to."}}
PAGES = (
    *("index", "toolkit/index", "toolkit/evidence", "toolkit/theory-of-change", "about/index"),
    *("contribute/index", "contribute/consent", "contribute/licences", "contribute/review", "contribute/host-your-own"),
)


def some_features() -> dict[str, Record]:
    """Two key features, of different groups."""
    shared = {"in_practice": [{"title": "At the gate", "body": "Adults wait there.", "cases": ["oak"]}]}
    return {
        "belonging-first": a_feature(neighbours=["staff-together"], questions=["Who was not greeted?"], **shared),
        "staff-together": a_feature(
            title="Staff who learn together", short_title="Staff together", number="2", group="staff", **shared
        ),
    }


def some_pages(*ids: str) -> dict[str, Record]:
    return {id: a_page(title=f"The page {id}") for id in ids}


def some_cases() -> dict[str, Record]:
    """A case study of each status; `oak` used to be called `acorn`."""
    return {
        "oak": a_case_study(aliases=["acorn"], related=["elm"]),
        "elm": a_case_study(title="Lunch in small groups", status="under_review", setting__name="Elm School"),
        "ash": a_case_study(status="draft", setting__name="Ash School"),
        "yew": a_case_study(setting__name="Yew School", **WITHDRAWN),
    }


def many_cases(number: int) -> dict[str, Record]:
    """Published case studies that differ by their id and the name of their setting."""
    one = a_case_study()
    settings = [one.setting.model_copy(update={"name": f"School {n:03}"}) for n in range(number)]
    return {f"case-{n:03}": one.model_copy(update={"setting": setting}) for n, setting in enumerate(settings)}


def a_full_library(more: dict[str, Record] | None = None) -> Library:
    """A library with some of everything; with nothing more, the same one for all tests, since nothing changes it."""
    return made(more) if more else the_full_library()


@cache
def the_full_library() -> Library:
    return made({})


def made(more: dict[str, Record]) -> Library:
    item = read("frameworks/fair-start.yml")["items"][0]
    records: dict[str, Record] = {
        **some_features(),
        **some_cases(),
        **some_pages(*PAGES),
        "fair-start": a_framework(items=[item, {**item, "id": "welcome-all", "title": "Welcome all"}]),
        "the-gate": an_exercise(example__body="They did it twice."),
        "oak-noted": an_annotation(),
        "inclusion-team": a_resource(aliases=["exclusion-team"]),
        "call-first": a_note(part="practices[1]"),
        "late-mark": a_term(),
    }
    return a_library(records | more)


class Compiled(BytecodeCache):
    """The fragments, compiled once for all tests rather than for each renderer: that is most of their time."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key, bucket.checksum] = bucket.code


COMPILED = Compiled()


def a_renderer(library: Library, **options: Any) -> Renderer:
    renderer = Renderer(library, fragments=[FRAGMENTS], icons=icon_folder(), **options)
    renderer.environment.bytecode_cache = COMPILED
    return renderer


def html_of(address: str, library: Library, **options: Any) -> str:
    """The HTML of one page of a library."""
    return str(a_renderer(library, **options).render(page_at(address, library)).html)


def page_at(address: str, library: Library) -> Page:
    return next(page for page in planned(library) if page.address == address)


@lru_cache(maxsize=16)
def planned(library: Library) -> tuple[Page, ...]:
    """The plan of a library, made once while tests look at one page of it after the other."""
    return tuple(plan_pages(library))


def every_page(library: Library, **options: Any) -> dict[str, str]:
    """The HTML of each page of a library, by address."""
    return rendered(library, **options) if options else dict(rendered_as_it_is(library))


@lru_cache(maxsize=8)
def rendered_as_it_is(library: Library) -> dict[str, str]:
    return rendered(library)


def rendered(library: Library, **options: Any) -> dict[str, str]:
    renderer = a_renderer(library, **options)
    copy = options.get("copy")
    plan = plan_pages(library, copy=copy) if copy else planned(library)
    return {page.address: str(renderer.render(page).html) for page in plan}


@lru_cache(maxsize=256)
def parsed(html: str) -> Element:
    """HTML as a browser understands it, inside a body; the same tree each time, since nobody changes it."""
    page = html5lib.parse(f"<!doctype html><title>x</title><body>{html}", namespaceHTMLElements=False)
    for element in page.iter():
        if isinstance(element.tag, str):
            element.tag = element.tag.rpartition("}")[2]  # svg stands in a namespace of its own
    return page


def write_site(pages: dict[str, str], folder: Path, *, files: tuple[str, ...] = ()) -> Path:
    """A folder with these pages by address, and these other files, empty."""
    for address, html in pages.items():
        file = folder / address / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"<!doctype html><title>x</title>{html}", encoding="utf-8")
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("", encoding="utf-8")
    return folder
