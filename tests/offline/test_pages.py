"""A page of the site becomes a page that opens as a file."""

from __future__ import annotations

from datetime import date

import pytest

from tenfold.offline import About
from tenfold.offline.pages import as_file, copy_line

ABOUT = About("Tenfold", date(2026, 11, 1), "https://example.org/a&b/")
PAGE = """<!doctype html>
<head>
  <meta http-equiv="Content-Security-Policy" content="default-src 'self'">
  <link rel="modulepreload" href="../assets/find/dom.js">
</head>
<body>
  <main id="main"><a href="../">Home</a></main>
  <footer class="bottom">
  <div class="wrap">
  <p>Content</p>
  </div></footer>
  <script src="../assets/tenfold.js" defer></script>
  <script type="module" src="../assets/find/everywhere.js"></script>
  <script src="../assets/find/finder.js" type="module"></script>
</body>
"""


def test_modules_become_one_script_that_says_which_to_run() -> None:
    made = as_file(PAGE, "find/index.html", ABOUT)
    assert made.starts == ("assets/find/everywhere.js", "assets/find/finder.js")
    assert made.html.count("<script") == 2
    assert f'<script src="../offline/modules.js" defer data-start="{" ".join(made.starts)}"></script>' in made.html


def test_what_speaks_of_a_server_goes() -> None:
    html = as_file(PAGE, "find/index.html", ABOUT).html
    assert "Content-Security-Policy" not in html
    assert "modulepreload" not in html
    assert 'type="module"' not in html
    assert '<a href="../index.html">Home</a>' in html


def test_a_page_without_modules_gets_no_script_and_one_at_the_top_finds_it() -> None:
    assert as_file("<body><p>x</p></body>", "index.html", ABOUT).starts == ()
    top = as_file('<body><script type="module" src="./assets/a.js"></script></body>', "index.html", ABOUT)
    assert top.starts == ("assets/a.js",)
    assert '<script src="./offline/modules.js" defer data-start="assets/a.js">' in top.html


def test_a_module_from_elsewhere_stays_for_the_verifier_to_refuse() -> None:
    made = as_file('<script type="module" src="https://example.org/a.js"></script>', "index.html", ABOUT)
    assert made.starts == ()
    assert "https://example.org/a.js" in made.html


def test_the_line_says_that_it_is_a_copy_of_which_day_and_where_the_newest_is() -> None:
    line = copy_line(ABOUT)
    assert "<b>Offline copy</b> with content of 1 November 2026. It does not update itself" in line
    assert '<a href="https://example.org/a&amp;b/">https://example.org/a&amp;b/</a>' in line
    assert f'<footer class="bottom">\n  <div class="wrap">\n  {line}' in as_file(PAGE, "find/index.html", ABOUT).html


def test_what_is_not_known_is_not_said() -> None:
    assert copy_line(About("Tenfold", None)) == (
        '<p class="offline-copy"><b>Offline copy</b>. It does not update itself.</p>'
    )


def test_a_footer_of_somebodys_own_gets_the_line_at_the_end() -> None:
    made = as_file("<body><main>x</main><footer>Ours</footer></body>", "index.html", ABOUT)
    assert made.html.endswith(f"<footer>{copy_line(ABOUT)}</footer>\n</body>")


@pytest.mark.parametrize(
    "name, slug",
    [
        ("Inclusion in Exampleton", "inclusion-in-exampleton"),
        ("  Ysgolion Môn: cynhwysiad!  ", "ysgolion-mon-cynhwysiad"),
        ("包容", "toolkit"),
        ("x" * 90, "x" * 40),
    ],
)
def test_the_folder_is_named_after_the_site_as_every_system_can(name: str, slug: str) -> None:
    assert About(name, None).slug == slug
