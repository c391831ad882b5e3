"""Prepares a proposal: gathers what goes, tries it in the original, makes the files that this would have."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from tenfold.checking import Checked, check_content
from tenfold.layout.leaving_out import left_out
from tenfold.ledger import dead_addresses
from tenfold.library import Library
from tenfold.loading import Content, Entry, load_content, yaml_text
from tenfold.loading.placing import COLLECTIONS
from tenfold.local.arranging import keys as keys_of
from tenfold.local.copy import OWN, LocalCopy
from tenfold.local.sameness import same
from tenfold.problems import Problem, errors
from tenfold.proposing.excerpt import comments_of, count_comments, excerpt
from tenfold.proposing.files import CannotLayOut, laid_out, record_file
from tenfold.proposing.gathering import Key, NotProposable, Two, Wish, by_key, gathered, mentions_of
from tenfold.proposing.lists import with_records
from tenfold.proposing.proposal import CONTENT, Proposal
from tenfold.proposing.trying import Going, remarks, tried
from tenfold.teaching import advise

Files = Mapping[PurePosixPath, bytes]


@dataclass(frozen=True)
class Outcome:
    """What came of it: the proposal; or, without one, the problems that stop it, at the lines of the copy."""

    proposal: Proposal | None
    problems: Sequence[Problem] = ()


def propose(copy: LocalCopy, wish: Wish, original: Path | None = None, *, shown_as: str = "") -> Outcome:
    """Prepare a record of a copy for the original. Nothing is written.

    Args:
        copy: the copy.
        wish: what is to be proposed.
        original: the content folder of the original as it is now; that of the copy when there is none at hand.
        shown_as: how messages call that folder.

    Raises:
        NotProposable: it cannot be proposed at all.
    """
    below, _ = copy.layers
    original, shown_as = (original, shown_as) if original else (below.folder, below.shown_as)
    if not original.is_dir():
        raise NotProposable(f"there is no folder {shown_as}. Put the original's content there: tenfold local update.")
    own, theirs = load_content(copy.own, shown_as=copy.shown(OWN)), load_content(original, shown_as=shown_as)
    unread = [(each.kind, each.id) for each in theirs.unread]
    replaced, withheld = (frozenset(keys_of(each)) for each in (copy.settings.replace, copy.settings.withhold))
    two = Two(by_key(own), Library(theirs.entries, unread=unread), replaced, withheld)
    if unreadable := problems_of(wish.id, own):
        return Outcome(None, unreadable)
    keys = gathered(wish, two)
    refuse_the_same(keys, two)
    going = list(files_going(copy, keys, two, wish))
    found = tried(original, shown_as, going, two, keys)
    if found.errors:
        return Outcome(None, found.errors)
    return made(copy, wish, original, going, found, keys, two)


def problems_of(id: str, own: Content) -> list[Problem]:
    """What is wrong with the file of an id of which nothing could be read."""
    name = id.rpartition(":")[2]
    found = [each for each in own.problems if PurePosixPath(each.path).stem == name]
    return [] if any(each.id == name for each in by_key(own).values()) else found


def refuse_the_same(keys: Collection[Key], two: Two) -> None:
    """Stop where the original has all of it already."""
    original = two.original.entries
    pairs = [(two.own[key], original.get(key)) for key in keys]
    if all(isinstance(one, Entry) and other and same(one.record, other.record) for one, other in pairs):
        kind, id = next(iter(keys))
        say = f"Delete yours, and take {kind}:{id} out of replace: in local.yml."
        raise NotProposable(f'the original has the {kind.noun} "{id}" just as you have it. {say}')


def files_going(copy: LocalCopy, keys: Collection[Key], two: Two, wish: Wish) -> Iterator[Going]:
    """What goes of each file of the copy, in the order of their paths."""
    left = frozenset(mentions_of(wish.without))
    paths: dict[str, list[Key]] = {}
    for key in keys:
        paths.setdefault(two.own[key].path, []).append(key)
    changed = False
    for shown, held in sorted(paths.items()):
        path = PurePosixPath(shown).relative_to(copy.shown(OWN))
        ids = [id for _, id in held] if str(path) in COLLECTIONS else None
        text = excerpt((copy.own / path).read_bytes(), ids)
        for key in held:
            before, text = text, left_out(text, two.own[key], left) if left else text
            changed = changed or before != text
        yield Going(path, shown, text)
    if left and not changed:
        raise NotProposable(f"nothing that goes mentions {', '.join(wish.without)}. Leave --without out.")


def made(
    copy: LocalCopy, wish: Wish, original: Path, going: Sequence[Going], found: Checked, keys: tuple[Key, ...], two: Two
) -> Outcome:
    """The proposal, of what is in order."""
    paths = [each.path for each in going]
    before = {path: (original / path).read_bytes() for path in paths if (original / path).is_file()}
    public = {path: public_comments(path, before.get(path, b"")) for path in paths}
    try:
        laid = {
            each.path: laid_out(each.text, each.path, public=public[each.path], shown_as=each.shown) for each in going
        }
    except CannotLayOut as reason:
        return Outcome(None, list(reason.problems))
    after = {path: file_of(text, path, before.get(path)) for path, text in laid.items()}
    checked, problems = as_it_would_be(original, after)
    if problems:
        return Outcome(None, problems)
    for key in keys:
        entry = checked.library.entries.get(key)
        if entry is None or entry.record != found.library.entries[key].record:
            path = PurePosixPath(two.own[key].path).name
            raise NotProposable(f"nothing can be put into {path} of the original as it is written. Write to them.")
    advised = advise([found.library.entries[key] for key in keys], found.library.terms.values())
    advice = [*remarks(found, keys, two, str(copy.settings.address or "")), *found.problems]
    advice += [problem for each in advised for problem in each.problems]
    proposal = Proposal(
        keys,
        before,
        after,
        {path: text.encode() for path, text in laid.items() if str(path) in COLLECTIONS},
        checked,
        changed=frozenset(key for key in keys if key in two.known),
        advice=tuple(sorted(advice, key=lambda each: (each.path, each.line, each.column))),
        comments=sum(count_comments(each.text, but=public[each.path]) for each in going),
        notes=notes_on(keys[0], two),
        left_out=wish.without,
    )
    return Outcome(proposal, proposal.advice)


def public_comments(path: PurePosixPath, before: bytes) -> frozenset[str]:
    """The comments that the file of a record has in the original; in a list, none of ours stands for one of theirs."""
    return frozenset() if str(path) in COLLECTIONS else frozenset(comments_of(yaml_text.read(before).text))


def file_of(laid: str, path: PurePosixPath, before: bytes | None) -> bytes:
    return with_records(before, laid, path) if str(path) in COLLECTIONS else record_file(laid, path, before)


def as_it_would_be(original: Path, after: Files) -> tuple[Checked, list[Problem]]:
    """The original as it would be, from its files, and what would be wrong with it that is not wrong now."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / CONTENT
        shutil.copytree(original, folder, symlinks=True, ignore=shutil.ignore_patterns(".*"))
        for path, raw in after.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(raw)
        checked = check_content(folder, shown_as=CONTENT)
        found = checked.errors or list(dead_addresses(checked.library, folder, shown_as=CONTENT))
    if not found:
        return checked, []
    now = check_content(original, shown_as=CONTENT)
    known = now.errors or list(dead_addresses(now.library, original, shown_as=CONTENT))
    told = {(each.path, each.field, each.rule, each.message) for each in known}
    return checked, [each for each in errors(found) if (each.path, each.field, each.rule, each.message) not in told]


def notes_on(key: Key, two: Two) -> int:
    """How many local notes are on a record."""
    named = f"{key[0]}:{key[1]}"
    notes = (each for (kind, _), each in two.own.items() if kind == "note" and isinstance(each, Entry))
    return sum(str(getattr(each.record, "on", "")) == named for each in notes)
