"""Somebody who makes a common mistake is led to a valid file by the messages alone: `cases/mistakes`, one a file."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path

import pytest
from tests.support.builders import a_content_folder
from tests.support.conversations import (
    MISTAKES,
    RIGHT,
    Conversation,
    Draft,
    from_nowhere,
    hunks,
    is_named_indent,
    is_named_place,
    read_conversation,
)

from tenfold.cli import main
from tenfold.loading import yaml_text
from tenfold.model import CaseStudy
from tenfold.model.shape import groups, vocabulary_at
from tenfold.problems import Level, Problem, summary

PATHS = sorted(MISTAKES.glob("*.txt"))
ALL = pytest.mark.parametrize("conversation", [pytest.param(read_conversation(path), id=path.stem) for path in PATHS])
MOST_TURNS = 4
"""What is written, and at most three rounds of mending."""

Capture = pytest.CaptureFixture[str]


def said_of(draft: Draft, folder: Path, capsys: Capture) -> str:
    """What `tenfold check` says is wrong with a file, as it says it; advice is another matter."""
    content = a_content_folder(folder)
    shutil.copytree(MISTAKES / "content", content, dirs_exist_ok=True)
    (content / "case_studies/willow-lane.yml").unlink()
    (content / "case_studies" / draft.name).write_bytes(draft.text.encode(draft.encoding))
    main(["check", f"content/case_studies/{draft.name}", "--format", "json"])
    found = [Problem(**each | {"level": Level(each["level"])}) for each in json.loads(capsys.readouterr().out)]
    wrong = [problem for problem in found if problem.level is Level.ERROR]
    return "".join(f"{line}\n" for line in [*map(str, wrong), summary(wrong)])


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_conversation_goes_as_it_is_recorded(
    path: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = []
    for number, turn in enumerate(read_conversation(path).turns):
        here = tmp_path / str(number)
        here.mkdir()
        monkeypatch.chdir(here)
        said.append(said_of(turn.draft, here, capsys))
    if os.environ.get("TENFOLD_REWRITE"):
        record(path, said)
    assert [turn.says for turn in read_conversation(path).turns] == said


def record(path: Path, said: list[str]) -> None:
    """Write what is said now into the conversation; read the difference before you commit it."""
    text = re.sub(r"^=== says\n(?:(?!===).*\n?)*", "=== says\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    before, *rest = text.split("=== says\n")
    path.write_text(before + "".join(f"=== says\n{s}{r}" for s, r in zip(said, rest, strict=True)), encoding="utf-8")


@ALL
def test_it_ends_with_a_valid_file_that_says_what_was_meant(conversation: Conversation) -> None:
    first, *_, last = conversation.turns
    read = {text: yaml_text.read(text.encode()).data for text in (last.draft.text, conversation.means)}

    assert first.says != "No problems.\n"
    assert last.says == "No problems.\n"
    assert last.draft.name == "willow-lane.yml"
    assert CaseStudy.model_validate(read[last.draft.text]) == CaseStudy.model_validate(read[conversation.means])
    assert len(conversation.turns) <= MOST_TURNS


@ALL
def test_each_mending_stands_in_the_message_before_it(conversation: Conversation) -> None:
    """Nobody has to guess a word, a mark, a place or a number of spaces."""
    for before, turn in zip(conversation.turns, conversation.turns[1:], strict=False):
        said = before.says
        for hunk in hunks(before.draft.text, turn.changes):
            assert from_nowhere(hunk, said, before.draft.text, conversation.knows) == [], hunk
            assert is_named_place(hunk, said, before.draft.text), hunk
            assert is_named_indent(hunk, said), hunk
        for meant in re.findall(r'Did you mean "([^"]+)"\?', said):
            assert meant in turn.draft.text, "what the message proposes is what was meant"
        if turn.draft.name != before.draft.name:
            assert turn.draft.name in said.replace('"willow-lane"', '"willow-lane.yml"')
        if turn.draft.encoding != before.draft.encoding:
            assert turn.draft.encoding in said.lower()


@ALL
def test_what_somebody_knows_is_about_their_setting_and_not_about_yaml(conversation: Conversation) -> None:
    words = set(re.findall(r"[a-z_]+", conversation.knows))
    fields = {name for _, group in groups(CaseStudy) for name in group.model_fields}
    chosen = {
        word
        for path, group in groups(CaseStudy)
        for name in group.model_fields
        for word in vocabulary_at(CaseStudy, (*path, name)) or ()
    }

    assert not {word for word in words & (fields | chosen) if "_" in word}
    assert not re.search(r'[:"\[\]{}>|#*_]|- ', conversation.knows)


def test_the_rightly_written_file_has_no_problem(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert said_of(Draft(RIGHT), tmp_path, capsys) == "No problems.\n"


def test_there_are_thirty_mistakes() -> None:
    assert len(PATHS) >= 30
    assert len({read_conversation(path).title for path in PATHS}) == len(PATHS)
