"""The toolkit that a copy holds: installed files as a wheel, and the versions of what it needs."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import zipfile
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.utils import parse_wheel_filename

from tenfold.founding.toolkit import NotAWheel, Wheel, versions_here, wheel_from, wheel_here


@pytest.fixture(scope="module")
def wheel() -> Wheel:
    return wheel_here()


@pytest.mark.usefixtures("archives")
def test_the_wheel_holds_everything_that_a_site_needs(wheel: Wheel) -> None:
    names = zipfile.ZipFile(io.BytesIO(wheel.raw)).namelist()
    assert {"tenfold/cli/__init__.py", "tenfold/founding/papers/readme.md"} <= set(names)
    assert "tenfold_theme/fragments/home.html.jinja" in names
    assert any(name.endswith(".dist-info/entry_points.txt") for name in names)
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    assert not [name for name in names if "__pycache__" in name or name.startswith(("/", ".."))]


@pytest.mark.usefixtures("archives")
def test_the_wheel_is_named_and_listed_as_pip_wants_it(wheel: Wheel) -> None:
    name, found, _, _ = parse_wheel_filename(wheel.name)
    assert (name, str(found)) == ("tenfold", version("tenfold"))

    archive = zipfile.ZipFile(io.BytesIO(wheel.raw))
    record = next(name for name in archive.namelist() if name.endswith("/RECORD"))
    rows = {row[0]: row[1:] for row in csv.reader(archive.read(record).decode().splitlines())}
    assert set(rows) == set(archive.namelist())
    for path, (digest, size) in rows.items():
        if path != record:
            raw = archive.read(path)
            assert digest == f"sha256={base64.urlsafe_b64encode(hashlib.sha256(raw).digest()).rstrip(b'=').decode()}"
            assert int(size) == len(raw)


@pytest.mark.usefixtures("archives")
def test_the_same_files_give_the_same_wheel(wheel: Wheel) -> None:
    assert wheel_here() == wheel


@pytest.mark.usefixtures("archives")
def test_the_versions_are_of_all_that_is_needed_and_of_nothing_else() -> None:
    versions = versions_here()
    assert versions["mkdocs"] == version("mkdocs")
    assert versions["pydantic-core"] == version("pydantic-core")
    assert versions["pagefind-bin"] == version("pagefind-bin"), "an extra that is asked for"
    assert not {"tenfold", "pytest", "ruff", "hypothesis"} & set(versions)


def test_a_wheel_that_is_named_is_taken_as_it_is(wheel: Wheel, tmp_path: Path) -> None:
    (tmp_path / wheel.name).write_bytes(wheel.raw)
    assert wheel_from(tmp_path / wheel.name) == wheel


@pytest.mark.parametrize(
    "name, raw, says",
    [
        ("toolkit.zip", b"", "toolkit.zip is not the toolkit. Its file is called tenfold-VERSION"),
        ("tenfold-1.0.0-py3-none-any.whl", b"PK\x03\x04 and no more", "is damaged. Download it again."),
        ("tenfold-1.0.0-py3-none-any.whl", None, "cannot be read: no such file"),
    ],
)
def test_another_file_is_refused(name: str, raw: bytes | None, says: str, tmp_path: Path) -> None:
    if raw is not None:
        (tmp_path / name).write_bytes(raw)
    with pytest.raises(NotAWheel, match=says):
        wheel_from(tmp_path / name)


def test_a_zip_file_without_the_toolkit_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "tenfold-1.0.0-py3-none-any.whl"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("other.py", "")
    with pytest.raises(NotAWheel, match="does not hold the toolkit"):
        wheel_from(file)
