"""`tenfold new case-study`: tell a case study question by question, or turn a filled form into a record."""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from tenfold.cli.command import CannotRun, Commands
from tenfold.cli.paths import content_here

if TYPE_CHECKING:
    from tenfold.conversation import Draft, Screen
    from tenfold.forms import Filled
    from tenfold.library import Library

MOST_SHOWN = 200
"""Characters of a text that could not be placed; the file has all of it."""
NO_ANSWERS = (
    "there is nobody to ask: no answers can be read. Run this in a terminal; or give a filled form with "
    "--from FILE --no-questions; or give a name and --no-questions for a file to fill in by hand."
)


def add(commands: Commands) -> None:
    new = commands.add_parser("new", help="tell a case study, one question after the other")
    new.add_argument("kind", choices=["case-study"], metavar="case-study", help="what to begin")
    new.add_argument("id", nargs="?", help="the name of its file, such as carr-manor (default: from the setting)")
    new.add_argument("--from", dest="form", type=Path, metavar="FILE", help="a filled form: .docx, .xlsx, .md, .json")
    new.add_argument("--no-questions", action="store_true", help="ask nothing: only write the file")
    new.set_defaults(run=run_new)


def run_new(options: argparse.Namespace) -> int:
    from tenfold.conversation import CannotGoOn, Stopped

    screen = screen_here()
    try:
        with stopped_by_a_closed_terminal():
            return begin(options, screen)
    except CannotGoOn as reason:
        raise CannotRun(str(reason)) from None
    except (Stopped, KeyboardInterrupt) as stopped:
        if screen.lines_read == 0 and getattr(stopped, "gone", False):
            raise CannotRun(NO_ANSWERS) from None
        print("Stopped. No file was written.")
        return 0


def begin(options: argparse.Namespace, screen: Screen) -> int:
    """Find out which file is meant, take in a filled form, and ask for the rest."""
    from tenfold.conversation.opening import fill, setting_in

    content = content_here()
    folder = content / "case_studies" if content else Path.cwd()
    form = read_form(options.form) if options.form else None
    setting = setting_in(form.data) if form else ""
    draft = draft_of(options, screen, folder, setting)
    if form:
        left = fill(draft, form.data, form.unplaced)
        tell_form(screen, options.form, left, form.notes)
    if form or options.no_questions:
        save(draft)
    library = library_of(content)
    if not options.no_questions and not ask(draft, screen, library, filled=form is not None):
        return stop(draft, screen)
    finish(draft, screen, library, content)
    return 0


def draft_of(options: argparse.Namespace, screen: Screen, folder: Path, setting: str) -> Draft:
    """The draft that is meant: by its name, or by that of the setting."""
    from tenfold.cli.check import quick_problems
    from tenfold.conversation import HasMistakes, open_draft
    from tenfold.conversation.naming import is_name, name_for
    from tenfold.conversation.opening import agree_name, ask_setting
    from tenfold.loading.placing import better_name
    from tenfold.problems import errors

    name = options.id
    if name and not is_name(name):
        near = better_name(name)
        hint = f' "{near}" would do.' if near != "name" else ""
        raise CannotRun(f'"{name}" cannot be a name. Use 3 to 60 small letters, digits and single hyphens.{hint}')
    if not name and options.no_questions:
        if not setting:
            raise CannotRun("say what the file is to be called: tenfold new case-study NAME --no-questions")
        name = name_for(setting, folder)
    if not name:
        setting = setting or ask_setting(screen)
        name = agree_name(screen, setting, folder)
    file = folder / f"{name}.yml"
    try:
        draft = open_draft(file, today())
    except HasMistakes:
        for problem in errors(quick_problems([file])):
            if problem.rule != "missing":  # that is what the conversation asks
                screen.whole(str(problem))
        raise
    if setting and not draft.written:
        draft.answers = {"setting": {"name": setting}}
    return draft


