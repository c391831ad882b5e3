"""What every document says of itself: from which site, at which address, on what terms, of which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from tenfold.model.base import day_in_words
from tenfold.model.vocabulary import Licence

LANGUAGE = "en-GB"


@dataclass(frozen=True)
class Colours:
    """The two colours of a document, each in six digits of capitals: for headings and grounds, and for what is asked.

    Words stand in both on white and on paper, and in white on the first.
    """

    main: str = "12505B"
    accent: str = "B5431F"


OURS = Colours()


@dataclass(frozen=True)
class About:
    """Where a document comes from, and how it looks.

    `address` is that of the page that the document belongs to, empty when nobody knows where the site will stand.
    `dated` is the day of the content, not that of the build: the same content gives the same bytes.
    """

    site_name: str
    address: str
    licence: Licence
    dated: date
    colours: Colours = OURS

    @property
    def day(self) -> str:
        """The day as people write it: 1 November 2026."""
        return day_in_words(self.dated)

    @property
    def line(self) -> str:
        """All of it in one line, for the foot of a page."""
        parts = (self.site_name, self.address, self.licence.label, f"content of {self.day}")
        return " · ".join(part for part in parts if part)

    @property
    def comment(self) -> str:
        """The same for the properties of a file, which hold no more than 255 characters."""
        return self.line[:255]

    @property
    def moment(self) -> datetime:
        """The day as a moment, for the properties of a file."""
        return datetime.combine(self.dated, time(), tzinfo=UTC)

    def told(self) -> tuple[tuple[str, str], ...]:
        """The same as labels with what they say, for the end of a document."""
        return (
            ("From", self.site_name),
            *((("Page", self.address),) if self.address else ()),
            ("Date of the content", self.day),
            ("Licence", f"{self.licence.label}. {self.licence.meaning}"),
        )
