"""The table of pairs against the style sheet: every place where a brand's colour is used is looked after by it."""

from __future__ import annotations

import re

import pytest
from tests.branding.walking import rules, sheet, uses

from tenfold.branding.colours import read_colour
from tenfold.branding.pairs import GROUNDS, KEPT, MIXED, PAIRS, SHAPE, TEXT, Scheme
from tenfold.branding.palette import derive

OURS = derive("#12505b", "#b5431f")
BRANDED = set(OURS.light)
PAGE = "paper card sunk"
WIDER = f"{PAGE} staff-soft all-soft"

STANDS_ON = {
    ("brand", "text"): {
        "a": WIDER,
        ".case .state.local": "card",
        ".from-us": "paper",
        ".here": "paper card",
        ".chips .clear": "paper",
        ".found .all-found a": "card sunk",
        ".hints button": "card sunk",
        ".local-note .label": "card",
        ".opt a.count": "paper sunk",
    },
    ("brand", "shape"): {
        ".bar .fill": "line card",
        ".beside .notes": "paper",
        ".case:hover, .case:focus-within": "paper card",
        ".dots .on": PAGE,
        ".local-note": "paper card",
        ".opt input, .pick input": PAGE,
        ".overview > a:hover img": "paper",
        ".tenfold .theory-item": "paper card",
        ".theory-diagram .bar": "card",
        ".theory-diagram .chosen rect": "sunk",
        ".theory-diagram .in-chain rect": "card sunk",
        ".theory-diagram.chained .links .in-chain": "sunk paper",
        ".theory-list .chosen, .theory-item:target": "paper card",
        ".theory-list .in-chain": "paper card",
    },
    ("spark", "shape"): {
        ".bar .mark": "line",
        ".case .why": "card",
        ".case:has(a:focus-visible)": "paper sunk",
        ".explained": "paper",
        ".problems": "staff-soft",
        ".seek:focus-within:has(input:focus-visible)": PAGE,
        ".theory-diagram .item:focus-visible rect": "card sunk",
        ".tiles a:focus-visible rect": "paper",
        ".top nav a[aria-current]": "card",
        ":focus-visible": WIDER,
    },
    ("on-deep", "text"): {".hero": "deep ringed", ".hero .pills a": "deep", ".on-deep .button": "deep ringed"},
    ("on-deep", "shape"): {".hero .seek": "deep", ".hero .on-deep .button:hover": "deep"},
    ("link-on-deep", "text"): {".hero a": "deep ringed"},
    ("link-on-deep", "shape"): {".hero .pills a:hover": "deep"},
    ("deep", "text"): {".hero .on-deep .button:hover": "on-deep"},
    ("spark-on-deep", "shape"): {".hero": "deep ringed"},
    ("printed", "shape"): {".theory-diagram .bar": "white"},
}
"""On what a colour stands, by what it is used for and the selector that uses it: read off the page by somebody."""

LIES_UNDER = {
    "brand": {".heat-1": "", ".heat-2": "", ".heat-3": "", ".heat-4": "card"},
    "deep": {".hero": "on-deep link-on-deep spark-on-deep", ".hero .pills a": "on-deep"},
    "on-deep": {".hero .on-deep .button:hover": "deep"},
    "call": {".hero .on-deep li:first-child .button": "white", ".hero .seek button": "white"},
}
"""What stands on a colour, by the selector that makes it a ground. For the cells the mixture counts, below."""

DECORATION = {
    ("ring", "text", ".hero .rings"): "the rings say nothing; that words on them can be read is in the table (ringed)",
    ("ring", "shape", ".hero .pills a"): "a choice is told by its words, which the table has",
    ("call", "shape", ".hero .on-deep li:first-child .button"): "the button's own edge, in its own colour",
    ("on-deep", "shape", ".hero .on-deep .button:hover"): "the button's own edge, in its own colour",
}


def looked_after() -> set[tuple[str, str, str]]:
    stand = {(token, kind, each) for (token, kind), places in STANDS_ON.items() for each in places}
    lie = {(token, "ground", each) for token, places in LIES_UNDER.items() for each in places}
    return stand | lie | set(DECORATION)


def test_every_use_of_a_brands_colour_in_the_style_sheet_is_looked_after_and_none_is_listed_that_is_gone() -> None:
    assert set(uses(BRANDED)) == looked_after()


@pytest.mark.parametrize("token, kind", STANDS_ON)
def test_wherever_a_colour_stands_the_table_asks_for_enough_contrast(token: str, kind: str) -> None:
    needed = TEXT if kind == "text" else SHAPE
    asked = {pair.ground for pair in PAIRS if pair.colour == token and pair.needed >= needed}
    grounds = {ground for places in STANDS_ON[token, kind].values() for ground in places.split()}
    assert grounds <= asked


@pytest.mark.parametrize("ground", LIES_UNDER)
def test_whatever_stands_on_a_colour_is_in_the_table(ground: str) -> None:
    on = {name for places in LIES_UNDER[ground].values() for name in places.split()}
    assert on <= {pair.colour for pair in PAIRS if pair.ground == ground}


def test_the_cells_of_the_matrix_are_mixed_as_the_style_sheet_mixes_them() -> None:
    mixed = dict(
        re.findall(r"\.(heat-\d) \{ --ground: color-mix\(in srgb, var\(--brand\) (\d+)%, var\(--card\)", sheet())
    )
    assert {name: ("brand", int(share), "card") for name, share in mixed.items()} == {
        name: mixture for name, mixture in MIXED.items() if name.startswith("heat")
    }
    (rings,) = (declared for selector, declared in rules() if selector == ".hero .rings" and "opacity" in declared)
    assert float(rings["opacity"]) * 100 == MIXED["ringed"][1]


def declared(selector: str) -> dict[str, str]:
    """The first rule with a selector that sets tokens, as digits."""
    found = next(rule for name, rule in rules() if name.endswith(selector) and "--paper" in rule)
    values = {name.removeprefix("--"): value for name, value in found.items() if name.startswith("--")}
    return {name: read_colour(value) for name, value in values.items() if value.startswith("#")}


def test_the_colours_that_a_brand_leaves_alone_are_those_of_the_style_sheet() -> None:
    light, dark = declared("body"), declared(':root[data-scheme="dark"] body')
    white = {"white": "#ffffff"}
    assert {**light, **white, **KEPT[Scheme.LIGHT]} == {**light, **white}
    assert {**light, **dark, **white, **KEPT[Scheme.DARK]} == {**light, **dark, **white}


def test_a_brand_sets_the_colours_that_the_style_sheet_has_in_each_scheme_and_no_others() -> None:
    ours = set(declared("body")) - {"paper", "card", "sunk", "ink", "quiet", "line"}
    groups = {f"{group}{soft}" for group in ("all", "some", "staff") for soft in ("", "-soft")}
    assert set(OURS.light) == ours - groups
    dark = set(declared(':root[data-scheme="dark"] body')) - set(KEPT[Scheme.DARK]) - {"quiet"} - groups
    assert set(OURS.dark) == dark


def test_no_colour_of_ours_stands_in_the_style_sheet_outside_of_the_tokens() -> None:
    rest = [text for name, rule in rules() if "--paper" not in rule for text in rule.values()]
    ours = {value for name in ("body", ':root[data-scheme="dark"] body') for key, value in declared(name).items()
            if key in BRANDED}  # fmt: skip
    assert [text for text in rest if any(colour in text.lower() for colour in ours)] == []


def test_every_ground_has_words_for_messages() -> None:
    assert {pair.ground for pair in PAIRS} <= set(GROUNDS)
