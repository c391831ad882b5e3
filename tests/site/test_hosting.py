"""What a local host says of itself in mkdocs.yml, and what is said to them when it cannot be taken."""

from pathlib import Path

import pytest

from tenfold.adapters.building import BuildFailed, build_site

PAGE = "---\ntitle: {}\ndescription: A page.\n---\nText.\n"


@pytest.fixture
def project(small_project: Path) -> Path:
    """A small project with the pages on how to contribute."""
    folder = small_project / "content/contribute"
    folder.mkdir()
    for name in ("index", "review"):
        (folder / f"{name}.md").write_text(PAGE.format(name), encoding="utf-8")
    return small_project


def built_with(project: Path, host: str) -> Path:
    """The site of a project whose mkdocs.yml says this of its host."""
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    plugin = f"[{{tenfold/library: {{host: {host}}}}}]"
    (project / "mkdocs.yml").write_text(config.replace("[tenfold/library]", plugin), encoding="utf-8")
    build_site(project / "mkdocs.yml")
    return project / "site"


def test_the_settings_of_a_host_reach_the_pages(project: Path) -> None:
    site = built_with(
        project,
        "{name: the inclusion team of Example Council, contact: 'mailto:inclusion@example.org', "
        "form: 'https://host.example/new?template=case-study.yml', answer_days: 5, decide_days: 20}",
    )
    ways = (site / "contribute/index.html").read_text(encoding="utf-8")
    assert '<a href="mailto:inclusion@example.org">the inclusion team of Example Council</a>' in ways
    assert 'href="https://host.example/new?template=case-study.yml"' in ways
    review = (site / "contribute/review/index.html").read_text(encoding="utf-8")
    assert "5 working days" in review
    assert "20 working days" in review


@pytest.mark.parametrize(
    "host, says",
    [
        pytest.param("{answer_days: soon}", "Write a number of working days, from 1 to 365", id="days in words"),
        pytest.param("{decide_days: 0}", "Write a number of working days, from 1 to 365", id="no days"),
        pytest.param("{answer_days: true}", "Write a number of working days, from 1 to 365", id="yes"),
        pytest.param("{contact: example.org}", "This is not a whole address", id="not whole"),
        pytest.param("{form: 'javascript:alert(1)'}", "This is not a whole address", id="a script"),
        pytest.param("{contact: 'mailto:'}", "This is not a whole address", id="mail to nobody"),
    ],
)
def test_a_setting_that_cannot_be_taken_is_named(
    project: Path, host: str, says: str, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(BuildFailed, match="configuration"):
        built_with(project, host)
    assert says in caplog.text
    assert host.partition(":")[0].strip("{") in caplog.text


def test_a_setting_that_nobody_knows_is_named(project: Path) -> None:
    with pytest.raises(BuildFailed, match="Unrecognised configuration name: phone"):
        built_with(project, "{phone: '1'}")
