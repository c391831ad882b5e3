"""What a review says of keeping a record: its dates, who agreed to it, and consent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from tenfold.model import CaseStudy
from tenfold.model.vocabulary import Status
from tenfold.reviewing.sheet import Line, ask, at_lines, good, look, note
from tenfold.teaching.passages import passages
from tenfold.teaching.sentences import words
from tenfold.teaching.written import Subject

LONGEST = timedelta(days=3 * 366)
SPEECH = re.compile(r"\"([^\"]+)\"|\u201c([^\u201d]+)\u201d")
SPEECH_WORDS = 6
"""Fewer words between quotation marks are most often a term."""


def date_lines(study: CaseStudy, today: date) -> Iterator[Line]:
    """Whether the record's dates make sense by a day."""
    kept = study.provenance
    yield note(f"Published {kept.published}, reviewed {kept.reviewed}, to be reviewed by {kept.review_by}.")
    if kept.published > today:
        yield look("The day of publication has not come yet.")
    if kept.reviewed > today:
        yield look("The day of the last review has not come yet.")
    if kept.review_by < today:
        yield look("The review is overdue. Check the record against its sources, and name a new day.")
    elif kept.review_by - kept.reviewed > LONGEST:
        yield look("More than three years between reviews: people and links will have changed.")
    else:
        yield good("A next review is set.")
    if study.status is not Status.PUBLISHED:
        yield note(f"Its status is {study.status.label.lower()}. {study.status.meaning}")


def agreement_lines(study: CaseStudy, subject: Subject | None) -> Iterator[Line]:
    """Who agreed to what, and under which licence."""
    kept = study.provenance
    if kept.agreed_by_setting:
        yield good("The setting has agreed to it, the record says.")
        yield ask("You have seen the agreement, or know who has it.")
    else:
        yield look("The setting has not agreed to it. Only what is published about it may stand here.")
    if kept.contains_quotes or kept.contains_images:
        line = subject.place(("provenance", "consent"))[0] if subject else 1
        yield look(f"It holds {held(study)}. Line {line} says how people consented. Is that enough?")
    yield from unnamed_speech(study, subject)
    yield note(f"Licence: {kept.licence.label}. {kept.licence.meaning}")


def held(study: CaseStudy) -> str:
    kept = study.provenance
    named = (("quotations", kept.contains_quotes), ("pictures", kept.contains_images))
    return " and ".join(name for name, there in named if there)


def unnamed_speech(study: CaseStudy, subject: Subject | None) -> Iterator[Line]:
    """Quotations in a record that says it has none."""
    if subject is None or study.provenance.contains_quotes:
        return
    found = [
        passage.place(speech.start())[0]
        for passage in passages(subject)
        for speech in SPEECH.finditer(passage.text)
        if len(words(speech.group())) >= SPEECH_WORDS
    ]
    if found:
        yield look(f"It says that it holds no quotation; {at_lines(found)} may be one. Is there consent?")
