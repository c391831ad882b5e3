"""What a local copy's accessibility statement and privacy notice say that it has of its own."""

from pathlib import Path

from tests.support.borough import CHARTER, NOTE, SERVICE, SOURCE, WORD
from tests.support.copies import a_copy, own_case

from tenfold.model import Kind
from tenfold.pages.statements import COUNTED, facts

WELCOME = "---\ntitle: In our borough\ndescription: x\n---\nCall the Inclusion Team.\n"


def test_no_kind_is_left_to_the_original_unseen() -> None:
    assert set(COUNTED) == set(Kind)


def test_everything_that_a_copy_has_of_its_own_is_counted(tmp_path: Path) -> None:
    """All else is said to come from the original, in a statement that a council answers for."""
    files = {
        "content/case_studies/elm.yml": own_case(),
        "content/frameworks/our-charter.yml": CHARTER,
        "content/resources/advice-line.yml": SERVICE,
        "content/sources.yml": SOURCE,
        "content/glossary.yml": WORD,
        "content/notes/oak.yml": NOTE,
        "content/home/local.md": WELCOME,
    }
    copy = a_copy(tmp_path, files=files)
    assert facts(copy.check().library, copy).own == (
        "1 case study",
        "1 framework",
        "1 resource",
        "1 glossary term",
        "1 source",
        "1 local note",
        "1 part of the home page",
    )
