"""One thing that the check of a record refused."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from tenfold.loading.yaml_document import Document
from tenfold.loading.yaml_faults import Path
from tenfold.model.shape import meaning_at, record_at


@dataclass(frozen=True)
class Failure:
    """One thing that validation refused: what, where in the record, and in which text."""

    details: ErrorDetails
    where: Path
    model: type[BaseModel]
    document: Document

    @property
    def given(self) -> object:
        return self.details["input"]

    @property
    def meaning(self) -> str:
        return meaning_at(self.model, self.where)

    @property
    def siblings(self) -> list[str]:
        """The fields of the record that the failed field stands in."""
        return list(record_at(self.model, self.where[:-1]).model_fields)
