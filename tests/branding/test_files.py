"""The files of a brand: what there is, that they are the same each time, and that nothing is cut off or unreadable."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest
from PIL import Image, ImageFont
from tests.branding.walking import CSS
from tests.support.logos import a_logo, saved

from tenfold.branding import TYPEFACES, Brand, NoSuchTypeface, palette, stylesheet, take_logo, typeface
from tenfold.branding.brand import letters, pictures
from tenfold.branding.social import AUTHORITY_SIZES, NAME_SIZES, drawable, font, social_image, wrapped
from tenfold_theme import FONT
from tenfold_theme import TYPEFACES as FOLDER

FOLDERS = (FONT.parent, FOLDER)
COLOURS = palette("#8a1c1c", "#007c80")
WIDE = take_logo(saved(a_logo("#12343b")), "Exampleton")
CREST = take_logo(saved(a_logo("#8a1c1c", size=(200, 200))), "Exampleton")


def a_brand(**changes: object) -> Brand:
    given = {
        "name": "Inclusion in Exampleton",
        "authority": "Exampleton Borough Council",
        "palette": COLOURS,
        **changes,
    }
    return Brand(**given)  # type: ignore[arg-type]


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def test_a_brand_with_everything_adds_these_files_and_the_same_each_time() -> None:
    brand = a_brand(logo=WIDE, typeface=typeface("lexend"))
    files = brand.files(*FOLDERS)
    names = "brand.css icon-180.png icon-192.png icon-32.png icon-512.png icon.svg lexend.woff2 logo-2x.png logo.png"
    assert [path.removeprefix("assets/brand/") for path in files] == [*names.split(), "site.webmanifest", "social.png"]
    assert a_brand(logo=WIDE, typeface=typeface("lexend")).files(*FOLDERS) == files
    assert sum(map(len, files.values())) < 300_000


def test_everything_that_the_head_of_a_page_refers_to_is_there() -> None:
    for brand in (a_brand(palette=None), a_brand(logo=CREST)):
        files, head = brand.files(*FOLDERS), brand.head
        wanted = [head["stylesheet"], head["manifest"], head["social"], *(icon["href"] for icon in head["icons"])]
        assert set(wanted) <= set(files)
        icons = json.loads(files["assets/brand/site.webmanifest"])["icons"]
        assert {f"assets/brand/{icon['src']}" for icon in icons} <= set(files)


@pytest.mark.parametrize("logo, pictured", [(None, False), (WIDE, False), (CREST, True)])
def test_a_compact_logo_is_the_icon_and_a_long_one_is_not(logo: object, pictured: bool) -> None:
    brand = a_brand(logo=logo)
    files = pictures(brand)
    assert ("assets/brand/icon.svg" not in files) is pictured
    for size in (32, 180, 192, 512):
        icon = opened(files[f"assets/brand/icon-{size}.png"])
        assert (icon.size, icon.mode) == ((size, size), "RGB")
    assert opened(files["assets/brand/icon-180.png"]).getpixel((2, 2)) == (
        (255, 255, 255) if pictured else (112, 23, 22)
    )


def test_the_logo_is_there_for_plain_and_for_fine_screens() -> None:
    brand = a_brand(logo=WIDE)
    files, shown = pictures(brand), brand.header_logo
    assert shown is not None
    assert (shown.width, shown.height, shown.alt) == (133, 40, "Exampleton")
    assert opened(files[shown.address]).size == (133, 40)
    assert opened(files[shown.twice]).size == (266, 80)


def test_the_style_sheet_sets_the_colours_in_the_three_places_of_the_sites_own() -> None:
    text = stylesheet(COLOURS, typeface(""))
    dark = "{ --brand: #ffada4; --spark: #79d8dc; }"
    assert f':root[data-scheme="dark"] body {dark}' in text
    assert f':root:not([data-scheme="light"]) body {dark}' in text
    assert "  body { --brand: #8a1c1c; --spark: #007c80; --deep: #701716;" in text
    for selector in ('\n:root[data-scheme="dark"] body {', '\n  :root:not([data-scheme="light"]) body {'):
        assert selector in CSS.read_text(encoding="utf-8")
    assert "@font-face" not in text


def test_print_outs_stay_black_on_white_but_for_one_mark() -> None:
    text = stylesheet(COLOURS, typeface(""))
    before_screen = text.partition("@media screen")[0]
    assert re.findall(r"--[a-z-]+: #\w+", before_screen) == ["--printed: #8a1c1c"]


def test_a_brand_without_colours_sets_none() -> None:
    assert "--brand" not in stylesheet(None, typeface("system"))


@pytest.mark.parametrize("name", list(TYPEFACES))
def test_a_page_gets_the_typeface_that_was_chosen_and_no_other(name: str) -> None:
    files = letters(a_brand(typeface=typeface(name)), FOLDERS)
    added = [path for path in files if path.endswith(".woff2")]
    assert added == ([f"assets/brand/{name}.woff2"] if name in {"lexend", "source-sans-3"} else [])
    text = files["assets/brand/brand.css"].decode()
    assert text.count("@font-face") == len(added)
    assert ("font-family: system-ui" in text) is (name == "system")


def test_a_typeface_is_known_by_its_name_and_an_unknown_one_is_told_with_those_there_are() -> None:
    assert typeface("Source Sans 3").id == "source-sans-3"
    with pytest.raises(NoSuchTypeface, match="Choose one of: atkinson-hyperlegible-next, lexend"):
        typeface("Comic Sans")


LONG = "Belonging, inclusion and attendance across Greater Exampleton " * 4


@pytest.mark.parametrize("name", ["Inclusion", LONG, "Llanfairpwllgwyngyll" * 4])
def test_every_word_is_on_the_picture_for_links_within_its_edges(name: str) -> None:
    size = next(size for size in NAME_SIZES if fits(name, size, 330))
    face = font(FONT, size, 700)
    lines = list(wrapped(name, face.getlength, 1040))
    assert "".join(lines).replace(" ", "") == name.replace(" ", "")
    assert max(map(face.getlength, lines)) <= 1040


def fits(text: str, size: int, height: int) -> bool:
    return len(list(wrapped(text, font(FONT, size, 700).getlength, 1040))) * size * 1.14 <= height


def test_the_picture_for_links_is_of_the_size_that_is_asked_for_and_has_the_colours() -> None:
    picture = social_image(name=LONG, authority=LONG, colours=COLOURS.light, typeface=FONT, logo=CREST)
    image = opened(picture)
    assert (image.size, image.mode) == ((1200, 630), "RGB")
    assert image.getpixel((5, 620)) == (112, 23, 22)
    assert AUTHORITY_SIZES[-1] >= 14
    assert len(picture) < 200_000


def test_a_letter_that_the_typeface_lacks_loses_its_accent_and_is_no_box() -> None:
    face = font(FONT, 40, 400)
    assert isinstance(face, ImageFont.FreeTypeFont)
    assert drawable("Caf\u00e9 Ll\u0177n", face) == "Caf\u00e9 Llyn"


def test_without_the_file_of_a_typeface_the_pictures_are_still_drawn(tmp_path: Path) -> None:
    files = a_brand(typeface=typeface("lexend")).files(tmp_path)
    assert "assets/brand/lexend.woff2" not in files
    assert "@font-face" not in files["assets/brand/brand.css"].decode()
    assert opened(files["assets/brand/social.png"]).size == (1200, 630)
