"""A site on its host, and what the host is given so that it stands well there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tenfold.hosting.policy import Policy


@dataclass(frozen=True)
class Standing:
    """A site: the policy of its pages, the path where it will stand, and where its files lie on one's own server."""

    policy: Policy
    path: str
    folder: str


@dataclass(frozen=True)
class Prepared:
    """What a host needs to show a site as it should be.

    `inside` are files that belong into the site itself, `beside` those that do not, each with its name and what is in
    it; `says` is what to do with them, and what the host cannot do, a sentence or two each.
    """

    inside: Mapping[str, bytes] = field(default_factory=dict)
    beside: Mapping[str, bytes] = field(default_factory=dict)
    says: tuple[str, ...] = ()


class CannotBeHosted(Exception):
    """The site cannot stand on this host as it is; the text says why, and what to do."""
