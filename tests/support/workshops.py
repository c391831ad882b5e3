"""Libraries with exercises, and what their pages lean on."""

from __future__ import annotations

from tenfold.library import Library
from tenfold.model import Exercise, Record
from tests.support.builders import a_library, a_page, a_source
from tests.support.sites import some_cases


def a_library_with(**exercises: Exercise) -> Library:
    """A library with a few case studies, a toolkit and these exercises; an underscore in a name stands for a hyphen."""
    found: dict[str, Record] = {id.replace("_", "-"): exercise for id, exercise in exercises.items()}
    around: dict[str, Record] = {"second-report": a_source(), "toolkit/index": a_page(short_title="The toolkit")}
    return a_library({**some_cases(), **around, **found})
