"""Telling a case study in a terminal: one question after the other, saved after each answer.

Plain lines in, plain lines out: what is shown can be read aloud, and works where a terminal can do nothing else.
"""

from tenfold.conversation.draft import CannotGoOn, Draft, HasMistakes, open_draft
from tenfold.conversation.naming import is_free, name_for
from tenfold.conversation.screen import Screen, Stopped
from tenfold.conversation.talk import Talk

__all__ = ["CannotGoOn", "Draft", "HasMistakes", "Screen", "Stopped", "Talk", "is_free", "name_for", "open_draft"]
