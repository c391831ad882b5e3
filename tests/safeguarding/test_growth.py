"""Looking at a text costs work in line with its length, whatever stands in it."""

from __future__ import annotations

import pytest
from tests.support.steps import Steps

from tenfold.loading import yaml_text
from tenfold.loading.content import Read
from tenfold.model import CaseStudy
from tenfold.problems import Problem
from tenfold.safeguarding import Masks, check_safeguarding

SLACK = 1.3
UNITS = [
    pytest.param("07700 900123 ", id="phone numbers"),
    pytest.param("LS99 9ZZ ", id="postcodes"),
    pytest.param("B801200005001. A", id="pupil numbers"),
    pytest.param("jane.quill@anytown.sch.uk ", id="addresses"),
    pytest.param("three pupils were excluded ", id="small counts in one sentence"),
    pytest.param("Three pupils were excluded. ", id="small counts"),
    pytest.param("21 of the 24 pupils left. ", id="shares"),
    pytest.param("A pupil called Sam. ", id="names"),
    pytest.param("a pupil called ", id="beginnings of names"),
    pytest.param("Zofia (Year 4), ", id="names with years"),
    pytest.param("a girl in Year 5 with Rett syndrome ", id="rare needs"),
    pytest.param("born on 12 March 2014 ", id="dates of birth"),
    pytest.param("| pupils | 3 |\n  ", id="tables"),
    pytest.param("| 3 ", id="cells"),
    pytest.param("\n  # a 07700 900123", id="what looks like comments"),
    pytest.param("[a](source:b) three pupils left ", id="links to sources"),
]


def a_file(unit: str, times: int) -> Read:
    text = f"title: x\nsetting:\n  kind: school\n  name: Oak\ncontext: |-\n  {unit * times}\n"
    return Read("content/case_studies/elm.yml", yaml_text.read(text.encode()), CaseStudy)


@pytest.mark.parametrize("unit", UNITS)
def test_finding_grows_with_the_text(unit: str, steps_of: Steps) -> None:
    def work(times: int) -> int:
        file = a_file(unit, times)
        return steps_of(lambda: check_safeguarding([file], frozenset({"b"})))

    base = work(0)
    assert (work(400) - base) / (work(100) - base) / 4 < SLACK


@pytest.mark.parametrize("comment", ["# ring 07700 900123", "x: y # ring 07700 900123"])
def test_finding_in_comments_grows_with_their_number(comment: str, steps_of: Steps) -> None:
    def work(times: int) -> int:
        text = "\n".join(f"f{number}: x\n\n{comment}".replace("x: y", f"g{number}: y") for number in range(times))
        file = Read("content/case_studies/elm.yml", yaml_text.read(text.encode()), CaseStudy)
        return steps_of(lambda: check_safeguarding([file], frozenset()))

    assert work(200) / work(50) / 4 < SLACK


def test_hiding_takes_no_longer_the_more_there_is_to_hide(steps_of: Steps) -> None:
    problem = Problem("a.yml", 1, 1, "title", 'this is "07700 900123" here', "Mend it.", "id")

    def work(values: int) -> int:
        masks = Masks(f"07700 {number:06}" for number in range(values))
        return steps_of(lambda: masks.hide(problem))

    assert work(4_000) / work(1_000) < SLACK
