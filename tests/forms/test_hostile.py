"""Files that nobody sends in good faith, or that are no forms at all: a plain message, and never more than that."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.support.forms import about

from tenfold.forms import CannotRead, fill_from, read_form
from tenfold.forms.opening import ARCHIVE, BROKEN, MOST_BYTES
from tenfold.forms.templates import form

Parts = dict[str, bytes]
GOOD = {"title": "Oak", "context": "We began."}


@cache
def docx() -> bytes:
    """A good form, as the others."""
    return form("docx", GOOD, about())


@cache
def xlsx() -> bytes:
    return form("xlsx", GOOD, about())


def archive(parts: Parts) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return made.getvalue()


def changed(raw: bytes, change: Callable[[Parts], None]) -> bytes:
    """An Office file with changes to its parts."""
    with zipfile.ZipFile(io.BytesIO(raw)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    change(parts)
    return archive(parts)


def replaced(part: str, old: bytes, new: bytes) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        assert old in parts[part]
        parts[part] = parts[part].replace(old, new, 1)

    return change


def told(raw: bytes) -> str:
    with pytest.raises(CannotRead) as refused:
        read_form(raw)
    return str(refused.value)


def without_styles(parts: Parts) -> None:
    del parts["word/styles.xml"]


ENTITY = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
TYPES, BODY = "[Content_Types].xml", "word/document.xml"
MAIN = b"wordprocessingml.document.main+xml"


@pytest.mark.parametrize(
    "raw, says",
    [
        pytest.param(b"", "this file is empty.", id="empty"),
        pytest.param(b" \n", "this file is empty.", id="nothing but space"),
        pytest.param(
            b"%PDF-1.7",
            "this is a PDF, which cannot be read back. Send the Word document that it was made from.",
            id="a PDF",
        ),
        pytest.param(
            b"{\\rtf1 x}",
            "this is a rich text file (RTF). Open it in Word and save it as a Word document (.docx).",
            id="RTF",
        ),
        pytest.param(b"<!DOCTYPE html><p>x", "this is a web page. Copy its text into the Word form.", id="a web page"),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 rest",
            "this file has a password, or is of a very old Word or "
            "Excel. Open it in Word, choose Save As, and save it as a Word document (.docx), without a "
            "password.",
            id="a password, or .doc",
        ),
        pytest.param(
            b"\x00\x01\x02\xff", "this file is no text. Send the form as Word, Excel or Markdown.", id="bytes"
        ),
        pytest.param(
            b"{not json",
            "this is not readable as JSON. Save it again, or send the Word form instead.",
            id="broken JSON",
        ),
        pytest.param(
            b"[" * 100_000,
            "this is not readable as JSON. Save it again, or send the Word form instead.",
            id="brackets without end",
        ),
        pytest.param(
            b"[1, 2]",
            "this JSON holds no form: it needs answers, with the fields of a case study below it.",
            id="JSON without a form",
        ),
        pytest.param(
            b'{"title": ' + b'{"a": ' * 50 + b"1" + b"}" * 51,
            "this JSON is nested too deeply. Answers are text, lists and fields.",
            id="deep JSON",
        ),
        pytest.param(
            lambda: docx()[: len(docx()) // 2],
            "this file is damaged, or is no document at all. Open it, save it once more, and try again.",
            id="truncated",
        ),
        pytest.param(
            lambda: archive({"a.txt": b"x"}),
            "this is an archive, but neither a Word nor an Excel file. Send the .docx or .xlsx itself.",
            id="a zip file",
        ),
        pytest.param(
            lambda: archive({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}),
            "this is an OpenDocument file. Open it, choose Save As, and save it as a Word document (.docx).",
            id="OpenDocument",
        ),
        pytest.param(
            lambda: changed(
                docx(),
                replaced(
                    TYPES, b"vnd.openxmlformats-officedocument." + MAIN, b"vnd.ms-word.document.macroEnabled.main+xml"
                ),
            ),
            "this file can hold programs (macros), and is not opened. Save it as .docx or .xlsx.",
            id=".docm",
        ),
        pytest.param(
            lambda: changed(docx(), lambda parts: parts.update({"word/vbaProject.bin": b"x"})),
            "this file can hold programs (macros), and is not opened. Save it as .docx or .xlsx.",
            id="macros in a .docx",
        ),
        pytest.param(
            lambda: changed(docx(), replaced(TYPES, MAIN, b"wordprocessingml.template.main+xml")),
            "this is a template for Word. Open it and save it as a Word document (.docx).",
            id=".dotx",
        ),
        pytest.param(
            lambda: changed(docx(), replaced(BODY, b"<w:document", ENTITY + b"<w:document")),
            "this file holds instructions that no form has. Copy its text into a new form.",
            id="entities",
        ),
        pytest.param(
            lambda: changed(xlsx(), replaced("xl/sharedStrings.xml", b"<sst", ENTITY + b"<sst")),
            "this file holds instructions that no form has. Copy its text into a new form.",
            id="entities in Excel",
        ),
        pytest.param(
            lambda: changed(
                docx(),
                lambda parts: parts.update({BODY: parts[BODY].decode().replace("UTF-8", "UTF-16").encode("utf-16")}),
            ),
            "this file holds instructions that no form has. Copy its text into a new form.",
            id="an encoding that hides them",
        ),
        pytest.param(
            lambda: changed(docx(), lambda parts: parts.update({BODY: b"<w:document"})), BROKEN, id="broken XML"
        ),
        pytest.param(lambda: changed(docx(), without_styles), BROKEN, id="a missing part"),
        pytest.param(
            lambda: changed(docx(), lambda parts: parts.update({"word/media/x.bin": b"0" * 90_000_000})),
            "this file is far larger unpacked than any form. Copy its text into a new form.",
            id="a zip bomb",
        ),
        pytest.param(
            lambda: changed(docx(), lambda parts: parts.update({"word/x.xml": b"<a/>" * 4_000_000})),
            "this file is far larger unpacked than any form. Copy its text into a new form.",
            id="a bomb of XML",
        ),
        pytest.param(
            lambda: archive({TYPES: b"", **{f"{number}": b"" for number in range(3001)}}),
            "this file is far larger unpacked than any form. Copy its text into a new form.",
            id="thousands of parts",
        ),
        pytest.param(
            b"word " * 40_000,
            "this file holds 199,999 characters of text; a case study has at most 150,000. "
            "Send the part that tells the story.",
            id="too much text",
        ),
        pytest.param(b"x" * (MOST_BYTES + 1), "this file is too large; at most 25 MB are read.", id="too many bytes"),
    ],
)
@pytest.mark.usefixtures("archives")
def test_what_cannot_be_read_is_told_in_plain_words(raw: bytes | Callable[[], bytes], says: str) -> None:
    assert told(raw() if callable(raw) else raw) == says


@pytest.mark.usefixtures("archives")
def test_two_parts_of_one_name_are_refused(recwarn: pytest.WarningsRecorder) -> None:
    made = io.BytesIO(docx())
    with zipfile.ZipFile(made, "a") as file:
        file.writestr("word/document.xml", b"<x/>")
    assert told(made.getvalue()).startswith("this file has two parts of the same name")


def test_a_wrong_ending_does_not_matter(tmp_path: Path) -> None:
    file = tmp_path / "form.txt"
    file.write_bytes(docx())
    assert fill_from(file).data == {"title": "Oak", "context": "We began."}


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="there is no such file"):
        fill_from(tmp_path / "nothing.docx")
    with pytest.raises(CannotRead, match="this is a folder"):
        fill_from(tmp_path)


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "large.docx"
    with file.open("wb") as stream:
        stream.truncate(50_000_000)
    with pytest.raises(CannotRead, match="this file has 50 MB; at most 25 MB are read"):
        fill_from(file)


def test_text_of_windows_is_read_and_mentioned() -> None:
    found = read_form("## Context\n\nCaf\u00e9 \u2018first\u2019".encode("cp1252"))
    assert found.data == {"context": "Caf\u00e9 \u2018first\u2019"}
    assert found.notes[0].startswith("The file is not in UTF-8")


def test_text_of_notepad_is_read() -> None:
    assert read_form("### Context\r\n\r\nWe began.".encode("utf-16")).data == {"context": "We began."}


@pytest.mark.usefixtures("archives")
def test_a_sheet_with_a_row_a_million_down_is_read_no_further() -> None:
    raw = changed(xlsx(), replaced("xl/worksheets/sheet2.xml", b"</sheetData>",
                                 b'<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>'))  # fmt: skip
    assert read_form(raw).data["title"] == "Oak"


@pytest.mark.usefixtures("archives")
def test_links_to_files_outside_are_not_followed() -> None:
    relation = (
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        b'attachedTemplate" Target="file:///etc/passwd" TargetMode="External"/></Relationships>'
    )
    raw = changed(docx(), replaced("word/_rels/document.xml.rels", b"</Relationships>", relation))
    assert read_form(raw).data == {"title": "Oak", "context": "We began."}


def damaged(raw: bytes) -> st.SearchStrategy[bytes]:
    """An Office file in which a stretch of a part was written over."""
    with zipfile.ZipFile(io.BytesIO(raw)) as file:
        names = [name for name in file.namelist() if name.endswith((".xml", ".rels"))]

    def apply(found: tuple[str, int, int, bytes]) -> bytes:
        name, start, length, new = found

        def change(parts: Parts) -> None:
            at = start % (len(parts[name]) + 1)
            parts[name] = parts[name][:at] + new + parts[name][at + length :]

        return changed(raw, change)

    fragment = st.sampled_from([b"", b"<", b">", b'"', b"&x;", b"<w:p/>", b"</w:p>", b"\xff", b"-1", b"999999999999"])
    return st.tuples(st.sampled_from(names), st.integers(0, 1_000_000), st.integers(0, 40), fragment).map(apply)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(
    st.deferred(lambda: damaged(docx()) | damaged(xlsx()))
    | st.binary(max_size=60)
    | st.binary(max_size=60).map(ARCHIVE.__add__)
)
def test_no_damage_makes_it_fall_over(raw: bytes) -> None:
    says = outcome(raw)
    assert says == "read" or (says[0].islower() and says.endswith("."))


def outcome(raw: bytes) -> str:
    try:
        read_form(raw)
    except CannotRead as refused:
        return str(refused)
    return "read"
