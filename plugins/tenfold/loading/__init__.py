"""From bytes to records, or to problems with exact places. Knows PyYAML and the models; renders nothing."""

from tenfold.loading.content import Content, Entry, Unread, load_content
from tenfold.loading.layers import Layer, load_layers

__all__ = ["Content", "Entry", "Layer", "Unread", "load_content", "load_layers"]
