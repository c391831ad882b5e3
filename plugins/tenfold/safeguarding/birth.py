"""Dates of birth: a full date beside a word that says so."""

from __future__ import annotations

from collections.abc import Iterator

from tenfold.safeguarding.clues import Clue
from tenfold.safeguarding.patterns import lazily
from tenfold.safeguarding.rule import Span
from tenfold.safeguarding.said import Said

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
DATE = lazily(
    rf"\b(?:[0-3]?[0-9](?P<sign>[/.-])[01]?[0-9](?P=sign)(?:19|20)?[0-9]{{2}}"
    rf"|(?:19|20)[0-9]{{2}}(?P<other>[/.-])[01]?[0-9](?P=other)[0-3]?[0-9]"
    rf"|[0-3]?[0-9](?:st|nd|rd|th)?[\s-]++(?:of[\s-]++)?{MONTH}\.?,?[\s-]++(?:(?:19|20)[0-9]{{2}}|'?[0-9]{{2}})"
    rf"|{MONTH}\.?[\s-]++[0-3]?[0-9](?:st|nd|rd|th)?,?[\s-]++(?:19|20)[0-9]{{2}})\b"
)
BORN = lazily(r"\bborn\b|\bd\.?\s?o\.?\s?b\b|\bdates? of birth\b|\bbirth\s?dates?\b|\bbirthdays?\b")
A_RANGE = lazily(r"\b(?:between|before|after|since|from|until|cohorts?|either side)\b")
PLURAL = lazily(r"\b(?:pupils|children|students|learners|those|anyone|everyone|babies|young people|all)\b")
NO_PERSON = lazily(
    r"\b(?:idea|project|programme|program|club|scheme|school|academy|charity|trust|partnership|initiative|plan|team|"
    r"alliance|network|it|approach|model|service|policy|hub|movement|campaign|vision|group|unit|base|practice|"
    r"toolkit|framework|council|company|organisation|foundation|work|pilot|forum)\b(?!\s++(?:pupil|child|boy|girl))"
)
PERSON = lazily(r"\b(?:he|she|they|pupil|child|boy|girl|student|son|daughter|sibling|brother|sister|who)\b")


def birth_dates(said: Said) -> Iterator[Span]:
    """A full date with "born", "DOB" or "date of birth" in its sentence, no more than some words away.

    Passes over what was born without being a person (an idea, a club), and cohorts: "born between ... and ...".
    """
    if not said.clues[Clue.BIRTH]:
        return
    for date in DATE().finditer(said.small):
        if is_beside_birth(said.before(date.start(), 60), said.after(date.end(), 30)):
            yield date.span()


def is_beside_birth(before: str, after: str) -> bool:
    """Whether a word about birth stands before or behind a date."""
    words = [*BORN().finditer(before)]
    if words:
        return is_of_a_person(before[: words[-1].start()], before[words[-1].start() :])
    behind = BORN().match(after.lstrip(" ,:(-"))
    return behind is not None and behind.group() != "born"


def is_of_a_person(before: str, between: str) -> bool:
    """Whether a date belongs to somebody: what stands before "born", and from there up to the date."""
    if A_RANGE().search(between) or "working day" in between:
        return False
    if not between.startswith("born"):
        return True
    if PLURAL().search(before[-40:]):
        return False
    things, people = [*NO_PERSON().finditer(before)], [*PERSON().finditer(before)]
    return not things or bool(people and people[-1].start() > things[-1].start())
