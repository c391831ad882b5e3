"""The workbook: a row for each indicator with room for six readings, the activities with who does them, and where it
comes from."""

from __future__ import annotations

from collections.abc import Iterator

from tenfold.documents.about import About
from tenfold.documents.outline import MAKE, READ, Outline, known
from tenfold.documents.sheets import A3, A4, Book, Column, Sheet
from tenfold.model import TheoryOfChange
from tenfold.model.theory import Activity

READINGS = 6
STATUSES = ("Not started", "On track", "Off track", "Reached")
DONE = ("Not started", "Under way", "Done", "Stopped")
INDICATORS = (
    Column("Outcome", 28),
    Column("Measure", 24),
    Column("Baseline", 13),
    Column("Baseline date", 11, date=True),
    Column("Target", 11),
    Column("By when", 11),
    Column("Data from", 17),
    Column("Who", 13),
    Column("Status", 12, STATUSES),
    *(
        column
        for number in range(1, READINGS + 1)
        for column in (Column(f"Reading {number} date", 11, date=True), Column(f"Reading {number} value", 9))
    ),
)
ACTIVITIES = (
    Column("Activity", 48),
    Column("For whom", 20),
    Column("Who", 20),
    Column("When", 22),
    Column("Done?", 13, DONE),
    Column("Notes", 30),
)
ABOUT_WIDTHS = (24, 90)


def tracker(theory: TheoryOfChange | None, about: About) -> bytes:
    """A workbook (.xlsx) to follow the indicators and activities of a theory of change; without one, empty rows."""
    outline = Outline(theory)
    book = Book(outline.title, "Theory of change: indicator tracker", about)
    for sheet in (indicators(outline), activities(outline)):
        book.add(sheet, f"{sheet.name}: {outline.title}")
    book.add_list("About", "About this workbook", list(told(outline, about)), ABOUT_WIDTHS)
    return book.saved()


def indicators(outline: Outline) -> Sheet:
    rows = []
    for outcome, indicator in outline.indicators():
        measure, baseline, target, by_when, data_from = known(indicator)
        rows.append((outcome.item.text, measure, baseline, "", target, by_when, data_from))
    note = "A row for each indicator. Write down each reading with its date, and choose a status from the list."
    return Sheet("Indicators", note, INDICATORS, rows, paper=A3, frozen=2)


def activities(outline: Outline) -> Sheet:
    items = [each.item for part in outline.parts for each in part.items]
    rows = [
        tuple(text or "" for text in (item.text, item.for_whom, item.who, item.when))
        for item in items
        if isinstance(item, Activity)
    ]
    note = "A row for each activity. Choose from the list how far it has come."
    return Sheet("Activities", note, ACTIVITIES, rows, paper=A4, frozen=1)


def told(outline: Outline, about: About) -> Iterator[tuple[str, str]]:
    """What the workbook follows, and where it comes from."""
    known_of_it = (
        ("Theory of change", outline.title),
        ("Summary", outline.summary),
        ("Whose it is", outline.whose),
        ("Answer to", outline.challenge),
    )
    yield from ((label, text) for label, text in known_of_it if text)
    yield "How to read it", f"{READ} {MAKE}"
    yield from about.told()
