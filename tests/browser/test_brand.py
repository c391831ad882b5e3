"""A local copy in colours at the edge of what passes, with a long name, a white logo and a wide typeface."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.browser.visiting import NewTab
from tests.support.copies import CONFIG, a_copy
from tests.support.logos import a_logo, saved

from tenfold.adapters.building import build_site

SETTINGS = """\
address: https://www.exampleton.example/inclusion/
brand:
  colour: "#0064d2"
  accent: "#907700"
  logo: brand/logo.webp
  logo_alt: Crest of Exampleton
  font: lexend
"""
KINDS = ["", "case_studies/oak/", "matrix/", "find/"]
TOKENS = """names => { const style = getComputedStyle(document.body);
  return names.map(name => style.getPropertyValue(`--${name}`).trim()); }"""


@pytest.fixture(scope="module")
def branded(tmp_path_factory: pytest.TempPathFactory, programs: None) -> Path:
    folder = tmp_path_factory.mktemp("copy")
    (folder / "brand").mkdir()
    (folder / "brand/logo.webp").write_bytes(saved(a_logo("#ffffff"), "WEBP", lossless=True))
    a_copy(folder, SETTINGS)
    settings = (folder / "local.yml").read_text(encoding="utf-8")
    long = "name: Belonging and inclusion in Exampleton and Samplesby"
    (folder / "local.yml").write_text(re.sub("name: Inclusion.*", long, settings, count=1), encoding="utf-8")
    (folder / "mkdocs.yml").write_text(CONFIG.replace("library]", "library, tenfold/search]"), encoding="utf-8")
    build_site(folder / "mkdocs.yml", folder / "site")
    return folder / "site"


@pytest.fixture(scope="module")
def address(branded: Path, serve: Callable[[Path], str]) -> str:
    """For `new_tab`: the address of the copy, in place of that of the real site."""
    return serve(branded)


@pytest.mark.parametrize("width, scheme", [(320, "dark"), (1280, "light")])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(width: int, scheme: str, new_tab: NewTab) -> None:
    for path in KINDS:
        tab = new_tab(path, width, color_scheme=scheme)
        tab.accessible()
        tab.sound()


def test_the_colours_are_worn_on_screens_and_left_off_paper(new_tab: NewTab) -> None:
    tab = new_tab("case_studies/oak/", color_scheme="light")
    assert tab.page.evaluate(TOKENS, ["brand", "spark"]) == ["#0064d2", "#907700"]
    tab.page.emulate_media(media="print", color_scheme="light")
    assert tab.page.evaluate(TOKENS, ["brand", "spark"]) == ["#000", "#000"]
    tab.page.emulate_media(media="print", color_scheme="dark")
    assert tab.page.evaluate(TOKENS, ["brand", "printed"]) == ["#000", "#0064d2"]


def test_somebody_who_chose_dark_has_the_dark_colours_of_the_brand(new_tab: NewTab) -> None:
    tab = new_tab("case_studies/oak/", color_scheme="dark")
    dark = tab.page.evaluate(TOKENS, ["brand", "spark"])
    tab.page.emulate_media(color_scheme="light")
    tab.page.evaluate("document.documentElement.dataset.scheme = 'dark'")
    assert tab.page.evaluate(TOKENS, ["brand", "spark"]) == dark
    assert dark != ["#0064d2", "#907700"]


def test_a_page_fetches_the_chosen_typeface_and_no_other(new_tab: NewTab) -> None:
    tab = new_tab(None)
    with tab.page.expect_response(re.compile("lexend")) as response:
        tab.go("case_studies/oak/")
    assert response.value.ok
    tab.page.wait_for_load_state("networkidle")
    fetched = tab.page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    assert [Path(name).name for name in fetched if name.endswith(".woff2")] == ["lexend.woff2"]
    assert tab.page.evaluate("document.fonts.ready.then(fonts => fonts.check('400 16px Lexend'))")


def test_the_logo_stands_in_the_header_with_its_words_on_a_ground_on_which_it_is_seen(new_tab: NewTab) -> None:
    tab = new_tab("", color_scheme="light")
    logo = tab.page.get_by_role("img", name="Crest of Exampleton")
    assert logo.evaluate("one => one.complete && one.naturalHeight") == 40
    light = logo.evaluate("one => getComputedStyle(one).backgroundColor")
    tab.page.emulate_media(color_scheme="dark")
    dark = logo.evaluate("one => getComputedStyle(one).backgroundColor")
    assert (light != "rgba(0, 0, 0, 0)", dark) == (True, "rgba(0, 0, 0, 0)")


def test_what_the_head_refers_to_is_there_and_the_picture_for_links_has_a_whole_address(branded: Path) -> None:
    html = (branded / "case_studies/oak/index.html").read_text(encoding="utf-8")
    wanted = re.findall(r'(?:href|src)="\.\./\.\./(assets/brand/[^"]+)"', html)
    assert len(wanted) >= 5
    assert [path for path in wanted if not (branded / path).is_file()] == []
    assert 'property="og:image" content="https://www.exampleton.example/inclusion/assets/brand/social.png"' in html
    assert "mark.svg" not in html
