"""Checks what a local copy hides, withholds, pins, orders and replaces against the records that there are."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from tenfold.library import Library
from tenfold.library.mending import unknown
from tenfold.library.withholding import cases_by_theory, still_shown
from tenfold.loading.yaml_document import Document
from tenfold.local.settings import Settings
from tenfold.model import Kind
from tenfold.problems import Level, Problem, dotted

Key = tuple[Kind, str]

HIDDEN = (Kind.CASE, Kind.THEORY, Kind.EXERCISE, Kind.FRAMEWORK, Kind.ANNOTATION, Kind.RESOURCE, Kind.PAGE)
"""What a copy may leave out. Key features, sources and terms are what everything else stands on."""
LEFT_OUT = {"hide": "hidden", "withhold": "withheld"}
"""The settings that leave something out, and what has become of it then."""
NEEDED = frozenset([(Kind.PAGE, "index")])
OWED = {
    (Kind.PAGE, "about/accessibility"): "accessibility statement",
    (Kind.PAGE, "about/privacy"): "privacy notice",
}
"""What every publisher has to answer for, and what people call it."""


def key(mention: str) -> Key:
    kind, _, id = mention.partition(":")
    return Kind(kind), id


def keys(mentions: Sequence[str]) -> tuple[Key, ...]:
    """The kinds and ids that mentions such as case:carr-manor mean."""
    return tuple(map(key, mentions))


def arrangement_problems(
    settings: Settings, document: Document, library: Library, own: Collection[Key], shown: str
) -> Iterator[Problem]:
    """What is wrong with hide, withhold, pin, order and replace.

    Args:
        settings: those of the copy.
        document: where they stand.
        library: the records of both layers.
        own: the records that are the copy's.
        shown: how messages name the file.
    """
    for field in ("hide", "withhold", "pin", "order", "replace"):
        for position, mention in enumerate(getattr(settings, field)):
            said = fault(field, key(mention), settings, library, own)
            if said:
                where = (field, position) if document.place((field, position)) != (1, 1) else (field,)
                line, column = document.place(where)
                message, hint, rule, level = said
                yield Problem(shown, line, column, dotted((field, position)), message, hint, rule, level, mention)


Said = tuple[str, str, str, Level]


def fault(field: str, mentioned: Key, settings: Settings, library: Library, own: Collection[Key]) -> Said | None:
    """What is wrong with one of them: message, hint, rule, level."""
    kind, id = mentioned
    if id not in library.ids[kind]:
        return *unknown(kind, id, library), f"unknown_{kind}", Level.ERROR
    if field == "hide" and mentioned in keys(settings.withhold):
        message = f'"{id}" stands in withhold: as well, which says less about it.'
        return message, f"Delete it here, and leave {kind}:{id} in withhold:.", "hidden", Level.ERROR
    if field in LEFT_OUT:
        return hide_fault(field, mentioned, own) or (theory_advice(mentioned, library) if field == "hide" else None)
    if field == "replace":
        return replace_fault(mentioned, own)
    return listing_fault(field, mentioned, settings, library)


def listing_fault(field: str, mentioned: Key, settings: Settings, library: Library) -> Said | None:
    """What is wrong with a case study that is to have a place in the lists."""
    _, id = mentioned
    for leaving_out, called in LEFT_OUT.items():
        if mentioned in keys(getattr(settings, leaving_out)):
            return f'"{id}" is {called}.', f"Take it out of {leaving_out}: or of {field}:.", "hidden", Level.ERROR
    if id in library.withdrawn:
        return f'"{id}" was withdrawn and is in no list.', f"Take it out of {field}:.", "withdrawn", Level.ADVICE
    if id not in library.cases:
        return f'"{id}" is a draft and has no page yet.', "Publish it first, or leave it out.", "draft", Level.ERROR
    return None


def hide_fault(field: str, mentioned: Key, own: Collection[Key]) -> Said | None:
    """What is wrong with leaving something out, in one way or the other."""
    kind, id = mentioned
    if kind is Kind.FRAMEWORK and "/" in id:
        message = f"a part of a framework cannot be {LEFT_OUT[field]} alone."
        return message, f"To {field} all of it, write {kind}:{id.partition('/')[0]}.", field, Level.ERROR
    if kind not in HIDDEN or mentioned in NEEDED:
        noun = "home page" if mentioned in NEEDED else kind.noun
        hint = f"Take it out of {field}:; to change it, put one of yours in its place with replace:."
        return f"a {noun} cannot be {LEFT_OUT[field]}: others lead to it.", hint, field, Level.ERROR
    if mentioned in OWED:
        message = f"this copy has no {OWED[mentioned]} now, and a public body has to have its own."
        hint = f"Take it out of {field}:, or write yours as content/{id}.md and add it to replace: instead."
        return message, hint, field, Level.ADVICE
    if field == "hide" and mentioned in own:
        return "this is yours.", "Make it a draft, or delete its file.", field, Level.ADVICE
    return None


def theory_advice(mentioned: Key, library: Library) -> Said | None:
    """That the theory of change of a case study is still shown when that is hidden: it may be of use without it.

    Nothing is said where it belongs to another case study that is shown.
    """
    theories = [id for id in still_shown(mentioned, library) if not shown_beside(id, library)]
    if not theories:
        return None
    names = listed([f'"{library.title(Kind.THEORY, id)}"' for id in theories])
    lines = listed([f"{Kind.THEORY}:{id}" for id in theories])
    is_shown, them = ("theory of change {} is", "it") if len(theories) == 1 else ("theories of change {} are", "them")
    message = f"its {is_shown.format(names)} still shown, and may say whose work this was."
    return message, f"To hide {them} too, add {lines} to hide:.", "hidden_theory", Level.ADVICE


def shown_beside(theory: str, library: Library) -> bool:
    """Whether a theory of change belongs to a case study that is in the lists."""
    cases = cases_by_theory(library).get((Kind.THEORY, theory), set())
    return any(case[1] in library.cases and case not in library.withheld for case in cases)


def listed(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]


def replace_fault(mentioned: Key, own: Collection[Key]) -> Said | None:
    kind, id = mentioned
    if mentioned not in own:
        message = f'you have no {kind.noun} "{id}" to put in its place.'
        return message, "Write it, or take this line out of replace:.", "replace", Level.ERROR
    return None
