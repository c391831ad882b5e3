"""Who publishes this copy, as `host` below tenfold/library in mkdocs.yml says it."""

from __future__ import annotations

import re
from typing import Any

from mkdocs.config.base import BaseConfigOption, Config, ValidationError
from mkdocs.config.config_options import Optional, Type

from tenfold.local.copy import LocalCopy
from tenfold.pages import Host

ADDRESS = re.compile(r"https://[^\s<>\"']+|mailto:[^\s<>\"'@]+@[^\s<>\"'@]+")
MOST_DAYS = 365


class Address(BaseConfigOption[str]):
    """An address on the web, or one to write a mail to."""

    def run_validation(self, value: object) -> str:
        if not isinstance(value, str) or not ADDRESS.fullmatch(value):
            raise ValidationError("This is not a whole address. Write https://... or mailto:name@example.org.")
        return value


class Days(BaseConfigOption[int]):
    """A number of working days."""

    def run_validation(self, value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= MOST_DAYS:
            raise ValidationError(f"Write a number of working days, from 1 to {MOST_DAYS}, or leave it out.")
        return value


class HostConfig(Config):  # type: ignore[no-untyped-call]
    """Who publishes this copy. Everything may be left out; nothing is promised then."""

    name = Optional(Type(str))
    """Who they are, inside a sentence: the inclusion team of Example Council."""
    contact = Optional(Address())
    """Where to reach them: https://... or mailto:..."""
    form = Optional(Address())
    """A form for case studies that one fills in in a browser, such as an issue form."""
    answer_days = Optional(Days())
    """Working days until somebody answers."""
    decide_days = Optional(Days())
    """Working days until they have decided."""


def host_of(config: Any) -> Host:
    """The settings as pages take them."""
    return Host(
        name=(config.name or "").strip(),
        contact=config.contact or "",
        form=config.form or "",
        answer_days=config.answer_days,
        decide_days=config.decide_days,
    )


def host_of_copy(copy: LocalCopy) -> Host:
    """The same from the settings of a local copy."""
    settings = copy.settings
    contact = settings.contact
    reached = (contact.page or (f"mailto:{contact.email}" if contact.email else "")) if contact else ""
    days = [int(each) if each else None for each in (settings.promise.answer_days, settings.promise.decide_days)]
    name = f"{contact.name}, {settings.authority}" if contact else settings.authority
    return Host(name=name, contact=reached, answer_days=days[0], decide_days=days[1])
