"""What stands where a list is wanted: words in a row, bullets from Word, fields without a hyphen."""

from __future__ import annotations

import re

from tenfold.loading.failure import Failure
from tenfold.loading.yaml_faults import shortened
from tenfold.loading.yaml_lines import BULLETS, NUMBER
from tenfold.model.shape import field_at, field_name, refers_to, vocabulary_at

MOST = 5
BULLET = re.compile(rf"\s*([{BULLETS}*]|{NUMBER}|-(?=\S)|-(?=\u00a0))[\s\u00a0]*")


def not_a_list(failure: Failure) -> tuple[str, str]:
    """What to say when a list is wanted and something else stands there."""
    if isinstance(failure.given, dict):
        first = next(iter(failure.given), "")
        hint = f"Write a hyphen and a space before the first field of each entry, as in - {shortened(str(first))}:"
        return "this needs a list, but fields stand here.", f"{hint} and indent its other fields by two spaces more."
    given = str(failure.given)
    found = bullets(given)
    if found:
        message = f'this needs a list, but its entries start with "{found}".'
        return message, f"Start each with a hyphen and a space instead: {in_a_row(entries_of(given))}."
    below = f"below {field_name(failure.where)}:, two spaces further in, with a hyphen and a space"
    message = "this needs a list, but text stands here."
    return message, f"Write each on a line of its own {below}: {in_a_row(entries_in(failure))}."


def bullets(given: str) -> str:
    """The sign that stands where a hyphen and a space should."""
    found = BULLET.match(given)
    return found[1] if found else ""


def entries_in(failure: Failure) -> list[str]:
    """The entries meant; ids and words have no spaces, so that a space separates two of them."""
    given = str(failure.given)
    if re.search(r"[,;]|\s-\s", given) or is_text(failure):
        return entries_of(given)
    return given.split()


def is_text(failure: Failure) -> bool:
    field = field_at(failure.model, failure.where)
    return not (field and refers_to(field)) and not vocabulary_at(failure.model, failure.where)


def entries_of(given: str) -> list[str]:
    """What somebody most likely meant as entries: parts behind bullets, lines, or words between commas."""
    if bullets(given):
        parts = re.split(rf"(?:^|\s+)(?:[{BULLETS}*]\s*|{NUMBER}\s+|-\s?(?=\S))", given)
    elif re.search(r"[,;]", given):
        parts = re.split(r"[,;]", given)
    else:
        parts = re.split(r"\s+-\s+", given)
    return [part.strip() for part in parts if part.strip()] or [given]


def in_a_row(entries: list[str]) -> str:
    shown = [f"- {shortened(entry)}" for entry in entries[:MOST]]
    return ", then ".join([*shown, "..."] if len(entries) > MOST else shown)
