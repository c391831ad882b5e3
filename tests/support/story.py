"""A whole case study as somebody types it into a terminal: the lines for each question, what the file holds then."""

from __future__ import annotations

from collections.abc import Iterator

STORY: tuple[tuple[tuple[str, ...], str], ...] = (
    (("Willow Lane Primary School",), "name: Willow Lane Primary School"),
    (("",), "name: Willow Lane Primary School"),  # the name of the file
    (("1",), "kind: school"),
    (("Primary",), "- primary"),
    (("Harrowby",), "place: Harrowby"),
    (("East Midlands",), "- east_midlands"),
    (("Harrowby Council",), "local_authority: Harrowby Council"),
    (("",), ""),
    (("",), ""),
    (("https://example.org/willow-lane",), "website: https://example.org/willow-lane"),
    (("About 300 pupils",), "size: About 300 pupils"),
    (("2, Pupils who do not feel they belong",), "- belonging"),
    (("semh",), "- semh"),
    (("Willow Lane stands at the edge of a town.", "", "Many pupils came late.", "."), "Many pupils came late."),
    (("Breakfast together",), "- title: Breakfast together"),
    (("The hall opens at eight.", "", ""), "body: The hall opens at eight."),
    (("Toast on each table", "A known adult at each table", "."), "- A known adult at each table"),
    (("A call before nine",), "- title: A call before nine"),
    (("Somebody rings when a pupil is not there.", "."), "body: Somebody rings when a pupil is not there."),
    (("",), ""),
    (("",), ""),  # no more practices
    (("1",), "- belonging-first"),
    (("How was it paid for?",), "- question: How was it paid for?"),
    (("From the pupil premium.", "."), "answer: From the pupil premium."),
    (("",), ""),  # no more questions
    (("Attendance rose.",), "- statement: Attendance rose."),
    (("91.2",), "before: '91.2'"),
    (("94.8",), "after: '94.8'"),
    (("per cent",), "unit: percent"),
    (("2023 to 2025",), "period: 2023 to 2025"),
    (("oak-report",), "source: oak-report"),
    (("",), ""),
    (("The bus times changed in the same year.",), "attribution: The bus times changed in the same year."),
    (("",), ""),  # no more outcomes
    (("Attendance",), "- label: Attendance"),
    (("94.8",), "value: '94.8'"),
    (("1",), "unit: percent"),
    (("91.2",), "value: '91.2'"),
    (("two years before",), "label: two years before"),
    (("Before",), "kind: earlier"),
    (("",), ""),
    (("1",), "source: oak-report"),
    (("12",), "page: '12'"),
    (("",), ""),  # no more figures
    (("2",), "level: '2'"),
    (("The registers of the school.",), "basis: The registers of the school."),
    (("There was no comparison group.",), "limitations: There was no comparison group."),
    (("low",), "cost_band: low"),
    (("",), ""),
    (("Four adults, half an hour each morning.",), "staffing: Four adults, half an hour each morning."),
    (("",), ""),
    (("Put out toast on Monday.",), "start_small: Put out toast on Monday."),
    (("1",), "- who: pupils"),
    (("The school council chose the food.",), "how: The school council chose the food."),
    (("",), ""),  # no more voices
    (("1",), "- oak-report"),
    (("The deputy head of Willow Lane",), "written_by: The deputy head of Willow Lane"),
    (("yes",), "agreed_by_setting: yes"),
    (("1",), "licence: CC-BY-4.0"),
    (("no",), "contains_quotes: no"),
    (("no",), "contains_images: no"),
    (("",), ""),
    (("Breakfast before the bell",), "title: Breakfast before the bell"),
    (("Pupils had breakfast with an adult they knew.",), "summary: Pupils had breakfast with an adult they knew."),
    (("",), ""),
)
"""In the order of the questions. Nothing is held where nothing is answered."""


def lines() -> list[str]:
    return [line for typed, _ in STORY for line in typed]


def held_after(number: int) -> Iterator[str]:
    """What the file holds when so many of the questions are dealt with."""
    yield from (held for _, held in STORY[:number] if held)
