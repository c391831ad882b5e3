"""YAML from strangers, read safely: bytes in, a document out, whatever the bytes are."""

from __future__ import annotations

import codecs

import yaml

from tenfold.loading.yaml_builder import Builder, Stop
from tenfold.loading.yaml_document import MAX_BYTES, SIZE_HINT, Document, Places
from tenfold.loading.yaml_faults import QUOTE_HINT, Fault, unseen_characters
from tenfold.loading.yaml_quick import quick_data
from tenfold.loading.yaml_syntax import syntax_fault

__all__ = ["MAX_BYTES", "SIZE_HINT", "Document", "decode", "read"]


def decode(raw: bytes) -> tuple[str, list[Fault]]:
    """The text, or what is wrong with the bytes. It is empty when it must not be read on."""
    if len(raw) > MAX_BYTES:
        size = f"this text has {len(raw):,} bytes; at most {MAX_BYTES:,} are read."
        return "", [Fault("too_large", 1, 1, (), size, SIZE_HINT)]
    raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - (before.rfind(b"\n") + 1) + 1
        message = f"byte {raw[error.start]:#04x} is not UTF-8, the encoding that files here must have."
        return "", [Fault("not_utf8", line, column, (), message, 'Save the file again with the encoding "UTF-8".')]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    faults = list(unseen_characters(text))
    return ("" if faults else text), faults


def read(raw: bytes, *, first_line: int = 1) -> Document:
    """Read YAML text. Never raises: what is wrong is in `faults`, whatever the bytes are.

    Args:
        raw: the bytes of the file.
        first_line: the line of the file on which they start, from 1.
    """
    text, faults = decode(b"\n" * (first_line - 1) + raw)
    if faults:
        return Document(faults=faults)
    data = quick_data(text)
    return Document(data, look=lambda: places_in(text), text=text) if data is not None else read_closely(text)


def places_in(text: str) -> Places:
    """Where everything stands in a text."""
    return read_closely(text).located()


def read_closely(text: str) -> Document:
    """Read a text with the place of everything in it, and with everything that is wrong."""
    document = Document(text=text)
    builder = Builder(document)
    try:
        builder.read(text)
    except Stop:
        document.data = None
    except yaml.YAMLError as error:
        document.data = None
        document.faults.append(syntax_fault(error, builder.lines, builder.closed))
    except (ValueError, RecursionError, MemoryError):
        document.data = None
        document.faults.append(Fault("unreadable", 1, 1, (), "this file cannot be read as YAML.", QUOTE_HINT))
    return document
