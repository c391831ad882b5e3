"""The schemas that a site publishes, for editors of those who have no copy of the project."""

from __future__ import annotations

import json
from pathlib import Path

from tests.support.builders import BASE

from tenfold.adapters.building import build_site
from tenfold.schema import FOLDER, IDS_FILE, schema_files

DRAFT = (BASE / "case_studies/oak.yml").read_text(encoding="utf-8").replace("status: published", "status: draft")


def test_every_schema_is_published_with_the_ids_of_the_site(small_project: Path) -> None:
    (small_project / "content/case_studies/ash.yml").write_text(DRAFT, encoding="utf-8")
    build_site(small_project / "mkdocs.yml", small_project / "site")
    published = small_project / "site" / FOLDER
    wanted = schema_files({})

    assert {path.name for path in published.iterdir()} == set(wanted)
    for name in set(wanted) - {IDS_FILE}:
        assert (published / name).read_text(encoding="utf-8") == wanted[name]

    ids = json.loads((published / IDS_FILE).read_text(encoding="utf-8"))["definitions"]
    assert [each["const"] for each in ids["case"]["anyOf"]] == ["oak"]
    assert [each["const"] for each in ids["source"]["anyOf"]] == ["oak-report"]
