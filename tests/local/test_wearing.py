"""The brand of a local copy, from its settings."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.copies import a_copy
from tests.support.logos import a_logo, saved

COLOURS = 'brand:\n  colour: "#00543c"\n  accent: "#b76300"\n'
LOGO = "  logo: brand/logo.png\n  logo_alt: Exampleton Borough Council\n"


def with_logo(folder: Path, content: bytes) -> None:
    (folder / "brand").mkdir(parents=True)
    (folder / "brand/logo.png").write_bytes(content)


def test_a_copy_that_says_nothing_of_its_look_has_no_brand(tmp_path: Path) -> None:
    assert a_copy(tmp_path).worn == (None, [])


def test_a_copy_wears_its_colours_its_logo_and_its_typeface(tmp_path: Path) -> None:
    with_logo(tmp_path, saved(a_logo()))
    brand, problems = a_copy(tmp_path, f"{COLOURS}{LOGO}  font: source-sans-3\n").worn
    assert problems == []
    assert brand is not None
    assert (brand.name, brand.authority) == ("Inclusion in Exampleton", "Exampleton Borough Council")
    assert brand.palette is not None
    assert brand.palette.light["brand"] == "#00543c"
    assert brand.logo is not None
    assert brand.typeface.name == "Source Sans 3"


def test_everything_that_is_wrong_with_a_brand_is_told_at_its_line_in_one_go(tmp_path: Path) -> None:
    with_logo(tmp_path, b"<svg onload='alert(1)'/>")
    settings = f'brand:\n  colour: "#ffd400"\n  accent: "#ffffff"\n{LOGO}'
    problems = a_copy(tmp_path, settings).check().errors
    assert str(problems[0]).startswith("local.yml:4:11 brand.colour: #ffd400 on a shaded band has 1.2 to 1, 4.5 is ")
    assert str(problems[0]).endswith("The nearest that passes: #806900 (4.6 to 1).")
    assert [(problem.line, problem.field) for problem in problems] == [
        (4, "brand.colour"),
        (5, "brand.accent"),
        (6, "brand.logo"),
    ]
    assert "SVG" in problems[2].message


@pytest.mark.parametrize("how", ["missing", "folder that leads out"])
def test_a_logo_that_is_not_in_the_copy_is_told(how: str, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copy.mkdir()
    if how != "missing":
        (tmp_path / "elsewhere").mkdir()
        (tmp_path / "elsewhere/logo.png").write_bytes(saved(a_logo()))
        (copy / "brand").symlink_to(tmp_path / "elsewhere")
    (problem,) = a_copy(copy, f"brand:\n{LOGO}").check().errors
    assert problem.field == "brand.logo"
    assert ("There is no file" if how == "missing" else "leads out") in problem.message
