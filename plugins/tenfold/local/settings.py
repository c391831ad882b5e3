"""The settings of a local copy: what `local.yml` holds. A docstring becomes the comment beside the field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from tenfold.local.mentioning import a_mention
from tenfold.model.base import (
    Broken,
    Day,
    Matching,
    Once,
    Record,
    Ruled,
    Sentence,
    WebAddress,
    Words,
    listed,
    matching,
)
from tenfold.model.contact import EMAIL, PHONE, Contact
from tenfold.model.vocabulary import Word


class Host(Word):
    """Where a copy is published."""

    GITHUB_PAGES = "github_pages", "GitHub Pages", "Free; cannot send headers, so the policy stands in each page."
    GITLAB_PAGES = "gitlab_pages", "GitLab Pages", "Free; cannot send headers, so the policy stands in each page."
    AZURE = "azure", "Azure Static Web Apps", "Often there already where a council uses Microsoft."
    NETLIFY = "netlify", "Netlify", "One uploads the site's folder, or connects a repository."
    CLOUDFLARE = "cloudflare", "Cloudflare Pages", "One uploads the site's folder, or connects a repository."
    NGINX = "nginx", "nginx", "A web server of your own, or a container on one."
    IIS = "iis", "IIS", "The web server of Windows."


class Typeface(Word):
    """The typefaces that come with the toolkit: none is fetched from elsewhere."""

    ATKINSON = "atkinson-hyperlegible-next", "Atkinson Hyperlegible Next", "Made for readers with low vision."
    LEXEND = "lexend", "Lexend", "Wide and even letters, drawn to be read with less effort."
    SOURCE_SANS = "source-sans-3", "Source Sans 3", "Plain and narrow: more words in a line."
    SYSTEM = "system", "The reader's own", "Whatever the device uses; nothing is downloaded."


COLOUR = Matching(
    r"#?(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})",
    'this is not a colour. Write # and six of the signs 0-9 and a-f, in quotation marks: "#12505b".',
)
Colour = Annotated[str, AfterValidator(COLOUR)]

# As in records; what is said of a mistake answers somebody who is asked for one of them.
Email = Annotated[str, AfterValidator(matching(EMAIL, "this is not an e-mail address. Write name@example.org."))]
Phone = Annotated[
    str, AfterValidator(matching(PHONE, "this is not a phone number. Use digits and spaces: 020 7946 0000."))
]
Mention = Annotated[str, AfterValidator(a_mention)]
Mentions = Annotated[tuple[Mention, ...], BeforeValidator(listed), Once]
CaseMention = Annotated[
    str,
    AfterValidator(matching(r"case:[a-z0-9-]+", "this names no case study. Write case: and its id: case:carr-manor.")),
]
CaseMentions = Annotated[tuple[CaseMention, ...], BeforeValidator(listed), Once]
Path = Annotated[
    str,
    AfterValidator(
        matching(
            r"[A-Za-z0-9][A-Za-z0-9_.-]*(?:/[A-Za-z0-9][A-Za-z0-9_.-]*)*",
            "this is not a file below this folder. Write its folder and its name: brand/logo.png.",
        )
    ),
]
Days = Annotated[
    str, AfterValidator(matching(r"[1-9]\d?", "this is not a number of working days. Write one from 1 to 99."))
]


class Brand(Ruled):
    """How the copy looks."""

    colour: Colour | None = None
    """The main colour: links, buttons, documents, the head of the home page. Its contrast is checked, dark as well."""
    accent: Colour | None = None
    """The second colour, for what has to stand out, such as where the keyboard is."""
    logo: Path | None = None
    """The logo, a PNG, JPEG or WebP file below this folder. It stands in the header of every page."""
    logo_alt: Annotated[Words, Field(max_length=120)] | None = None
    """What the logo shows, for people who cannot see it: most often the name of the authority."""
    font: Typeface = Typeface.ATKINSON
    """The typeface."""

    def broken_rules(self) -> Iterator[Broken]:
        if self.logo and not self.logo_alt:
            yield Broken("logo", "logo_alt", "a logo needs words for people who cannot see it. Add logo_alt:.")
        if bool(self.colour) != bool(self.accent):
            given, missing = ("colour", "accent") if self.colour else ("accent", "colour")
            yield Broken(given, "two_colours", f"a brand has two colours. Add {missing}: as well.")


class Team(Contact):
    """Somebody to turn to."""

    name: Words
    """The team, not a person: people change."""
    phone: Phone | None = None
    """Its phone number."""
    email: Email | None = None
    """Its e-mail address."""

    def broken_rules(self) -> Iterator[Broken]:
        if not self.ways:
            yield Broken("name", "unreachable", "nobody can reach them like this. Add email:, phone: or page:.")


class Promise(Record):
    """How soon people who send something hear from you. Leave out what you cannot promise."""

    answer_days: Days | None = None
    """Working days until somebody answers."""
    decide_days: Days | None = None
    """Working days until it is decided."""


class Settings(Record):
    """The settings of a local copy."""

    name: Annotated[Words, Field(max_length=60)]
    """What the copy is called: Inclusion in Exampleton."""
    authority: Annotated[Words, Field(max_length=100)]
    """Who publishes it: Exampleton Borough Council."""
    address: WebAddress | None = None
    """Where it will stand: https://www.example.org/inclusion/."""
    host: Host | None = None
    """Where it is published."""
    edit: WebAddress | None = None
    """What to put before the name of one of your files to change it on the web. Without it, pages open the file."""
    brand: Brand = Brand()
    """How it looks."""
    contact: Team | None = None
    """Who to turn to about this copy."""
    complaints: Team | None = None
    """Who to turn to when the answer does not help. Public bodies need one on accessibility."""
    data_protection: Team | None = None
    """Who answers questions about personal data: most often the data protection officer."""
    statements_read: Day | None = None
    """The day on which somebody of yours last read the privacy notice and the accessibility statement, and agreed."""
    promise: Promise = Promise()
    """How soon people hear from you."""
    original: WebAddress | None = None
    """The site that the content in upstream/ comes from, where the content does not say it itself."""
    hide: Mentions = ()
    """What of ours is not to be shown: its kind, a colon, the end of its page's address, as in case:astrea."""
    withhold: Mentions = ()
    """What may lead to a child, named as in hide:. Its page says only that it is not available. Nothing names it."""
    pin: CaseMentions = ()
    """The case studies that come first in every list and on the home page."""
    order: CaseMentions = ()
    """The order of the case studies after those; all others follow by name."""
    replace: Mentions = ()
    """What of ours yours takes the place of, when both have one id: page:about/privacy."""
    footer: Sentence | None = None
    """A sentence at the foot of every page."""
