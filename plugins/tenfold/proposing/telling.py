"""The text of the pull request: what it is, who sends it, what the checks say, what only a person can answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tenfold.loading import yaml_text
from tenfold.local.copy import LocalCopy
from tenfold.model import Kind
from tenfold.model.base import day_in_words
from tenfold.problems import Problem, counted
from tenfold.proposing.checklist import checklist
from tenfold.proposing.excerpt import comments_of, count_comments
from tenfold.proposing.proposal import CONTENT, Proposal
from tenfold.reviewing import Case
from tenfold.reviewing.evidence import evidence_lines
from tenfold.reviewing.formats import BULLETS, code, escaped
from tenfold.reviewing.links import link_lines
from tenfold.reviewing.reviewing import about_evidence, alike_lines, completeness_lines, wording_lines
from tenfold.reviewing.safeguarding import accepted_lines, small_world
from tenfold.reviewing.sheet import Line, good
from tenfold.teaching import advise


def title_of(proposal: Proposal) -> str:
    """The title of the pull request: at most so long that a list of them shows it."""
    title = proposal.title
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 3].rstrip()}..."


LONGEST_TITLE = 120


def text_of(proposal: Proposal, copy: LocalCopy) -> str:
    """The text of the pull request, in Markdown."""
    return "\n".join(lines(proposal, copy)).rstrip("\n") + "\n"


def lines(proposal: Proposal, copy: LocalCopy) -> Iterator[str]:
    yield f"**What this adds or mends, in a sentence:** {sentence(proposal, copy)}"
    yield ""
    yield from proposer(copy)
    yield from ("", "## What is in it", "")
    yield from (f"- {code(f'{CONTENT}/{path}')}: {what}" for path, what in contents(proposal))
    yield from ("", *checklist(proposal))
    yield from ("## What the checks say", "", *outcome(proposal), "")
    for heading, found in parts(proposal):
        yield from (f"### {heading}", "", *shown(found), "")
    yield from ("## What was left behind", "", *left_behind(proposal))


def sentence(proposal: Proposal, copy: LocalCopy) -> str:
    study, name = proposal.study, escaped(proposal.checked.library.title(*proposal.keys[0]))
    who = escaped(copy.settings.authority)
    if proposal.is_change:
        return f"a change to the {proposal.kind.noun} {name}, from {who}."
    about = f", {escaped(study.setting.place)}" if study else ""
    return f"a {proposal.kind.noun}, {name}{about}, which {who} publishes in its copy."


def proposer(copy: LocalCopy) -> Iterator[str]:
    """Who proposes it, and where to ask."""
    settings, manifest = copy.settings, copy.manifest
    home = f" ({settings.address})" if settings.address else ""
    yield f"Proposed by {escaped(settings.authority)}, from its copy {escaped(settings.name)}{home}."
    contact = settings.contact
    if contact:
        yield f"Questions go to {escaped(contact.name)}: {', '.join(contact.ways)}."
    else:
        yield "The copy names no contact: **write here whom to ask.**"
    if manifest.day:
        yield f"The copy holds the content of {day_in_words(manifest.day)}."


def contents(proposal: Proposal) -> Iterator[tuple[str, str]]:
    """Each file with what becomes of it."""
    library = proposal.checked.library
    for path in sorted(proposal.after):
        entries = [(key, library.entries[key]) for key in proposal.keys]
        held = [(key, entry) for key, entry in entries if entry.path == f"{CONTENT}/{path}"]
        if not proposal.is_list(path):
            yield str(path), "changed" if held and held[0][0] in proposal.changed else "new"
            continue
        named = "; ".join(
            f"{'changes' if key in proposal.changed else 'adds'} {code(key[1])}, {escaped(library.title(*key))}"
            for key, _ in held
        )
        yield str(path), named


def outcome(proposal: Proposal) -> Iterator[str]:
    rules = "It was checked with the original's own content, as if it lay there: no errors"
    found = [problem for problem in proposal.advice if problem.rule not in SAID_BELOW]
    count = len(found)
    if not count:
        yield f"{rules}, and no advice on its words."
    else:
        yield f"{rules}, and {counted(count, 'piece') if count == 1 else f'{count} pieces'} of advice:"
        yield ""
        yield from shown_problems(found)


SAID_BELOW = ("not_agreed", "told_already")
"""Advice that has a place of its own in the text."""


def shown_problems(problems: Iterable[Problem]) -> Iterator[str]:
    for problem in problems:
        field = f"{code(problem.field)}: " if problem.field else ""
        yield f"- {field}{escaped(f'{problem.message} {problem.hint}'.strip())}"


def parts(proposal: Proposal) -> Iterator[tuple[str, Iterable[Line]]]:
    """What a review sheet would say, and whoever sends it may as well read first."""
    entry, library = proposal.entry, proposal.checked.library
    case = Case(entry.path, entry, library, (), list(advise([entry], library.terms.values())))
    if proposal.study:
        yield "Completeness", completeness_lines(proposal.study)
        yield "Evidence", evidence_lines(proposal.study, about_evidence(case.remarks))
        yield "Wording", wording_lines(case)
        yield "Safeguarding", safeguarding(proposal)
    if proposal.kind is Kind.CASE:
        yield "Is it told already?", alike_lines(case)
    yield "Links and sources", link_lines(entry, library)


def safeguarding(proposal: Proposal) -> Iterator[Line]:
    accepted = list(accepted_lines(proposal.study, proposal.entry))
    if accepted:
        yield from accepted
        yield good("The sign-offs stand in the record. A reviewer of the original looks at each of them anew.")
    else:
        yield good("The checks report no personal data, and nobody had to sign anything off.")
    yield from small_world(proposal.study)


def shown(found: Iterable[Line]) -> Iterator[str]:
    for line in found:
        yield BULLETS[line.mark] + escaped(line.text) + (f" {code(line.code)}" if line.code else "")


def left_behind(proposal: Proposal) -> Iterator[str]:
    """What stays with the copy."""
    if proposal.comments:
        yield f"- {counted(proposal.comments, 'comment')} in the files: a comment is as public as the rest."
    if proposal.notes:
        yield f"- {counted(proposal.notes, 'local note')} on it."
    yield from (f"- What it said of {code(each)}, which only the copy has." for each in proposal.left_out)
    if lost := comments_lost(proposal):
        yield f"- {counted(lost, 'comment')} of the original's own: **put back what is still wanted.**"
    if not (proposal.comments or proposal.notes or proposal.left_out or lost):
        yield "- Nothing: there were no comments, no local notes and no local links."


def comments_lost(proposal: Proposal) -> int:
    """How many comments of the original a changed record file would lose."""
    lost = 0
    for path, raw in proposal.before.items():
        if not proposal.is_list(path):
            lost += count_comments(text(raw), but=comments_of(text(proposal.after[path])))
    return lost


def text(raw: bytes) -> str:
    return yaml_text.read(raw).text
