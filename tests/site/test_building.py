"""Building whole or not at all: with `tenfold build`, with MkDocs itself, through failures and kills."""

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.support.builders import BASE

from tenfold.adapters import building
from tenfold.adapters.building import BuildFailed, build_site
from tenfold.cli import main
from tenfold.publishing import Fault, former_of, verify

pytestmark = pytest.mark.usefixtures("programs")

BROKEN = "titel: A typo\n"


def snapshot(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def mkdocs(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)


def test_a_small_site_is_built_and_holds_together(small_project: Path) -> None:
    said = build_site(small_project / "mkdocs.yml")
    site = small_project / "site"
    assert "1 case study" in said
    assert verify(site, pages=["", "case_studies/oak/", "features/belonging-first/", "glossary/"]) == []


def test_mkdocs_builds_it_too_and_strictly(small_project: Path) -> None:
    done = mkdocs(small_project, "build", "--strict", "--quiet")
    assert done.returncode == 0, done.stderr
    assert verify(small_project / "site", pages=["case_studies/oak/"]) == []


def test_mkdocs_stops_at_a_problem_with_its_place_and_no_traceback(small_project: Path) -> None:
    (small_project / "content/case_studies/oak.yml").write_text(BROKEN, encoding="utf-8")
    done = mkdocs(small_project, "build")
    assert done.returncode == 1
    assert 'content/case_studies/oak.yml:1:1 titel: "titel" is not a field here.' in done.stderr
    assert "Traceback" not in done.stderr


def test_mkdocs_leaves_the_former_site_when_the_content_is_broken(small_project: Path) -> None:
    build_site(small_project / "mkdocs.yml")
    before = snapshot(small_project / "site")
    (small_project / "content/case_studies/oak.yml").write_text(BROKEN, encoding="utf-8")
    mkdocs(small_project, "build")
    assert snapshot(small_project / "site") == before


def test_a_failed_check_leaves_the_former_site(small_project: Path) -> None:
    build_site(small_project / "mkdocs.yml")
    before = snapshot(small_project / "site")
    (small_project / "content/case_studies/oak.yml").write_text(BROKEN, encoding="utf-8")
    with pytest.raises(BuildFailed, match="titel"):
        build_site(small_project / "mkdocs.yml")
    assert snapshot(small_project / "site") == before


def test_a_site_that_does_not_hold_together_is_not_put_in_place(
    small_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_site(small_project / "mkdocs.yml")
    before = snapshot(small_project / "site")
    monkeypatch.setattr(building, "verify", lambda site, pages: [Fault("index.html", 'the link "x" leads nowhere.')])
    with pytest.raises(BuildFailed, match="leads nowhere"):
        build_site(small_project / "mkdocs.yml")
    assert snapshot(small_project / "site") == before


def test_a_broken_template_leaves_the_former_site(small_project: Path) -> None:
    build_site(small_project / "mkdocs.yml")
    before = snapshot(small_project / "site")
    overrides = small_project / "overrides/fragments"
    overrides.mkdir(parents=True)
    (overrides / "case_study.html.jinja").write_text("{{ nobody.knows.this }}", encoding="utf-8")
    config = (small_project / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.replace("font: false", "font: false, custom_dir: overrides")
    (small_project / "mkdocs.yml").write_text(config, encoding="utf-8")
    with pytest.raises(BuildFailed, match="nobody"):
        build_site(small_project / "mkdocs.yml")
    assert snapshot(small_project / "site") == before


def test_the_site_before_is_kept(small_project: Path) -> None:
    build_site(small_project / "mkdocs.yml")
    before = snapshot(small_project / "site")
    study = small_project / "content/case_studies/oak.yml"
    study.write_text(study.read_text(encoding="utf-8").replace("A fair start", "A fairer start"), encoding="utf-8")
    build_site(small_project / "mkdocs.yml")
    assert snapshot(former_of(small_project / "site")) == before
    assert "A fairer start" in (small_project / "site/case_studies/oak/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("after", [0.1, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.1])
def test_a_build_that_is_killed_leaves_a_whole_site(after: float, small_project: Path) -> None:
    """Whenever it is killed: what is served afterwards is the former site or the new one, never a part."""
    build_site(small_project / "mkdocs.yml")
    before = snapshot(small_project / "site")
    (small_project / "content/case_studies/elm.yml").write_bytes((BASE / "case_studies/oak.yml").read_bytes())
    command = [sys.executable, "-m", "tenfold", "build"]
    building_it = subprocess.Popen(command, cwd=small_project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(after)
    building_it.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
    building_it.wait()
    site = small_project / "site"
    assert snapshot(site) == before or verify(site, pages=["case_studies/elm/", "case_studies/oak/"]) == []
    build_site(small_project / "mkdocs.yml")
    assert verify(site, pages=["case_studies/elm/"]) == []
    assert list(small_project.glob(".site-building-*")) == []


def test_two_builds_of_one_site_do_not_meet(small_project: Path) -> None:
    with building.only_builder(small_project / "site"), pytest.raises(BuildFailed, match="another build"):
        build_site(small_project / "mkdocs.yml")


def test_a_configuration_without_the_plugin_is_named(small_project: Path) -> None:
    config = (small_project / "mkdocs.yml").read_text(encoding="utf-8").replace("[tenfold/library]", "[]")
    (small_project / "mkdocs.yml").write_text(config, encoding="utf-8")
    with pytest.raises(BuildFailed, match="tenfold/library"):
        build_site(small_project / "mkdocs.yml")


def with_overrides(project: Path, name: str, text: str) -> str:
    """The home page of a project that has a template of its own."""
    file = project / "overrides" / name
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(config.replace("font: false", "font: false, custom_dir: overrides"), "utf-8")
    build_site(project / "mkdocs.yml")
    return (project / "site/index.html").read_text(encoding="utf-8")


def test_a_local_template_wins_over_ours(small_project: Path) -> None:
    footer = "<footer>Ours in Anytown</footer>"
    assert footer in with_overrides(small_project, "partials/footer.html", footer)


def test_a_local_frame_fills_the_blocks_of_ours(small_project: Path) -> None:
    local = '{% extends "frame.html" %}{% block extrahead %}<meta name="local" content="Anytown">{% endblock %}'
    page = with_overrides(small_project, "main.html", local)
    assert '<meta name="local" content="Anytown">' in page
    assert '<main id="main"' in page


def test_nothing_of_the_theme_below_ours_is_published(small_project: Path) -> None:
    build_site(small_project / "mkdocs.yml")
    assets = small_project / "site/assets"
    published = {file.relative_to(assets).as_posix() for file in assets.rglob("*") if file.is_file()}
    assert {"tenfold.css", "tenfold.js", "mark.svg"} <= published
    assert not any(name.startswith(("javascripts", "stylesheets", "images")) for name in published)


def test_with_an_edit_address_pages_link_to_the_host(small_project: Path) -> None:
    with (small_project / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write(
            "edit_uri: https://host.example/edit/main/content/\nsite_url: https://toolkit.example/inclusion/\n"
        )
    build_site(small_project / "mkdocs.yml")
    page = (small_project / "site/case_studies/oak/index.html").read_text(encoding="utf-8")
    assert 'href="https://host.example/edit/main/content/case_studies/oak.yml"' in page
    assert '<link rel="canonical" href="https://toolkit.example/inclusion/case_studies/oak/">' in page
    assert "https://toolkit.example/inclusion/case_studies/oak/</span>" in page
    assert "https://toolkit.example/inclusion/case_studies/oak/" in (small_project / "site/sitemap.xml").read_text()


def test_a_former_address_leads_on_without_a_script(small_project: Path) -> None:
    study = small_project / "content/case_studies/oak.yml"
    study.write_text(study.read_text(encoding="utf-8") + "aliases:\n  - old-oak\n", encoding="utf-8")
    build_site(small_project / "mkdocs.yml")
    page = (small_project / "site/case_studies/old-oak/index.html").read_text(encoding="utf-8")
    assert '<meta http-equiv="refresh" content="0; url=../oak/">' in page
    assert '<meta name="robots" content="noindex">' in page


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        pytest.param(
            "main.html", "{{ nobody.x }}", "main.html cannot be rendered: line 1: 'nobody' is", id="its frame"
        ),
        pytest.param("main.html", "\n{% if %}", "main.html cannot be rendered: line 2: Expected", id="half a tag"),
        pytest.param("main.html", '{% extends "frme.html" %}', "line 1: there is no template frme.html", id="a name"),
        pytest.param("fragments/header.html.jinja", "{{ nobody }}", "header.html.jinja .* 'nobody' is", id="a header"),
        pytest.param("fragments/card.html.jinja", "x\n{{ 1 / 0 }}", "card.html.jinja .*line 2: division", id="a sum"),
        pytest.param("fragments/feature.html.jinja", "{{ none + 1 }}", "line 1: .*TypeError", id="no value"),
    ],
)
def test_a_broken_template_of_a_host_is_named_with_its_line(
    name: str, text: str, says: str, small_project: Path
) -> None:
    with pytest.raises(BuildFailed, match=says):
        with_overrides(small_project, name, text)


def test_mkdocs_names_a_broken_template_without_a_traceback(small_project: Path) -> None:
    with pytest.raises(BuildFailed):
        with_overrides(small_project, "fragments/feature.html.jinja", "{{ nobody }}")
    done = mkdocs(small_project, "build")
    assert done.returncode == 1
    assert "feature.html.jinja cannot be rendered: line 1: 'nobody' is undefined." in done.stderr
    assert "Traceback" not in done.stderr


def test_a_place_that_cannot_be_written_is_named(small_project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = small_project / "mkdocs.yml"
    assert main(["build", "--config", str(file), "--site", str(file / "site")]) == 1
    said = capsys.readouterr().err
    assert str(file) in said
    assert said.endswith("The site is as it was.\n")


@pytest.mark.parametrize("filename", [None, "a/page.html"])
def test_a_full_disk_leaves_the_former_site(
    filename: str | None, small_project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", filename)

    build_site(small_project / "mkdocs.yml")
    before = snapshot(small_project / "site")
    monkeypatch.setattr("mkdocs.utils.write_file", full)
    assert main(["build", "--config", str(small_project / "mkdocs.yml")]) == 1
    assert "tenfold: the site cannot be written: No space left on device" in capsys.readouterr().err
    assert snapshot(small_project / "site") == before
