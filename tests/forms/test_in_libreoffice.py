"""The Word and Excel forms as LibreOffice opens, shows and saves them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from tests.support.forms import about, real, with_canonical_prose
from tests.support.office import PATIENCE, as_pdf, find_office

from tenfold.forms import read_form, steps
from tenfold.forms.templates import form

pytestmark = pytest.mark.usefixtures("programs")


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_every_question_is_on_the_pages_of_the_forms(tmp_path: Path) -> None:
    made = {f"form.{kind}": form(kind, {}, about()) for kind in ("docx", "xlsx")}
    made = {f"{name.partition('.')[2]}-{name}": content for name, content in made.items()}
    for pages in as_pdf(made, tmp_path).values():
        shown = squeezed("".join(pages))
        asked = [each for step in steps() for top in step.questions for each in (top, *top.questions)]
        assert [each.name for each in asked if squeezed(each.label) not in shown] == []
        assert squeezed(about().line) in shown


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_a_form_that_libreoffice_saved_says_the_same(tmp_path: Path, kind: str) -> None:
    given = real("barking-and-dagenham")
    (tmp_path / f"form.{kind}").write_bytes(form(kind, given, about()))
    saved = tmp_path / "saved"
    command = [find_office(), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--norestore"]
    convert = ["--convert-to", kind, "--outdir", str(saved), str(tmp_path / f"form.{kind}")]
    done = subprocess.run([*command, *convert], capture_output=True, timeout=PATIENCE, check=False)
    assert (saved / f"form.{kind}").is_file(), done.stderr
    found = read_form((saved / f"form.{kind}").read_bytes())
    assert found.unplaced == ()
    assert with_canonical_prose(found.data) == with_canonical_prose(given)
