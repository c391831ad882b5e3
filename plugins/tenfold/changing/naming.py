"""Which record a person means by an id, and whether an id may be given to one."""

from __future__ import annotations

import re

from tenfold.changing.change import Refused
from tenfold.library import Library
from tenfold.loading.placing import PROSE_FOLDERS, bad_name
from tenfold.model import Kind
from tenfold.model.base import ID, RESERVED
from tenfold.problems import did_you_mean, printable

CHANGEABLE = tuple(Kind)


def named(text: str, library: Library, kinds: tuple[Kind, ...] = CHANGEABLE) -> tuple[Kind, str]:
    """The record that an id names: by itself, or with its kind before it as in links, `case:carr-manor`.

    Raises:
        Refused: there is none, or there are several.
    """
    prefix, colon, id = text.partition(":")
    wanted = tuple(kind for kind in kinds if not colon or kind == prefix)
    id = id if colon else text
    found = [kind for kind in wanted if (kind, id) in library.entries]
    if len(found) == 1:
        return found[0], id
    if found:
        ways = " or ".join(f"{kind}:{id}" for kind in found)
        raise Refused(f'"{id}" is the id of several things. Write {ways}.')
    raise Refused(unknown(printable(id)[:60], wanted or kinds, kinds, library))


def unknown(id: str, wanted: tuple[Kind, ...], kinds: tuple[Kind, ...], library: Library) -> str:
    noun = wanted[0].noun if len(wanted) == 1 else "record"
    known = {other for kind in wanted for other in library.ids[kind]}
    other = next((kind for kind in Kind if kind not in wanted and (kind, id) in library.entries), None)
    if other is not None and wanted == kinds:
        return f'"{id}" is a {other.noun}, and this is for {noun_of_many(kinds)}.'
    hint = did_you_mean(id, known).strip() or "tenfold check says where the ids are: each is the name of a file."
    return f'there is no {noun} "{id}". {hint}'


def noun_of_many(kinds: tuple[Kind, ...]) -> str:
    return "case studies" if kinds == (Kind.CASE,) else ", ".join(kind.noun for kind in kinds)


def free_id(kind: Kind, text: str, library: Library, *, instead_of: str) -> str:
    """A new id for a record, if it may have it.

    Raises:
        Refused: it is no id, or another record has it or used to have it.
    """
    id = text.removeprefix(f"{kind}:")
    shown = printable(id)[:60]
    if kind is Kind.PAGE:
        refuse_odd_page(id)
    elif not ID.fullmatch(id) or id in RESERVED:
        near = re.sub(r"[^a-z0-9]+", "-", id.lower()).strip("-")[:60].strip("-")
        like = near if ID.fullmatch(near) and near not in RESERVED else "carr-manor"
        raise Refused(f'"{shown}" is not an id. Use 3 to 60 small letters, digits and single hyphens, such as {like}.')
    if id == instead_of:
        raise Refused(f'"{shown}" is its id already.')
    if id in library.ids[kind]:
        raise Refused(f'another {kind.noun} has the id "{shown}". Choose another, or look at tenfold supersede.')
    for (this, other), entry in sorted(library.entries.items()):
        if this is kind and other != instead_of and id in getattr(entry.record, "aliases", ()):
            raise Refused(f'"{shown}" used to be the id of the {kind.noun} "{other}", and leads there. Choose another.')
    return id


def refuse_odd_page(id: str) -> None:
    folder, *names = id.split("/")
    if folder not in PROSE_FOLDERS or not names or any(bad_name(name, "") for name in names):
        raise Refused(f'"{printable(id)[:60]}" cannot be a page. Write it as in toolkit/steps or about/people.')
