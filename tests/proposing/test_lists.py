"""Lists of the original with records put into them: each at its place, and no other byte changed."""

from pathlib import PurePosixPath

import pytest

from tenfold.loading.yaml_text import read
from tenfold.proposing.lists import with_records

PATH = PurePosixPath("sources.yml")
ASH = "ash:\n  title: Ash\n"
OAK = "oak:\n  title: Oak\n"
ELM = "elm:\n  title: Elm\n"
YEW = "yew:\n  title: Yew\n"
HEAD = "# yaml-language-server: $schema=../schemas/sources.json\n"


@pytest.mark.parametrize(
    "before, new, after",
    [
        pytest.param(ASH + OAK, ELM, ASH + ELM + OAK, id="in the middle"),
        pytest.param(f"{ASH}\n{OAK}", ELM, f"{ASH}\n{ELM}\n{OAK}", id="with blank lines between records"),
        pytest.param(f"{ASH}\n{OAK}", YEW, f"{ASH}\n{OAK}\n{YEW}", id="at the end, with a blank line"),
        pytest.param(f"{HEAD}{ELM}\n{OAK}", ASH, f"{HEAD}{ASH}\n{ELM}\n{OAK}", id="first, below the line for editors"),
        pytest.param(
            f"{ASH}\n# about oaks\n{OAK}", ELM, f"{ASH}\n{ELM}\n# about oaks\n{OAK}", id="above a comment on the next"
        ),
        pytest.param(OAK + ASH, ELM, OAK + ASH + ELM, id="at the end of a list in no order"),
        pytest.param(ASH + OAK, ELM + YEW, ASH + ELM + OAK + YEW, id="two at once"),
        pytest.param(ASH, ELM + YEW, ASH + ELM + YEW, id="two at the end, in order"),
        pytest.param(
            f"{ASH}\n{ELM}\n{OAK}", "elm:\n  title: New\n", f"{ASH}\nelm:\n  title: New\n\n{OAK}", id="changed"
        ),
        pytest.param(ASH + OAK.rstrip(), ELM, ASH + ELM + OAK.rstrip(), id="no line break at the end stays so"),
        pytest.param(ASH + OAK.rstrip(), YEW, ASH + OAK + YEW, id="no line break at the end, and one more"),
        pytest.param(f"{ASH}\n\n", ELM, f"{ASH}{ELM}\n\n", id="blank lines at the end stay"),
        pytest.param("# nothing yet\n", ELM, f"# nothing yet\n{ELM}", id="a list with nothing in it"),
        pytest.param("", ELM, ELM, id="an empty list"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_records_get_their_place(before: str, new: str, after: str, end: str) -> None:
    if not before and end != "\n":
        after = after.replace("\r\n", "\n")  # an empty file has no line breaks to follow
    wanted = after.replace("\n", end if "\n" in before else "\n").encode()
    assert with_records(before.replace("\n", end).encode(), new, PATH) == wanted
    assert read(wanted).data


def test_a_list_that_is_not_there_begins_with_the_line_for_editors() -> None:
    assert with_records(None, ELM, PATH) == (HEAD + ELM).encode()
