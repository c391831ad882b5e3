"""Speed and size, measured against plain MkDocs + Material on the same text, in one run."""
