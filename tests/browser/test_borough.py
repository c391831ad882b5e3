"""A London borough's copy from nothing: founded, filled, updated twice with conflicts of each kind, broken off at every
step, and published below a path behind a real nginx with the headers that were made for it."""

from __future__ import annotations

import contextlib
import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, expect
from tests.browser.looking import AXE
from tests.browser.visiting import Tab
from tests.support.borough import Borough
from tests.support.disks import Failing, Killed
from tests.support.hosted import LISTENS, every_address, faults_of
from tests.support.nginx import Served, hosting, public_folder
from tests.support.updates import everything_in

from tenfold.adapters.building import build_site
from tenfold.hosting import policy, prepare
from tenfold.hosting.headers import protection
from tenfold.local.copy import read_copy
from tenfold.updating import prepare as prepare_update
from tenfold.updating import put_in_place, recover
from tenfold.updating.journal import PLACE

pytestmark = pytest.mark.usefixtures("programs")

PATH = "/inclusion/"
KINDS = [
    *("", "case_studies/", "case_studies/rowan/", "case_studies/oak/", "case_studies/elm/", "features/"),
    *("features/belonging-first/", "frameworks/haveringham-charter/", "frameworks/haveringham-charter/no-one-unseen/"),
    *("toolkit/our-offer/", "about/accessibility/", "about/privacy/", "find/", "compare/", "my-setting/", "matrix/"),
    *("glossary/", "sources/", "resources/", "contribute/", "theories_of_change/"),
]


@pytest.fixture(scope="module")
def borough(tmp_path_factory: pytest.TempPathFactory) -> Borough:
    """The borough with what it has of its own, before any update."""
    story = Borough(tmp_path_factory.mktemp("borough"))
    story.found()
    story.settle()
    return story


@pytest.fixture(scope="module")
def updated(borough: Borough) -> dict[str, str]:
    """What the two updates say, each first as a dry run; the borough has the third generation afterwards."""
    said: dict[str, str] = {}
    second, third = borough.second_generation(), None
    before = everything_in(borough.folder)
    said["dry"] = told(borough, 0, "local", "update", str(second), "--dry-run")
    assert everything_in(borough.folder) == before
    said["second"] = told(borough, 0, "local", "update", str(second))

    borough.set("pin: [case:rowan, case:elm]\nhide: framework:fair-start\n")
    third = borough.third_generation()
    before = everything_in(borough.folder)
    said["clash"] = told(borough, 1, "local", "update", str(third))
    assert everything_in(borough.folder) == before
    (borough.folder / "content/case_studies/holly-park.yml").rename(
        borough.folder / "content/case_studies/holly-park-primary.yml"
    )
    said["third, refused"] = told(borough, 1, "local", "update", str(third))
    assert everything_in(borough.folder).keys() == {
        name.replace("holly-park.yml", "holly-park-primary.yml") for name in before
    }
    borough.set("hide: []\n")
    said["third"] = told(borough, 0, "local", "update", str(third))
    said["older"] = told(borough, 1, "local", "update", str(second), "--older")
    return said


def told(borough: Borough, status: int, *arguments: str) -> str:
    """What a command says, which ends with this status."""
    with contextlib.redirect_stdout(io.StringIO()) as said:
        found = borough.tenfold(*arguments)
    assert found == status, said.getvalue()
    return said.getvalue()


def test_the_copy_holds_both_and_nothing_is_wrong_with_it(borough: Borough) -> None:
    assert read_copy(borough.folder).check().problems == []


def test_a_dry_run_says_what_the_update_says(updated: dict[str, str]) -> None:
    assert "1 new, 1 revised" in updated["dry"]
    assert "Elm Primary School" in updated["dry"]
    assert "Oak Primary School (case study): 1 practice" in updated["dry"]
    note = "content/notes/oak.yml:2 your note on Oak Primary School speaks of a changed passage (practices[1])."
    assert note in updated["dry"]
    assert note in updated["second"]


def test_each_conflict_is_told(updated: dict[str, str]) -> None:
    assert "content/case_studies/holly-park.yml:1:1 the new content has a case study" in updated["clash"]
    assert "upstream/content/case_studies/holly-park.yml" in updated["clash"]
    assert "your hide names framework:fair-start, which is gone" in updated["third, refused"]
    assert "Elm Primary School (case study), on 1 March 2026" in updated["third"]
    assert "your pin names case:elm, which was withdrawn" in updated["third"]
    assert "would bring back what was withdrawn" in updated["older"]


def test_what_is_the_boroughs_is_as_it_was(borough: Borough, updated: dict[str, str]) -> None:
    read = read_copy(borough.folder).check()
    assert read.errors == []
    local = {id for (_, id), entry in read.library.entries.items() if entry.local}
    assert {"holly-park-primary", "rowan", "haveringham-charter", "toolkit/our-offer", "home/local"} <= local
    assert read.library.cases["rowan"].title == "A quiet room"


