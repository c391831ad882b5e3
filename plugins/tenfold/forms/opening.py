"""Opens a filled form, whatever kind of file it is: what it says, or in plain words why it is not read.

A form comes from a stranger. It is never larger than what fits into memory many times over, nothing in it is run, and
nothing that it points at is fetched.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

from tenfold.forms.archives import check_archive, kind_of_archive
from tenfold.forms.pieces import CannotRead, Filled

MOST_BYTES = 25_000_000
MOST_TEXT = 150_000
"""Characters: a case study has about 15,000."""
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ARCHIVE = b"PK\x03\x04"
SAVE_AS = "Open it in Word, choose Save As, and save it as a Word document (.docx)"
BROKEN = "this file is damaged, or is no document at all. Open it, save it once more, and try again."
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    SyntaxError,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    AssertionError,
)
"""What the libraries raise for files that are not what they say they are."""


def fill_from(path: Path) -> Filled:
    """What a filled form says: data as a record file has it, what could not be placed, and notes for people.

    Args:
        path: a form as Word, Excel, Markdown or JSON, or a record as YAML.

    Raises:
        CannotRead: the file cannot be read; the text says why and what to do.
    """
    return read_form(bytes_of(path))


def bytes_of(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise CannotRead("this is a folder. Name the file.")
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise CannotRead(
                f"this file has {size / 1e6:,.0f} MB; at most {MOST_BYTES / 1e6:,.0f} MB are read. Take the pictures "
                "out, and send them separately."
            )
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise CannotRead("there is no such file. Check the name.") from None
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "unknown reason").lower()
        raise CannotRead(f"this file cannot be opened: {reason}. Check that you may read it.") from None


def read_form(raw: bytes) -> Filled:
    """What the bytes of a filled form say. The kind of file is told by what is in it, not by its name."""
    if len(raw) > MOST_BYTES:
        raise CannotRead(f"this file is too large; at most {MOST_BYTES / 1e6:,.0f} MB are read.")
    if raw.startswith(OLD_OFFICE):
        raise CannotRead(f"this file has a password, or is of a very old Word or Excel. {SAVE_AS}, without a password.")
    filled = read_archive(raw) if raw.startswith(ARCHIVE) else read_text(raw)
    total = sum(map(length, (filled.data, list(filled.unplaced))))
    if total > MOST_TEXT:
        raise CannotRead(
            f"this file holds {total:,} characters of text; a case study has at most {MOST_TEXT:,}. Send the part that "
            "tells the story."
        )
    return filled


def length(value: object) -> int:
    """How much text there is in data."""
    if isinstance(value, dict):
        return sum(map(length, value.values()))
    return sum(map(length, value)) if isinstance(value, list) else len(str(value))


def read_archive(raw: bytes) -> Filled:
    """A Word or Excel file."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            kind = kind_of_archive(archive)
            check_archive(archive)
        return read_word(raw) if kind == "docx" else read_excel(raw)
    except CannotRead:
        raise
    except UNREADABLE:
        raise CannotRead(BROKEN) from None
    except (MemoryError, RecursionError):
        raise CannotRead("this file is built in a way that no form is. Copy its text into a new form.") from None


def read_word(raw: bytes) -> Filled:
    import docx

    from tenfold.forms.placing import place
    from tenfold.forms.word_reading import WordReader

    reader = WordReader(docx.Document(BytesIO(raw)))
    pieces = list(reader.pieces())
    return place(pieces, list(reader.notes()))


def read_excel(raw: bytes) -> Filled:
    from tenfold.forms.excel_reading import ExcelReader
    from tenfold.forms.placing import place

    reader = ExcelReader(raw)
    pieces = list(reader.pieces())
    return place(pieces, list(reader.notes()))


def read_text(raw: bytes) -> Filled:
    """A form in Markdown or JSON, a record in YAML, or plain text."""
    from tenfold.forms.texts import read_any_text

    return read_any_text(raw)
