"""Local copies: what somebody publishes of their own together with ours, and the settings of their copy."""

from tenfold.local.copy import LocalCopy, NotACopy, copy_around, read_copy
from tenfold.local.settings import Settings

__all__ = ["LocalCopy", "NotACopy", "Settings", "copy_around", "read_copy"]
