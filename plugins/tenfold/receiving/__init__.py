"""Takes over what a stranger proposes: the changed files of content, as plain files, or reasons why not.

The proposal is read from Git's objects and never checked out, so that nothing in it (links, filters, hooks, odd names)
meets the disk before it has been looked at. Its code and configuration are not read at all.
"""

from tenfold.receiving.proposal import Change, Proposal, read_proposal
from tenfold.receiving.refusing import refusals, remarks
from tenfold.receiving.taking_over import take_over

__all__ = ["Change", "Proposal", "read_proposal", "refusals", "remarks", "take_over"]
