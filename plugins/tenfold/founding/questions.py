"""What is asked before a copy is made. Every question has a flag of the same name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tenfold.founding.looks import OURS
from tenfold.local.settings import Host, Typeface
from tenfold.model.vocabulary import Word

Answers = dict[str, str]
"""Answers by the names of their questions. What has no answer is not there."""


@dataclass(frozen=True)
class Question:
    """One thing to ask.

    Args:
        name: its name, and that of its flag with hyphens in it.
        path: where its answer stands in `local.yml`; empty for what does not.
        ask: the question.
        more: what else helps somebody to answer.
        default: the answer of those who press Enter.
        like: the name of another question, whose answer is the default.
        follows: the name of the question without whose answer this is not asked.
        words: what to choose from.
        flag_only: whether nobody is asked, because hardly anybody wants another answer.
    """

    name: str
    path: tuple[str, ...]
    ask: str
    more: str
    default: str = ""
    like: str = ""
    follows: str = ""
    words: type[Word] | None = None
    flag_only: bool = False
    needed: bool = False

    @property
    def flag(self) -> str:
        return f"--{self.name.replace('_', '-')}"

    def default_in(self, answers: Answers) -> str:
        return answers.get(self.like, "") if self.like else self.default


def reachable(name: str, ask: str, more: str) -> Iterator[Question]:
    """The questions about somebody to turn to."""
    who = "Write a team or a role, and not a person: people change."
    yield Question(name, (name, "name"), ask, f"{more} {who}")
    yield Question(f"{name}_email", (name, "email"), "Their e-mail address?", MAILBOX, follows=name)
    yield Question(f"{name}_phone", (name, "phone"), "Their phone number?", "As people dial it.", follows=name)
    yield Question(f"{name}_page", (name, "page"), "Their page or form on the web?", WHOLE, follows=name)


MAILBOX = "One that several people read, such as inclusion@exampleton.example. It stands on every page."
WHOLE = "The whole address, with https:// in front."
CONTACTS = ("contact", "complaints", "data_protection")

QUESTIONS = (
    Question(
        "upstream",
        (),
        "Where is the content that you take over?",
        "The file tenfold-content-DATE.zip, from those who publish the original, or the content folder of the project.",
        needed=True,
    ),
    Question(
        "name",
        ("name",),
        "What shall your copy be called?",
        "It stands at the top of every page, such as: Inclusion in Exampleton.",
        needed=True,
    ),
    Question(
        "authority",
        ("authority",),
        "Who publishes it?",
        "The name in full, such as: Exampleton Borough Council. It answers for the site in law.",
        needed=True,
    ),
    Question(
        "colour",
        ("brand", "colour"),
        "Your main colour?",
        "For links, buttons, documents and the home page's head. Your communications team knows it: # and six signs.",
        default=OURS[0],
    ),
    Question(
        "accent",
        ("brand", "accent"),
        "Your second colour?",
        "For the few things that have to stand out. It must differ clearly from the first.",
        default=OURS[1],
    ),
    Question(
        "logo",
        ("brand", "logo"),
        "Your logo: where is its file?",
        "A PNG, JPEG or WebP picture. In most terminals you can drag the file into this window.",
    ),
    Question(
        "logo_alt",
        ("brand", "logo_alt"),
        "What does the logo say, for people who cannot see it?",
        "Most often just the name, without the word logo.",
        like="authority",
        follows="logo",
    ),
    Question(
        "font",
        ("brand", "font"),
        "Which typeface?",
        "All of them come with the toolkit.",
        words=Typeface,
        flag_only=True,
    ),
    *reachable("contact", "Who answers questions about this copy?", "Your accessibility statement has to name them."),
    *reachable(
        "complaints",
        "Who takes complaints, when the answer does not help?",
        "Public bodies need such a way for complaints about accessibility.",
    ),
    *reachable(
        "data_protection",
        "Who answers questions about personal data?",
        "Most often the data protection officer. Your privacy notice names them.",
    ),
    Question(
        "host",
        ("host",),
        "Where will it be published?",
        "Ask who publishes your other websites. Leave it open if you do not know yet: it can be added later.",
        words=Host,
    ),
    Question(
        "address",
        ("address",),
        "At which address will it stand?",
        "Such as https://www.exampleton.example/inclusion/. Leave it open if you do not know yet.",
    ),
)
"""The content first: whoever has none yet finds that out before they have answered everything else."""

BY_NAME = {question.name: question for question in QUESTIONS}
