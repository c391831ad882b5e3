"""What the policy of a site is made of: its scripts as a browser hashes them, and what it would block, page by page."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from tenfold.hosting import policy
from tenfold.hosting.reading import read_page, read_style

OURS = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'self'; "
    "frame-ancestors 'none'; object-src 'none'"
)


def a_site(folder: Path, **pages: str) -> Path:
    """A site of pages and other files, named without their dots: `index_html`."""
    for name, text in pages.items():
        (folder / name.replace("_", ".")).write_bytes(text.encode())
    return folder


def hashed(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def test_a_site_without_inline_scripts_has_the_plain_policy(tmp_path: Path) -> None:
    found = policy(a_site(tmp_path, index_html='<!doctype html><script src="a.js"></script><p>Text.'))
    assert found.header == OURS
    assert found.faults == ()
    assert found.pages == 1


def test_what_only_a_header_can_say_is_not_in_the_pages(tmp_path: Path) -> None:
    found = policy(a_site(tmp_path, index_html="<p>Text."))
    assert found.meta == OURS.replace("frame-ancestors 'none'; ", "")


def test_search_may_run_webassembly_and_nothing_else_may(tmp_path: Path) -> None:
    (tmp_path / "pagefind").mkdir()
    (tmp_path / "pagefind/pagefind.js").write_text("", encoding="utf-8")
    found = policy(a_site(tmp_path, index_html="<p>Text."))
    assert found.header == OURS.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
    assert "'unsafe-" not in found.header


def test_one_script_on_many_pages_is_one_hash_and_two_are_sorted(tmp_path: Path) -> None:
    both = "<script>one()</script><script>two()</script>"
    found = policy(a_site(tmp_path, index_html="<script>two()</script>", a_html=both, b_html=both))
    assert found.scripts == tuple(sorted([hashed("one()"), hashed("two()")]))


def test_line_ends_are_hashed_as_a_browser_reads_them(tmp_path: Path) -> None:
    found = policy(a_site(tmp_path, index_html="<script>\r\none()\r\n</script>"))
    assert found.scripts == (hashed("\none()\n"),)


@pytest.mark.parametrize(
    "element, script",
    [
        pytest.param("<script>go()</script>", "go()", id="plain"),
        pytest.param("<script type=''>go()</script>", "go()", id="an empty type"),
        pytest.param("<script type=module>import 'x'</script>", "import 'x'", id="a module"),
        pytest.param(
            "<SCRIPT TYPE='Text/JavaScript; charset=utf-8'>go()</SCRIPT>", "go()", id="a type with more to it"
        ),
        pytest.param('<script type="importmap">{}</script>', "{}", id="a map of imports steers what runs"),
        pytest.param("<script>if (a < b && '</p>') go()</script>", "if (a < b && '</p>') go()", id="tags in it"),
        pytest.param("<script>a = '&amp;'</script>", "a = '&amp;'", id="entities in it stay"),
        pytest.param("<script></script>", "", id="an empty one"),
    ],
)
def test_a_script_that_runs_is_hashed(element: str, script: str) -> None:
    assert read_page(f"<head>{element}</head>").scripts == {hashed(script)}


@pytest.mark.parametrize(
    "element",
    [
        pytest.param('<script type="application/ld+json">{"@context":"https://schema.org"}</script>', id="JSON-LD"),
        pytest.param('<script type="application/json">{}</script>', id="JSON"),
        pytest.param('<script src="a.js">ignored()</script>', id="one with a file"),
        pytest.param("<!-- <script>go()</script> -->", id="in a comment"),
        pytest.param("<p>&lt;script&gt;go()&lt;/script&gt;", id="in text"),
    ],
)
def test_what_does_not_run_has_no_hash(element: str) -> None:
    assert read_page(element).scripts == set()


@pytest.mark.parametrize(
    "html, says",
    [
        pytest.param('<p style="color:red">', 'style="color:red"', id="style attribute"),
        pytest.param("<style>p{color:red}</style>", "<style>", id="style element"),
        pytest.param('<button onclick="go()">', "onclick", id="event handler"),
        pytest.param("<svg ONLOAD='go()'>", "onload", id="event handler in capitals"),
        pytest.param('<a href="javascript:go()">', "a script as the address", id="script address"),
        pytest.param('<a href=" java&#115;cript:go()">', "a script as the address", id="script address, hidden"),
        pytest.param('<script src="https://cdn.example/a.js"></script>', "https://cdn.example/a.js", id="script"),
        pytest.param('<script src="//cdn.example/a.js"></script>', "//cdn.example/a.js", id="without a scheme"),
        pytest.param('<script src="\\\\cdn.example/a.js"></script>', "cdn.example/a.js", id="with backslashes"),
        pytest.param('<link rel="stylesheet" href="https://fonts.example/css">', "fonts.example", id="style sheet"),
        pytest.param('<link rel="preconnect" href="https://fonts.example">', "fonts.example", id="only a connection"),
        pytest.param('<link rel="ICON shortcut" href="https://a.example/i.png">', "a.example", id="icon"),
        pytest.param('<img src="https://a.example/p.png">', "a.example", id="picture"),
        pytest.param('<img srcset="a.png 1x, https://a.example/p.png 2x">', "a.example", id="sharper picture"),
        pytest.param('<form action="https://a.example/send">', "a.example", id="form"),
        pytest.param('<button formaction="https://a.example/send">', "a.example", id="button of a form"),
        pytest.param('<base href="https://a.example/">', "a.example", id="base"),
        pytest.param('<svg><use xlink:href="https://a.example/i.svg#x"/></svg>', "a.example", id="drawing"),
        pytest.param('<script src="data:text/javascript,go()"></script>', "data:text/javascript", id="script as data"),
        pytest.param('<iframe src="map.html"></iframe>', "<iframe>", id="frame"),
        pytest.param('<video src="film.mp4"></video>', "<video>", id="film"),
    ],
)
def test_what_the_policy_would_block_is_named_with_its_page(html: str, says: str, tmp_path: Path) -> None:
    (fault,) = policy(a_site(tmp_path, index_html="<p>Text.", a_html=html)).faults
    assert fault.page == "a.html"
    assert says in fault.message
    assert fault.message.endswith((".", "else."))


@pytest.mark.parametrize(
    "html",
    [
        pytest.param('<a href="https://elsewhere.example/">', id="a link"),
        pytest.param('<link rel="canonical" href="https://elsewhere.example/">', id="a canonical link"),
        pytest.param('<link rel="license" href="https://elsewhere.example/">', id="a licence"),
        pytest.param('<meta property="og:url" content="https://elsewhere.example/">', id="metadata"),
        pytest.param('<img src="data:image/png;base64,AA">', id="a picture as data"),
        pytest.param('<svg><use href="#i_heart"/></svg>', id="a part of the page"),
        pytest.param('<form action="../find/">', id="a form at home"),
        pytest.param('<input name="onset" data-style="x">', id="names that look alike"),
    ],
)
def test_what_a_browser_does_not_fetch_is_fine(html: str) -> None:
    assert read_page(html).wrong == []


@pytest.mark.parametrize(
    "css, number",
    [
        ('@font-face{src:url("vendor/font.woff2")}', 0),
        ("p{background:url(data:image/svg+xml,x)}", 0),
        ("p{background:url( 'https://a.example/p.png' )}", 1),
        ('@import "https://fonts.example/css";', 1),
        ("@import url(//fonts.example/css);", 1),
        ("@font-face{src:url(data:font/woff2;base64,AA)}", 1),
    ],
)
def test_a_style_sheet_loads_nothing_from_elsewhere(css: str, number: int) -> None:
    assert len(list(read_style(css))) == number


def test_faults_of_style_sheets_and_drawings_are_faults_of_the_site(tmp_path: Path) -> None:
    site = a_site(
        tmp_path,
        index_html="<p>Text.",
        brand_css='@import "https://fonts.example/css";',
        logo_svg="<svg xmlns='http://www.w3.org/2000/svg'><script>go()</script></svg>",
        plain_svg="<svg xmlns='http://www.w3.org/2000/svg'><style>g{stroke:red}</style></svg>",
    )
    assert [fault.page for fault in policy(site).faults] == ["brand.css", "logo.svg"]


def test_a_thing_wrong_ten_times_on_a_page_is_said_once(tmp_path: Path) -> None:
    assert len(policy(a_site(tmp_path, index_html='<p style="a">' * 10)).faults) == 1