def test_what_was_withdrawn_for_safeguarding_cannot_be_kept(
    borough: Borough, updated: dict[str, str], tmp_path: Path
) -> None:
    kept = tmp_path / "kept"
    borough.again(kept)
    own = (borough.folder / "content/case_studies/rowan.yml").read_text(encoding="utf-8")
    (kept / "content/case_studies/elm.yml").write_text(own, encoding="utf-8")
    settings = (kept / "local.yml").read_text(encoding="utf-8")
    (kept / "local.yml").write_text(settings + "replace: case:elm\n", encoding="utf-8")
    problems = read_copy(kept).check().errors
    assert [problem.rule for problem in problems] == ["withdrawn"]
    assert "No local copy may keep it." in str(problems[0])


def test_an_update_that_is_killed_at_any_step_leaves_all_or_nothing(borough: Borough, tmp_path: Path) -> None:
    """From the first generation to the last, on the borough's own folder."""
    fresh = Borough(tmp_path / "story")
    fresh.found()
    fresh.settle()
    newest = fresh.second_generation()
    update = prepare_update(fresh.folder, newest)
    old = everything_in(fresh.folder)
    counting = Failing(10_000, Killed(), after=False)
    pristine = fresh.again(tmp_path / "pristine")
    put_in_place(update, disk=counting)
    new = everything_in(fresh.folder)
    assert old != new
    seen = set()
    for step in range(10_000 - counting.left):
        for after in (False, True):
            remade(fresh.folder, pristine)
            with pytest.raises(Killed):
                put_in_place(update, disk=Failing(step, Killed(), after=after))
            recover(fresh.folder)
            now = {name: raw for name, raw in everything_in(fresh.folder).items() if not name.startswith(PLACE)}
            assert now in (old, new), (step, after)
            seen.add(now == new)
    assert seen == {False, True}


def remade(folder: Path, pristine: Path) -> None:
    shutil.rmtree(folder)
    shutil.copytree(pristine, folder)


@pytest.fixture(scope="module")
def served(borough: Borough, updated: dict[str, str]) -> Iterator[tuple[Served, Path]]:
    """The borough's site below its path, behind nginx, with the headers that were made for it."""
    with public_folder() as folder:
        config = (borough.folder / "mkdocs.yml").absolute()
        build_site(config, folder / "site")
        prepared = prepare("nginx", folder / "site", PATH, folder=str(folder / "site"))
        with hosting(prepared.beside, folder) as server:
            yield server, folder / "site"


def test_no_address_is_dead_and_every_header_is_sent(served: tuple[Served, Path]) -> None:
    server, site = served
    seen = every_address(server, PATH)
    assert faults_of(seen, protection(policy(site))) == []
    assert len(seen) > 100


@pytest.mark.parametrize("width, scheme", [(320, "dark"), (1280, "light")])
def test_in_the_boroughs_colours_nothing_is_blocked_fetched_from_elsewhere_or_hard_to_use(
    served: tuple[Served, Path], browser: Browser, width: int, scheme: Literal["light", "dark"]
) -> None:
    server, _ = served
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=False)
    context.add_init_script(LISTENS)
    for path in KINDS:
        tab = Tab(context.new_page(), f"{server.origin}{PATH.rstrip('/')}")
        tab.go(path)
        tab.sound()
        tab.page.evaluate(AXE.read_text(encoding="utf-8"))  # the policy lets no other script in
        tab.accessible()
        tab.page.close()
    assert context.cookies() == []
    context.close()


def test_a_reader_sees_whose_copy_it_is_and_finds_what_is_local(served: tuple[Served, Path], browser: Browser) -> None:
    server, _ = served
    context = browser.new_context()
    tab = Tab(context.new_page(), f"{server.origin}{PATH.rstrip('/')}")
    tab.go("case_studies/oak/")
    banner = tab.page.get_by_role("banner")
    expect(banner).to_contain_text("London Borough of Haveringham's copy of Tenfold, content of 1 March 2026")
    expect(tab.page.get_by_role("img", name="Arms of Haveringham")).to_be_visible()
    expect(tab.page.get_by_role("note")).to_contain_text("In our borough, the Inclusion Team helps you to begin.")
    tab.go("case_studies/")
    first = tab.page.locator("article.case").first
    expect(first).to_contain_text("Rowan School")
    expect(first).to_contain_text("Local")
    tab.find("?q=quiet")
    expect(tab.page.locator(".results article.case").first).to_contain_text("Rowan School")
    for page in ("resources/", "glossary/", "frameworks/"):
        tab.go(page)
        mark = tab.page.get_by_role("main").get_by_text("From London Borough of Haveringham")
        expect(mark).to_have_count(1)
    tab.go("case_studies/elm/")
    expect(tab.page.get_by_role("heading", level=1)).to_have_text("This case study has been withdrawn")
    tab.sound()
    context.close()
