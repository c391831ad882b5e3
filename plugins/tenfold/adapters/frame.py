"""What the frame around each page needs from MkDocs' configuration: our templates, the header's places, the date."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig

from tenfold.adapters.logs import log
from tenfold.library import Library
from tenfold.model import Kind
from tenfold.pages import address_of
from tenfold.problems import Problem, summary
from tenfold.render.renderer import day
from tenfold_theme import FONT, OVERRIDES

PLACES = (
    ("Case studies", "case_studies/", None),
    ("Key features", "features/", None),
    ("Theory of change", "toolkit/theory-of-change/", "toolkit/theory-of-change"),
    ("The toolkit", "toolkit/", "toolkit/index"),
    ("Contribute", "about/contribute/", "about/contribute"),
)
"""The five places of the header: title, address, and the page of prose that must be there for it to be shown."""

FOOTER = (
    ("About", "about/index"),
    ("Accessibility", "about/accessibility"),
    ("Privacy", "about/privacy"),
)
SHOWN_PROBLEMS = 20


def dress(config: MkDocsConfig, library: Library) -> None:
    """Put our templates before Material's, and what header and footer show into `config.extra`."""
    own = str(OVERRIDES)
    if own not in config.theme.dirs:
        # After custom_dir, so that what a local host overrides wins; before Material.
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, own)
    if not FONT.is_file():
        log.info("The typeface is not there (dev.py fetches it): pages will use the reader's own.")
    places = [(title, address) for title, address, page in PLACES if page is None or page in library.pages]
    footer = [(title, address_of(Kind.PAGE, page)) for title, page in FOOTER if page in library.pages]
    footer += [("Glossary", "glossary/"), ("Sources", "sources/"), ("Frameworks", "frameworks/"), ("Browse", "browse/")]
    config.extra["tenfold_places"] = [{"title": title, "address": address} for title, address in places]
    config.extra["tenfold_footer"] = [{"title": title, "address": address} for title, address in footer]
    config.extra["tenfold_date"] = content_date(library)


def mended(html: str) -> str:
    """A page without the one thing in Material's own frame that is not valid HTML: a checkbox that autocompletes."""
    for toggle in ("__drawer", "__search"):
        html = html.replace(f'id="{toggle}" autocomplete="off"', f'id="{toggle}"', 1)
    return html


def content_date(library: Library) -> str | None:
    """The last day on which somebody reviewed a case study: the date of the content, whatever day it is built on."""
    reviewed = [case.provenance.reviewed for case in library.cases.values()]
    return day(max(reviewed)) if reviewed else None


def show_problems(config: MkDocsConfig, problems: list[Problem]) -> None:
    """Have every page say that the content has problems; for `mkdocs serve`."""
    first = [str(problem) for problem in problems[:SHOWN_PROBLEMS]]
    config.extra["tenfold_problems"] = {"summary": summary(problems), "first": first}
