"""The records and their vocabularies: what a case study, a key feature and the rest are made of.

Frozen pydantic models. They neither read files nor render anything.
"""

from tenfold.model.annotation import Annotation
from tenfold.model.base import Kind, Record
from tenfold.model.case_study import CaseStudy
from tenfold.model.exercise import Exercise
from tenfold.model.feature import KeyFeature
from tenfold.model.framework import Framework, FrameworkItem
from tenfold.model.note import LocalNote
from tenfold.model.page import ProsePage
from tenfold.model.reference import Source, Term
from tenfold.model.resource import Resource
from tenfold.model.theory import TheoryOfChange

__all__ = [
    "Annotation",
    "CaseStudy",
    "Exercise",
    "Framework",
    "FrameworkItem",
    "KeyFeature",
    "Kind",
    "LocalNote",
    "ProsePage",
    "Record",
    "Resource",
    "Source",
    "Term",
    "TheoryOfChange",
]
