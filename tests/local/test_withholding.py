"""What a copy withholds is taken out of what is published, with all that goes with it; checks know it still."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.support.builders import a_case_study, a_library, a_source, an_annotation
from tests.support.copies import a_copy, own_case
from tests.support.hiding import THERE, a_hiding_copy
from tests.support.sites import a_renderer, every_page, many_cases, parsed
from tests.support.theories import THEORY, a_theory
from tests.support.withholding import ADDRESSES, ID, NOTED, TEAMS, WITHHELD, WORD, a_withholding_copy

from tenfold.library import Arrangement, Library
from tenfold.local.arranging import keys
from tenfold.local.copy import LocalCopy
from tenfold.model import Annotation, CaseStudy, Kind, Record
from tenfold.pages import plan_pages
from tenfold.pages.planning import PER_PAGE
from tenfold.pages.withheld import WITHHELD as FRAGMENT


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> LocalCopy:
    return a_withholding_copy(tmp_path_factory.mktemp("withholding"))


@pytest.fixture(scope="module")
def library(copy: LocalCopy) -> Library:
    checked = copy.check()
    assert checked.errors == []
    return checked.library


def withholding(records: Mapping[str, Record], *mentions: str) -> Library:
    entries = a_library(dict(records)).entries.values()
    return Library(entries, arrangement=Arrangement(withhold=frozenset(keys(mentions))))


def words(html: str) -> str:
    return " ".join(" ".join(parsed(html).itertext()).split())


def test_what_goes_with_it_is_withheld_too(library: Library) -> None:
    beside = {(kind, id) for kind, id in library.withheld if f"{kind}:{id}" not in WITHHELD}
    assert beside == {
        (Kind.ANNOTATION, f"{ID}-noted"),
        (Kind.THEORY, f"{ID}-own"),
        (Kind.SOURCE, f"{ID}-inspection"),
        *((Kind.NOTE, f"on-{number}") for number in range(len(NOTED))),
    }
    assert not library.withheld & library.public.entries.keys()
    assert library.public.full is library
    assert library.public.public is library.public


def test_no_record_that_stays_mentions_it(library: Library) -> None:
    left = library.public
    mentioned = {(kind, id.partition("/")[0]) for key in left.entries for _, kind, id in left.points_at(*key)}
    assert not mentioned & library.withheld
    assert len(left.entries) == len(library.entries) - len(library.withheld)


def test_an_annotation_keeps_only_notes_on_what_stays_where_it_was(library: Library) -> None:
    annotation = library.public.entries[Kind.ANNOTATION, "elm-noted"].record
    assert isinstance(annotation, Annotation)
    assert [note.part for note in annotation.notes] == ["title", "context"]


def test_a_source_that_something_else_cites_stays() -> None:
    study = a_case_study(provenance__sources=["oak-report", "inspection"])
    records = {"oak": study, "elm": study, "inspection": a_source()}
    assert withholding(records, "case:oak").withheld == {(Kind.CASE, "oak")}
    assert (Kind.SOURCE, "inspection") in withholding(records, "case:oak", "case:elm").withheld


def test_a_theory_of_another_case_study_stays(library: Library) -> None:
    assert (Kind.THEORY, "hazel-lane") not in library.withheld


@pytest.mark.parametrize(
    "status",
    [
        pytest.param({}, id="published"),
        pytest.param({"status": "draft"}, id="a draft"),
        pytest.param(
            {"status": "withdrawn", "withdrawal": {"on": "2026-02-03", "reason": "They asked."}}, id="withdrawn"
        ),
    ],
)
def test_its_own_theory_goes_with_a_case_study_whatever_has_become_of_that(status: dict[str, Any]) -> None:
    named_by_theory = withholding({"yew": a_case_study(**status), "lane": a_theory(case="yew")}, "case:yew")
    named_by_case = withholding(
        {"yew": a_case_study(theory_of_change="lane", **status), "lane": a_theory()}, "case:yew"
    )
    assert (Kind.THEORY, "lane") in named_by_theory.withheld
    assert (Kind.THEORY, "lane") in named_by_case.withheld
    addresses = {page.address: page.fragment for page in plan_pages(named_by_theory, documents=True)}
    assert addresses["theories_of_change/lane/"] == FRAGMENT


def test_who_withholds_a_case_study_is_told_of_a_theory_that_another_shares(tmp_path: Path) -> None:
    elm = f"{own_case()}theory_of_change: lane\n"
    theory = yaml.safe_dump({**THEORY, "case": "oak"})
    files = {"content/case_studies/elm.yml": elm, "upstream/content/theories_of_change/lane.yml": theory}
    checked = a_copy(tmp_path, f"{TEAMS}withhold: case:oak\n", files).check()
    (found,) = [problem for problem in checked.problems if problem.rule == "withheld_theory"]
    assert "stands with another case study as well, and is shown: theory:lane." in str(found)
    assert "add it to withhold:" in str(found)
    assert checked.library.public.theories["lane"].case is None


def test_whoever_plans_and_renders_cannot_forget_to_take_it_out(copy: LocalCopy, library: Library) -> None:
    assert not library.withheld & a_renderer(library, copy=copy).library.entries.keys()
    assert plan_pages(library, copy=copy) == plan_pages(library.public, copy=copy)


def test_nothing_is_withheld_where_nothing_is_named() -> None:
    library = a_library(many_cases(2))
    assert library.public is library
    assert library.full is library


def test_every_address_has_a_page_that_is_the_same_for_all(copy: LocalCopy, library: Library) -> None:
    pages = every_page(library.public, copy=copy)
    plan = {page.address: page for page in plan_pages(library.public, copy=copy)}
    assert {address for address, page in plan.items() if page.fragment == FRAGMENT} == set(ADDRESSES)
    said = {words(pages[address].split("</header>")[0].split("</nav>")[1])[2:] for address in ADDRESSES}
    assert said == {"This page is not available here Exampleton Borough Council has taken it down from this site."}
    assert not [page for page in plan.values() if page.fragment == FRAGMENT and (page.indexed or page.subject)]


def test_a_page_names_whom_to_tell_and_leads_home(copy: LocalCopy, library: Library) -> None:
    page = parsed(every_page(library.public, copy=copy)[f"case_studies/{ID}/"])
    found = [link.get("href") for link in page.iter("a")]
    assert found[-4:] == ["../../", "../../case_studies/", "tel:02079460000", "mailto:inclusion@exampleton.example"]


def test_who_set_nobody_to_turn_to_is_told_and_the_page_names_the_authority(tmp_path: Path) -> None:
    copy = a_copy(tmp_path, "withhold: case:oak\n", {"content/case_studies/elm.yml": own_case()})
    checked = copy.check()
    (found,) = [problem for problem in checked.problems if problem.rule == "withheld_contact"]
    assert "local.yml:3:11 withhold[1]: the page that says that it is not available names nobody" in str(found)
    page = words(every_page(checked.library.public, copy=copy)["case_studies/oak/"])
    assert "Then please tell us. Ask Exampleton Borough Council for whoever looks after this site." in page


def test_it_is_said_where_others_speak_of_it(tmp_path: Path) -> None:
    prose = "---\ntitle: What we did\ndescription: Much.\n---\nWe went to **Oak Primary\nSchool** once.\n"
    files = {"content/toolkit/a-visit.md": prose, "content/case_studies/elm.yml": own_case()}
    checked = a_copy(tmp_path, f"{TEAMS}withhold: case:oak\n", files).check()
    (found,) = [problem for problem in checked.problems if problem.rule == "withheld_words"]
    assert "it is spoken of in 5 other places: content/toolkit/a-visit.md:5" in str(found)
    assert "upstream/content/features/belonging-first.yml:11" in str(found)
    assert "upstream/content/sources.yml:2, 4" in str(found)
    assert "Oak Primary" not in str(found)
    assert checked.errors == []


def test_a_list_that_has_fewer_pages_leads_to_its_beginning() -> None:
    names = [f"case:case-{number:03}" for number in range(10)]
    plan = {page.address: page for page in plan_pages(withholding(many_cases(PER_PAGE + 1), *names))}
    page = plan["case_studies/page/2/"]
    assert page.redirect == "case_studies/"
    assert "School" not in f"{page.title} {page.description} {page.data}"


def test_a_list_that_says_what_is_hidden_does_not_lead_to_what_is_withheld(tmp_path: Path) -> None:
    more = own_case("Ash School")
    files = {"upstream/content/case_studies/ash.yml": more}
    copy = a_hiding_copy(tmp_path, "hide: case:ash\nwithhold: case:oak\n", files)
    page = every_page(copy.check().library.public, copy=copy)["browse/challenge/attendance/"]
    assert "this copy has none of them" in page
    assert THERE not in page


def test_one_may_be_withheld_while_another_is_hidden(tmp_path: Path) -> None:
    copy = a_hiding_copy(tmp_path, "hide: framework:fair-start\nwithhold: case:oak\n")
    pages = every_page(copy.check().library.public, copy=copy)
    assert "“The principles of a fair start”" in pages["frameworks/fair-start/"]
    assert "Oakfield" not in "".join(pages.values())


def test_what_takes_the_place_of_ours_can_be_withheld(tmp_path: Path) -> None:
    files = {"content/case_studies/oak.yml": own_case(f"{WORD} School")}
    copy = a_copy(tmp_path, "withhold: case:oak\nreplace: case:oak\n", files)
    library = copy.check().library.public
    assert WORD not in "".join(every_page(library, copy=copy).values())


def test_a_case_study_that_was_withdrawn_says_nothing_either() -> None:
    gone = a_case_study(status="withdrawn", withdrawal={"on": "2026-02-03", "reason": "They asked."})
    plan = {page.address: page for page in plan_pages(withholding({"yew": gone}, "case:yew"))}
    assert plan["case_studies/yew/"].fragment == FRAGMENT


def test_a_statement_may_be_withheld_and_who_does_so_is_told(tmp_path: Path) -> None:
    statement = "---\ntitle: Privacy\ndescription: What we keep.\n---\nNothing.\n"
    copy = a_copy(tmp_path, f"{TEAMS}withhold: page:about/privacy\n", {"upstream/content/about/privacy.md": statement})
    checked = copy.check()
    (problem,) = checked.problems
    assert "a public body has to have its own" in str(problem)
    page = parsed(every_page(checked.library.public, copy=copy)["about/privacy/"])
    assert [link.get("href") for link in page.iter("a")][:2] == ["../../", "../../"]


def test_a_draft_has_no_page() -> None:
    plan = plan_pages(withholding({"ash": a_case_study(status="draft")}, "case:ash"))
    assert "case_studies/ash/" not in {page.address for page in plan}


def test_a_list_of_which_nothing_is_left_says_that_there_is_none_here(copy: LocalCopy, library: Library) -> None:
    assert "There is none in this copy." in words(every_page(library.public, copy=copy)["resources/"])


def test_words_of_links_stay_and_other_links_too(library: Library) -> None:
    study = library.public.cases["elm"]
    assert isinstance(study, CaseStudy)
    assert "It speaks of this one, this one" in study.context
    assert "](" not in study.context
    assert study.related == ("oak",)
    assert study.theory_of_change is None


def test_an_annotation_of_theirs_goes_without_a_word() -> None:
    records = {"oak": a_case_study(), "oak-noted": an_annotation()}
    plan = {page.address: page for page in plan_pages(withholding(records, "case:oak"))}
    assert "contribute/examples/oak-noted/" not in plan or plan["contribute/examples/oak-noted/"].fragment == FRAGMENT
