"""How to reach those who help: a team or a role, never a person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import AfterValidator, Field

from tenfold.model.base import Broken, Ruled, WebAddress, Words, matching

PHONE = r"(?:[+][1-9]|0)[0-9]{1,4}(?: [0-9]{2,6}){1,4}(?: ext [0-9]{1,5})?"
"""In groups, because people read it out and dial it; without brackets, because a phone dials what stands in them."""
EMAIL = r"[A-Za-z0-9._+-]{1,64}@(?:[A-Za-z0-9-]{1,63}[.]){1,8}[A-Za-z]{2,24}"
"""Without the signs that begin something else in a link to a mailbox, such as a question mark."""
Phone = Annotated[
    str,
    AfterValidator(
        matching(
            PHONE,
            "a phone number is written in groups, with a space between them. Write it as in 0300 123 4567.",
        )
    ),
]
Email = Annotated[
    str,
    AfterValidator(
        matching(
            EMAIL,
            "an e-mail address has a name, the sign @ and a domain. Write it as in inclusion@council.example.",
        )
    ),
]


class Contact(Ruled):
    """How to reach those who help."""

    name: Words | None = None
    """The team or the role that answers, never a person: Inclusion Team."""
    phone: Phone | None = None
    """The number of the team, in groups: 0300 123 4567."""
    email: Email | None = None
    """A mailbox that the team shares. One with somebody's name in it is refused."""
    page: WebAddress | None = None
    """The page on which one can write to them or make an appointment."""
    hours: Annotated[Words, Field(max_length=120)] | None = None
    """When somebody answers: weekdays in term time, 9am to 4pm."""

    @property
    def ways(self) -> tuple[str, ...]:
        """Each way there is to reach them."""
        return tuple(filter(None, (self.email, self.phone, self.page)))

    @property
    def dialled(self) -> str:
        """The number as a phone dials it."""
        return (self.phone or "").replace(" ext ", ";ext=").replace(" ", "")

    def broken_rules(self) -> Iterator[Broken]:
        if not self.ways:
            yield Broken("name", "no_way", "nobody could reach them with this. Give a phone, an email or a page.")
