"""Figures and settings as people read them."""

import pytest
from tests.support.builders import a_case_study, a_source
from tests.support.proses import words
from tests.support.sites import a_full_library, html_of, parsed

from tenfold.model.case_study import Figure
from tenfold.model.vocabulary import Unit
from tenfold.render.figures import bar, setting_kind, shown


@pytest.mark.parametrize(
    "value, unit, text",
    [
        pytest.param("94.8", Unit.PERCENT, "94.8%", id="per cent"),
        pytest.param("120000", Unit.POUNDS, "£120,000", id="pounds"),
        pytest.param("120,000.50", Unit.POUNDS, "£120,000.50", id="pounds and pence"),
        pytest.param("1200", Unit.PUPILS, "1200", id="four digits stay together"),
        pytest.param("12000", Unit.PUPILS, "12,000", id="five are grouped"),
        pytest.param("1234567", Unit.PUPILS, "1,234,567", id="seven are grouped twice"),
        pytest.param("40", None, "40", id="no unit"),
        pytest.param("-0.12", Unit.SCORE, "-0.12", id="below zero"),
        pytest.param("+5", Unit.POINTS, "+5", id="a gain"),
        pytest.param("+12000", Unit.PUPILS, "+12,000", id="a large gain"),
        pytest.param("-12000", Unit.POUNDS, "-£12,000", id="a loss"),
        pytest.param("fewer than 14", Unit.PUPILS, "fewer than 14", id="words"),
        pytest.param("fewer than 14", Unit.PERCENT, "fewer than 14%", id="words with a share"),
        pytest.param("94 to 96", Unit.PERCENT, "94 to 96%", id="a range"),
        pytest.param("about half", Unit.PERCENT, "about half", id="a share in words"),
        pytest.param("95%", Unit.PERCENT, "95%", id="a sign that is there already"),
        pytest.param("£120000", Unit.POUNDS, "£120000", id="pounds written out"),
        pytest.param("2 in 3", Unit.PUPILS, "2 in 3", id="a part"),
        pytest.param("2 in 3", Unit.PERCENT, "2 in 3", id="a part is no share of a hundred"),
        pytest.param("9 of 18", Unit.PERCENT, "9 of 18", id="a number of a number"),
        pytest.param("lowest since 2012", Unit.PERCENT, "lowest since 2012", id="a year"),
        pytest.param("24 or more", Unit.PERCENT, "24% or more", id="words behind"),
        pytest.param("24+", Unit.PERCENT, "24%+", id="a sign behind"),
        pytest.param("24% to 30", Unit.PERCENT, "24 to 30%", id="one sign too few"),
        pytest.param("24% to 30%", Unit.PERCENT, "24 to 30%", id="one sign too many"),
        pytest.param("around 24% of pupils", Unit.PERCENT, "around 24% of pupils", id="a sign among words"),
        pytest.param("about 75000", Unit.POUNDS, "about £75,000", id="pounds in words"),
        pytest.param("350 to 900", Unit.POUNDS, "£350 to £900", id="from pounds to pounds"),
        pytest.param("£350 to £900", Unit.POUNDS, "£350 to £900", id="pounds that say so themselves"),
        pytest.param("1.2 million", Unit.POUNDS, "£1.2 million", id="millions"),
        pytest.param("24k", Unit.POUNDS, "£24k", id="thousands"),
        pytest.param("350 a year for each school", Unit.POUNDS, "£350 a year for each school", id="pounds for a time"),
        pytest.param("24p", Unit.POUNDS, "24p", id="pence"),
        pytest.param("nothing", Unit.POUNDS, "nothing", id="no pounds"),
    ],
)
def test_a_figure_has_its_sign(value: str, unit: Unit | None, text: str) -> None:
    assert shown(value, unit) == text


def figure(value: str, other: str | None, unit: str = "percent") -> Figure:
    comparator = {"value": other, "label": "the year before"} if other else None
    data = {"label": "x", "value": value, "unit": unit, "comparator": comparator, "source": "oak-report"}
    return Figure.model_validate(data)


@pytest.mark.parametrize(
    "drawn, pair",
    [
        pytest.param(figure("94.8", "90"), (94.8, 90.0), id="two shares"),
        pytest.param(figure("0", "100"), (0.0, 100.0), id="the whole width"),
        pytest.param(figure("94.8", None), None, id="nothing to hold it against"),
        pytest.param(figure("40", "60", "incidents"), None, id="not shares"),
        pytest.param(figure("5", "4", "percentage_points"), None, id="differences of shares"),
        pytest.param(figure("about half", "60"), None, id="words"),
        pytest.param(figure("60", "about half"), None, id="held against words"),
        pytest.param(figure("100.1", "60"), None, id="more than all"),
        pytest.param(figure("60", "-1"), None, id="less than none"),
        pytest.param(figure("1,000", "60"), None, id="more than all, grouped"),
    ],
)
def test_only_two_plain_shares_are_drawn(drawn: Figure, pair: tuple[float, float] | None) -> None:
    assert bar(drawn) == pair


