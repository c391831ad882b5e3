"""The sources of a record, as a review lists them."""

from tests.support.builders import a_library, a_source

from tenfold.reviewing.links import source_line


def test_a_source_has_the_letter_that_it_has_on_the_site() -> None:
    library = a_library({"one": a_source(title="Waiting"), "two": a_source(title="Greeting")})
    assert source_line("one", library).text == "Source: Waiting (2025b)"


def test_without_a_year_there_are_no_brackets() -> None:
    library = a_library({"one": a_source(title="Waiting", year=None)})
    assert source_line("one", library).text == "Source: Waiting"
