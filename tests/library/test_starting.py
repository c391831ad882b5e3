"""A starting theory for a case study: drawn from what it says, and nothing more."""

from __future__ import annotations

from tests.support.builders import a_case_study, a_feature

from tenfold.library.starting import starting_theory
from tenfold.loading.writing import as_yaml
from tenfold.model import CaseStudy, TheoryOfChange


def started(case: CaseStudy, **feature: object) -> TheoryOfChange:
    return starting_theory("oak", case, {"belonging-first": a_feature(**feature)})


def test_each_practice_is_an_activity_with_its_first_sentence() -> None:
    practices = [{"title": "At the gate", "body": "Adults **wait** there. They know\neach name."}]
    (activity,) = started(a_case_study(practices=practices)).activities
    assert activity.text == "At the gate. Adults wait there."
    assert activity.from_case == "oak"


def test_what_it_took_are_the_moderating_factors() -> None:
    effort = {"staffing": "Two adults a day.", "time_to_embed": "A year."}
    assert [item.text for item in started(a_case_study(effort=effort)).moderating_factors] == [
        "Two adults a day.",
        "A year.",
    ]


def test_a_case_study_that_says_nothing_of_effort_leaves_the_factors_open() -> None:
    assert started(a_case_study(effort=None)).moderating_factors == ()


def test_mechanisms_are_those_of_its_features_where_they_have_one() -> None:
    mechanism = "Children feel expected."
    assert [item.text for item in started(a_case_study(), mechanism=mechanism).mediating_mechanisms] == [mechanism]
    assert started(a_case_study()).mediating_mechanisms == ()


def test_outcomes_are_its_own_and_its_figures_are_nobody_elses_baseline() -> None:
    outcomes = [
        {"statement": "More came.", "before": "90", "after": "94", "unit": "percent", "source": "oak-report"},
        {"statement": "Staff stayed."},
    ]
    measured, said = started(a_case_study(outcomes=outcomes)).outcomes
    assert (measured.text, said.text) == ("More came.", "Staff stayed.")
    assert [(each.measure, each.baseline, each.target) for each in measured.indicators] == [("More came.", None, None)]
    assert said.indicators == ()


def test_links_and_aims_are_left_to_the_reader() -> None:
    theory = started(a_case_study())
    assert theory.aims == ()
    assert not any(item.leads_to for items in theory.parts().values() for item in items)


def test_it_says_that_the_toolkit_drew_it() -> None:
    theory = started(a_case_study())
    assert (theory.drafted_by, theory.status, theory.case) == ("toolkit", "draft", "oak")


def test_written_down_it_starts_with_its_title_and_leaves_out_what_is_not_given() -> None:
    text = as_yaml(started(a_case_study()), comment="Change what is yours to change.")
    assert text.startswith("# Change what is yours to change.\ntitle: ")
    assert "leads_to" not in text
    assert "null" not in text
