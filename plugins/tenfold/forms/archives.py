"""Office files as archives: which kind one is, and whether it may be unpacked at all."""

from __future__ import annotations

import re
import zipfile

from tenfold.forms.pieces import CannotRead

MOST_PARTS = 3000
MOST_UNPACKED = 80_000_000
MOST_XML = 12_000_000
"""Bytes: of all parts together, and of those that are parsed."""
TYPES = "[Content_Types].xml"
ENCRYPTED = 0x1
PARSED = (".xml", ".rels", ".vml")
ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([^\"']+)[\"']")
KINDS = (
    (b"wordprocessingml.document.main+xml", "docx"),
    (b"spreadsheetml.sheet.main+xml", "xlsx"),
)
OTHERS = (
    (b"macroEnabled", "this file can hold programs (macros), and is not opened. Save it as .docx or .xlsx."),
    (b"wordprocessingml.template", "this is a template for Word. Open it and save it as a Word document (.docx)."),
    (b"spreadsheetml.template", "this is a template for Excel. Open it and save it as a workbook (.xlsx)."),
    (b"presentationml", "this is a presentation. Copy its text into the Word form."),
)
UNKNOWN = "this is an archive, but neither a Word nor an Excel file. Send the .docx or .xlsx itself."
OPEN_DOCUMENT = "this is an OpenDocument file. Open it, choose Save As, and save it as a Word document (.docx)."
TOO_LARGE = "this file is far larger unpacked than any form. Copy its text into a new form."
MACROS = "vbaproject.bin"


def kind_of_archive(archive: zipfile.ZipFile) -> str:
    """`docx` or `xlsx`, by what the file says of its parts."""
    names = archive.namelist()
    if len(names) > MOST_PARTS:
        raise CannotRead(TOO_LARGE)
    if TYPES not in names:
        raise CannotRead(OPEN_DOCUMENT if "mimetype" in names and "content.xml" in names else UNKNOWN)
    if any(each.flag_bits & ENCRYPTED for each in archive.infolist()):
        raise CannotRead("this file has a password. Save it without one.")
    if archive.getinfo(TYPES).file_size > MOST_XML:
        raise CannotRead(TOO_LARGE)
    types = archive.read(TYPES)
    for mark, message in OTHERS:
        if mark in types or (mark == b"macroEnabled" and any(name.lower().endswith(MACROS) for name in names)):
            raise CannotRead(message)
    kind = next((kind for mark, kind in KINDS if mark in types), None)
    if kind is None:
        raise CannotRead(UNKNOWN)
    return kind


def check_archive(archive: zipfile.ZipFile) -> None:
    """Refuse an archive that would burst, and parts that no Office program writes."""
    parts = archive.infolist()
    parsed = [each for each in parts if each.filename.lower().endswith(PARSED)]
    if sum(each.file_size for each in parts) > MOST_UNPACKED or sum(each.file_size for each in parsed) > MOST_XML:
        raise CannotRead(TOO_LARGE)
    if len({each.filename for each in parts}) < len(parts):
        raise CannotRead("this file has two parts of the same name, which no Office program writes. Save it once more.")
    for each in parsed:
        check_part(archive.read(each))


def check_part(part: bytes) -> None:
    """XML that defines entities could grow without end or fetch files; none of the Office programs writes such."""
    named = ENCODING.search(part[:200])
    odd = part[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"\x00" in part[:200]
    if (
        odd
        or (named and named[1].lower() not in {b"utf-8", b"us-ascii", b"ascii"})
        or b"<!DOCTYPE" in part
        or (b"<!ENTITY" in part)
    ):
        raise CannotRead("this file holds instructions that no form has. Copy its text into a new form.")
