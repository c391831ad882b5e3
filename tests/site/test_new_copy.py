"""A new copy builds at once, with everything on it that was said."""

from pathlib import Path

import pytest
from tests.support.builders import BASE

from tenfold.adapters.building import build_site
from tenfold.cli import main
from tenfold.founding.hosts import TOOLS, way_to
from tenfold.local.settings import Host

SAID = {
    "name": "Inclusion & O'Brien: Llŷn #1",
    "authority": "Kingston & Chelsea",
    "contact": "Inclusion Team",
    "contact-email": "inclusion@exampleton.example",
    "complaints": "Customer Relations",
    "complaints-phone": "020 7946 0000",
    "data-protection": "Data Protection Officer",
    "data-protection-page": "https://www.exampleton.example/data",
    "host": "nginx",
    "address": "https://www.exampleton.example/inclusion/",
}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory, programs: None) -> Path:
    folder = tmp_path_factory.mktemp("made") / "inclusion"
    flags = [part for name, text in SAID.items() for part in (f"--{name}", text)]
    assert main(["local", "init", str(folder), "--yes", "--upstream", str(BASE), *flags]) == 0
    build_site(folder / "mkdocs.yml")
    return folder


def test_it_builds_with_search_and_pages_that_say_whose_it_is(copy: Path) -> None:
    home = (copy / "site/index.html").read_text(encoding="utf-8")
    assert "Kingston &amp; Chelsea's copy of" in home.replace("&#39;", "'")
    assert "Inclusion &amp; O" in home
    assert "inclusion@exampleton.example" in home
    assert (copy / "site/pagefind/pagefind.js").is_file()


def test_nothing_of_the_copy_that_is_no_page_is_published(copy: Path) -> None:
    published = {path.name for path in (copy / "site").rglob("*")}
    assert not published & {"README.md", "local.yml", "requirements.txt", ".gitkeep", "bundle.json", "mkdocs.yml"}


def test_what_was_built_is_not_for_git(copy: Path) -> None:
    """Besides what was made by init, a build leaves only what .gitignore names."""
    ignored = (copy / ".gitignore").read_text(encoding="utf-8")
    made = {path.name for path in copy.iterdir()}
    kept = {".gitattributes", ".gitignore", "README.md", "local.yml", "mkdocs.yml", "requirements.txt"}
    kept |= {"brand", "content", "overrides", "upstream", "wheels", ".github"}
    assert {name for name in made - kept if not name.startswith(".site")} <= {"site", "public", "hosting"}
    assert all(line in ignored.splitlines() for line in ("/site/", "/.site-*", "/.site*-lock"))


RULES = {
    Host.NGINX: "hosting/tenfold.conf",
    Host.IIS: "site/web.config",
    Host.AZURE: "public/staticwebapp.config.json",
    Host.NETLIFY: "public/_headers",
    Host.CLOUDFLARE: "public/_headers",
}


@pytest.mark.parametrize("host", RULES, ids=lambda host: host.value)
def test_the_command_for_a_host_makes_its_rules_from_the_built_site(
    host: Host, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the workflow runs and the README says, word for word."""
    monkeypatch.chdir(copy)
    rules = copy / RULES[host]
    rules.unlink(missing_ok=True)
    way = way_to(host, SAID["address"])

    assert main(way.headers.split()[1:]) == 0

    assert "default-src 'none'" in rules.read_text(encoding="utf-8").replace("&#39;", "'")
    assert way.copying == ("mkdir -p public && cp -r site public/inclusion" if host in TOOLS else "")
