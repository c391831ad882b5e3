"""From bytes to records, or to problems with exact places. Knows PyYAML and the models; renders nothing."""

from tenfold.loading.content import Content, Entry, Unread, load_content

__all__ = ["Content", "Entry", "Unread", "load_content"]
