"""The ledger itself: a text file in the content folder, with a line for each address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tenfold.ledger.addresses import former, standing
from tenfold.library import Library
from tenfold.loading.placing import LEDGER
from tenfold.problems import Problem

HEAD = """\
# Every address that was made public, its kind, and since when. None of them may die: when a record is renamed, its old
# address leads to the new one; when a case study is withdrawn, its page says so. `tenfold urls` adds what is new.
"""
LINE = re.compile(r"([a-z0-9_/-]+/|/) ([a-z]+) (\d{4}-\d{2}-\d{2})")
MOST_BYTES = 2_000_000
LINE_HINT = "Write address, kind and day, as in case_studies/oak/ case 2026-11-21; tenfold urls adds what is new."


@dataclass(frozen=True)
class Line:
    """An address that was made public: its kind, since when, and where the ledger says so."""

    address: str
    kind: str
    since: str
    number: int = 0


def read_ledger(folder: Path, *, shown_as: str) -> tuple[list[Line], list[Problem]]:
    """The lines of a content folder's ledger, and what is wrong with it. Without a ledger, neither.

    Args:
        folder: the content folder.
        shown_as: how messages call it.
    """
    file, shown = folder / LEDGER, f"{shown_as}/{LEDGER}"
    if file.is_symlink() or not file.exists():
        return [], []  # a link has been refused with the rest of the content
    try:
        with file.open("rb") as stream:
            text = stream.read(MOST_BYTES + 1).decode("utf-8")
    except (OSError, UnicodeDecodeError):
        hint = "Bring back the version before, or delete it and run tenfold urls."
        return [], [Problem(shown, 1, 1, "", "the list of addresses cannot be read.", hint, "ledger")]
    if len(text) > MOST_BYTES:
        return [], [Problem(shown, 1, 1, "", "the list of addresses is too long.", "Split the content.", "ledger")]
    return lines_in(text, shown)


def lines_in(text: str, shown: str) -> tuple[list[Line], list[Problem]]:
    lines: dict[str, Line] = {}
    problems: list[Problem] = []
    for number, written in enumerate(text.splitlines(), 1):
        if not written.strip() or written.startswith("#"):
            continue
        found = LINE.fullmatch(written.rstrip())
        if not found:
            problems.append(Problem(shown, number, 1, "", "this line is no address.", LINE_HINT, "ledger"))
        elif found[1] in lines:
            first = lines[found[1]].number
            message = f"this address stands on line {first} already."
            problems.append(Problem(shown, number, 1, found[1], message, "Delete one of the two.", "ledger"))
        else:
            lines[found[1]] = Line(found[1], found[2], found[3], number)
    return list(lines.values()), problems


def dead_addresses(library: Library, folder: Path, *, shown_as: str) -> Iterator[Problem]:
    """The addresses of the ledger at which no page stands and from which none leads on, and what else is wrong with it.

    Args:
        library: the records; none of them has problems.
        folder: the content folder.
        shown_as: how messages call it.
    """
    lines, problems = read_ledger(folder, shown_as=shown_as)
    yield from problems
    alive = set(map(as_listed, standing(library))) | former(library)
    for line in lines:
        if line.address not in alive:
            message = f"this address is public since {line.since}, and would lead nowhere now."
            yield Problem(f"{shown_as}/{LEDGER}", line.number, 1, line.address, message, DEAD_HINT, "dead_address")


DEAD_HINT = (
    "Bring its record back; or write its old id below aliases: of the record that took its place "
    "(tenfold rename and tenfold supersede do that); or withdraw it (tenfold withdraw)."
)


def as_listed(address: str) -> str:
    """An address as the ledger has it: the home page is a slash."""
    return address or "/"


def with_new(
    lines: Iterable[Line], library: Library, on: date, *, local: bool = False
) -> tuple[list[Line], list[Line]]:
    """All lines with those for addresses that are not listed yet, and these alone; of a local copy, only its own."""
    known = {line.address: line for line in lines}
    listed = {as_listed(address): kind for address, kind in standing(library, local=local).items()}
    new = [Line(address, kind.value, on.isoformat()) for address, kind in listed.items() if address not in known]
    return [*known.values(), *new], new


def written(lines: Iterable[Line]) -> bytes:
    """The ledger as a file, sorted by address."""
    rows = sorted(f"{line.address} {line.kind} {line.since}\n" for line in lines)
    return (HEAD + "".join(rows)).encode()
