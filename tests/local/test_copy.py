"""A copy as a whole: theirs and ours as one, and what is said when the two do not fit together."""

from pathlib import Path

import pytest
from tests.support.copies import a_copy, own_case

from tenfold.local.copy import NotACopy, read_copy
from tenfold.local.place import copy_around
from tenfold.model import Kind
from tenfold.model.contact import Contact
from tenfold.pages import plan_pages

TEAM = "contact:\n  name: Inclusion Team\n"


def test_what_is_theirs_stands_beside_what_is_ours(tmp_path: Path) -> None:
    library = a_copy(tmp_path, files={"content/case_studies/elm.yml": own_case()}).check().library
    assert list(library.cases) == ["elm", "oak"]
    assert [id for id in library.cases if library.is_local(Kind.CASE, id)] == ["elm"]
    assert library.cases_by_feature["belonging-first"] == ("elm", "oak")


def test_a_copy_with_nothing_of_its_own_has_no_problems(tmp_path: Path) -> None:
    assert a_copy(tmp_path).check().problems == []


def test_pinned_case_studies_come_first_then_those_in_order(tmp_path: Path) -> None:
    files = {f"content/case_studies/{id}.yml": own_case(f"{id.title()} School") for id in ("ash", "bay", "elm")}
    library = a_copy(tmp_path, "pin: case:oak\norder: [case:elm, case:bay]\n", files).check().library
    assert list(library.cases) == ["oak", "elm", "bay", "ash"]


def test_what_is_hidden_is_in_no_list_and_links_to_it_still_lead_somewhere(tmp_path: Path) -> None:
    files = {"content/case_studies/elm.yml": own_case()}
    checked = a_copy(tmp_path, "hide: [case:oak, framework:fair-start]\n", files).check()
    library = checked.library
    assert checked.errors == []
    assert list(library.cases) == ["elm"]
    assert library.hidden == ((Kind.CASE, "oak"), (Kind.FRAMEWORK, "fair-start"))
    assert library.frameworks == {}
    assert library.referred("case:oak") is not None
    assert library.referred("framework:fair-start") is not None
    assert library.referred("framework:fair-start/know-everyone") is not None


def test_what_takes_the_place_of_ours_is_found_under_its_former_addresses(tmp_path: Path) -> None:
    ours = f"{own_case('Oak Primary School')}aliases: [acorn]\n"
    files = {"upstream/content/case_studies/oak.yml": ours, "content/case_studies/oak.yml": own_case("Our Oak")}
    checked = a_copy(tmp_path, "replace: case:oak\n", files).check()
    plan = {page.address: page for page in plan_pages(checked.library)}
    assert checked.problems == []
    assert plan["case_studies/acorn/"].redirect == "case_studies/oak/"
    assert plan["case_studies/oak/"].data["case"].setting.name == "Our Oak"


def test_their_home_page_may_take_the_place_of_ours(tmp_path: Path) -> None:
    home = "---\ntitle: Welcome to Exampleton\ndescription: Ours.\n---\nWe are glad that you are here.\n"
    checked = a_copy(tmp_path, "replace: page:index\n", {"content/index.md": home}).check()
    assert checked.problems == []
    assert checked.library.pages["index"].title == "Welcome to Exampleton"


def test_an_id_that_both_have_names_both_files(tmp_path: Path) -> None:
    copy = a_copy(tmp_path, files={"content/case_studies/oak.yml": own_case()})
    (problem,) = copy.check().errors
    assert str(problem) == (
        'content/case_studies/oak.yml:1:1 upstream/content/case_studies/oak.yml has the case study "oak" already. '
        "Give yours another name; or, to put yours in the place of ours, add case:oak to replace: in local.yml."
    )


def test_a_word_that_both_glossaries_have_is_at_its_line(tmp_path: Path) -> None:
    words = "nearby:\n  term: Nearby\n  definition: Round the corner.\nlate-mark:\n  term: Late\n  definition: x\n"
    (problem,) = a_copy(tmp_path, files={"content/glossary.yml": words}).check().errors
    assert (problem.path, problem.line, problem.field) == ("content/glossary.yml", 4, "late-mark")
    assert "another id" in problem.hint


def test_what_is_to_be_replaced_is(tmp_path: Path) -> None:
    files = {"content/case_studies/oak.yml": own_case("Oak, as we tell it")}
    library = a_copy(tmp_path, "replace: case:oak\n", files).check().library
    assert library.cases["oak"].setting.name == "Oak, as we tell it"
    assert library.is_local(Kind.CASE, "oak")


