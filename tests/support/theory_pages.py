"""Pages that show a theory of change in all three ways: drawn, as a list, as a table."""

from __future__ import annotations

from pathlib import Path

from tenfold.adapters.files import icon_folder
from tenfold.model.theory import TheoryOfChange
from tenfold.pages import Page
from tenfold.render import Renderer
from tenfold_theme import FRAGMENTS
from tests.support.drawings import linked
from tests.support.sites import a_full_library

FRAGMENT = """{% import "theory_parts.html.jinja" as theories %}
<h1>{{ theory.title }}</h1>
{{ theories.diagram(view, 'toc', theory) }}
{{ theories.as_list(view, theory) }}
{{ theories.as_table(view, theory) }}
"""
LIBRARY = a_full_library()
MARKUP = "<b>bold</b> & \"quotes\" 'n' {{ more }}"
TANGLED = linked(
    f"a00 {MARKUP} > f00 m00 o00",
    "a01 Alone",
    "f00 A factor > m00",
    "m00 One > m01",
    "m01 Two > m02 o00",
    "m02 Three > m00 a00",
    "o00 A result > g00 o00",
    "g00 An aim",
)


def theory_page(theory: TheoryOfChange, folder: Path) -> str:
    """The HTML of a page that shows a theory; the fragment that it is made of is put into the folder."""
    (folder / "odd.html.jinja").write_text(FRAGMENT, encoding="utf-8")
    renderer = Renderer(LIBRARY, fragments=[folder, FRAGMENTS], icons=icon_folder())
    return str(renderer.render(Page("odd/", "odd", "Odd", "An odd page.", {"theory": theory})).html)
