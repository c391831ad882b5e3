"""Whether an answer may stand: what `tenfold check` would say of it, links and ids included, as soon as it is given."""

from __future__ import annotations

from collections.abc import Iterator

from tenfold.conversation.asks import Ask
from tenfold.forms import AnswerKind, answer
from tenfold.forms.answers import Answered
from tenfold.library import Library
from tenfold.library.checks import prose_problems
from tenfold.library.mending import unknown
from tenfold.loading import Unread
from tenfold.loading.yaml_document import Document
from tenfold.loading.yaml_faults import UNSEEN
from tenfold.model import CaseStudy, Kind
from tenfold.model.base import ID
from tenfold.problems import Problem, printable


def checked(ask: Ask, text: str, library: Library) -> Answered:
    """An answer as the record has it, with everything that is wrong with it."""
    found = answer(ask.question, text, entry=ask.entry)
    if found.problems or found.value is None:
        return found
    between = tuple(ids_problems(ask, found.value, library) if ask.question.refers else links(ask, text, library))
    return Answered(found.value, between)


def links(ask: Ask, text: str, library: Library) -> Iterator[Problem]:
    """What is wrong with the links, headings and tags in prose."""
    if ask.question.kind is AnswerKind.PROSE:
        lone = Unread(Kind.CASE, "", CaseStudy, {}, "your answer", Document(text=text))
        yield from prose_problems(lone, ask.question.path, text, library)


def ids_problems(ask: Ask, value: object, library: Library) -> Iterator[Problem]:
    """Ids that nothing has. A source may be new: somebody adds it to the list of sources later."""
    kind = ask.question.refers
    if kind is None or not library.ids[kind]:
        return  # nothing is known here: whoever publishes it will see
    for id in value if isinstance(value, list) else [value]:
        if id not in library.ids[kind] and not (kind is Kind.SOURCE and is_new(str(id), library)):
            message, hint = unknown(kind, str(id), library)
            yield Problem("your answer", 1, 1, ask.question.name, message, hint, f"unknown_{kind}")


def is_new(id: str, library: Library) -> bool:
    """Whether a source that nobody knows may be kept: it is an id, and not a slip in one that there is."""
    return bool(ID.fullmatch(id)) and not unknown(Kind.SOURCE, id, library)[1].startswith("Did you mean")


def new_sources(answers: object, library: Library) -> list[str]:
    """The ids of sources in the answers that are not in the list of sources yet."""
    found = dict.fromkeys(id for id in sources_in(answers) if id not in library.ids[Kind.SOURCE])
    return list(found)


def sources_in(value: object, name: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from sources_in(each, key)
    elif isinstance(value, list):
        for each in value:
            yield from sources_in(each, name)
    elif name in {"source", "sources"} and isinstance(value, str):
        yield value


def in_words(problem: Problem) -> str:
    """A problem as one says it to somebody who has just typed: without the name of a file."""
    line = f"Line {problem.line}: " if problem.line > 1 else ""
    message = f"{line}{problem.message} {problem.hint}".strip()
    return printable(message[:1].upper() + message[1:])


def visible(text: str) -> str:
    """The text without the characters that nobody sees, which a terminal may have put into it."""
    return UNSEEN.sub("", text)