@pytest.mark.parametrize(
    "settings, says",
    [
        pytest.param("hide: case:oka\n", 'there is no case study "oka". Did you mean "oak"?', id="hide, unknown"),
        pytest.param("hide: feature:belonging-first\n", "a key feature cannot be hidden", id="hide a feature"),
        pytest.param("hide: page:index\n", "a home page cannot be hidden", id="hide the home page"),
        pytest.param(
            "hide: framework:fair-start/know-everyone\n",
            "To hide all of it, write framework:fair-start.",
            id="hide a part of a framework",
        ),
        pytest.param("hide: case:oak\npin: case:oak\n", '"oak" is hidden.', id="pinned and hidden"),
        pytest.param(
            "withhold: case:oka\n", 'there is no case study "oka". Did you mean "oak"?', id="withhold, unknown"
        ),
        pytest.param(
            "withhold: feature:belonging-first\n", "a key feature cannot be withheld", id="withhold a feature"
        ),
        pytest.param(
            "withhold: framework:fair-start/know-everyone\n",
            "To withhold all of it, write framework:fair-start.",
            id="withhold a part of a framework",
        ),
        pytest.param("withhold: case:oak\npin: case:oak\n", '"oak" is withheld.', id="pinned and withheld"),
        pytest.param(
            "hide: [framework:fair-start, case:oak]\nwithhold: case:oak\n",
            'local.yml:3:30 hide[2]: "oak" stands in withhold: as well, which says less about it. Delete it here',
            id="hidden and withheld",
        ),
        pytest.param("replace: case:oak\n", 'you have no case study "oak"', id="nothing to replace it with"),
        pytest.param("order: [case:oak, case:none]\n", 'there is no case study "none"', id="order, unknown"),
    ],
)
def test_settings_that_do_not_fit_the_records(tmp_path: Path, settings: str, says: str) -> None:
    (problem,) = a_copy(tmp_path, settings).check().errors
    assert says in str(problem)
    assert problem.path == "local.yml"
    assert problem.line >= 3


def test_advice_on_what_is_ours_is_left_out(tmp_path: Path) -> None:
    sources = a_copy(tmp_path).upstream / "sources.yml"
    more = "never-cited:\n  title: Nobody cites it\n  kind: report\n"
    sources.write_text(sources.read_text(encoding="utf-8") + more, encoding="utf-8")
    assert read_copy(tmp_path).check().problems == []


@pytest.mark.parametrize(
    "settings, says",
    [
        pytest.param("nme: x\n", 'local.yml:3:1 nme: "nme" is not a field here. Did you mean "name"?', id="a field"),
        pytest.param("brand: {colour: gren}\n", "this is not a colour", id="no colour"),
        pytest.param('brand: {colour: "#123456"}\n', "a brand has two colours. Add accent: as well.", id="one colour"),
        pytest.param("brand: {logo: brand/l.png}\n", "a logo needs words", id="a logo without words"),
        pytest.param("brand: {logo: ../l.png, logo_alt: x}\n", "not a file below this folder", id="out of the folder"),
        pytest.param(TEAM, "nobody can reach them like this", id="unreachable"),
        pytest.param(f"{TEAM}  phone: +44 (0)20 7946 0000\n", "this is not a phone number. Use", id="dialled wrong"),
        pytest.param(f"{TEAM}  email: a?subject=b@c.example\n", "this is not an e-mail address.", id="half a link"),
        pytest.param("host: apache\n", "nginx", id="another host"),
        pytest.param("hide: oak\n", "this names no record", id="hide without a kind"),
        pytest.param("withhold: oak\n", "this names no record", id="withhold without a kind"),
        pytest.param("withold: case:oak\n", 'Did you mean "withhold"?', id="withhold, misspelt"),
        pytest.param("address: exampleton.example\n", "not a whole web address", id="half an address"),
    ],
)
def test_settings_that_cannot_be_read(tmp_path: Path, settings: str, says: str) -> None:
    with pytest.raises(NotACopy) as refused:
        a_copy(tmp_path, settings)
    assert says in str(refused.value)


def test_a_contact_is_as_in_records_with_a_name(tmp_path: Path) -> None:
    contact = a_copy(tmp_path, f"{TEAM}  phone: 020 7946 0000 ext 12\n  hours: 9am to 4pm\n").settings.contact
    assert isinstance(contact, Contact)
    assert (contact.dialled, contact.ways) == ("02079460000;ext=12", ("020 7946 0000 ext 12",))


def test_the_copy_around_a_file_is_found(tmp_path: Path) -> None:
    a_copy(tmp_path)
    assert copy_around(tmp_path / "content/case_studies/elm.yml") == tmp_path
    assert copy_around(tmp_path / "upstream") == tmp_path
    assert copy_around(tmp_path.parent) is None


def test_blocks_of_the_home_page_are_no_pages(tmp_path: Path) -> None:
    block = "---\ntitle: In our borough\ndescription: x\n---\nCall us.\n"
    library = a_copy(tmp_path, files={"content/home/local.md": block}).check().library
    assert list(library.blocks) == ["local"]
    assert "home/local" not in library.pages


def test_a_block_that_the_home_page_does_not_have(tmp_path: Path) -> None:
    (problem,) = a_copy(tmp_path, files={"content/home/welcom.md": "---\ntitle: x\n---\n"}).check().errors
    assert 'Did you mean "welcome"?' in problem.hint
