"""The words that records choose from, each with the label that people read and what it means.

A vocabulary lives in this room and nowhere else: checks, browse pages, filters, forms and the field reference derive
from it.
"""

from tenfold.model.vocabulary.evidence import Comparison, CostBand, EvidenceLevel, Unit
from tenfold.model.vocabulary.records import Drafter, Licence, SheetKind, SourceKind, Status, Voice
from tenfold.model.vocabulary.resources import ResourceCost, ResourceGroup
from tenfold.model.vocabulary.settings import Phase, Region, SettingKind
from tenfold.model.vocabulary.situations import Beneficiaries, Challenge, Need
from tenfold.model.vocabulary.word import Word

__all__ = [
    "Beneficiaries",
    "Challenge",
    "Comparison",
    "CostBand",
    "Drafter",
    "EvidenceLevel",
    "Licence",
    "Need",
    "Phase",
    "Region",
    "ResourceCost",
    "ResourceGroup",
    "SettingKind",
    "SheetKind",
    "SourceKind",
    "Status",
    "Unit",
    "Voice",
    "Word",
]
