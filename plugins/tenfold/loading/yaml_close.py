"""The close look at YAML: with the place of everything, and everything that is wrong, whatever the text is."""

from __future__ import annotations

import yaml

from tenfold.loading.yaml_builder import Builder, Stop
from tenfold.loading.yaml_document import Document
from tenfold.loading.yaml_faults import QUOTE_HINT, Fault
from tenfold.loading.yaml_syntax import syntax_fault


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
