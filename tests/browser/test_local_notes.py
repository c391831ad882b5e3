"""Local notes and resources in a real browser: accessible, no wider than a phone, and still there on paper."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.browser.looking import WIDE, Visit, VisitTo
from tests.support.builders import CONFIG, a_content_folder

from tenfold.adapters.building import build_site

WORDS = "### Whom to call\\n\\nIn our borough, call the **Inclusion Team** before you suspend anybody."
NOTE = f"""on: {{}}
text: "{WORDS}"
contact:
  name: Inclusion Team of the Education and Children's Services Directorate
  phone: 0300 123 4567
  email: inclusion.advice.for.schools.and.families@education.exampleton.example
  page: https://www.exampleton.example/education/inclusion/advice-for-schools-and-families
  hours: Weekdays in term time, 9am to 4pm
written: 2026-02-01
"""
RESOURCE = """title: Exampleton Inclusion Team
summary: Advice for schools before a pupil is suspended.
group: service
publisher: Exampleton Borough Council
link: https://www.exampleton.example/inclusion
contact:
  email: inclusion@exampleton.example
for_whom:
  phase: primary
features:
  - belonging-first
reviewed: 2026-01-10
"""
FILES = {
    "resources/inclusion-team.yml": RESOURCE,
    "notes/whole.yml": NOTE.format("case:oak"),
    "notes/gone.yml": NOTE.format("case:oak\nwords: what nobody says"),
    "notes/numbers.yml": NOTE.format("case:oak\npart: in_numbers"),
    "notes/practice.yml": NOTE.format("case:oak\npart: practices[1]"),
    "notes/question.yml": NOTE.format("case:oak\npart: implementation[1]"),
    "notes/evidence.yml": NOTE.format("feature:belonging-first\npart: evidence[1]"),
    "notes/item.yml": NOTE.format("framework:fair-start/know-everyone"),
    "notes/work.yml": NOTE.format("framework:fair-start\npart: items[1]"),
    "notes/page.yml": NOTE.format("page:toolkit/index\nwords: First steps"),
    "notes/home.yml": NOTE.format("page:index"),
    "notes/word.yml": NOTE.format("term:late-mark"),
    "notes/source.yml": NOTE.format("source:oak-report"),
    "notes/resource.yml": NOTE.format("resource:inclusion-team"),
}
PAGES = {
    "case_studies/oak/": 5,
    "features/belonging-first/": 1,
    "frameworks/fair-start/": 1,
    "frameworks/fair-start/know-everyone/": 1,
    "toolkit/": 1,
    "": 1,
    "glossary/": 1,
    "sources/": 1,
    "resources/": 1,
}
"""Pages with local notes, and how many."""


@pytest.fixture(scope="module")
def noted(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """The address of a small site with notes on records of every kind."""
    project = tmp_path_factory.mktemp("noted")
    a_content_folder(project, dict(FILES))
    (project / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    build_site(project / "mkdocs.yml", project / "site")
    return serve(project / "site")


@pytest.fixture
def visit(visit_to: VisitTo, noted: str) -> Visit:
    return visit_to(noted)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path or "home")
def test_pages_with_notes_are_sound_in_both_schemes_at_both_widths(path: str, visit: Visit) -> None:
    visit.look_everywhere(path)
    assert visit.wrong == []
    notes = visit.page.get_by_role("note", name="Local note")
    assert notes.count() == PAGES[path]
    assert notes.first.is_visible()


def test_notes_are_on_paper_and_not_broken_over_two_sheets(visit: Visit) -> None:
    visit.look("case_studies/oak/", ("light", WIDE))
    visit.page.emulate_media(media="print")
    note = visit.page.get_by_role("note", name="Local note").first
    assert note.is_visible()
    assert note.evaluate("each => getComputedStyle(each).breakInside") == "avoid"
