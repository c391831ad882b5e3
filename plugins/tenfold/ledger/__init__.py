"""The addresses that were made public: a page stands at each of them for ever, or leads on from there."""

from tenfold.ledger.addresses import former, standing
from tenfold.ledger.ledger import Line, dead_addresses, read_ledger, with_new, written

__all__ = ["Line", "dead_addresses", "former", "read_ledger", "standing", "with_new", "written"]
