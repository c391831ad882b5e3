"""A safeguarding rule: what it looks for, why, and what to write instead."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tenfold.safeguarding.said import Said

Span = tuple[int, int]
"""Where something stands in what a file says: from, up to."""


@dataclass(frozen=True)
class Rule:
    """One thing that the checks look for. Its words are what contributors, maintainers and the site show."""

    name: str
    """Its stable name, such as `safeguarding-phone`: what an acceptance names."""
    title: str
    """What it is about, in a few words."""
    finds: str
    """What it looks for, and what it passes over."""
    message: str
    """What is said when something is found. It never holds the value."""
    why: str
    """Why it matters, a sentence."""
    safer: str
    """What to write instead, a sentence."""
    find: Callable[[Said], Iterable[Span]]
    """Finds it in what a file says, each with where the value stands."""
    acceptable: bool = True
    """Whether a named person can accept a finding; if not, it has to go."""
    contact_passes: bool = False
    """Whether it may stand in the contact of a team, which is a field of its own, unless it is somebody's mobile."""
    published_passes: bool = False
    """Whether a figure passes that a published source, named beside it, has printed already."""
    is_a_value: bool = False
    """Whether what it finds is personal wherever it stands, so that no other message may repeat it either."""
