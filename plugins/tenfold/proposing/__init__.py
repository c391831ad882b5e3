"""Gives back: prepares a record of a local copy for the original, as files, a patch and the text of a pull request.

Reads the copy and the original's content, checks the two together as the original would, and keeps back what is local.
Nothing in the copy is changed, and nothing is sent.
"""

from tenfold.proposing.gathering import NotProposable, Wish
from tenfold.proposing.proposal import Proposal
from tenfold.proposing.proposing import Outcome, propose

__all__ = ["NotProposable", "Outcome", "Proposal", "Wish", "propose"]
