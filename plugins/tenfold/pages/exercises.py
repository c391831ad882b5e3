"""The pages of the workshop exercises: all of them, and each one."""

from __future__ import annotations

from collections.abc import Iterator

from tenfold.library import Library
from tenfold.model import Kind
from tenfold.pages.page import Crumb, Page, address_of

EXERCISES = Crumb("Workshop exercises", "exercises/")
TOOLKIT = "toolkit/"


def exercise_pages(library: Library, crumbs: tuple[Crumb, ...]) -> Iterator[Page]:
    """A page for all exercises and one for each, in their order.

    Args:
        library: the records.
        crumbs: the way to the toolkit, which they are a part of.
    """
    top = library.pages.get(f"{TOOLKIT}index")
    crumbs = (*crumbs, Crumb(top.short_title or top.title, TOOLKIT)) if top else crumbs
    description = (
        "What a team can do to see its system, find causes and choose what to change. Each has a sheet to print."
    )
    yield Page(EXERCISES.address, "exercises", EXERCISES.title, description, {}, crumbs, TOOLKIT)
    order = list(library.exercises)
    for position, (id, exercise) in enumerate(library.exercises.items()):
        data = {
            "id": id,
            "exercise": exercise,
            "number": position + 1,
            "before": order[position - 1] if position else None,
            "after": order[position + 1] if position + 1 < len(order) else None,
        }
        yield Page(
            address_of(Kind.EXERCISE, id), "exercise", exercise.title, exercise.summary, data, (*crumbs, EXERCISES),
            TOOLKIT, f"exercises/{id}.yml", (Kind.EXERCISE, id),
        )  # fmt: skip
