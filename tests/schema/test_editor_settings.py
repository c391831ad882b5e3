"""What makes an editor find the schemas: a first line in every file, and settings for VS Code and JetBrains."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path, PurePosixPath

import pytest
from tests.support.builders import PROJECT

from tenfold.schema import FOLDER, SHAPES, modeline

CONTENT = PROJECT / "content"
FILES = sorted(CONTENT.rglob("*.yml"))


def first_line(file: Path) -> str:
    return file.read_text(encoding="utf-8").split("\n", 1)[0]


LED = [file for file in FILES if "$schema" in first_line(file)]


def test_nearly_every_file_says_where_its_schema_is() -> None:
    """One that does not, such as a file that somebody sent in, is found by the settings below."""
    assert len(LED) >= 33


@pytest.mark.parametrize("file", LED, ids=lambda file: file.name)
def test_the_first_line_leads_to_the_schema_of_the_file(file: Path) -> None:
    first = first_line(file)

    assert first == modeline(PurePosixPath(file.relative_to(CONTENT).as_posix()))
    assert (file.parent / first.partition("$schema=")[2]).is_file()


def test_other_files_have_no_such_line() -> None:
    assert modeline(PurePosixPath("toolkit/index.md")) == ""


def test_vs_code_finds_the_schemas_of_files_without_that_line() -> None:
    settings = json.loads((PROJECT / ".vscode/settings.json").read_text(encoding="utf-8"))

    assert settings["yaml.schemas"] == {f"./{FOLDER}/{shape.file}": f"content/{shape.files}" for shape in SHAPES}


def test_vs_code_neither_asks_the_network_nor_lays_files_out_its_own_way() -> None:
    settings = json.loads((PROJECT / ".vscode/settings.json").read_text(encoding="utf-8"))

    assert settings["yaml.schemaStore.enable"] is False
    assert settings["yaml.format.enable"] is False
    assert settings["files.eol"] == "\n"
    assert settings["[yaml]"]["editor.tabSize"] == 2


def test_vs_code_suggests_what_reads_the_schemas() -> None:
    extensions = json.loads((PROJECT / ".vscode/extensions.json").read_text(encoding="utf-8"))

    assert extensions == {"recommendations": ["redhat.vscode-yaml"]}


def test_jetbrains_finds_the_schemas() -> None:
    """Whichever comments they read, the project says it in their own settings."""
    entries = ET.parse(PROJECT / ".idea/jsonSchemas.xml").getroot().findall(".//SchemaInfo")
    options = [{each.get("name"): each.get("value") for each in entry.iter("option")} for entry in entries]

    assert {each["relativePathToSchema"]: each["path"] for each in options} == {
        f"{FOLDER}/{shape.file}": f"content/{shape.files}" for shape in SHAPES
    }
    assert {each["schemaVersion"] for each in options} == {"JSON Schema version 7"}
