"""What each host is given, word for word, and that it is what the host can read."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest
import yaml
from tests.support.builders import TESTS

from tenfold.hosting import HOSTS, CannotBeHosted, Policy, Prepared, host_files, policy, prepare
from tenfold.hosting.headers import TYPES, protection

CASES = TESTS / "cases" / "hosting"
PAGE = '<!doctype html><html><head><meta charset="utf-8"><script>d=1</script></head><body><p>Text.</body></html>\n'
NOT_FOUND = (
    '<!doctype html><link rel="stylesheet" href="/assets/tenfold.css"><form action="/find/" data-root="/">'
    '<a href="/">Home</a><a href="//elsewhere.example/">There</a><a href="https://elsewhere.example/">There</a></form>\n'
)
AZURE_KNOWS = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "trailingSlash": {"enum": ["auto", "always", "never"]},
        "routes": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["route"],
                "additionalProperties": False,
                "properties": {
                    "route": {"type": "string", "pattern": r"^/[^*]*\*?$"},
                    "headers": {"type": "object", "additionalProperties": {"type": "string"}},
                    "statusCode": {"type": "integer"},
                },
            },
        },
        "responseOverrides": {
            "type": "object",
            "additionalProperties": False,
            "patternProperties": {
                "^(400|401|403|404)$": {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": {"rewrite": {"type": "string", "pattern": "^/"}, "statusCode": {"type": "integer"}},
                }
            },
        },
        "globalHeaders": {"type": "object", "additionalProperties": {"type": "string"}},
        "mimeTypes": {
            "type": "object",
            "additionalProperties": False,
            "patternProperties": {r"^\.[a-z0-9_]+$": {"type": "string", "pattern": "^[a-z]+/"}},
        },
    },
}
"""Of what Azure reads, the parts that we write: its own documentation in our words."""

HASH = re.compile(r"'sha256-[A-Za-z0-9+/]{43}='")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "pagefind").mkdir()
    (tmp_path / "pagefind/pagefind.js").write_text("", encoding="utf-8")
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "404.html").write_text(NOT_FOUND, encoding="utf-8")
    return tmp_path


def with_scripts(number: int) -> Policy:
    """The policy of a site whose pages hold this many different scripts."""
    return Policy(tuple(f"'sha256-{at:043}='" for at in range(number)), True, (), 1)


def in_words(prepared: Prepared) -> str:
    """All that is prepared, as one text to read."""
    inside = (f"=== in the site: {name}\n{data.decode()}" for name, data in prepared.inside.items())
    beside = (f"=== beside the site: {name}\n{data.decode()}" for name, data in prepared.beside.items())
    return "".join([*inside, *beside, "=== says\n", *(f"{sentence}\n" for sentence in prepared.says)])


@pytest.mark.parametrize("path", ["/", "/inclusion/"])
@pytest.mark.parametrize("host", HOSTS)
def test_a_host_is_given_what_is_recorded(host: str, path: str, site: Path) -> None:
    said = in_words(prepare(host, site, path))
    file = CASES / f"{host}{'-below-a-path' if path != '/' else ''}.txt"
    if os.environ.get("TENFOLD_REWRITE"):
        file.write_text(said, encoding="utf-8")
    assert said == file.read_text(encoding="utf-8")


def test_every_case_is_of_a_host() -> None:
    assert {file.stem.removesuffix("-below-a-path") for file in CASES.iterdir()} == set(HOSTS)


def test_every_host_that_can_is_told_the_whole_policy(site: Path) -> None:
    told = {
        host: any(policy(site).header in data.decode().replace("&#x27;", "'") for data in given.values())
        for host in HOSTS
        for prepared in [prepare(host, site)]
        for given in [{**prepared.inside, **prepared.beside}]
    }
    assert {host for host, is_told in told.items() if not is_told} == {"github_pages", "gitlab_pages"}


@pytest.mark.parametrize("host", [host for host in HOSTS if HOSTS[host].in_pages])
def test_a_host_that_cannot_says_what_is_not_to_be_had(host: str, site: Path) -> None:
    said = " ".join(prepare(host, site).says)
    assert "cannot set headers" in said
    assert "in a frame" in said


@pytest.mark.parametrize("path", ["/", "/inclusion/"])
def test_azure_gets_json_that_it_knows(path: str, site: Path) -> None:
    prepared = prepare("azure", site, path)
    (text,) = [data for name, data in {**prepared.inside, **prepared.beside}.items() if name.endswith(".json")]
    config = json.loads(text)
    jsonschema.Draft202012Validator(AZURE_KNOWS).validate(config)
    assert config["responseOverrides"]["404"]["rewrite"] == f"{path}404.html"


def test_iis_gets_xml_with_every_header_and_kind_once(site: Path) -> None:
    root = ET.fromstring(host_files("iis", site)["web.config"])
    added = {each.attrib["name"]: each.attrib["value"] for each in root.iterfind(".//customHeaders/add")}
    assert added == protection(policy(site))
    removed = [each.attrib["name"] for each in root.iterfind(".//customHeaders/remove")]
    assert set(added) <= set(removed)
    endings = [each.attrib["fileExtension"] for each in root.iterfind(".//staticContent/mimeMap")]
    assert endings == [f".{ending}" for ending in TYPES]
    assert [each.attrib["fileExtension"] for each in root.iterfind(".//staticContent/remove")] == endings


def rules_of(text: str) -> dict[str, dict[str, str]]:
    """A `_headers` file as the hosts read it."""
    rules: dict[str, dict[str, str]] = {}
    pattern = ""
    for line in text.splitlines():
        if line.startswith("/"):
            pattern = line
            rules[pattern] = {}
        elif line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            rules[pattern][name] = value
        else:
            assert line.startswith("#")
    return rules


@pytest.mark.parametrize("host", ["netlify", "cloudflare"])
def test_no_two_rules_that_meet_name_the_same_header(host: str, site: Path) -> None:
    rules = rules_of(host_files(host, site)["_headers"].decode())
    named = [name for headers in rules.values() for name in headers]
    assert all(pattern.count("*") == 1 for pattern in rules)
    assert sorted(set(named) - {"Cache-Control", "Content-Type"}) == sorted(rules["/*"])
    assert "Cache-Control" not in rules["/*"]
    assert len([pattern for pattern in rules if "Cache-Control" in rules[pattern]]) == 3


@pytest.mark.parametrize("host", ["netlify", "cloudflare"])
@pytest.mark.parametrize("scripts, fits", [(1, True), (25, True), (40, False)])
def test_a_line_that_the_host_would_pass_over_is_refused(host: str, scripts: int, fits: bool, site: Path) -> None:
    many = with_scripts(scripts)
    if fits:
        text = prepare(host, site, computed=many).inside["_headers"].decode()
        assert max(map(len, text.splitlines())) <= 2000
        assert len(HASH.findall(text)) == scripts
        return
    with pytest.raises(CannotBeHosted, match=r"over 2,000 .* 40 different scripts .* into a \.js file"):
        prepare(host, site, computed=many)


def test_a_file_that_azure_would_not_read_is_refused(site: Path) -> None:
    assert len(prepare("azure", site, computed=with_scripts(300)).inside["staticwebapp.config.json"]) < 20_480
    with pytest.raises(CannotBeHosted, match="Azure reads 20,480 at most"):
        prepare("azure", site, computed=with_scripts(400))


@pytest.mark.parametrize("host", HOSTS)
def test_a_site_with_what_the_policy_blocks_gets_nothing(host: str, site: Path) -> None:
    (site / "a.html").write_text('<p style="color:red" onclick="go()">', encoding="utf-8")
    with pytest.raises(
        CannotBeHosted, match=r"(?s)templates or settings of your own.*a\.html: has the attribute style"
    ):
        prepare(host, site)


def test_a_hundred_faults_are_not_all_told(site: Path) -> None:
    for number in range(100):
        (site / f"{number:02}.html").write_text("<style></style>", encoding="utf-8")
    with pytest.raises(CannotBeHosted, match="and 80 more"):
        prepare("nginx", site)


def test_the_page_for_what_is_not_there_is_made_for_the_path(site: Path) -> None:
    page = host_files("iis", site, "/inclusion/")["404.html"].decode()
    assert re.findall(r'(?:href|action|data-root)="([^"]*)"', page) == [
        *("/inclusion/assets/tenfold.css", "/inclusion/find/", "/inclusion/", "/inclusion/"),
        *("//elsewhere.example/", "https://elsewhere.example/"),
    ]
    (site / "404.html").write_text(page, encoding="utf-8")
    assert "404.html" not in host_files("iis", site, "/inclusion/")
    assert host_files("iis", site, "/")["404.html"].decode() == NOT_FOUND


def test_the_container_has_no_rights_and_writes_nowhere(site: Path) -> None:
    files = prepare("container", site, "/inclusion/").beside
    lines = files["Containerfile"].decode().splitlines()
    assert [line for line in lines if line.startswith("USER ")] == ["USER 101"]
    assert not any(line.startswith("RUN") for line in lines[lines.index("USER 101") :])
    assert any("127.0.0.1:8080/inclusion/" in line for line in lines if line.startswith("HEALTHCHECK"))
    service: dict[str, Any] = yaml.safe_load(files["compose.yaml"])["services"]["site"]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert [place.partition(":")[0] for place in service["tmpfs"]] == ["/tmp"]
    written = re.findall(r"^\s*(?:pid|\w+_temp_path) (\S+);", files["nginx.conf"].decode(), re.MULTILINE)
    assert len(written) == 6
    assert all(place.startswith("/tmp/") for place in written)


def the_same_twice(make: Callable[[], Prepared]) -> bool:
    return in_words(make()) == in_words(make())


@pytest.mark.parametrize("host", HOSTS)
def test_the_same_site_gives_the_same_bytes(host: str, site: Path) -> None:
    assert the_same_twice(lambda: prepare(host, site, "/inclusion/"))
