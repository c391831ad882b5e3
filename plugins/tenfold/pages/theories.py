"""The pages of theories of change: all of them, each worked example, and a starting theory for each case study."""

from __future__ import annotations

from collections.abc import Iterator

from tenfold.library import Library
from tenfold.library.starting import starting_theory
from tenfold.model import Kind
from tenfold.pages.page import Crumb, Page, address_of

THEORIES = Crumb("Worked examples", "theories_of_change/")
TO_START_FROM = Crumb("To start from", THEORIES.address)
GUIDE = "toolkit/theory-of-change"


def theory_pages(library: Library, home: Crumb, *, starting: bool) -> Iterator[Page]:
    """Every page of a theory of change.

    Args:
        library: the records.
        home: the first step of every way.
        starting: whether each case study has a starting theory with documents to take away.
    """
    guide = (Crumb("Theory of change", f"{GUIDE}/"),) if GUIDE in library.pages else ()
    section = f"{GUIDE}/"
    description = "Theories of change to look at, to take away and to change: worked examples, and some to start from."
    data = {"starting": tuple(library.cases) if starting else ()}
    yield Page(THEORIES.address, "theories", "Theories of change", description, data, (home, *guide), section)
    for id, theory in library.theories.items():
        crumbs = (home, *guide, THEORIES)
        yield Page(
            address_of(Kind.THEORY, id), "theory", theory.title, theory.summary, {"id": id, "theory": theory}, crumbs,
            section, f"theories_of_change/{id}.yml", (Kind.THEORY, id), script="theory",
        )  # fmt: skip
    if starting:
        yield from starting_pages(library, (home, *guide), section)


def starting_pages(library: Library, way: tuple[Crumb, ...], section: str) -> Iterator[Page]:
    for id, case in library.cases.items():
        theory = starting_theory(id, case, library.features)
        crumbs = (*way, TO_START_FROM, Crumb(case.setting.name, address_of(Kind.CASE, id)))
        data = {"id": starting_id(id), "theory": theory}
        yield Page(starting_address(id), "theory", theory.title, theory.summary, data, crumbs, section, script="theory")


def starting_id(case: str) -> str:
    """What the documents of a starting theory are named after."""
    return f"{case}-starting"


def starting_address(case: str) -> str:
    return f"case_studies/{case}/starting-theory/"
