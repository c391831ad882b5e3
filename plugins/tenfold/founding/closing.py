"""What somebody is told when their copy is there: what it is, what is still open, and the next two steps."""

from __future__ import annotations

from pathlib import Path

from tenfold.bundling import Bundle
from tenfold.conversation import Screen
from tenfold.founding.files import NewCopy
from tenfold.model.base import day_in_words
from tenfold.problems import counted

LATER = (
    ("contact", "who answers questions (contact)"),
    ("complaints", "who takes complaints (complaints)"),
    ("data_protection", "who answers for personal data (data_protection)"),
    ("host", "where it is published (host)"),
    ("address", "its address (address)"),
)


def close(screen: Screen, folder: Path, new: NewCopy, bundle: Bundle, source: str) -> None:
    """Say all of it.

    Args:
        screen: where to say it.
        folder: where the copy is.
        new: what it is made of.
        bundle: the content that it took over.
        source: where that came from.
    """
    settings = new.checked
    cases = counted(len(bundle.library.cases), "case study", "case studies")
    screen.say()
    screen.head(f"{settings.name} is there")
    screen.say(
        f"The folder {folder} holds your copy, with {cases} of {bundle.manifest.original.name} "
        f"(content of {day_in_words(bundle.manifest.day)}, from {source})."
    )
    still_open = [text for field, text in LATER if getattr(settings, field) is None]
    if still_open:
        screen.say(f"Still open, to be added to local.yml before it is public: {', '.join(still_open)}.")
    screen.say()
    screen.head("What to do next")
    screen.whole("  1. See it:")
    for line in (f"cd {in_quotes(str(folder))}", "tenfold build", "mkdocs serve"):
        screen.whole(f"         {line}")
    screen.say("and open http://127.0.0.1:8000/ in a browser. Ctrl+C ends it.", indent="     ")
    where = settings.host.label if settings.host else "the place you choose"
    text = f"Publish it: README.md in that folder says how, for {where}."
    screen.say(text, indent="  2. ", further="     ")


def in_quotes(name: str) -> str:
    return f'"{name}"' if " " in name else name
