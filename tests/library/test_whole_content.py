"""What would break the built site is found when content is checked, with its file, before anything is built."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.support.builders import BASE, a_content_folder, changed, read
from tests.support.memory import check_base_with

from tenfold.checking import Checked, check_content


def checked(**changes: Any) -> Checked:
    """The base content with changes to its case study, checked."""
    text = yaml.safe_dump(changed(read("case_studies/oak.yml"), changes))
    return check_base_with({"case_studies/oak.yml": text})


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"features": ["belonging-first"] * 2}, id="features"),
        pytest.param({"challenges": ["attendance"] * 2}, id="challenges"),
        pytest.param({"needs": ["autism"] * 2}, id="needs"),
        pytest.param({"setting__phase": ["primary"] * 2}, id="phases"),
        pytest.param({"setting__region": ["london"] * 2}, id="regions"),
        pytest.param({"aliases": ["acorn"] * 2}, id="former ids"),
    ],
)
def test_what_stands_twice_in_a_list_is_a_problem(changes: dict[str, Any]) -> None:
    """A card would be shown twice, a feature weigh double, two redirects share an address."""
    errors = checked(**changes).errors
    assert {problem.path for problem in errors} == {"content/case_studies/oak.yml"}


def test_content_without_a_home_page_is_a_problem(tmp_path: Path) -> None:
    """Every page leads back to it."""
    folder = a_content_folder(tmp_path)
    (folder / "index.md").unlink()
    assert check_content(folder).errors


def test_two_files_of_one_address_are_a_problem(tmp_path: Path) -> None:
    page = "---\ntitle: A page\ndescription: It is one.\n---\nText.\n"
    folder = a_content_folder(tmp_path, {"toolkit/steps.md": page, "toolkit/steps/index.md": page})
    assert check_content(folder).errors


@pytest.mark.parametrize(
    "link",
    [
        pytest.param("case:oak#no-such-part", id="of a case study"),
        pytest.param("feature:belonging-first#no-such-part", id="of a feature"),
        pytest.param("#no-such-part", id="of the page itself"),
    ],
)
def test_a_link_to_a_part_that_is_not_there_is_a_problem(link: str) -> None:
    errors = checked(context=f"[a]({link})").errors
    assert [problem.field for problem in errors] == ["context"]


@pytest.mark.parametrize(
    "link",
    [
        pytest.param("case:nobody", id="an unknown id"),
        pytest.param("oak", id="no address, and a word of the text as well"),
    ],
)
def test_every_wrong_link_is_shown_where_it_stands(link: str) -> None:
    text = (BASE / "case_studies" / "oak.yml").read_text(encoding="utf-8")
    before, _, after = text.partition("context: The school stands in a town that does not exist.")
    text = f"{before}context: |-\n  The oak [one]({link})\n\n  The oak [two]({link}){after}"
    errors = check_base_with({"case_studies/oak.yml": text}).errors
    line = before.count("\n") + 2
    assert [(problem.line, problem.column) for problem in errors] == [(line, 17), (line + 2, 17)]
