"""`tenfold local init`: a copy of your own, from a few answers, as a folder that builds at once."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tenfold.cli.command import CannotRun

if TYPE_CHECKING:
    from tenfold.bundling import Bundle
    from tenfold.conversation import Screen
    from tenfold.founding.answers import Trouble
    from tenfold.founding.questions import Answers
    from tenfold.founding.toolkit import Wheel

NO_ANSWERS = (
    "there is nobody to ask: no answers can be read. Run this in a terminal; or give the answers as options (tenfold "
    "local init --help lists them) and --yes."
)


def options(parser: argparse.ArgumentParser) -> None:
    from tenfold.founding.questions import QUESTIONS

    parser.add_argument("folder", type=Path, metavar="DIR", help="the folder to make, new or empty")
    parser.add_argument("--yes", action="store_true", help="ask nothing; what is not given stays open")
    wheel = "the toolkit's own file, tenfold-VERSION-py3-none-any.whl (default: made from the one that runs)"
    parser.add_argument("--wheel", type=Path, metavar="FILE", help=wheel)
    for question in QUESTIONS:
        words = f" ({', '.join(word.value for word in question.words)})" if question.words else ""
        says = f"{question.ask}{words}".replace("%", "%%")
        parser.add_argument(question.flag, dest=question.name, metavar="TEXT", help=says)


def run(options: argparse.Namespace) -> int:
    from tenfold.cli.new import screen_here, stopped_by_a_closed_terminal
    from tenfold.conversation import Stopped

    screen = None if options.yes else screen_here(NO_ANSWERS)
    try:
        with stopped_by_a_closed_terminal():
            return begin(options, screen)
    except (Stopped, KeyboardInterrupt) as stopped:
        if screen and screen.lines_read == 0 and getattr(stopped, "gone", False):
            raise CannotRun(NO_ANSWERS) from None
        print("Stopped. Nothing was written.")
        return 0 if screen else 130


def begin(options: argparse.Namespace, screen: Screen | None) -> int:
    from tenfold.founding.asking import ask_all
    from tenfold.founding.questions import QUESTIONS

    named = ((question.name, getattr(options, question.name)) for question in QUESTIONS)
    answers: Answers = {name: value for name, value in named if value is not None}
    store = Store()
    refuse(list(all_troubles(options, answers, store)))
    if screen:
        answers = ask_all(screen, answers, store.take)
    return make(options, answers, store, screen)


class Store:
    """Content that was taken over already: it takes a second, and is asked for more than once."""

    def __init__(self) -> None:
        self.bundles: dict[Path, Bundle] = {}

    def take(self, source: Path) -> Bundle:
        from tenfold.founding.below import taken_over

        if source not in self.bundles:
            self.bundles[source] = taken_over(source)
        return self.bundles[source]


def all_troubles(options: argparse.Namespace, answers: Answers, store: Store) -> Iterator[Trouble]:
    """Everything that is wrong with what was given. Content that lies where it is looked for first is taken unasked."""
    from tenfold.founding.answers import Trouble, troubles
    from tenfold.founding.below import CannotTake, found_here
    from tenfold.founding.toolkit import NotAWheel
    from tenfold.founding.writing import CannotWrite, refuse_place

    try:
        refuse_place(options.folder)
    except CannotWrite as reason:
        yield Trouble("DIR", str(reason))
    if not answers.get("upstream") and (found := found_here(Path())):
        answers["upstream"] = str(found)
    yield from troubles(answers, whole=options.yes)
    try:
        if answers.get("upstream"):
            store.take(Path(answers["upstream"]).expanduser())
    except CannotTake as reason:
        yield Trouble("upstream", str(reason))
    try:
        wheel_of(options)
    except NotAWheel as reason:
        yield Trouble("--wheel", str(reason))


def refuse(found: list[Trouble]) -> None:
    if found:
        lines = "\n".join(f"  {trouble}" for trouble in found)
        raise CannotRun(f"the copy cannot be made like this. Nothing was written.\n{lines}")


def wheel_of(options: argparse.Namespace) -> Wheel:
    from tenfold.founding.toolkit import wheel_from, wheel_here

    return wheel_from(options.wheel) if options.wheel else wheel_here()


def make(options: argparse.Namespace, answers: Answers, store: Store, screen: Screen | None) -> int:
    """Make the copy, try it, put it in place, and say what to do next."""
    from tenfold.cli.new import screen_on
    from tenfold.founding.answers import settings_of
    from tenfold.founding.closing import close
    from tenfold.founding.files import NewCopy, files
    from tenfold.founding.looks import taken_logo
    from tenfold.founding.toolkit import versions_here
    from tenfold.founding.writing import CannotWrite, write_copy

    bundle = store.take(Path(answers["upstream"]).expanduser())
    logo = {}
    if answers.get("logo"):
        name, raw = taken_logo(Path(answers["logo"]).expanduser(), answers.get("logo_alt") or answers["authority"])
        logo = {name: raw}
    settings = settings_of(answers, logo=f"brand/{next(iter(logo), '')}")
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    new = NewCopy(settings, bundle.files, bundle.installed, wheel_of(options), versions_here(), python, logo)
    try:
        write_copy(options.folder, files(new), try_it=try_it)
    except CannotWrite as reason:
        raise CannotRun(str(reason)) from None
    close(screen or screen_on(sys.stdout), options.folder, new, bundle, answers["upstream"])
    return 0


def try_it(folder: Path) -> None:
    """See that the copy holds together as it was written."""
    from tenfold.local.copy import NotACopy, read_copy

    try:
        problems = read_copy(folder).check().errors
    except NotACopy as refused:
        problems = refused.problems
    if problems:
        lines = "\n".join(f"  {problem}" for problem in problems)
        raise CannotRun(f"the copy would have problems, and was not made. Tell those who make the toolkit:\n{lines}")
