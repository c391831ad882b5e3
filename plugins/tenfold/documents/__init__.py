"""Documents: a theory of change to take away, as Word, PowerPoint and Excel files, filled in or blank.

They are made from the same records as the pages. The same content gives the same bytes. Each starts from a frame, an
empty document with its styles that stands unpacked in `frames/`.
"""

from tenfold.documents.about import About, Colours
from tenfold.documents.taking import BLANK, FORMS, Document, Form, documents_of

__all__ = ["BLANK", "FORMS", "About", "Colours", "Document", "Form", "documents_of"]
