"""LibreOffice, to see that documents open and what their pages show."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from pypdf import PdfReader

PATHS = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
PATIENCE = 300
"""Seconds, on a slow machine."""


def find_office() -> str:
    """The path of LibreOffice; without one the test fails and says how to get it."""
    named = os.environ.get("TENFOLD_OFFICE", "")
    candidates = (named, *map(shutil.which, ("soffice", "libreoffice")), *PATHS)
    found = next((path for path in candidates if path and Path(path).is_file()), None)
    if found is None:
        pytest.fail(
            "These tests open documents in LibreOffice, and it is not there. Debian and Ubuntu: apt-get install "
            "libreoffice-writer-nogui libreoffice-impress-nogui libreoffice-calc-nogui. Elsewhere install it yourself, "
            "or set TENFOLD_OFFICE to the path of its soffice."
        )
    return found


def as_pdf(documents: Mapping[str, bytes], folder: Path) -> dict[str, list[str]]:
    """What the pages of documents show as PDF: for each by its file name, the text of each page."""
    office = find_office()
    for name, content in documents.items():
        (folder / name).write_bytes(content)
    profile = (folder / "profile").as_uri()  # of its own, so that several can run at once
    command = [office, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "pdf"]
    done = subprocess.run(
        [*command, "--outdir", str(folder), *(str(folder / name) for name in documents)],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=PATIENCE,
        check=False,
    )
    missing = [name for name in documents if not (folder / name).with_suffix(".pdf").is_file()]
    assert not missing, f"LibreOffice made no PDF of {', '.join(missing)}: {done.stdout}{done.stderr}"
    return {name: pages((folder / name).with_suffix(".pdf")) for name in documents}


def pages(file: Path) -> list[str]:
    """The text of each page of a PDF."""
    return [page.extract_text() for page in PdfReader(file).pages]
