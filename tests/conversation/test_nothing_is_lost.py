"""Whatever stops a conversation, and wherever: what was answered is in the file, and the file is whole."""

from __future__ import annotations

import errno
from collections.abc import Callable
from datetime import date
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support import story
from tests.support.builders import a_content_folder, a_feature, a_library, a_source
from tests.support.typing import INTERRUPTS, Typist

from tenfold.cli import main, new
from tenfold.conversation import CannotGoOn, Draft, open_draft
from tenfold.conversation import draft as draft_module
from tenfold.loading import yaml_text
from tenfold.loading.yaml_faults import UNSEEN

NAME = "content/case_studies/willow-lane-primary-school.yml"
DAY = date(2026, 11, 1)
PROSE = next(at for at, (typed, _) in enumerate(story.STORY) if typed[0].startswith("Willow Lane stands"))

Types = Callable[..., str]


@pytest.fixture
def types(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Type lines into `tenfold new case-study`; what it shows."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(new, "today", lambda: DAY)
    a_content_folder(tmp_path)

    def run(*lines: str, name: str = "") -> str:
        monkeypatch.setattr("sys.stdin", Typist(lines))
        main(["new", "case-study", *([name] if name else [])])
        said = capsys.readouterr()
        return said.out + said.err

    return run


def typed_before(number: int) -> list[str]:
    return [line for typed, _ in story.STORY[:number] for line in typed]


ENDS = [pytest.param(number, [INTERRUPTS], id=f"Ctrl+C at {number}") for number in range(3, len(story.STORY))]
ENDS += [pytest.param(number, [], id=f"the input ends at {number}") for number in range(3, len(story.STORY), 6)]


@pytest.mark.parametrize("number, how", ENDS)
def test_stopping_at_any_question_loses_nothing(number: int, how: list[str], types: Types, tmp_path: Path) -> None:
    types(*typed_before(number), *how)

    text = (tmp_path / NAME).read_text(encoding="utf-8")
    assert [held for held in story.held_after(number) if held not in text] == []
    assert yaml_text.read(text.encode()).faults == []
    assert list((tmp_path / "content/case_studies").glob(".*")) == []


def test_a_story_told_in_as_many_sittings_as_it_has_answers_is_the_same(types: Types, tmp_path: Path) -> None:
    """Each sitting goes on behind the last answer; what was left out is not asked again, unless it is needed."""
    types(*story.lines())
    whole = (tmp_path / NAME).read_bytes()
    (tmp_path / NAME).unlink()
    number = 2
    types(*typed_before(3), INTERRUPTS)
    left: list[str] = []
    for number in range(3, len(story.STORY)):
        typed, held = story.STORY[number]
        left += typed
        if held:
            types(*left, INTERRUPTS, name="willow-lane-primary-school")
            left = []

    assert number > 50
    assert (tmp_path / NAME).read_bytes() == whole


@pytest.mark.parametrize("end", [INTERRUPTS, ":q"])
def test_the_lines_of_a_text_that_was_not_finished_are_kept(end: str, types: Types, tmp_path: Path) -> None:
    types(*typed_before(PROSE), "Pupils came late.", "", "- some hungry", end)

    data = yaml_text.read((tmp_path / NAME).read_bytes()).data
    assert isinstance(data, dict)
    assert data["context"] == "Pupils came late.\n\n- some hungry"


def test_an_answer_with_a_mistake_is_kept_when_somebody_stops(types: Types, tmp_path: Path) -> None:
    said = types(*typed_before(PROSE), "Pupils came <b>late</b>.", ".", INTERRUPTS)

    assert "looks like HTML" in said
    assert "context: Pupils came <b>late</b>." in (tmp_path / NAME).read_text(encoding="utf-8")


def test_a_text_of_30_000_characters_is_kept_and_said_to_be_too_long(types: Types, tmp_path: Path) -> None:
    said = types(*typed_before(PROSE), *["word " * 1_000] * 6, ".", "", ":q")

    assert "at most 20,000 fit" in said
    assert (tmp_path / NAME).read_text(encoding="utf-8").count("word word") == 3_000


def test_a_file_with_a_text_that_is_too_long_is_not_written_over(types: Types, tmp_path: Path) -> None:
    types(*typed_before(PROSE), *["word " * 1_000] * 6, ".", "", ":q")
    before = (tmp_path / NAME).read_bytes()
    said = types("Breakfast", name="willow-lane-primary-school")

    assert "mend them first" in said
    assert (tmp_path / NAME).read_bytes() == before


def test_a_title_with_signs_nobody_sees_is_refused_and_kept_without_them(types: Types, tmp_path: Path) -> None:
    lines = story.lines()
    at = lines.index("Breakfast before the bell")
    said = types(*lines[:at], "Break\u200bfast\x07", "", ":q")

    assert "zero width space" in said
    assert "title: Breakfast\n" in (tmp_path / NAME).read_text(encoding="utf-8")


def test_a_file_that_another_program_changed_meanwhile_is_left_as_it_is(tmp_path: Path) -> None:
    draft = Draft(tmp_path / "willow.yml", DAY, {"title": "Breakfast"})
    draft.save()
    (tmp_path / "willow.yml").write_text("theirs", encoding="utf-8")
    draft.answers["title"] = "Breakfast together"
    draft.save()

    assert (tmp_path / "willow.yml").read_text(encoding="utf-8") == "theirs"
    assert draft.file == tmp_path / "willow-2.yml"
    assert "title: Breakfast together" in draft.file.read_text(encoding="utf-8")


def test_a_file_that_appeared_meanwhile_is_left_as_it_is(tmp_path: Path) -> None:
    draft = open_draft(tmp_path / "willow.yml", DAY)
    (tmp_path / "willow.yml").write_text("theirs", encoding="utf-8")
    draft.save()

    assert (tmp_path / "willow.yml").read_text(encoding="utf-8") == "theirs"
    assert draft.file.name == "willow-2.yml"


def test_answers_that_cannot_be_saved_are_shown(types: Types, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(file: Path, raw: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(draft_module, "write_whole", full)
    said = types("Willow Lane", "", "school")

    assert "kind: school" in said
    assert "cannot be saved: no space left on device. Your answers stand above: copy them." in said


def test_an_answer_that_was_being_saved_when_somebody_stopped_is_saved(
    types: Types, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, calls = draft_module.write_whole, []

    def interrupted(file: Path, raw: bytes) -> None:
        calls.append(file)
        if len(calls) == 2:
            raise KeyboardInterrupt
        write(file, raw)

    monkeypatch.setattr(draft_module, "write_whole", interrupted)
    said = types(*typed_before(4))

    assert "Stopped." in said
    assert "- primary" in (tmp_path / NAME).read_text(encoding="utf-8")


def test_a_save_that_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = Draft(tmp_path / "willow.yml", DAY, {"title": "Breakfast"})
    draft.save()
    before = draft.file.read_bytes()
    draft.answers["title"] = "Breakfast together"

    def fails(*_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr("os.fsync", fails)
    with pytest.raises(OSError, match="the disk is full"):
        draft.save()
    assert draft.file.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["willow.yml"]


@pytest.mark.parametrize(
    "text, why",
    [
        pytest.param("title: Oak\nstatus: draft\n", "was not begun here", id="not ours"),
        pytest.param("", "was not begun here", id="empty"),
        pytest.param(f"{draft_module.MARK}\ntitle: Oak\nstatus: published\n", "no draft any more", id="published"),
        pytest.param(f"{draft_module.MARK}\ntitle: [\nstatus: draft\n", "has mistakes", id="no YAML"),
        pytest.param(f"{draft_module.MARK}\ntitel: Oak\nstatus: draft\n", "has mistakes", id="a field misspelt"),
        pytest.param(f"{draft_module.MARK}\nsetting: Oak\nstatus: draft\n", "has mistakes", id="text for fields"),
        pytest.param(f"{draft_module.MARK}\npractices: Oak\nstatus: draft\n", "has mistakes", id="text for a list"),
        pytest.param(f"{draft_module.MARK}\npractices: [Oak]\nstatus: draft\n", "has mistakes", id="text for entries"),
        pytest.param(f"{draft_module.MARK}\ntitle: {{a: b}}\nstatus: draft\n", "has mistakes", id="fields for text"),
        pytest.param(f"{draft_module.MARK}\n- Oak\n", "has mistakes", id="a list"),
    ],
)
def test_a_file_that_would_lose_something_is_not_gone_on_with(text: str, why: str, tmp_path: Path) -> None:
    file = tmp_path / "oak.yml"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(CannotGoOn, match=why):
        open_draft(file, DAY)
    assert file.read_text(encoding="utf-8") == text


WORDS = st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=40).map(
    lambda text: UNSEEN.sub("", normalize("NFC", text)).strip()
)


@settings(deadline=None)  # it writes files, and a busy machine takes its time
@given(title=WORDS, remark=WORDS, body=st.lists(WORDS, min_size=1, max_size=4))
def test_answers_and_remarks_are_the_same_when_they_are_found_again(
    title: str, remark: str, body: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("drafts") / "willow.yml"
    answers = {"title": f"x{title}x", "practices": [{"title": "x", "body": "\n\n".join(f"x{each}" for each in body)}]}
    draft = Draft(file, DAY, answers, [f"x {remark}"])
    draft.save()
    again = open_draft(file, date(2027, 1, 1))

    assert again.answers == draft.answers
    assert again.remarks == draft.remarks
    again.save()
    assert file.read_bytes() == draft.written


def test_the_records_of_these_tests_are_real() -> None:
    """The story names a feature and a source of the base content."""
    library = a_library({"belonging-first": a_feature(), "oak-report": a_source()})

    assert "belonging-first" in library.features
    assert "oak-report" in library.sources
