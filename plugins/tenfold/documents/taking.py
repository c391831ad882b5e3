"""The documents to take away: which there are, what each is for, and what they are called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tenfold.documents.about import About
from tenfold.documents.slides import slides
from tenfold.documents.tracker import tracker
from tenfold.documents.word import word
from tenfold.model import TheoryOfChange

BLANK = "blank"
"""What stands for the id of a theory in the names of the documents to fill in."""


@dataclass(frozen=True)
class Form:
    """A kind of document: what people call it, what its file names end in, what it is for, and how it is made."""

    label: str
    ending: str
    purpose: str
    make: Callable[[TheoryOfChange | None, About], bytes]

    def name(self, id: str) -> str:
        """The name of the file for a theory of change."""
        return f"{id}-theory-of-change{self.ending}"

    @property
    def kind(self) -> str:
        """The kind of file: docx."""
        return self.ending.rpartition(".")[2]


@dataclass(frozen=True)
class Document:
    """A document: its file name, what people call it, its kind of file, what it is for, and its bytes."""

    name: str
    label: str
    kind: str
    purpose: str
    content: bytes


FORMS = (
    Form("Word", ".docx", "to fill in together", word),
    Form("PowerPoint", "-slides.pptx", "to present", slides),
    Form("Excel", "-tracker.xlsx", "to follow the figures", tracker),
)


def documents_of(id: str, theory: TheoryOfChange | None, about: About) -> tuple[Document, ...]:
    """Each document of a theory of change; without a theory, the forms to fill in.

    Args:
        id: what the files are named after: the id of the theory, or `BLANK`.
        theory: what they are filled with.
        about: where they come from.
    """
    return tuple(
        Document(form.name(id), form.label, form.kind, form.purpose, form.make(theory, about)) for form in FORMS
    )
