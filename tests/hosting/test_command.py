"""`tenfold headers`, as somebody uses it who has a built site and a server."""

from pathlib import Path

import pytest

from tenfold.cli import main
from tenfold.cli.headers import NAMES
from tenfold.hosting import HOSTS

NOT_FOUND = '<link rel="stylesheet" href="/inclusion/assets/tenfold.css">'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("<p>Text.", encoding="utf-8")
    (folder / "404.html").write_text(NOT_FOUND, encoding="utf-8")
    return folder


def test_the_command_knows_every_host() -> None:
    assert list(NAMES) == list(HOSTS)


def test_it_prints_what_the_host_needs_for_the_path_that_the_site_was_built_for(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["headers", "--for", "nginx", "--site", str(site), "--folder", "/var/www/inclusion"]) == 0
    said = capsys.readouterr().out
    assert "--- tenfold.conf\n" in said
    assert "location ^~ /inclusion/ {" in said
    assert 'alias "/var/www/inclusion/";' in said
    assert "into /var/www/inclusion on the server" in said
    assert "404.html" not in said.replace("/inclusion/404.html", "")


def test_it_writes_the_files_and_says_where_they_belong(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "for-iis"
    assert main(["headers", "--for", "iis", "--site", str(site), "--path", "/", "--out", str(out)]) == 0
    said = capsys.readouterr().out
    assert {file.name for file in out.iterdir()} == {"web.config", "404.html"}
    assert "Wrote web.config, 404.html" in said
    assert "Put web.config, 404.html into the site's own folder." in said


def test_into_the_site_itself_nothing_is_left_to_put(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["headers", "--for", "netlify", "--site", str(site), "--path", "/", "--out", str(site)]) == 0
    assert "Put " not in capsys.readouterr().out
    assert (site / "_headers").is_file()


def test_where_no_header_can_be_set_the_pages_are_changed_only_when_that_is_asked_for(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "index.html").write_text("<head><title>x</title></head><body></body>", encoding="utf-8")
    before = (site / "index.html").read_bytes()
    assert main(["headers", "--for", "github_pages", "--site", str(site), "--out", str(tmp_path / "out")]) == 0
    assert "tenfold headers --for github_pages --out site" in capsys.readouterr().out
    assert (site / "index.html").read_bytes() == before
    assert main(["headers", "--for", "github_pages", "--site", str(site), "--out", str(site)]) == 0
    assert "Put the policy into 1 page." in capsys.readouterr().out
    assert b'http-equiv="Content-Security-Policy"' in (site / "index.html").read_bytes()


@pytest.mark.parametrize(
    "arguments, says",
    [
        pytest.param(["--site", "nowhere"], "there is no built site in nowhere. Build it first", id="no site"),
        pytest.param(["--path", "a;b"], "cannot be the path of a site", id="no path"),
        pytest.param(["--folder", "/srv/a b"], "--folder has to be a whole path", id="a folder with a space"),
        pytest.param(["--folder", "/srv/a;}"], "--folder has to be a whole path", id="a folder that ends the block"),
        pytest.param(["--folder", "srv"], "--folder has to be a whole path", id="half a folder"),
        pytest.param(["--out", "site/index.html"], "cannot be written", id="no folder to write to"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    arguments: list[str], says: str, site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site.parent)
    assert main(["headers", "--for", "nginx", *arguments]) == 2
    said = capsys.readouterr()
    assert says in said.err
    assert said.out == ""


def test_what_the_policy_blocks_is_told_and_nothing_is_written(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "index.html").write_text('<script src="https://cdn.example/a.js"></script>', encoding="utf-8")
    assert main(["headers", "--for", "nginx", "--site", str(site), "--out", str(tmp_path / "out")]) == 2
    assert "index.html: loads https://cdn.example/a.js from elsewhere." in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
