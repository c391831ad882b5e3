"""A copy of a built site that works without a server: opened as files, from a USB stick or a shared drive.

It is made from the site as it was built, which stays as it is. Links name their file, modules become one script, what
they fetch comes as scripts too, and words are found in an index of its own, made from what Pagefind has read. The copy
is verified before it is packed. Knows files, not records.
"""

from tenfold.offline.about import About, OfflineFailed
from tenfold.offline.copying import Copy, copy_site
from tenfold.offline.packing import pack

__all__ = ["About", "Copy", "OfflineFailed", "copy_site", "pack"]
