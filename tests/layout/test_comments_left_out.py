"""A record laid out with only some of its comments."""

from tenfold.layout import lay_out
from tenfold.model import Source

RAW = b'# head\n\na-report:\n  # one\n  kind: "report"  # two\n\n  # three\n  title: A report\n# end\n'


def laid(comments: set[str] | None) -> str:
    found = lay_out(RAW, Source, collection=True, comments=comments, shown_as="sources.yml")
    assert found.problems == ()
    return found.raw.decode()


def test_all_stay_unless_something_is_said() -> None:
    assert laid(None).count("#") == 5


def test_none_stays_where_none_is_named() -> None:
    assert laid(set()) == "a-report:\n  title: A report\n  kind: report\n"


def test_those_that_are_named_stay_where_they_belong() -> None:
    assert laid({"# two", "# end"}) == 'a-report:\n  title: A report\n  kind: "report"  # two\n# end\n'
