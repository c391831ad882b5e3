"""YAML from strangers, read safely: bytes in, a document out, whatever the bytes are."""

from __future__ import annotations

import codecs
from functools import partial

from tenfold.loading.yaml_document import MAX_BYTES, SIZE_HINT, Document, Places
from tenfold.loading.yaml_faults import Fault, unseen_characters
from tenfold.loading.yaml_quick import quick_data

__all__ = ["MAX_BYTES", "SIZE_HINT", "Document", "decode", "read"]


def decode(raw: bytes) -> tuple[str, list[Fault]]:
    """The text, or what is wrong with the bytes. It is empty when it must not be read on."""
    if len(raw) > MAX_BYTES:
        size = f"this text has {len(raw):,} bytes; at most {MAX_BYTES:,} are read."
        return "", [Fault("too_large", 1, 1, (), size, SIZE_HINT)]
    made_by = next((program for start, program in NO_TEXT.items() if raw.startswith(start)), "")
    if made_by:
        return "", [
            Fault("not_text", 1, 1, (), f"this is no plain text, but {made_by}, whatever its name says.", AS_TEXT)
        ]
    raw = raw.removeprefix(codecs.BOM_UTF8)
    if is_utf16(raw):
        return "", [Fault("not_utf8", 1, 1, (), UTF16, SAVE_AGAIN)]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - (before.rfind(b"\n") + 1) + 1
        return "", [Fault("not_utf8", line, column, (), not_utf8(raw[error.start]), SAVE_AGAIN)]
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    faults = list(unseen_characters(text))
    return ("" if faults else text), faults


NO_TEXT = {
    b"PK\x03\x04": "a Word document, a spreadsheet or a zip file",
    b"\xd0\xcf\x11\xe0": "an older Word document or spreadsheet",
    b"{\\rtf": "a document with formatting (RTF)",
    b"%PDF-": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
}
"""What files start with that no text editor made, and what made them."""
AS_TEXT = (
    "Give it back the ending that it had: tenfold new case-study --from FILE reads a filled-in Word or Excel form. "
    "Of anything else, copy the words into a plain text file."
)
UTF16 = 'this file is not saved as UTF-8, but as UTF-16, which Notepad calls "Unicode" or "UTF-16 LE".'
SAVE_AGAIN = 'Save it again as UTF-8: in Notepad choose File, Save as, and at the bottom Encoding: "UTF-8".'


def is_utf16(raw: bytes) -> bool:
    """Whether every other byte is a NUL, or there is the mark that such files start with."""
    start = raw[:200]
    return start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or (
        len(start) > 3 and max(start[0::2].count(0), start[1::2].count(0)) > len(start) // 3
    )


def not_utf8(byte: int) -> str:
    """What to say of a byte that cannot be read: the letter that old Windows programs mean by it, if they do."""
    letter = bytes([byte]).decode("cp1252", errors="replace")
    if not letter.isprintable() or letter == "\ufffd":
        return f"this file is not saved as UTF-8: byte {byte:#04x} cannot be read."
    return f'this file is not saved as UTF-8: "{letter}" stands here as older Windows programs save it.'


def read(raw: bytes, *, first_line: int = 1) -> Document:
    """Read YAML text. Never raises: what is wrong is in `faults`, whatever the bytes are.

    Args:
        raw: the bytes of the file.
        first_line: the line of the file on which they start, from 1.
    """
    text, faults = decode(b"\n" * (first_line - 1) + raw)
    if faults:
        return Document(faults=faults)
    quick = quick_data(text)
    return Document(*quick, look=partial(places_in, text), text=text) if quick else read_closely(text)


def places_in(text: str) -> Places:
    """Where everything stands in a text."""
    return read_closely(text).located()


def read_closely(text: str) -> Document:
    """Read a text with the place of everything in it, and with everything that is wrong."""
    from tenfold.loading.yaml_close import read_closely as closely  # noqa: PLC0415 (most files never need it)

    return closely(text)
