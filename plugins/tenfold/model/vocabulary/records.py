"""The words about records themselves: how far they have come, whose voice, what kind of source, on what terms."""

from __future__ import annotations

from tenfold.model.vocabulary.word import Word


class Status(Word):
    """How far a record has come."""

    DRAFT = "draft", "Draft", "Being written. Checked, but not on the site."
    PUBLISHED = "published", "Published", "On the site."
    UNDER_REVIEW = "under_review", "Under review", "On the site, with a note that it is being looked at again."
    WITHDRAWN = "withdrawn", "Withdrawn", "Taken back. Its address stays and says why; the rest of it is gone."


class Voice(Word):
    """Who had a part in the work or in telling it."""

    PUPILS = "pupils", "Pupils"
    FAMILIES = "families", "Parents and carers"
    STAFF = "staff", "Staff"
    LEADERS = "leaders", "Leaders"
    GOVERNORS = "governors", "Governors and trustees"
    PARTNERS = "partners", "Partner services"
    COMMUNITY = "community", "Community and voluntary groups"


class Drafter(Word):
    """Whose theory of change it is."""

    SETTING = "setting", "The setting", "Its own, as it uses it."
    PUBLISHED = "published", "The setting, as published", "Its own, retold from what was published about it."
    TOOLKIT = "toolkit", "The toolkit", "Drawn by the toolkit from the published case study, not by the setting."


class SheetKind(Word):
    """What is drawn on the sheet of an exercise. The meaning says it to those who cannot see it."""

    PLAYERS_MAP = (
        "players_map",
        "System-players map",
        "A young person in the middle of three rings, from home and friends outwards; beyond them the wider system.",
    )
    ICEBERG = (
        "iceberg",
        "Iceberg",
        "An iceberg in four layers with a question each: events above the water, three deeper layers below it.",
    )
    ENERGY_FOR_CHANGE = (
        "energy_for_change",
        "Energy for change",
        "A table of questions, two for each of three levels, with columns for votes: feasible, desirable, viable.",
    )
    INVITATIONS = (
        "invitations",
        "Who to invite",
        "A table of the sides of the system: whom to invite from each, what they see, and who asks them by when.",
    )
    EQUITY = (
        "equity",
        "Working equitably",
        "Six boxes to write in: what is asked, what is gained, what it costs, thanks, a safe room, what comes after.",
    )


class SourceKind(Word):
    """What kind of document a source is."""

    REPORT = "report", "Report"
    TOOLKIT = "toolkit", "Toolkit"
    ARTICLE = "article", "Journal article"
    BOOK = "book", "Book"
    CHAPTER = "chapter", "Book chapter"
    REVIEW = "review", "Evidence review"
    STATISTICS = "statistics", "Statistics"
    GUIDANCE = "guidance", "Guidance"
    NEWS = "news", "News report"
    BLOG = "blog", "Blog or opinion piece"
    WEBSITE = "website", "Website"
    INSPECTION = "inspection", "Inspection report"
    PAPER = "paper", "Working or conference paper"
    VIDEO = "video", "Video or talk"


class Licence(Word):
    """Under what terms others may use a record."""

    CC_BY = "CC-BY-4.0", "CC BY 4.0", "Use and change it, and say where it came from."
    CC_BY_SA = "CC-BY-SA-4.0", "CC BY-SA 4.0", "The same, and pass it on under the same terms."
    OGL = "OGL-UK-3.0", "Open Government Licence 3.0", "For what public bodies publish."
    CC0 = "CC0-1.0", "CC0", "No conditions."

    @property
    def address(self) -> str:
        """Where its full terms are published."""
        return TERMS[self]


TERMS = {
    Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/",
    Licence.CC_BY_SA: "https://creativecommons.org/licenses/by-sa/4.0/",
    Licence.OGL: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    Licence.CC0: "https://creativecommons.org/publicdomain/zero/1.0/",
}
