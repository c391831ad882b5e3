"""The places that every page leads to, in its header and its footer."""

from __future__ import annotations

from tenfold.library import Library
from tenfold.model import Kind
from tenfold.pages.page import Crumb, address_of

PLACES = (
    ("Case studies", "case_studies/", None),
    ("Key features", "features/", None),
    ("Theory of change", "toolkit/theory-of-change/", "toolkit/theory-of-change"),
    ("The toolkit", "toolkit/", "toolkit/index"),
    ("Contribute", "contribute/", "contribute/index"),
)
"""The five places of the header: title, address, and the page of prose that must be there for it to be shown."""

ABOUT = (
    ("About", "about/index"),
    ("Contribute", "contribute/index"),
    ("Accessibility", "about/accessibility"),
    ("Privacy", "about/privacy"),
)
LISTS = (
    Crumb("Glossary", "glossary/"),
    Crumb("Sources", "sources/"),
    Crumb("Frameworks", "frameworks/"),
    Crumb("Exercises", "exercises/"),
    Crumb("Resources", "resources/"),
    Crumb("Theories of change", "theories_of_change/"),
    Crumb("Browse", "browse/"),
    Crumb("Matrix", "matrix/"),
)


FINDING = (Crumb("Find", "find/"), Crumb("Compare", "compare/"), Crumb("My setting", "my-setting/"))


def header_places(library: Library) -> tuple[Crumb, ...]:
    return tuple(Crumb(title, address) for title, address, page in PLACES if page is None or page in library.pages)


def footer_places(library: Library, *, finder: bool = True) -> tuple[Crumb, ...]:
    about = (Crumb(title, address_of(Kind.PAGE, page)) for title, page in ABOUT if page in library.pages)
    return (*about, *LISTS, *(FINDING if finder else ()))
