"""Protects the people in the records: finds what could lead to a child, says why, and never repeats it.

Two sorts of rule. What nobody can accept (a pupil's number, a date of birth) has to go. What may be harmless where it
stands (a phone number, a count of three pupils) is a finding, which a named person can accept in the record itself.
Messages name the rule and the place and never the value: logs of checks are public.
"""

from tenfold.safeguarding.checks import check_safeguarding, safeguarding, together
from tenfold.safeguarding.masking import Masks
from tenfold.safeguarding.rule import Rule
from tenfold.safeguarding.rules import rules

__all__ = ["Masks", "Rule", "check_safeguarding", "rules", "safeguarding", "together"]
