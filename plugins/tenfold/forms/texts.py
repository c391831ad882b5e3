"""A form as text: Markdown, JSON or YAML, in whichever encoding it was saved."""

from __future__ import annotations

import codecs
import re
from typing import Any

from tenfold.forms.json_form import read_json_form
from tenfold.forms.markdown_form import KEYED, read_markdown_form
from tenfold.forms.pieces import CannotRead, Filled
from tenfold.forms.placing import place
from tenfold.loading import yaml_text
from tenfold.loading.gaps import without_gaps
from tenfold.model import CaseStudy

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
OTHERS = (
    (b"%PDF", "this is a PDF, which cannot be read back. Send the Word document that it was made from."),
    (b"{\\rtf", "this is a rich text file (RTF). Open it in Word and save it as a Word document (.docx)."),
)
HTML = re.compile(r"\s*<(?:!doctype|html|\?xml)", re.IGNORECASE)
GUESSED = (
    "The file is not in UTF-8; it was read as Windows text. Look at letters such as \u00e9 and at quotation marks."
)
LEAST_FIELDS = 3
"""Of a case study, so that a text in YAML counts as one."""


def read_any_text(raw: bytes) -> Filled:
    """What a text says."""
    if not raw.strip():
        raise CannotRead("this file is empty.")
    for mark, message in OTHERS:
        if raw.startswith(mark):
            raise CannotRead(message)
    text, notes = decoded(raw)
    if HTML.match(text):
        raise CannotRead("this is a web page. Copy its text into the Word form.")
    if text.lstrip().startswith(("{", "[")) and not text.lstrip().startswith("[x"):
        return read_json_form(text)
    record = None if any(map(KEYED.match, text.split("\n"))) else record_in(text)
    if record is not None:
        return Filled(record, (), notes)
    return place(list(read_markdown_form(text)), notes)


def decoded(raw: bytes) -> tuple[str, tuple[str, ...]]:
    encoding = next((name for mark, name in MARKS if raw.startswith(mark)), "utf-8")
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        if b"\x00" in raw:
            raise CannotRead("this file is no text. Send the form as Word, Excel or Markdown.") from None
        return raw.decode("cp1252", errors="replace"), (GUESSED,)
    if "\x00" in text:
        raise CannotRead("this file is no text. Send the form as Word, Excel or Markdown.")
    return text, ()


def record_in(text: str) -> dict[str, Any] | None:
    """The data of a text that is a record in YAML."""
    data = yaml_text.read(text.encode()).data
    if not isinstance(data, dict) or len(set(data) & set(CaseStudy.model_fields)) < LEAST_FIELDS:
        return None
    found = without_gaps(data, CaseStudy)
    return found if isinstance(found, dict) else {}
