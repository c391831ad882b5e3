"""All safeguarding rules, in the order in which they are explained: first what nobody can accept."""

from __future__ import annotations

from tenfold.safeguarding.birth import birth_dates
from tenfold.safeguarding.contact import emails, phones, postcodes
from tenfold.safeguarding.counts import small_counts
from tenfold.safeguarding.needs import rare_needs
from tenfold.safeguarding.numbers import nhs_numbers, pupil_numbers
from tenfold.safeguarding.people import named_pupils, names_with_years
from tenfold.safeguarding.rule import Rule
from tenfold.safeguarding.shares import small_shares

RULES = (
    Rule(
        name="safeguarding-pupil-number",
        title="Unique pupil number",
        finds="A unique pupil number (UPN), permanent or temporary, whose check letter is right.",
        message="a unique pupil number stands here.",
        why="It points at one child in every school system of the country.",
        safer="Delete it, and send the file again without it: nothing in a case study needs it.",
        find=pupil_numbers,
        acceptable=False,
        is_a_value=True,
    ),
    Rule(
        name="safeguarding-nhs-number",
        title="NHS number",
        finds="Ten digits that check as an NHS number, spaced as the NHS prints them or beside the letters NHS.",
        message="an NHS number stands here, or a number that checks as one.",
        why="It opens one person's health record.",
        safer="Delete it. If it is another number, write it without the spaces.",
        find=nhs_numbers,
        acceptable=False,
        is_a_value=True,
    ),
    Rule(
        name="safeguarding-birth-date",
        title="Date of birth",
        finds='A full date beside "born", "DOB" or "date of birth"; not a cohort born between two dates.',
        message="a date of birth stands here.",
        why="With a school and a year group, a birthday points at one child.",
        safer="Write the year group or the key stage instead.",
        find=birth_dates,
        acceptable=False,
        is_a_value=True,
    ),
    Rule(
        name="safeguarding-email",
        title="Personal e-mail address",
        finds="An e-mail address with somebody's name in it, or at a provider for everybody; not office@ or senco@.",
        message="a personal e-mail address stands here.",
        why="It names a person, and adults stand here by their role.",
        safer="Give a shared mailbox that the organisation keeps, such as office@ or senco@, or leave it out.",
        find=emails,
        acceptable=False,
        is_a_value=True,
    ),
    Rule(
        name="safeguarding-phone",
        title="Phone number",
        finds="A phone number; not one that starts with 03 or 08, nor that of an office as the contact of a team.",
        message="a phone number stands here.",
        why="It can lead to a family, and what is public once is copied.",
        safer="Leave it out, or link to the organisation's website.",
        find=phones,
        contact_passes=True,
        is_a_value=True,
    ),
    Rule(
        name="safeguarding-postcode",
        title="Postcode",
        finds="A full postcode that does not stand beside the setting's name; not its first half alone.",
        message="a full postcode stands here.",
        why="A postcode is about fifteen homes.",
        safer="Write the town or the area, or only the first half of the postcode.",
        find=postcodes,
        is_a_value=True,
    ),
    Rule(
        name="safeguarding-named-pupil",
        title="A pupil by name",
        finds='A name behind "a pupil called" and its like, an invented one too.',
        message="a pupil is called by a name here.",
        why="Those who know the school know the child, and an invented name looks like a real one.",
        safer='Write "a pupil", or "a pupil in Key Stage 2" where it matters.',
        find=named_pupils,
    ),
    Rule(
        name="safeguarding-name-and-year",
        title="A name with a year group or an age",
        finds="A first name with a year group or an age behind it, in brackets or between commas.",
        message="what looks like a name stands here with a year group or an age.",
        why="A name and a year group point at one child.",
        safer='Leave the name out: "a pupil in Year 4".',
        find=names_with_years,
    ),
    Rule(
        name="safeguarding-rare-need",
        title="A rare need",
        finds="A rare need and the year group of one child, in one paragraph about a named school that is not large.",
        message="a rare need, a year group and a school stand together here.",
        why="Together they point at one child, without any name.",
        safer='Leave the year group out, or write of the broad area of need: "a pupil with a physical disability".',
        find=rare_needs,
    ),
    Rule(
        name="safeguarding-small-count",
        title="Fewer than ten pupils",
        finds="A count of one to nine pupils; not year groups, ratios, planned sizes, staff, schools, incidents.",
        message="fewer than ten pupils are counted here.",
        why="Where so few are counted, a reader who knows the school can tell who they are.",
        safer='Write "fewer than 10", or "a few pupils". Did a published source print it? Link to it in the same '
        "paragraph, as in [the report](source:its-id).",
        find=small_counts,
        published_passes=True,
    ),
    Rule(
        name="safeguarding-small-share",
        title="Figures that give a small number away",
        finds="A part of a stated number of pupils, or a percentage of it, where the part or the rest is one to nine.",
        message="two figures here give away a count of fewer than ten pupils.",
        why="Anybody can take one from the other.",
        safer='Give only one of the two, or write "nearly all" or "fewer than 10". Did a published source '
        "print both? Link to it in the same paragraph, as in [the report](source:its-id).",
        find=small_shares,
        published_passes=True,
    ),
)


def rules() -> tuple[Rule, ...]:
    """Every rule, with its name, what it looks for, why, and what to write instead."""
    return RULES