@pytest.mark.parametrize(
    "changes, kind",
    [
        pytest.param({}, "Primary school", id="school"),
        pytest.param({"setting__phase": "all_through"}, "All-through school", id="all-through"),
        pytest.param({"setting__phase": "early_years"}, "Nursery or early years setting", id="early years"),
        pytest.param({"setting__phase": "post_16"}, "Sixth form or college", id="post-16"),
        pytest.param({"setting__phase": "alternative_provision"}, "Alternative provision", id="alternative provision"),
        pytest.param({"setting__phase": ["primary", "special"]}, "Primary school and Special school", id="two phases"),
        pytest.param({"setting__kind": "trust"}, "Multi-academy trust", id="trust, whatever its phase"),
        pytest.param({"setting__kind": "local_authority", "setting__phase": None}, "Local authority", id="council"),
    ],
)
def test_a_setting_in_a_few_words(changes: dict[str, object], kind: str) -> None:
    assert setting_kind(a_case_study(**changes)) == kind


def first_figure(**changes: object) -> str:
    figure = {"label": "Late marks", "value": "40", "unit": "percent", "source": "oak-report", **changes}
    page = parsed(html_of("case_studies/oak/", a_full_library({"oak": a_case_study(in_numbers=[figure])})))
    (found,) = (part for part in page.iter("div") if part.get("class") == "figure")
    return " ".join(words(found).split())


@pytest.mark.parametrize(
    "changes, text",
    [
        pytest.param({}, "Late marks 40%", id="alone"),
        pytest.param({"period": "2012 to 2019"}, "Late marks 40% 2012 to 2019", id="with its period"),
        pytest.param(
            {"comparator": {"value": "60", "label": "elsewhere", "kind": "elsewhere"}},
            "Late marks 40% 60% elsewhere",
            id="beside another",
        ),
        pytest.param(
            {"comparator": {"value": "60", "label": "in 2012", "kind": "earlier"}},
            "Late marks from 60% → to 40% 60% in 2012",
            id="after an earlier one",
        ),
    ],
)
def test_a_figure_on_its_page(changes: dict[str, object], text: str) -> None:
    assert first_figure(**changes) == text


def sources_of(*figures: tuple[str, str | None]) -> list[str]:
    """Where a case study says that its figures are from; each is given by its source and page."""
    data = [
        {"label": "x", "value": "1", "unit": "schools", "source": source, **({"page": page} if page else {})}
        for source, page in figures
    ]
    library = a_full_library({"oak": a_case_study(in_numbers=data), "other-one": a_source(authors=["Ng, A."])})
    page = parsed(html_of("case_studies/oak/", library))
    (section,) = (part for part in page.iter("section") if part.get("class") == "in-numbers")
    said = [part for part in section.iter() if part.get("class") in {"from", "small quiet"}]
    return [" ".join(words(part).split()) for part in said]


@pytest.mark.parametrize(
    "figures, said",
    [
        pytest.param(
            [("oak-report", None), ("oak-report", None)], ["Figures from Oak Primary School, 2025."], id="one source"
        ),
        pytest.param(
            [("oak-report", "9"), ("oak-report", "9")],
            ["Figures from Oak Primary School, 2025, page 9."],
            id="one page",
        ),
        pytest.param(
            [("oak-report", "9"), ("oak-report", None), ("oak-report", "12")],
            ["Figures from Oak Primary School, 2025, pages 9, 12."],
            id="two pages, as one turns them",
        ),
        pytest.param(
            [("oak-report", "p. 9"), ("oak-report", "page 9")],
            ["Figures from Oak Primary School, 2025, page 9."],
            id="one page, however it was written",
        ),
        pytest.param(
            [("oak-report", "pp. 12-14"), ("oak-report", "9")],
            ["Figures from Oak Primary School, 2025, pages 9, 12 to 14."],
            id="from page to page",
        ),
        pytest.param(
            [("oak-report", "slide 4"), ("oak-report", "9")],
            ["Figures from Oak Primary School, 2025, page 9, slide 4."],
            id="what is no page",
        ),
        pytest.param(
            [("oak-report", "pages 9 and 12"), ("other-one", "iv")],
            ["Oak Primary School, 2025, pages 9 and 12", "Ng, 2025, page iv"],
            id="several pages beside a figure",
        ),
        pytest.param(
            [("oak-report", "9"), ("other-one", None)],
            ["Oak Primary School, 2025, page 9", "Ng, 2025"],
            id="two sources, each beside its figure",
        ),
    ],
)
def test_a_case_study_says_where_its_figures_are_from(figures: list[tuple[str, str | None]], said: list[str]) -> None:
    assert sources_of(*figures) == said
