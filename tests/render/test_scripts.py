"""The scripts of the theme, as a browser gets them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.builders import PROJECT

from tenfold.render.scripts import without_comments

ASSETS = PROJECT / "theme/tenfold_theme/overrides/assets"
SCRIPTS = sorted(ASSETS.rglob("*.js"))


def test_comments_on_lines_of_their_own_go() -> None:
    script = """\
// What it does.

/**
 * How: a * b / c.
 * @param {string} text
 */
export function one(text) {
  // Why.
  const address = `https://${text}`; // said here
  /** @type {string[]} */
  return /** @type {any} */ (address) / 2;
}
"""
    assert without_comments(script) == (
        "\nexport function one(text) {\n"
        "  const address = `https://${text}`; // said here\n"
        "  return /** @type {any} */ (address) / 2;\n}\n"
    )


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.relative_to(ASSETS).as_posix())
def test_no_text_of_ours_has_a_line_that_looks_like_a_comment(script: Path) -> None:
    text = script.read_text(encoding="utf-8")
    inside = False
    for line in text.splitlines():
        assert not (inside and line.strip().startswith(("//", "/**")))
        if not line.strip().startswith(("//", "*", "/**")):
            inside ^= line.count("`") % 2 == 1
    left = without_comments(text)
    assert len(left) < len(text)
    assert [line for line in text.splitlines() if line.startswith(("import", "export"))] == [
        line for line in left.splitlines() if line.startswith(("import", "export"))
    ]
