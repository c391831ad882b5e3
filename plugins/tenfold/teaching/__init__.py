"""Checks that teach: plainer words, more respectful ones, claims that the evidence bears, what to add next.

Everything here is advice. It never stops anything, and a rule that cries wolf is a defect.
"""

from tenfold.teaching.advising import Advised, advise
from tenfold.teaching.completeness import Completeness, completeness

__all__ = ["Advised", "Completeness", "advise", "completeness"]
