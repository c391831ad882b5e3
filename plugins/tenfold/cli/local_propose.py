"""`tenfold local propose`: a record of a local copy, prepared for the original. Nothing is sent."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tenfold.cli.command import CannotRun

if TYPE_CHECKING:
    from tenfold.local.copy import LocalCopy
    from tenfold.proposing import Outcome, Proposal, Wish
    from tenfold.proposing.branching import Clone

KINDS = ("case", "theory", "exercise", "framework", "resource", "term", "source")
AS_IT_WAS = "Nothing was written, and nothing in your copy was changed."


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="the record: its id, such as elm or case:elm")
    parser.add_argument("--kind", choices=KINDS, help="its kind, if several of yours have this id")
    along = "take another record of yours along, such as resource:family-hub; can be given several times"
    parser.add_argument("--with", dest="along", action="append", default=[], metavar="KIND:ID", help=along)
    without = "leave out what it says of a record of yours, such as case:ash; can be given several times"
    parser.add_argument("--without", action="append", default=[], metavar="KIND:ID", help=without)
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--out", type=Path, metavar="FOLDER", help="where the proposal goes (default: proposal-ID)")
    patch = "write the patch to this file and the text of the pull request beside it, and no folder"
    where.add_argument("--patch", type=Path, metavar="FILE", help=patch)
    clone = "make a branch in this clone of the original, too; it is checked with the content there"
    parser.add_argument("--to", type=Path, metavar="CLONE", help=clone)
    parser.add_argument("--folder", type=Path, default=Path(), metavar="DIR", help="the local copy (default: here)")
    parser.add_argument("--force", action="store_true", help="make a former proposal anew")


def run(options: argparse.Namespace) -> int:
    from tenfold.proposing import NotProposable
    from tenfold.proposing.branching import CannotBranch
    from tenfold.proposing.sending import CannotWrite

    copy = copy_at(options.folder)
    try:
        return proposed(copy, wish_of(options), options)
    except NotProposable as reason:
        raise CannotRun(f"{reason} {AS_IT_WAS}") from None
    except (CannotBranch, CannotWrite) as reason:
        raise CannotRun(str(reason)) from None
    except OSError as error:
        because = (error.strerror or "unknown reason").lower()
        raise CannotRun(f"it could not be prepared: {because}. {AS_IT_WAS}") from None


def copy_at(folder: Path) -> LocalCopy:
    from tenfold.local.copy import NotACopy, read_copy
    from tenfold.local.place import copy_around

    found = copy_around(folder)
    if found is None:
        raise CannotRun(f"there is no local.yml in {folder.absolute()}. Run this in the folder of your local copy.")
    here = Path.cwd()
    shown = "" if found == here else found.relative_to(here).as_posix() if found.is_relative_to(here) else str(found)
    try:
        return read_copy(found, shown_as=shown)
    except NotACopy as refused:
        raise CannotRun(f"the settings of the copy have problems. Mend them first.\n{refused}") from None


def wish_of(options: argparse.Namespace) -> Wish:
    from tenfold.model import Kind
    from tenfold.proposing import Wish

    kind = Kind(options.kind) if options.kind else None
    return Wish(options.id, kind, tuple(options.along), tuple(options.without))


def proposed(copy: LocalCopy, wish: Wish, options: argparse.Namespace) -> int:
    from tenfold.proposing import propose
    from tenfold.proposing.branching import content_of, open_clone

    if options.to is None:
        return done(propose(copy, wish), copy, options)
    clone = open_clone(options.to)
    with content_of(clone) as content:
        outcome = propose(copy, wish, content, shown_as=(options.to / "content").as_posix())
    return done(outcome, copy, options, clone)


def done(outcome: Outcome, copy: LocalCopy, options: argparse.Namespace, clone: Clone | None = None) -> int:
    """Write what came of it, and say so."""
    from tenfold.problems import summary

    if outcome.proposal is None:
        print(*outcome.problems, sep="\n")
        print(summary(outcome.problems), "Mend these first.", AS_IT_WAS)
        return 1
    written = list(write(outcome.proposal, copy, options, clone))
    print(*told(outcome.proposal, copy, written), sep="\n")
    return 0


def write(proposal: Proposal, copy: LocalCopy, options: argparse.Namespace, clone: Clone | None) -> Iterator[str]:
    """Write it; each thing that was written, as people are told of it."""
    from tenfold.proposing import branching, sending
    from tenfold.proposing.telling import title_of

    folder = None if options.patch else place_for(options.out or Path(f"proposal-{proposal.id}"), copy)
    if folder:
        sending.refuse_taken(folder, force=options.force)
    branch = ""
    if clone:
        message = f"{title_of(proposal)}\n\nProposed by {copy.settings.authority}.\n"
        branch = branching.make_branch(clone, proposal, message, author_of(copy), force=options.force)
        yield f"the branch {branch} in {options.to}, with one commit"
    if folder:
        try:
            sending.write_folder(folder, sending.files_of(proposal, copy, branch=branch), force=options.force)
        except sending.CannotWrite as reason:
            made = f" The branch {branch} was made all the same." if branch else ""
            raise CannotRun(f"{reason}{made}") from None
        yield f"the folder {folder}: files, {sending.PATCH}, {sending.TEXT}, and {sending.HOW}"
    else:
        yield from write_patch(proposal, copy, options)


def write_patch(proposal: Proposal, copy: LocalCopy, options: argparse.Namespace) -> Iterator[str]:
    from tenfold.cli.writing import write_new
    from tenfold.proposing.sending import patch_of, pull_request

    patch = place_for(options.patch, copy)
    write_new(patch, patch_of(proposal), over=options.force)
    yield f"the patch {patch}"
    text = patch.with_suffix(".md")
    write_new(text, pull_request(proposal, copy).encode(), over=options.force)
    yield f"the text of the pull request {text}"


def place_for(path: Path, copy: LocalCopy) -> Path:
    """A place that is not inside of what the copy publishes, or of what each update replaces."""
    absolute = path.absolute()
    if any(absolute.is_relative_to(folder.absolute()) for folder in (copy.own, copy.upstream.parent)):
        raise CannotRun(f"{path} lies in the content of your copy. Choose another place with --out.")
    return path


def author_of(copy: LocalCopy) -> tuple[str, str]:
    """Who signs the commit: the authority, at its public address."""
    contact = copy.settings.contact
    return copy.settings.authority, (contact.email or "") if contact else ""


def told(proposal: Proposal, copy: LocalCopy, written: list[str]) -> Iterator[str]:
    """What was made, what could be better, and what only a person can do."""
    from tenfold.problems import printable

    yield from map(str, proposal.advice)
    along = ", ".join(f"{kind}:{id}" for kind, id in proposal.keys[1:])
    more = f", with {along}" if along else ""
    where = copy.manifest.name or "the original"
    yield printable(f"{proposal.title}{more}. It is ready for {where}. Written:")
    yield from (f"  {each}" for each in written)
    yield from stayed(proposal)
    yield "Nothing was sent, and nothing in your copy was changed. Before you send it:"
    yield from (f"  {number}. {step}" for number, step in enumerate(steps(proposal), 1))


def stayed(proposal: Proposal) -> Iterator[str]:
    from tenfold.problems import counted

    left = [
        counted(number, noun)
        for number, noun in ((proposal.comments, "comment"), (proposal.notes, "local note"))
        if number
    ]
    left += [f"what it says of {each}" for each in proposal.left_out]
    if left:
        yield f"It stays with you: {', '.join(left)}."


def steps(proposal: Proposal) -> Iterator[str]:
    """What to do before it is sent."""
    study = proposal.study
    if study and not study.provenance.agreed_by_setting:
        yield "THE SETTING HAS NOT AGREED, its record says. Ask it, and write agreed_by_setting: yes when it has."
    yield "Read every word: names, and what only people near you understand, no machine can find."
    if study and study.safeguarding and study.safeguarding.accepted:
        yield "You signed off findings of the safeguarding checks. A reviewer of the original decides on each anew."
    yield "Tick the boxes in the text of the pull request: what is left open there, only a person can answer."