def ask(draft: Draft, screen: Screen, library: Library, *, filled: bool) -> bool:
    """Ask what is missing; whether everything was asked."""
    from tenfold.conversation import Talk

    talk = Talk(draft, screen, library, os.environ, filled=filled)
    try:
        finished = talk.run()
    except OSError as error:
        raise cannot_save(draft, error) from None
    if talk.alone and screen.lines_read == 0:
        raise CannotRun(NO_ANSWERS)
    return finished


def save(draft: Draft) -> None:
    try:
        draft.save()
    except OSError as error:
        raise cannot_save(draft, error) from None


def cannot_save(draft: Draft, error: OSError) -> CannotRun:
    """Why the answers cannot be saved; they are shown, so that they can be copied."""
    from tenfold.forms import as_record_text

    print(as_record_text(draft.answers, unplaced=draft.remarks))
    reason = (error.strerror or "unknown reason").lower()
    return CannotRun(f"{shown(draft.file)} cannot be saved: {reason}. Your answers stand above: copy them.")


def stop(draft: Draft, screen: Screen) -> int:
    from tenfold.conversation.closing import tell_stopped

    tell_stopped(screen, draft, shown(draft.file), f"tenfold new case-study {draft.file.stem}")
    return 0


def finish(draft: Draft, screen: Screen, library: Library, content: Path | None) -> None:
    from tenfold.checking import check_lone_file
    from tenfold.conversation.closing import close
    from tenfold.local.around import check_around, is_of_copy
    from tenfold.problems import errors

    save(draft)
    name = shown(draft.file)
    if content is None:
        found = check_lone_file(draft.file, None, shown_as=name)
    else:
        checked = check_around(content, shown_as=shown(content))
        found = [problem for problem in checked.problems if problem.path == name]
    close(screen, draft, name, errors(found), library, of_copy=content is not None and is_of_copy(content))


def library_of(content: Path | None) -> Library:
    """The records that answers may name."""
    from tenfold.library import Library
    from tenfold.local.around import check_around

    return check_around(content).library if content else Library([])


def shown(path: Path) -> str:
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.as_posix()


def today() -> date:
    return datetime.now().astimezone().date()


def screen_here(no_answers: str = NO_ANSWERS) -> Screen:
    """The terminal, or whatever stands in for it; `no_answers` is said when nothing can be read from it."""
    if sys.stdin is None or sys.stdin.closed:
        raise CannotRun(no_answers)
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    return replace(screen_on(sys.stdout), given=sys.stdin)


def screen_on(shown: TextIO) -> Screen:
    """Where something is shown and nothing asked."""
    from tenfold.conversation import Screen

    columns = shutil.get_terminal_size().columns if shown.isatty() else 80
    return Screen(StringIO(), shown, may_be_bold(shown), min(max(columns - 1, 30), 80))


def may_be_bold(stream: TextIO) -> bool:
    """Whether a terminal shows bold letters, and nobody has asked for none."""
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return stream.isatty() and not plain and (os.name != "nt" or "WT_SESSION" in os.environ)


@contextmanager
def stopped_by_a_closed_terminal() -> Iterator[None]:
    """A terminal that is closed, or a computer that is shut down, stops the conversation as its own keys do."""
    names = [name for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name)]
    before = {name: signal.signal(getattr(signal, name), signal.default_int_handler) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)


def read_form(path: Path) -> Filled:
    """What a filled form says."""
    from tenfold import forms

    try:
        return forms.fill_from(path)
    except forms.CannotRead as reason:
        raise CannotRun(f"{path}: {reason}") from None


def tell_form(screen: Screen, path: Path, left: list[str], notes: tuple[str, ...]) -> None:
    """Say what became of a form."""
    screen.say(f"What {path.name} says has been taken over.")
    for note in notes:
        screen.say(note)
    if left:
        screen.say("This could not be placed. It stands at the end of the file as remarks, and nothing of it is lost:")
        screen.listed([("-", on_one_line(text)) for text in left])


def on_one_line(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= MOST_SHOWN else text[:MOST_SHOWN] + " ..."
