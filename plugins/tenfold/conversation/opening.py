"""How a conversation begins: for which setting, in which file, and what another file has already said."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tenfold.conversation.asks import is_given, value_at
from tenfold.conversation.checking_answers import in_words
from tenfold.conversation.draft import Draft, is_whole
from tenfold.conversation.naming import is_free, is_name, is_own, name_for
from tenfold.conversation.screen import Screen, Stopped
from tenfold.forms import answer, question_at
from tenfold.loading.placing import better_name

NAME = ("setting", "name")
FOR_EDITORS = {"status", "safeguarding", "withdrawal", "aliases"}
"""What a form may say, and those who publish decide: it starts as a draft, whatever the form says."""
YES = {"yes", "y", ""}


def ask_setting(screen: Screen) -> str:
    """The name of the setting, which the name of the file is made from.

    Raises:
        Stopped: before there was an answer.
    """
    question = question_at(NAME)
    assert question is not None
    screen.say("What is the setting called? Write its name as the public knows it.")
    while True:
        text = screen.line().strip()
        if text == ":q":
            raise Stopped
        found = answer(question, text)
        if found.value and not found.problems:
            return str(found.value)
        for problem in found.problems:
            screen.say(in_words(problem))


def agree_name(screen: Screen, setting: str, folder: Path) -> str:
    """The name of the file, which is to be the address of the page: ours, or the one that somebody prefers."""
    own = better_name(setting)
    if is_own(own, folder):
        screen.say(f"There is a draft called {own} already. Do you want to go on with it? Type yes or no.")
        if screen.line().strip().lower() in YES:
            return own
    proposed = name_for(setting, folder)
    screen.say(f'The file will be called "{proposed}", and its page will have that address for ever.')
    screen.say("Press Enter if that is right, or type another name.")
    while True:
        name = screen.line().strip()
        if name == ":q":
            raise Stopped
        if not name:
            return proposed
        refusal = why_not(name, folder)
        if not refusal:
            return name
        screen.say(refusal)


def why_not(name: str, folder: Path) -> str:
    """Why a file cannot have a name, and which it could have; nothing when it can."""
    if not is_name(name):
        near = better_name(name)
        hint = f' "{near}" would do.' if near != "name" else ""
        return f"Use 3 to 60 small letters, digits and single hyphens.{hint}"
    if not is_free(name, folder) and not is_own(name, folder):
        return f'There is a case study "{name}" already. Choose another name.'
    return ""


def setting_in(data: Mapping[str, Any]) -> str:
    """The name of the setting that a form gives, if it does."""
    found = value_at(data, NAME)
    return found if isinstance(found, str) else ""


def fill(draft: Draft, data: Mapping[str, Any], unplaced: tuple[str, ...]) -> list[str]:
    """Put what a file said into a draft, where the draft says nothing yet; what could not be placed, as texts.

    What the draft says differently is not overwritten: it goes with what could not be placed.
    """
    taken = {name: value for name, value in data.items() if name not in FOR_EDITORS and is_whole({name: value})}
    rest = [f"{name}: {value}" for name, value in data.items() if name not in taken and name != "status"]
    left = [*unplaced, *rest, *merge(draft.answers, taken, "")]
    draft.remarks += [text for text in left if text not in draft.remarks]
    return left


def merge(into: dict[str, Any], data: Mapping[str, Any], around: str) -> list[str]:
    left: list[str] = []
    for name, value in data.items():
        known, path = into.get(name), f"{around}{name}"
        if not is_given(known):
            into[name] = value
        elif isinstance(known, dict) and isinstance(value, Mapping):
            left += merge(known, value, f"{path}.")
        elif known != value and is_given(value):
            left.append(f"{path}, said differently in the other file: {value}")
    return left
