"""What the real nginx answers with the configuration that is made for it, as a fragment and in the container."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.support.nginx import Served, free_port, hosting, nginx_command, public_folder, running

from tenfold.hosting import policy, prepare
from tenfold.hosting.container import PORT
from tenfold.hosting.headers import protection

pytestmark = pytest.mark.usefixtures("programs")

PAGE = '<!doctype html><html><head><meta charset="utf-8"><script>d=1</script></head><body>{}</body></html>'
NOT_FOUND = PAGE.format('<link rel="stylesheet" href="/assets/tenfold.css">There is no such page.')
FILES = {
    "index.html": PAGE.format("Home, " * 200),
    "404.html": NOT_FOUND,
    "find/index.html": PAGE.format("Find"),
    "find/table.json": "{}",
    "assets/tenfold.css": "p{color:red}",
    "assets/find/finder.js": "export const a = 1; " * 50,
    "assets/mark.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "assets/vendor/font.woff2": "font",
    "pagefind/pagefind.js": "",
    "pagefind/wasm.en.pagefind": "\x1f",
    "pagefind/pagefind.en_1.pf_meta": "meta",
    "pagefind/fragment/en_1.pf_fragment": "fragment",
    "pagefind/index/en_1.pf_index": "index",
    "downloads/form.docx": "document " * 200,
    "downloads/form.md": "# Form",
    "downloads/tracker.xlsx": "sheet",
    "downloads/slides.pptx": "slides",
    "downloads/sheet.pdf": "%PDF",
    "case_studies/oak.yml": "title: Oak",
    "site.webmanifest": "{}",
    "robots.txt": "User-agent: *",
    "engine.wasm": "wasm",
}
OFFICE = "application/vnd.openxmlformats-officedocument"


@dataclass(frozen=True)
class Hosted:
    """A site behind nginx, below a path."""

    served: Served
    path: str
    says: dict[str, str]


def write_site(folder: Path, path: str) -> Path:
    site = folder / "site"
    for name, text in FILES.items():
        file = site / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (folder / "secret.txt").write_text("not for readers", encoding="utf-8")
    page = prepare("nginx", site, path).inside.get("404.html")
    if page:
        (site / "404.html").write_bytes(page)
    return site


@pytest.fixture(scope="module", params=["/", "/inclusion/"])
def hosted(request: pytest.FixtureRequest) -> Iterator[Hosted]:
    path = str(request.param)
    with public_folder() as folder:
        site = write_site(folder, path)
        prepared = prepare("nginx", site, path, folder=str(site))
        with hosting(prepared.beside, folder) as served:
            yield Hosted(served, path, protection(policy(site)))


def protected(hosted: Hosted, headers: dict[str, str]) -> bool:
    """Whether every header that protects a reader is there, once."""
    return {name: headers.get(name.lower()) for name in hosted.says} == hosted.says


@pytest.mark.parametrize(
    "below, kind",
    [
        ("", "text/html; charset=utf-8"),
        ("find/", "text/html; charset=utf-8"),
        ("find/table.json", "application/json; charset=utf-8"),
        ("assets/tenfold.css", "text/css; charset=utf-8"),
        ("assets/find/finder.js", "text/javascript; charset=utf-8"),
        ("assets/mark.svg", "image/svg+xml; charset=utf-8"),
        ("assets/vendor/font.woff2", "font/woff2"),
        ("pagefind/wasm.en.pagefind", "application/octet-stream"),
        ("pagefind/pagefind.en_1.pf_meta", "application/octet-stream"),
        ("pagefind/fragment/en_1.pf_fragment", "application/octet-stream"),
        ("pagefind/index/en_1.pf_index", "application/octet-stream"),
        ("downloads/form.docx", f"{OFFICE}.wordprocessingml.document"),
        ("downloads/tracker.xlsx", f"{OFFICE}.spreadsheetml.sheet"),
        ("downloads/slides.pptx", f"{OFFICE}.presentationml.presentation"),
        ("downloads/sheet.pdf", "application/pdf"),
        ("downloads/form.md", "text/plain; charset=utf-8"),
        ("case_studies/oak.yml", "text/plain; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("site.webmanifest", "application/manifest+json"),
        ("engine.wasm", "application/wasm"),
    ],
)
def test_every_file_is_sent_as_what_it_is_and_protected(below: str, kind: str, hosted: Hosted) -> None:
    answer = hosted.served.get(f"{hosted.path}{below}")
    assert answer.status == 200
    assert answer.headers["content-type"] == kind
    assert protected(hosted, dict(answer.headers))
    assert "set-cookie" not in answer.headers
    assert answer.body.decode() == FILES[f"{below}index.html" if below.endswith("/") or not below else below]


@pytest.mark.parametrize("below", ["nothing", "a/b/c/", "find/x.woff2", "assets/vendor/x.woff2", "pagefind/index/x"])
def test_what_is_not_there_is_answered_with_our_page(below: str, hosted: Hosted) -> None:
    answer = hosted.served.get(f"{hosted.path}{below}")
    assert answer.status == 404
    assert "There is no such page" in answer.body.decode()
    assert f'href="{hosted.path}assets/tenfold.css"' in answer.body.decode()
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "max-age" not in answer.headers.get("cache-control", "")
    assert protected(hosted, dict(answer.headers))


@pytest.mark.parametrize("below", ["assets/", "downloads/"])
def test_a_folder_without_a_page_is_not_listed(below: str, hosted: Hosted) -> None:
    answer = hosted.served.get(f"{hosted.path}{below}")
    assert answer.status == 404
    assert "There is no such page" in answer.body.decode()


def test_a_folder_is_led_to_its_slash_on_whatever_host(hosted: Hosted) -> None:
    answer = hosted.served.get(f"{hosted.path}find", host="www.oakshire.example")
    assert answer.status == 301
    assert answer.headers["location"] == f"{hosted.path}find/"
    assert protected(hosted, dict(answer.headers))


@pytest.mark.parametrize("hosted", ["/inclusion/"], indirect=True)
def test_the_path_itself_is_led_to_its_slash(hosted: Hosted) -> None:
    answer = hosted.served.get("/inclusion")
    assert (answer.status, answer.headers["location"]) == (301, "/inclusion/")
    assert protected(hosted, dict(answer.headers))


@pytest.mark.parametrize("way", ["../secret.txt", "%2e%2e/secret.txt", "..%2fsecret.txt", "find/../../secret.txt"])
def test_nothing_outside_the_site_is_served(way: str, hosted: Hosted) -> None:
    for address in (f"{hosted.path}{way}", f"{hosted.path.rstrip('/')}{way}"):
        answer = hosted.served.get(address)
        assert answer.status in (400, 404)
        assert b"not for readers" not in answer.body


@pytest.mark.parametrize(
    "below, kept",
    [
        ("", "no-cache"),
        ("assets/tenfold.css", "no-cache"),
        ("find/table.json", "no-cache"),
        ("downloads/form.docx", "no-cache"),
        ("pagefind/pagefind.js", "no-cache"),
        ("assets/vendor/font.woff2", "max-age=604800"),
        ("pagefind/fragment/en_1.pf_fragment", "max-age=86400"),
        ("pagefind/index/en_1.pf_index", "max-age=86400"),
    ],
)
def test_how_long_a_file_may_be_kept(below: str, kept: str, hosted: Hosted) -> None:
    assert hosted.served.get(f"{hosted.path}{below}").headers["cache-control"] == kept


def test_what_has_not_changed_is_not_sent_again(hosted: Hosted) -> None:
    first = hosted.served.get(hosted.path)
    again = hosted.served.get(hosted.path, if_none_match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    assert protected(hosted, dict(again.headers))


@pytest.mark.parametrize(
    "below, packed", [("", True), ("assets/find/finder.js", True), ("downloads/form.docx", False), ("find/", False)]
)
def test_what_gets_smaller_is_packed(below: str, packed: bool, hosted: Hosted) -> None:
    answer = hosted.served.get(f"{hosted.path}{below}", accept_encoding="gzip")
    assert (answer.headers.get("content-encoding") == "gzip") is packed


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_sent_to_it(method: str, hosted: Hosted) -> None:
    assert hosted.served.get(hosted.path, method=method).status == 405


@pytest.mark.parametrize("path", ["/", "/inclusion/"])
def test_the_container_serves_from_a_folder_that_it_cannot_write_to(path: str) -> None:
    """As in the container, but for the engine: nobody's rights, one place to write to, everything else read-only."""
    with public_folder() as folder, public_folder() as writable:
        writable.chmod(0o777)
        site = write_site(folder, path)
        port = free_port()
        text = prepare("container", site, path).beside["nginx.conf"].decode()
        here = {"/tmp/": f"{writable}/", "/srv/tenfold": str(site), f"listen {PORT}": f"listen 127.0.0.1:{port}"}
        for theirs, ours in here.items():
            assert theirs in text
            text = text.replace(theirs, ours)
        (folder / "nginx.conf").write_text(text, encoding="utf-8")
        for place in (folder, *folder.rglob("*")):
            place.chmod(0o555 if place.is_dir() else 0o444)
        before = sorted(folder.rglob("*"))
        with running(folder / "nginx.conf", folder, port) as served:
            hosted = Hosted(served, path, protection(policy(site)))
            for address, status in ((path, 200), (f"{path}find", 301), (f"{path}nothing", 404), (f"{path}find/", 200)):
                answer = served.get(address)
                assert answer.status == status
                assert protected(hosted, dict(answer.headers))
                assert answer.headers["server"] == "nginx"  # and not which release of it
            assert served.get("/").status == (200 if path == "/" else 302)
        assert sorted(folder.rglob("*")) == before
        for place in (folder, *folder.rglob("*")):
            place.chmod(0o755)


def test_a_mistake_in_a_configuration_would_be_seen(tmp_path: Path) -> None:
    """nginx reads what it is given as strictly as these tests take it to."""
    broken = tmp_path / "nginx.conf"
    broken.write_text("events {}\nhttp { server { location / { add_hader A b; } } }\n", encoding="utf-8")
    done = subprocess.run([nginx_command(), "-t", "-c", str(broken)], capture_output=True, check=False)
    assert done.returncode != 0
