"""Links to some targets are taken out of texts, however they are written; the words that they stood on stay."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.steady import STEADY

from tenfold.library.unlinking import as_followed, without_links
from tenfold.prose import links

GONE = "https://tenfold.example/case_studies/ash/"


def unwanted(target: str) -> bool:
    return target == "case:ash" or "/case_studies/ash" in target


def cut(text: str) -> str:
    return without_links(text, unwanted)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("As [Ash](case:ash) did.", "As Ash did.", id="by id"),
        pytest.param(f"As [Ash]({GONE}) did.", "As Ash did.", id="at an address"),
        pytest.param(f"As [Ash](<{GONE}>) did.", "As Ash did.", id="in angles"),
        pytest.param(f"As [Ash](<{GONE}a b>) did.", "As Ash did.", id="in angles, with a space"),
        pytest.param(f'As [Ash]({GONE} "A title") did.', "As Ash did.", id="with a title"),
        pytest.param(f"As [Ash]({GONE} 'A title') did.", "As Ash did.", id="with a title in single marks"),
        pytest.param(f"As [Ash]({GONE}\n(A title)) did.", "As Ash did.", id="with a title in brackets"),
        pytest.param(
            f"As [the **Ash** [school] there]({GONE}) did.", "As the **Ash** [school] there did.", id="nested"
        ),
        pytest.param(f"As [a \\] b]({GONE}) did.", "As a \\] b did.", id="an escaped bracket"),
        pytest.param(f"As [Ash]({GONE}(old)) did.", "As Ash did.", id="brackets in the address"),
        pytest.param("As [Ash](https://tenfold.example/case&#95;studies/ash/) did.", "As Ash did.", id="an entity"),
        pytest.param("As [Ash](https://tenfold.example/case_studies/%61sh/) did.", "As Ash did.", id="a percent sign"),
        pytest.param("As [Ash](case\\:ash) did.", "As Ash did.", id="an escape"),
        pytest.param(f"See <{GONE}>.", "See .", id="an address in angles"),
        pytest.param("See <HTTPS://tenfold.example/case_studies/ash>.", "See .", id="in large letters"),
        pytest.param(f"See {GONE}, and go.", "See , and go.", id="an address that is no link"),
        pytest.param("See tenfold.example/case_studies/ash.", "See .", id="an address without https"),
        pytest.param(f"As [Ash][1] did.\n\n[1]: {GONE}", "As Ash did.\n\n", id="by a label"),
        pytest.param(
            f"As [Ash][The  Label] did.\n\n[the label]: <{GONE}>\n", "As Ash did.\n\n", id="label in any case"
        ),
        pytest.param(f"As [Ash][] did.\n\n[ash]: {GONE} 'x'", "As Ash did.\n\n", id="by an empty label"),
        pytest.param(f"As [Ash] did.\n\n[ash]: {GONE}", "As Ash did.\n\n", id="by a label alone"),
        pytest.param(f"[1]: {GONE}\n   'A title'\nAs [Ash][1] did.", "As Ash did.", id="its title on another line"),
        pytest.param(f"[1]:\n  {GONE}\n\nAs [Ash][1] did.", "\nAs Ash did.", id="its address on another line"),
        pytest.param(f"> As [Ash][1] did.\n>\n> [1]: {GONE}", "> As Ash did.\n>\n", id="in a quotation"),
        pytest.param(f"- As [Ash][1] did.\n\n  [1]: {GONE}", "- As Ash did.\n\n", id="in a list"),
        pytest.param(f"Nobody asks.\n\n[1]: {GONE}\n", "Nobody asks.\n\n", id="a label that is not used"),
        pytest.param(
            f"[Ash][1], [Oak][2]\n\n[1]: {GONE}\n[2]: https://example.org/",
            "Ash, [Oak][2]\n\n[2]: https://example.org/",
            id="one of two labels",
        ),
        pytest.param(
            f"[Oak][1]\n\n[1]: https://example.org/\n[1]: {GONE}",
            "[Oak][1]\n\n[1]: https://example.org/\n",
            id="a label said twice, of which the first counts",
        ),
        pytest.param(
            f"[Ash][1]\n\n[1]: {GONE}\n[1]: https://example.org/",
            "Ash\n\n[1]: https://example.org/",
            id="a label said twice, of which the second does not count",
        ),
        pytest.param(f"| a |\n| --- |\n| {GONE} |", "| a |\n| --- |\n|  |", id="in a cell"),
        pytest.param(f"**{GONE}**", "****", id="in bold"),
    ],
)
def test_a_link_becomes_its_words(text: str, left: str) -> None:
    assert cut(text) == left
    assert not any(map(unwanted, links(left)))


@pytest.mark.parametrize(
    "text",
    [
        "As [Oak](case:oak) did, at https://example.org/ash/ and [there](https://example.org/a(b) 'c').",
        "As [Oak][1] did [somewhere] <https://example.org/>.\n\n[1]: https://example.org/ (x)\n[2]: case:oak",
        "A case is ash/elm: and/or \\[x\\](y).",
        "No link at all.",
    ],
)
def test_all_else_stays_as_it_is(text: str) -> None:
    assert cut(text) == text


def test_a_link_that_is_written_in_a_way_that_nobody_thought_of_costs_the_text_its_markup() -> None:
    text = "## Much\n\nAs **they** [a [b [c] d] e](case:ash) did *there*.\n\n- [Oak](case:oak)"
    assert links(text) == ("case:ash", "case:oak")
    left = cut(text)
    assert left == "Much\n\nAs they a \\[b \\[c\\] d\\] e did there.\n\nOak"
    assert links(left) == ()


def test_in_a_file_a_list_in_brackets_stays_a_list() -> None:
    text = f"cases: [ash, oak]\nmore: |-\n  As [Ash][ash] did.\n\n  [ash]: {GONE}\n"
    assert without_links(text, unwanted, file=True) == "cases: [ash, oak]\nmore: |-\n  As Ash did.\n\n"


PIECES = [
    *("[a](case:ash)", "[b](case:oak)", "[c][1]", "[1]", "[1][]", f"[1]: {GONE}\n", "[1]: case:oak\n", f"<{GONE}>"),
    *(f"[d]({GONE} 'e')", "[", "]", "(", ")", "](", "]:", "<", ">", "case:ash", GONE, "`", "\\", "!", "&#91;", "|"),
    *("\n", "\n\n", " ", "    ", "- ", "> ", "| f |\n| --- |\n", "*", "_", "'", '"', "&colon;", "case&colon;ash"),
]


@settings(STEADY, max_examples=500)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_nothing_leads_there_however_it_is_written(text: str) -> None:
    left = cut(text)
    assert not any(unwanted(as_followed(target)) for target in links(left))
    assert GONE not in left


@pytest.mark.parametrize(
    "unit",
    ["[", "[a", "[a]", "[[]", "[a](", "[a](b (", "[a][", "[1]: ", "[1]:\n", "<a:", "a/", "> ", "- ", "\\[", "](/"],
)
def test_a_text_of_signs_alone_holds_nothing_up(unit: str) -> None:
    """So long is the longest text that is read."""
    text = unit * (20_000 // len(unit))
    assert without_links(f"{text}/x", unwanted, file=True) == f"{text}/x"
